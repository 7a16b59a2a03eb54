#include "base/failure.h"
#include "base/text.h"
#include "cli/configuration.h"
#include "cli/request.h"
#include "report/explain.h"

namespace assay {
namespace {

std::uint16_t rule_of(const Rules& rules, const std::string& id) {
  if (id.empty()) throw Failure(Exit::usage, "which rule? assay why-not SUBJECT --rule RULE PATH...");
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    if (rules.rules[i].id == id) return static_cast<std::uint16_t>(i);
    ids.push_back(rules.rules[i].id);
  }
  const std::string_view near = nearest(id, ids, 4);
  throw Failure(Exit::usage, "no rule is called \"" + escape_for_terminal(id) + '"' +
                                 (near.empty() ? "" : "; did you mean " + std::string(near) + "?"));
}

std::vector<std::uint32_t> subjects_of(const Audit& audit, SubjectKind kind, const std::string& word) {
  std::vector<std::uint32_t> subjects;
  for (const auto& [found, subject] : find_subjects(audit.graph, word))
    if (found == kind) subjects.push_back(subject);
  if (!subjects.empty()) return subjects;
  std::size_t count = 0;
  std::string example;
  for (std::uint32_t subject = 0; subject < audit.graph.subjects(kind); ++subject) {
    if (!audit.graph.is_subject(kind, subject)) continue;  // a vertex may be of another kind
    if (count++ == 0)
      example = ", for example \"" + escape_for_terminal(subject_entity(audit.graph, kind, subject).id) + '"';
  }
  throw Failure(Exit::usage, "no " + std::string(to_string(kind)) + " is called \"" + escape_for_terminal(word) +
                                 "\"; the inputs have " + std::to_string(count) + example);
}

std::vector<Option> options() {
  std::vector<Option> all{{"--rule", "RULE", "the rule whose verdict is explained (required)"}};
  for (const std::vector<Option>& more : {request_options(), display_options()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

int run(const Arguments& given, Terminal& terminal) {
  const Arguments arguments = with_configuration(given, Takes::request, 1, terminal);
  const std::unique_ptr<Audit> audit = run_and_tell(arguments, 1, terminal);
  if (!audit->evaluated) return static_cast<int>(audit->exit);
  const std::uint16_t rule = rule_of(audit->packs.rules, arguments.text("--rule"));
  const SubjectKind kind = audit->packs.rules.rules[rule].subject;
  const WriteOptions options = write_options_of(arguments, terminal, true);
  bool first = true;
  for (const std::uint32_t subject : subjects_of(*audit, kind, arguments.operands.front())) {
    if (!first) terminal.out << '\n';
    first = false;
    write_why_not(*audit, rule, subject, options, terminal.out);
  }
  check_inputs_unchanged(*audit);
  return static_cast<int>(audit->exit == Exit::input_refused ? audit->exit : Exit::clear);
}

}  // namespace

const Command why_not_command{
    "why-not", "SUBJECT PATH...", "why a subject is clear, open or flagged under one rule", 2,
    100000,    options(),         {"assay why-not S2 --rule dprk-indirect-origin data/"},   run};

}  // namespace assay
