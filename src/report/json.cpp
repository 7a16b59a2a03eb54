#include "report/json.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "report/clear.h"
#include "report/report.h"
#include "report/steps.h"
#include "screening/screening.h"

namespace assay {
namespace {

Json at_json(const Tables& tables, CellRef cell) {
  if (!cell.exists()) return nullptr;
  const CellPlace place = tables.place(cell);
  return {{"file", json_text(place.file)},   {"line", place.line},
          {"column", place.column},          {"record", place.record},
          {"field", json_text(place.field)}, {"field_index", place.field_index},
          {"text", json_text(place.text)}};
}

/// The row of a pack's table, or the entry of a list, that a step rests on.
Json reference_json(const EvidenceStep& step) {
  if (!step.list.empty())
    return {{"list", json_text(step.list)},
            {"entry", json_text(step.list_entry)},
            {"field", json_text(step.reference_field)},
            {"text", json_text(step.reference_text)}};
  const Json pack = step.reference_pack.empty() ? Json(nullptr) : Json(json_text(step.reference_pack));
  return {{"pack", pack},
          {"table", json_text(step.reference_table)},
          {"line", step.reference_line},
          {"field", json_text(step.reference_field)},
          {"text", json_text(step.reference_text)}};
}

Json entity_json(const Entity& entity) {
  return {{"kind", to_string(entity.kind)}, {"id", json_text(entity.id)}, {"name", json_text(entity.name)}};
}

Json evidence_json(const Tables& tables, const std::vector<EvidenceStep>& steps) {
  Json list = Json::array();
  for (const EvidenceStep& step : steps) {
    Json one = {{"kind", to_string(step.kind)}, {"says", json_text(step.says)}};
    one["from"] = entity_json(step.from);
    one["relation"] = joins(step) ? Json(to_string(step.relation)) : Json(nullptr);
    one["to"] = joins(step) ? entity_json(step.to) : Json(nullptr);
    one["date"] = step.date.empty() ? Json(nullptr) : Json(json_text(step.date));
    one["at"] = step.is_of_record() ? reference_json(step) : at_json(tables, step.cell);
    one["also_at"] = Json::array();
    list.push_back(std::move(one));
  }
  return list;
}

Json missing_json(const Tables& tables, const std::vector<Missing>& missing) {
  Json list = Json::array();
  for (const Missing& one : missing)
    list.push_back({{"subject", entity_json(one.subject)},
                    {"field", json_text(one.field.substr(one.field.rfind('.') + 1))},
                    {"at", at_json(tables, one.cell)},
                    {"why", to_string(one.why)}});
  return list;
}

Json ask_json(const std::vector<Ask>& ask) {
  Json list = Json::array();
  for (const Ask& one : ask)
    list.push_back({{"whom", entity_json(one.whom)},
                    {"what", json_text(one.what)},
                    {"document", json_text(one.document)},
                    {"settles", one.settles}});
  return list;
}

Json law_json(const std::vector<LawEntry>& law) {
  Json list = Json::array();
  for (const LawEntry& entry : law) {
    const bool named = !entry.measure.empty();
    list.push_back({{"jurisdiction", json_text(entry.jurisdiction)},
                    {"measure", named ? Json(json_text(entry.measure)) : Json(nullptr)},
                    {"status", to_string(entry.status)},
                    {"source", named ? Json(json_text(entry.source)) : Json(nullptr)}});
  }
  return list;
}

Json basis_json(const Rule& rule) {
  Json list = Json::array();
  for (const Citation& citation : rule.references)
    list.push_back({{"cite", json_text(citation.cite)}, {"locator", json_text(citation.locator)}});
  return list;
}

Json finding_json(const Audit& audit, std::size_t number) {
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  const bool flagged = finding.verdict == Verdict::flagged;
  Json also = Json::array();
  for (const std::string& id : text.also) also.push_back(json_text(id));
  Json one = {{"id", text.id},
              {"fingerprint", text.fingerprint},
              {"path_fingerprint", text.path_fingerprint},
              {"rule", json_text(rule.id)},
              {"also", std::move(also)},
              {"theme", json_text(rule.theme)},
              {"severity", flagged ? to_string(finding.severity) : to_string(finding.gap)},
              {"grade", text.evidence.empty() ? Json(nullptr) : Json(to_string(text.grade))},
              {"verdict", to_string(finding.verdict)},
              {"subject", entity_json(text.subject)},
              {"message", json_text(text.message)},
              {"question", json_text(rule.question)},
              {"basis", basis_json(rule)},
              {"law", law_json(text.law)},
              {"evidence", evidence_json(audit.tables, text.evidence)},
              {"missing", missing_json(audit.tables, text.missing)},
              {"ask", ask_json(text.ask)},
              {"settles", finding.settles},
              {"waiver", nullptr}};
  if (audit.comparison) {
    const ChangeOfFinding& change = audit.comparison->of[number];
    one["baseline"] = to_string(change.since);
    one["was"] = change.was.empty() ? Json(nullptr) : Json(json_text(change.was));
    one["counts"] = change.counts();
  }
  return one;
}

Json names_json(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) list.push_back(json_text(name));
  return list;
}

Json baseline_json(const Comparison& with) {
  Json gone = Json::array();
  for (const GoneFinding& one : with.gone)
    gone.push_back({{"id", json_text(one.id)},
                    {"fingerprint", json_text(one.fingerprint)},
                    {"rule", json_text(one.rule)},
                    {"verdict", to_string(one.verdict)},
                    {"severity", json_text(one.severity)},
                    {"subject",
                     {{"kind", json_text(one.subject_kind)},
                      {"id", json_text(one.subject_id)},
                      {"name", json_text(one.subject_name)}}},
                    {"message", json_text(one.message)},
                    {"now", one.now}});
  return {{"with", json_text(with.with)},
          {"as_of", json_text(with.as_of)},
          {"counts",
           {{"new", with.added},
            {"worse", with.worse},
            {"changed", with.changed},
            {"unchanged", with.unchanged},
            {"gone", with.gone.size()}}},
          {"lost", {{"tables", names_json(with.lost_tables)}, {"columns", names_json(with.lost_columns)}}},
          {"gone", std::move(gone)}};
}

Json clear_json(const Audit& audit, const ClearVerdict& clear, std::size_t number) {
  const std::string id = "F-" + std::to_string(number);
  const std::string subject = std::string(to_string(clear.subject.kind)) + ':' + clear.subject.id;
  const std::string_view parts[] = {clear.rule.id, subject};  // as for a flag of the same rule and subject
  std::string message;
  for (const std::string& because : clear.why.because) message.append(message.empty() ? "" : "; ").append(because);
  return {{"id", id},
          {"fingerprint", fingerprint(parts)},
          {"path_fingerprint", fingerprint(parts)},
          {"rule", json_text(clear.rule.id)},
          {"also", Json::array()},
          {"theme", json_text(clear.rule.theme)},
          {"severity", to_string(Severity::info)},
          {"grade", nullptr},
          {"verdict", to_string(Verdict::clear)},
          {"subject", entity_json(clear.subject)},
          {"message", json_text(message)},
          {"question", json_text(clear.rule.question)},
          {"basis", basis_json(clear.rule)},
          {"law", law_json(clear.why.law)},
          {"evidence", evidence_json(audit.tables, clear.why.steps)},
          {"missing", Json::array()},
          {"ask", Json::array()},
          {"settles", 0},
          {"waiver", nullptr}};
}

Json outcome_json(const Audit& audit) {
  const VerdictCounts& counts = audit.evaluation.counts;
  return {{"verdict", to_string(audit.verdict)},
          {"exit_code", static_cast<int>(audit.exit)},
          {"accepted", audit.accepted},
          {"counts",
           {{"flagged", counts.flagged},
            {"insufficient", counts.insufficient},
            {"clear", counts.clear},
            {"not_applicable", counts.not_applicable},
            {"waived", counts.waived}}}};
}

Json scope_json(const Audit& audit) {
  Json not_examined = Json::array();
  for (const NotExamined& entry : audit.evaluation.not_examined) {
    const FieldInfo& about = info(entry.field);
    not_examined.push_back({{"rule", json_text(audit.packs.rules.rules[entry.rule].id)},
                            {"table", to_string(about.table)},
                            {"field", short_name(entry.field)},
                            {"subjects", entry.subjects}});
  }
  const StatedScope& stated = audit.scope;
  const auto text = [](const std::string& said) { return said.empty() ? Json(nullptr) : Json(json_text(said)); };
  Json scope = {{"company", text(stated.company)}, {"jurisdictions", names_json(stated.jurisdictions)}};
  if (!stated.importer_of_record.empty()) scope["importer_of_record"] = text(stated.importer_of_record);
  if (!stated.from.empty() || !stated.to.empty())
    scope["period"] = {{"from", text(stated.from)}, {"to", text(stated.to)}};
  scope["not_examined"] = std::move(not_examined);
  return scope;
}

Json input_json(const Audit& audit, std::size_t file) {
  const InputFile& input = audit.tables.files[file];
  Json tables = Json::array();
  for (const Table& table : audit.tables.tables)
    if (table.file == file) tables.push_back(to_string(table.kind));
  // By full name: tables of one file may share a column.
  Json columns = Json::array();
  for (const Table& table : audit.tables.tables)
    for (std::size_t field = 0; table.file == file && field < fields; ++field)
      if (table.has(static_cast<Field>(field))) columns.push_back(info(static_cast<Field>(field)).name);
  const auto entry = std::find_if(audit.ledger.begin(), audit.ledger.end(),
                                  [&](const LedgerEntry& one) { return one.file == input.name; });
  const LedgerEntry sums = entry == audit.ledger.end() ? LedgerEntry{} : *entry;
  return {{"file", json_text(input.name)},
          {"tables", std::move(tables)},
          {"columns", std::move(columns)},
          {"sha256", to_hex(input.digest)},
          {"rows", sums.rows},
          {"used", sums.used},
          {"rejected", sums.rejected},
          {"quarantined", sums.quarantined}};
}

Json list_json(const WatchList& list, const Reliance& reliance) {
  const bool dated = list.date.known == Known::yes;
  return {{"name", json_text(list.name)},
          {"format", json_text(list.format)},
          {"entries", list.entries.size()},
          {"date", dated ? Json(to_string(list.date)) : Json(nullptr)},
          {"date_from", to_string(list.date_from)},
          {"sha256", list.sha256},
          {"no_hit", reliance.no_hit},
          {"why", reliance.why.empty() ? Json(nullptr) : Json(json_text(reliance.why))}};
}

Json pack_json(const PackInfo& pack) {
  return {{"id", json_text(pack.id)},
          {"version", json_text(pack.version)},
          {"rules", pack.rules},
          {"sha256", pack.digest}};
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  return {{"level", to_string(diagnostic.level)},
          {"file", json_text(diagnostic.at.file)},
          {"line", diagnostic.at.line},
          {"column", diagnostic.at.column},
          {"message", json_text(diagnostic.message)}};
}

void write_json(const Audit& audit, const WriteOptions&, std::ostream& out) {
  out << "{\n\"format\": \"assay-audit/1\",\n\"as_of\": " << json_line(day_to_string(audit.as_of))
      << ",\n\"outcome\": " << json_line(outcome_json(audit)) << ",\n\"scope\": " << json_line(scope_json(audit));
  if (audit.comparison) out << ",\n\"baseline\": " << json_line(baseline_json(*audit.comparison));
  JsonList inputs(out, "inputs");
  for (std::size_t file = 0; file < audit.tables.files.size(); ++file) inputs.add(input_json(audit, file));
  inputs.end();
  JsonList lists(out, "lists");
  if (audit.screening != nullptr)
    for (std::size_t list = 0; list < audit.screening->lists.size(); ++list)
      lists.add(list_json(audit.screening->lists[list], audit.screening->reliance[list]));
  lists.end();
  JsonList packs(out, "packs");
  for (const PackInfo& pack : audit.packs.rules.packs) packs.add(pack_json(pack));
  packs.end();
  JsonList findings(out, "findings");
  std::size_t number = 0;
  for (; number < audit.evaluation.findings.size(); ++number) findings.add(finding_json(audit, number));
  for_each_clear(audit, [&](const ClearVerdict& clear) { findings.add(clear_json(audit, clear, ++number)); });
  findings.end();
  JsonList diagnostics(out, "diagnostics");
  for (const Diagnostic& diagnostic : audit.diagnostics) diagnostics.add(diagnostic_json(diagnostic));
  diagnostics.end();
  out << ",\n\"record\": {\"audit\": null, \"head\": null}\n}\n";
}

}  // namespace

std::string version_json(std::string_view version, std::span<const PackInfo> packs) {
  Json list = Json::array();
  for (const PackInfo& pack : packs) list.push_back(pack_json(pack));
  return json_line({{"name", "assay"}, {"version", version}, {"packs", std::move(list)}});
}

const Writer json_writer{"json", "for programs: assay-audit/1, every finding in full", write_json};

}  // namespace assay
