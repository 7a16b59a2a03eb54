#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "naive_engine.h"
#include "naive_evidence.h"

namespace assay::naive {

namespace {

constexpr std::uint64_t shards = 4;
constexpr std::uint64_t networks_of_a_shard = 2500;

std::string text_of(const std::set<std::string>& causes) {
  std::string all;
  for (const std::string& cause : causes) all += (all.empty() ? "" : " | ") + cause;
  return all;
}

std::string text_of(const Judgement& judgement) {
  return std::string(to_string(judgement.verdict)) + " [" + text_of(judgement.causes) + "]";
}

/// What the engine's report names as open, and the flags by rule and subject.
struct Reported {
  std::set<std::string> causes;
  std::map<std::string, FindingText> flags;
};

/// Of a question: whether one of the rules that are worked out here waits for it; the pack has more.
bool concerns_us(const FindingText& text, const std::string& rule) {
  return std::any_of(std::begin(rule_names), std::end(rule_names), [&](const auto& name) {
    return rule == name.second || std::find(text.also.begin(), text.also.end(), name.second) != text.also.end();
  });
}

Reported reported_by(const Run& run, const World& world, const Network& network) {
  Reported reported;
  for (std::size_t i = 0; i < run.evaluation.findings.size(); ++i) {
    const Finding& finding = run.evaluation.findings[i];
    const FindingText text = describe(run.evaluation, i);
    const Rule& rule = shipped_packs().rules.rules[finding.rule];
    if (finding.verdict == Verdict::insufficient && concerns_us(text, rule.id))
      for (const Missing& missing : text.missing) reported.causes.insert(cause_of(run, missing));
    if (finding.verdict != Verdict::flagged) continue;
    for (const auto& [letter, id] : rule_names)
      if (rule.id == id)
        reported.flags[letter + (" " + subject_key(run, world, network, rule.subject, finding.subject))] = text;
  }
  return reported;
}

/// How often each verdict of each rule was seen, so that the test cannot pass by asking nothing.
using Tally = std::map<std::string, std::map<Verdict, int>>;

/// Everything on which the engine and the definitions disagree about one network; empty when they agree.
std::string disagreements(const Network& network, Tally& tally) {
  std::ostringstream faults;
  const auto engine_run = run(network, network_as_of);
  const World world(network, shipped_facts(), network_as_of);
  const Judgements naive = world.judge();
  const Judgements engine = judgements_of(*engine_run, network);
  const Reported reported = reported_by(*engine_run, world, network);
  std::set<std::string> possible_causes;
  for (const auto& [subject, judgement] : naive) {
    ++tally[subject.substr(0, 3)][judgement.verdict];
    possible_causes.insert(judgement.causes.begin(), judgement.causes.end());
    const auto found = engine.find(subject);
    if (found == engine.end()) {
      faults << subject << ": naive " << text_of(judgement) << ", not asked by the engine\n";
      continue;
    }
    if (found->second.verdict != judgement.verdict) {
      faults << subject << ": naive " << text_of(judgement) << ", engine " << text_of(found->second) << "\n";
      continue;
    }
    if (judgement.verdict == Verdict::flagged) {
      const auto flag = reported.flags.find(subject);
      const std::string fault = flag == reported.flags.end()
                                    ? "not among the findings"
                                    : fault_of_proof(*engine_run, world, network, subject.substr(0, 3), flag->second);
      if (!fault.empty()) faults << subject << ": " << fault << "\n";
    }
    if (judgement.verdict != Verdict::insufficient) continue;
    bool is_reported = false;
    for (const std::string& cause : found->second.causes) {
      is_reported = is_reported || reported.causes.count(cause) == 1;
      if (judgement.causes.count(cause) == 0)
        faults << subject << ": the engine waits for " << cause << ", naive " << text_of(judgement) << "\n";
    }
    if (!is_reported) faults << subject << ": none of its causes is reported: " << text_of(found->second) << "\n";
  }
  for (const auto& [subject, judgement] : engine)
    if (naive.count(subject) == 0) faults << subject << ": asked by the engine only, " << text_of(judgement) << "\n";
  for (const auto& [subject, flag] : reported.flags)
    if (engine.count(subject) == 0 || engine.at(subject).verdict != Verdict::flagged)
      faults << subject << ": a finding without a flagged verdict\n";
  for (const std::string& cause : reported.causes)
    if (possible_causes.count(cause) == 0) faults << "reported, but nobody waits for it: " << cause << "\n";
  return faults.str();
}

class NaiveEvaluator : public testing::TestWithParam<std::uint64_t> {};

}  // namespace

TEST_P(NaiveEvaluator, AgreesWithTheEngineOnVerdictsCausesAndProofs) {
  std::uint64_t first = GetParam() * networks_of_a_shard;
  std::uint64_t last = first + networks_of_a_shard;
  const char* only = std::getenv("ASSAY_NAIVE_SEED");
  if (only != nullptr) {
    first = std::strtoull(only, nullptr, 10);
    last = first + 1;
  }
  Tally tally;
  int failed = 0;
  for (std::uint64_t seed = first; seed < last && failed < 3; ++seed) {
    const Network network = random_network(seed);
    const std::string faults = disagreements(network, tally);
    if (faults.empty()) continue;
    ++failed;
    ADD_FAILURE() << "seed " << seed << " (ASSAY_NAIVE_SEED=" << seed << " runs it alone)\n"
                  << faults << show(network);
  }
  if (only != nullptr || failed > 0) return;
  for (const auto& [rule, id] : rule_names)
    for (const Verdict verdict : {Verdict::clear, Verdict::insufficient, Verdict::flagged}) {
      if (std::string(rule) == "A11" && verdict == Verdict::flagged) continue;  // it only ever asks
      EXPECT_GE(tally[rule][verdict], 100) << id << " was " << to_string(verdict) << " too seldom to prove anything";
    }
}

INSTANTIATE_TEST_SUITE_P(RandomNetworks, NaiveEvaluator, testing::Range<std::uint64_t>(0, shards));

}  // namespace assay::naive
