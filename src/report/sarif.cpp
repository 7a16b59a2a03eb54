#include <algorithm>

#include "base/version.h"
#include "report/json.h"
#include "report/report.h"
#include "report/sarif_place.h"
#include "report/sarif_result.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a viewer shows beside a finding: on what authority, what else could explain it, which document decides.
std::string help_text(const Rule& rule) {
  std::string text;
  const auto add = [&](std::string_view title, const std::string& words) {
    if (!words.empty()) text.append(text.empty() ? "" : "\n").append(title).append(": ").append(sarif_text(words));
  };
  add("Basis", basis_text(rule));
  for (const std::string& other : rule.falsepositives) add("Other explanation", prose(other));
  for (const std::string& document : rule.decide_by) add("Decided by", prose(document));
  return text.empty() ? "-" : text;
}

Json rule_json(const Rule& rule) {
  Json one{{"id", json_text(rule.id)},
           {"shortDescription", sarif_message(rule.title)},
           {"fullDescription", sarif_message(rule.question)},
           {"help", {{"text", help_text(rule)}}},
           {"defaultConfiguration", {{"level", sarif_level(rule.severity)}}}};
  one["properties"] = {{"security-severity", security_severity(rule.severity)},
                       {"tags", Json::array({json_text(rule.theme)})}};
  return one;
}

Json tool_json(const Audit& audit) {
  Json rules = Json::array();
  for (const Rule& rule : audit.packs.rules.rules) rules.push_back(rule_json(rule));
  Json packs = Json::array();
  for (const PackInfo& pack : audit.packs.rules.packs)
    packs.push_back({{"name", json_text(pack.id)},
                     {"version", json_text(pack.version)},
                     {"properties", {{"rules", pack.rules}, {"sha256", pack.digest}}}});
  Json tool{{"driver", {{"name", "assay"}, {"version", program_version}, {"rules", std::move(rules)}}}};
  if (!packs.empty()) tool["extensions"] = std::move(packs);
  return tool;
}

/// A diagnostic about an input stands at its artifact; one about a rule has only its file's name in the words.
Json notification(const Audit& audit, const Diagnostic& diagnostic) {
  const std::vector<InputFile>& files = audit.tables.files;
  const auto file =
      std::find_if(files.begin(), files.end(), [&](const InputFile& one) { return one.name == diagnostic.at.file; });
  std::string words = diagnostic.message;
  if (!diagnostic.hint.empty()) words += "; " + diagnostic.hint;
  Json one{{"level", to_string(diagnostic.level)}};
  if (file == files.end()) {
    const CellPlace place{diagnostic.at.file, diagnostic.at.line, diagnostic.at.column, 0, {}, 0, {}};
    one["message"] = sarif_message(diagnostic.at.file.empty() ? words : place_text(place) + ": " + words);
    return one;
  }
  one["message"] = sarif_message(words);
  Json physical{{"artifactLocation", sarif_artifact(audit.tables, static_cast<std::size_t>(file - files.begin()))}};
  if (diagnostic.at.line != 0) {
    physical["region"] = {{"startLine", diagnostic.at.line}};
    if (diagnostic.at.column != 0) physical["region"]["startColumn"] = diagnostic.at.column;
  }
  Json location{{"physicalLocation", std::move(physical)}};
  one["locations"] = Json::array({std::move(location)});
  return one;
}

Json invocation_json(const Audit& audit) {
  Json notifications = Json::array();
  for (const Diagnostic& diagnostic : audit.diagnostics) notifications.push_back(notification(audit, diagnostic));
  const bool whole = audit.evaluated && audit.exit <= Exit::open;  // nothing was refused
  Json one{{"executionSuccessful", whole},
           {"exitCode", static_cast<int>(audit.exit)},
           {"exitCodeDescription", json_text(verdict_line(audit))}};
  // A rule that was refused is a matter of configuration; it stops the audit before any input is read.
  one[audit.evaluated ? "toolExecutionNotifications" : "toolConfigurationNotifications"] = std::move(notifications);
  return one;
}

Json artifact_json(const Audit& audit, std::size_t file) {
  const InputFile& input = audit.tables.files[file];
  Json one{{"location", sarif_artifact(audit.tables, file)},
           {"length", input.bytes.view().size()},
           {"hashes", {{"sha-256", to_hex(input.digest)}}},
           {"roles", Json::array({"analysisTarget"})}};
  for (const LedgerEntry& sums : audit.ledger)
    if (sums.file == input.name)
      one["properties"] = {
          {"rows", sums.rows}, {"used", sums.used}, {"rejected", sums.rejected}, {"quarantined", sums.quarantined}};
  return one;
}

Json run_properties(const Audit& audit) {
  const VerdictCounts& counts = audit.evaluation.counts;
  Json all{{"asOf", day_to_string(audit.as_of)},
           {"verdict", to_string(audit.verdict)},
           {"says", json_text(verdict_line(audit))},
           {"notLookedAt", json_text(not_looked_at(audit))},
           {"verdicts",
            {{"flagged", counts.flagged},
             {"insufficient", counts.insufficient},
             {"clear", counts.clear},
             {"notApplicable", counts.not_applicable}}}};
  if (audit.comparison) all["sinceBaseline"] = json_text(baseline_text(audit));
  return all;
}

void write_results(const Audit& audit, std::ostream& out) {
  JsonList results(out, "results");
  for (std::size_t number = 0; number < audit.evaluation.findings.size(); ++number)
    results.add(sarif_result(audit, number));
  for_each_clear(audit, [&](const ClearVerdict& clear) { results.add(sarif_pass(audit, clear)); });
  if (audit.comparison)
    for (const GoneFinding& gone : audit.comparison->gone) results.add(sarif_gone(audit, gone));
  results.end();
}

void write_sarif(const Audit& audit, const WriteOptions&, std::ostream& out) {
  out << "{\n\"$schema\": " << json_line(schema)
      << ",\n\"version\": \"2.1.0\",\n\"runs\": [{\n\"tool\": " << json_line(tool_json(audit))
      << ",\n\"automationDetails\": {\"id\": \"assay/\"}"
      << ",\n\"columnKind\": \"unicodeCodePoints\""
      << ",\n\"originalUriBaseIds\": {\"SRCROOT\": {\"description\": {\"text\": \"the folder that was audited\"}}}"
      << ",\n\"invocations\": " << json_line(Json::array({invocation_json(audit)}));
  JsonList artifacts(out, "artifacts");
  for (std::size_t file = 0; file < audit.tables.files.size(); ++file) artifacts.add(artifact_json(audit, file));
  artifacts.end();
  write_results(audit, out);
  out << ",\n\"properties\": " << json_line(run_properties(audit)) << "\n}]\n}\n";
}

}  // namespace

const Writer sarif_writer{"sarif", "for code scanning: SARIF 2.1.0, the proof of each flag as a code flow",
                          write_sarif};

}  // namespace assay
