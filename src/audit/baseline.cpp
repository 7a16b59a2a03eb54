#include "audit/baseline.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace assay {
namespace {

/// The kind and the id, as fingerprints name a subject.
std::string key_of(std::string_view kind, std::string_view id) {
  return fmt::format("{}:{}", kind, id);
}

std::vector<std::string> waits_of(const Rule& rule, const FindingText& text) {
  std::vector<std::string> waits = text.also;
  waits.push_back(rule.id);
  std::sort(waits.begin(), waits.end());
  return waits;
}

/// Grows with what a finding weighs; a flag weighs more than any question.
int weight(const EarlierFinding& finding) {
  if (finding.verdict == Verdict::flagged) return 10 + static_cast<int>(*severity_from(finding.severity));
  return static_cast<int>(*gap_from(finding.severity));
}

int weight(const Finding& finding) {
  return finding.verdict == Verdict::flagged ? 10 + static_cast<int>(finding.severity)
                                             : static_cast<int>(finding.gap);
}

class Comparing {
 public:
  Comparing(const Audit& audit, const EarlierReport& earlier, const Lost& lost, const std::vector<bool>& selected)
      : audit_(audit), earlier_(earlier), selected_(selected), taken_(earlier.findings.size(), false) {
    out_.with = earlier.name;
    out_.as_of = earlier.as_of;
    for (const TableKind kind : lost.tables) out_.lost_tables.emplace_back(to_string(kind));
    for (const Field field : lost.columns) out_.lost_columns.emplace_back(info(field).name);
  }

  Comparison run() {
    index();
    const std::size_t count = audit_.evaluation.findings.size();
    out_.of.resize(count);
    std::vector<std::pair<std::size_t, FindingText>> unmatched;  // questions, for the second look
    for (std::size_t number = 0; number < count; ++number) {
      FindingText text = describe(audit_.evaluation, number);
      text.evidence.clear();
      if (const EarlierFinding* was = take(by_print_, text.fingerprint))
        set(number, text, *was);
      else if (audit_.evaluation.findings[number].verdict == Verdict::insufficient)
        unmatched.emplace_back(number, std::move(text));
    }
    // Another rule may be the first of those that wait for the same datum.
    for (const auto& [number, text] : unmatched)
      if (const EarlierFinding* was = take(by_datum_, datum_of(text))) set(number, text, *was);
    sum_up();
    list_gone();
    return std::move(out_);
  }

 private:
  using Index = std::map<std::string, std::vector<std::size_t>>;

  static std::string datum_of(const FindingText& text) {
    std::string_view field = text.missing.empty() ? std::string_view() : text.missing.front().field;
    field.remove_prefix(field.rfind('.') + 1);  // as JSON reports name it; npos + 1 is 0
    return key_of(to_string(text.subject.kind), text.subject.id) + ':' + std::string(field);
  }

  /// The gravest first, so that of equals the gravest are set beside each other.
  void index() {
    std::vector<std::size_t> order(earlier_.findings.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return weight(earlier_.findings[a]) > weight(earlier_.findings[b]);
    });
    for (const std::size_t place : order) {
      const EarlierFinding& one = earlier_.findings[place];
      by_print_[one.fingerprint].push_back(place);
      if (one.verdict == Verdict::insufficient)
        by_datum_[key_of(one.subject_kind, one.subject_id) + ':' + one.missing_field].push_back(place);
    }
  }

  const EarlierFinding* take(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    if (found == index.end()) return nullptr;
    for (const std::size_t place : found->second)
      if (!taken_[place]) {
        taken_[place] = true;
        return &earlier_.findings[place];
      }
    return nullptr;
  }

  void set(std::size_t number, const FindingText& text, const EarlierFinding& was) {
    const Finding& finding = audit_.evaluation.findings[number];
    ChangeOfFinding& change = out_.of[number];
    change.since = SinceBaseline::unchanged;
    if (weight(finding) != weight(was)) {
      change.since = weight(finding) > weight(was) ? SinceBaseline::worse : SinceBaseline::changed;
      change.was = was.severity;
    } else if (finding.verdict == Verdict::flagged) {
      if (text.path_fingerprint == was.path_fingerprint) return;
      change.since = SinceBaseline::changed;
      change.was = "found by another path";
    }
    if (finding.verdict != Verdict::insufficient || change.since == SinceBaseline::worse) return;
    const std::vector<std::string> waits = waits_of(audit_.packs.rules.rules[finding.rule], text);
    if (waits == was.waits) return;
    const bool more = !std::includes(was.waits.begin(), was.waits.end(), waits.begin(), waits.end());
    change.since = more ? SinceBaseline::worse : SinceBaseline::changed;
    change.was = more ? "awaited by fewer rules" : "awaited by more rules";
  }

  void sum_up() {
    for (const ChangeOfFinding& change : out_.of) switch (change.since) {
        case SinceBaseline::added:
          ++out_.added;
          break;
        case SinceBaseline::worse:
          ++out_.worse;
          break;
        case SinceBaseline::changed:
          ++out_.changed;
          break;
        case SinceBaseline::unchanged:
          ++out_.unchanged;
          break;
      }
  }

  void list_gone() {
    for (const Verdict verdict : {Verdict::flagged, Verdict::insufficient})
      for (std::size_t place = 0; place < earlier_.findings.size(); ++place) {
        const EarlierFinding& was = earlier_.findings[place];
        if (taken_[place] || was.verdict != verdict) continue;
        out_.gone.push_back({was.id, was.fingerprint, was.rule, was.message, was.severity, was.verdict,
                             was.subject_kind, was.subject_id, was.subject_name, became(was)});
      }
  }

  [[nodiscard]] std::string_view became(const EarlierFinding& was) {
    const std::vector<Rule>& rules = audit_.packs.rules.rules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.id == was.rule; });
    const auto number = static_cast<std::size_t>(rule - rules.begin());
    if (rule == rules.end() || (!selected_.empty() && !selected_[number])) return "not_asked";
    if (was.verdict != Verdict::flagged) {  // a question about a row that is gone was not answered
      for (const SubjectKind kind :
           {SubjectKind::shipment, SubjectKind::worker_group, SubjectKind::lot, SubjectKind::product})
        if (was.subject_kind == to_string(kind) &&
            !subjects_of(kind).contains(key_of(was.subject_kind, was.subject_id)))
          return "absent";
      return "settled";
    }
    const auto& subjects = subjects_of(rule->subject);
    const auto subject = subjects.find(key_of(was.subject_kind, was.subject_id));
    if (subject == subjects.end()) return "absent";
    const WhyNot why = why_not(audit_.evaluation, static_cast<std::uint16_t>(number), subject->second);
    if (!why.applicable) return "not_applicable";
    const bool only_not_asked =
        !why.missing.empty() && std::all_of(why.missing.begin(), why.missing.end(),
                                            [](const Missing& one) { return one.why == Cause::Why::not_asked; });
    if (only_not_asked) return "not_asked";
    return to_string(why.verdict);
  }

  const std::map<std::string, std::uint32_t>& subjects_of(SubjectKind kind) {
    std::map<std::string, std::uint32_t>& subjects = subjects_[kind];
    if (!subjects.empty()) return subjects;
    for (std::uint32_t subject = 0; subject < audit_.graph.subjects(kind); ++subject) {
      if (!audit_.graph.is_subject(kind, subject)) continue;
      const Entity entity = subject_entity(audit_.graph, kind, subject);
      subjects.try_emplace(key_of(to_string(entity.kind), entity.id), subject);
    }
    return subjects;
  }

  const Audit& audit_;
  const EarlierReport& earlier_;
  const std::vector<bool>& selected_;
  std::vector<bool> taken_;
  Index by_print_, by_datum_;
  std::map<SubjectKind, std::map<std::string, std::uint32_t>> subjects_;
  Comparison out_;
};

std::string names_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

void warn(const EarlierReport& earlier, std::string message, std::string hint, Diagnostics& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.level = Level::warning;
  diagnostic.at.file = earlier.name;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

Lost lost_since(const EarlierReport& earlier, const Tables& tables) {
  Lost lost;
  lost.fields.resize(fields);
  for (const TableKind kind : earlier.tables)
    if (!tables.has(kind)) lost.tables.push_back(kind);
  for (const Field field : earlier.columns) {
    if (tables.has(field)) continue;
    lost.fields[static_cast<std::size_t>(field)] = true;
    if (tables.has(info(field).table)) lost.columns.push_back(field);
  }
  // A country of unloading that the port told is lost with the port.
  const auto had = [&](Field field) { return lost.fields[static_cast<std::size_t>(field)]; };
  if (had(Field::shipment_discharge_port) && !tables.has(Field::shipment_discharge_country))
    lost.fields[static_cast<std::size_t>(Field::shipment_discharge_country)] = true;
  return lost;
}

Comparison compare(const Audit& audit, const EarlierReport& earlier, const Lost& lost,
                   const std::vector<bool>& selected) {
  return Comparing(audit, earlier, lost, selected).run();
}

void warn_of_baseline(const Audit& audit, const EarlierReport& earlier, Diagnostics& diagnostics) {
  for (const EarlierReport::Pack& then : earlier.packs) {
    const std::vector<PackInfo>& packs = audit.packs.rules.packs;
    const auto now =
        std::find_if(packs.begin(), packs.end(), [&](const PackInfo& pack) { return pack.id == then.id; });
    if (now == packs.end())
      warn(earlier, fmt::format("was made with the rule pack {}, which is not used now", then.id),
           "its findings can be compared only where rules have the same ids", diagnostics);
    else if (now->digest != then.digest)
      warn(earlier,
           fmt::format("was made with {} {} of other content (sha256 {})", then.id, then.version,
                       then.digest.substr(0, 12)),
           "what is new or gone may come from the rules, not from the data", diagnostics);
  }
  if (earlier.as_of > day_to_string(audit.as_of))
    warn(earlier, fmt::format("is of a later day, {}, than this audit", earlier.as_of), {}, diagnostics);
  const Comparison& comparison = *audit.comparison;
  if (!comparison.lost_tables.empty())
    warn(earlier, fmt::format("had tables that no input has now: {}", names_of(comparison.lost_tables)),
         "what they said is not known now: the audit is not clear", diagnostics);
  if (!comparison.lost_columns.empty())
    warn(earlier, fmt::format("had columns that no input has now: {}", names_of(comparison.lost_columns)),
         "rules that ask them are open", diagnostics);
}

}  // namespace assay
