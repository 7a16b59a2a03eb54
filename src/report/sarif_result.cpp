#include "report/sarif_result.h"

#include "base/digest.h"
#include "report/sarif_place.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

std::string name_of(const Entity& entity) {
  return std::string(to_string(entity.kind)) + ':' + entity.id;
}

double rank_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return 95;
    case Severity::high:
      return 80;
    case Severity::medium:
      return 55;
    case Severity::low:
      return 20;
    case Severity::info:
      break;
  }
  return 1;
}

/// From the subject to what was found, in the order of the proof.
Json code_flow(const Tables& tables, const std::vector<EvidenceStep>& steps, std::string_view says) {
  Json locations = Json::array();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const EvidenceStep& step = steps[i];
    Json one{{"location", sarif_location(tables, step)}, {"executionOrder", i + 1}};
    const bool whole_day = step.date.size() == 10 && step.date.find_first_not_of("-0123456789") == std::string::npos;
    if (whole_day) one["executionTimeUtc"] = step.date + "T00:00:00Z";
    one["importance"] = i + 1 == steps.size() ? "essential" : "important";
    one["properties"] = {{"kind", to_string(step.kind)}, {"grade", to_string(step.grade)}};
    if (joins(step)) one["properties"]["relation"] = to_string(step.relation);
    locations.push_back(std::move(one));
  }
  Json thread{{"locations", std::move(locations)}};
  return {{"message", sarif_message(says)}, {"threadFlows", Json::array({std::move(thread)})}};
}

Json fingerprints(std::string_view finding, std::string_view path) {
  // GitHub would otherwise hash the beginning of the row, which changes when rows are sorted.
  return {
      {"assayFlag/v1", finding}, {"assayPath/v1", path}, {"primaryLocationLineHash", std::string(finding) + ":1"}};
}

/// Every result says whether it is suppressed, if only that it is not: the standard wants all of them or none.
Json suppressions(const Audit& audit, const Finding& finding) {
  Json list = Json::array();
  if (finding.verdict != Verdict::insufficient) return list;
  const std::optional<Gap> threshold = gap_from(audit.open_threshold);  // "never" is none: all are accepted
  if (!threshold || finding.gap < *threshold)
    list.push_back({{"kind", "external"},
                    {"status", "accepted"},
                    {"justification", "accepted by --fail-on-open " + json_text(audit.open_threshold)}});
  return list;
}

std::string_view baseline_state(SinceBaseline since) {
  if (since == SinceBaseline::added) return "new";
  return since == SinceBaseline::unchanged ? "unchanged" : "updated";
}

Json asks(const FindingText& text) {
  Json list = Json::array();
  for (const Ask& ask : text.ask)
    list.push_back({{"whom", json_text(name_of(ask.whom))},
                    {"what", json_text(ask.what)},
                    {"document", json_text(ask.document)},
                    {"settles", ask.settles}});
  return list;
}

Json missing(const FindingText& text) {
  Json list = Json::array();
  for (const Missing& one : text.missing)
    list.push_back(
        {{"subject", json_text(name_of(one.subject))}, {"field", json_text(one.field)}, {"why", to_string(one.why)}});
  return list;
}

Json properties(const Rule& rule, std::string_view verdict, const Entity& subject) {
  return {{"verdict", verdict}, {"subject", json_text(name_of(subject))}, {"theme", json_text(rule.theme)}};
}

Json flag_properties(const Rule& rule, const Finding& finding, const FindingText& text) {
  Json all = properties(rule, to_string(finding.verdict), text.subject);
  all["id"] = text.id;
  all["severity"] = to_string(finding.severity);
  if (!text.evidence.empty()) all["grade"] = to_string(text.grade);
  if (!text.law.empty()) all["law"] = law_text(text.law);
  return all;
}

Json open_properties(const Rule& rule, const Finding& finding, const FindingText& text) {
  Json all = properties(rule, to_string(finding.verdict), text.subject);
  all["id"] = text.id;
  all["gap"] = to_string(finding.gap);
  all["settles"] = finding.settles;
  Json also = Json::array();
  for (const std::string& id : text.also) also.push_back(json_text(id));
  all["also"] = std::move(also);
  all["missing"] = missing(text);
  all["ask"] = asks(text);
  return all;
}

void place_flag(const Tables& tables, const FindingText& text, Json& result) {
  const EvidenceStep* step = decisive(text.evidence);
  result["locations"] = Json::array(
      {step == nullptr ? sarif_fallback(tables, text.subject) : sarif_location(tables, step->cell, &text.subject)});
}

/// The first cell that says nothing is the place of the question, the others stand beside it.
void place_question(const Tables& tables, const FindingText& text, Json& result) {
  Json related = Json::array();
  bool placed = false;
  for (const Missing& one : text.missing) {
    if (!one.cell.exists()) continue;
    if (!placed) {
      result["locations"] = Json::array({sarif_location(tables, one.cell, &text.subject)});
      placed = true;
      continue;
    }
    const std::string says = one.field + " of " + name_of(one.subject) + ": " + std::string(words_for(one.why));
    Json location = sarif_location(tables, one.cell, &one.subject, says);
    location["id"] = related.size() + 1;
    related.push_back(std::move(location));
  }
  if (!placed) place_flag(tables, text, result);
  if (!related.empty()) result["relatedLocations"] = std::move(related);
}

std::string open_message(const FindingText& text) {
  std::string message = text.message;
  if (!text.ask.empty()) message += "; " + ask_text(text);
  return message;
}

}  // namespace

std::string_view security_severity(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return "9.5";
    case Severity::high:
      return "8.0";
    case Severity::medium:
      return "5.5";
    case Severity::low:
      return "2.0";
    case Severity::info:
      break;
  }
  return "0.1";
}

std::string_view sarif_level(Severity severity) {
  if (severity >= Severity::high) return "error";
  return severity == Severity::medium ? "warning" : "note";
}

Json sarif_result(const Audit& audit, std::size_t number) {
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  const bool flagged = finding.verdict == Verdict::flagged;
  Json result{{"ruleId", json_text(rule.id)}, {"ruleIndex", finding.rule}};
  // Two names that are alike are for a person to compare; what is not said is for nobody to see here.
  result["kind"] = flagged ? "fail" : rule.theme == "name_match" ? "review" : "open";
  result["level"] = flagged ? sarif_level(finding.severity) : "none";
  result["message"] = sarif_message(flagged ? text.message : open_message(text));
  if (flagged) {
    place_flag(audit.tables, text, result);
    result["rank"] = rank_of(finding.severity);
  } else {
    place_question(audit.tables, text, result);
  }
  if (!text.evidence.empty())
    result["codeFlows"] = Json::array(
        {code_flow(audit.tables, text.evidence, flagged ? "the proof, step by step" : "what is known so far")});
  result["partialFingerprints"] = fingerprints(text.fingerprint, text.path_fingerprint);
  result["suppressions"] = suppressions(audit, finding);
  if (audit.comparison) result["baselineState"] = baseline_state(audit.comparison->of[number].since);
  result["properties"] = flagged ? flag_properties(rule, finding, text) : open_properties(rule, finding, text);
  return result;
}

Json sarif_gone(const Audit& audit, const GoneFinding& gone) {
  const std::vector<Rule>& rules = audit.packs.rules.rules;
  Json result{{"ruleId", json_text(gone.rule)}};
  for (std::size_t number = 0; number < rules.size(); ++number)
    if (rules[number].id == gone.rule) result["ruleIndex"] = number;
  // Nothing to mend: it is said so that nobody takes it for an open matter.
  result["kind"] = "informational";
  result["level"] = "none";
  result["message"] = sarif_message(gone_text(gone));
  const Entity subject{vertex_kind_from(gone.subject_kind).value_or(VertexKind{}), gone.subject_id,
                       gone.subject_name};
  result["locations"] = Json::array({sarif_fallback(audit.tables, subject)});
  result["partialFingerprints"] = {{"assayFlag/v1", json_text(gone.fingerprint)}};
  result["suppressions"] = Json::array();
  result["baselineState"] = "absent";
  result["properties"] = {{"now", gone.now}};
  return result;
}

Json sarif_pass(const Audit& audit, const ClearVerdict& clear) {
  const auto number = static_cast<std::size_t>(&clear.rule - audit.packs.rules.rules.data());
  const std::string subject = name_of(clear.subject);
  const std::string_view parts[] = {clear.rule.id, subject};  // as for a flag of the same rule and subject
  const std::string print = fingerprint(parts);
  std::string message;
  for (const std::string& because : clear.why.because) message.append(message.empty() ? "" : "; ").append(because);
  Json result{{"ruleId", json_text(clear.rule.id)}, {"ruleIndex", number}, {"kind", "pass"}, {"level", "none"}};
  result["message"] = sarif_message(message);
  const EvidenceStep* step = decisive(clear.why.steps);
  result["locations"] = Json::array({step == nullptr ? sarif_fallback(audit.tables, clear.subject)
                                                     : sarif_location(audit.tables, step->cell, &clear.subject)});
  if (!clear.why.steps.empty())
    result["codeFlows"] = Json::array({code_flow(audit.tables, clear.why.steps, "what the verdict rests on")});
  result["partialFingerprints"] = fingerprints(print, print);
  result["suppressions"] = Json::array();
  if (audit.comparison) result["baselineState"] = "unchanged";  // the standard wants it at all results or at none
  result["properties"] = properties(clear.rule, to_string(Verdict::clear), clear.subject);
  return result;
}

}  // namespace assay
