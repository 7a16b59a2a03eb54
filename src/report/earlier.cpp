#include "report/earlier.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/failure.h"
#include "base/text.h"
#include "report/json.h"

namespace assay {
namespace {

using Plain = nlohmann::json;

/// What of a report is compared. Proofs are dropped while they are read: a report may be as large as its inputs.
constexpr std::array<std::string_view, 6> not_compared{"evidence", "law", "basis", "ask", "diagnostics", "question"};

class Reading {
 public:
  Reading(std::string_view text, std::string name) : text_(text) { report_.name = std::move(name); }

  EarlierReport run() {
    const Plain all = parsed();
    check_format(all);
    report_.as_of = text_of(all, "as_of", "the report");
    for (const Plain& pack : list_of(all, "packs", "the report"))
      report_.packs.push_back(
          {text_of(pack, "id", "a pack"), text_of(pack, "version", "a pack"), text_of(pack, "sha256", "a pack")});
    if (report_.packs.empty()) refuse("nothing was examined in it: its rules were refused");
    for (const Plain& input : list_of(all, "inputs", "the report")) add_input(input);
    for (const Plain& finding : list_of(all, "findings", "the report")) add_finding(finding);
    sort_unique(report_.tables);
    sort_unique(report_.columns);
    return std::move(report_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Failure(Exit::usage, "--baseline " + escape_for_terminal(report_.name) + ": " + what);
  }

  [[nodiscard]] Plain parsed() const {
    const auto keep = [](int, Plain::parse_event_t event, const Plain& value) {
      return event != Plain::parse_event_t::key || !value.is_string() ||
             std::find(not_compared.begin(), not_compared.end(), value.get_ref<const std::string&>()) ==
                 not_compared.end();
    };
    try {
      return Plain::parse(text_.begin(), text_.end(), keep);
    } catch (const Plain::parse_error& error) {
      const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text_.size()));
      refuse("is no JSON, or was cut short: line " + std::to_string(std::count(text_.begin(), end, '\n') + 1) +
             " cannot be read; it takes a report that assay wrote with --format json");
    } catch (const Plain::exception&) {
      refuse("holds a number that no report holds");
    }
  }

  void check_format(const Plain& all) const {
    if (all.is_object() && all.contains("runs"))
      refuse("is a SARIF report; it takes one that was written with --format json");
    if (!all.is_object() || !all.contains("format") || !all["format"].is_string())
      refuse("is no report of assay; it takes one that was written with --format json");
    const std::string format = all["format"].get<std::string>();
    if (format != "assay-audit/1")
      refuse("is of the format \"" + escape_for_terminal(format) + "\"; this program compares with assay-audit/1");
  }

  [[nodiscard]] std::string text_of(const Plain& object, const char* key, const std::string& whose) const {
    if (!object.is_object() || !object.contains(key) || !object[key].is_string())
      refuse("is damaged: " + whose + " has no \"" + key + '"');
    return object[key].get<std::string>();
  }

  [[nodiscard]] const Plain& list_of(const Plain& object, const char* key, const std::string& whose) const {
    if (!object.is_object() || !object.contains(key) || !object[key].is_array())
      refuse("is damaged: " + whose + " has no list \"" + key + '"');
    return object[key];
  }

  void add_input(const Plain& input) {
    std::set<TableKind> kinds;
    for (const Plain& word : list_of(input, "tables", "an input"))
      for (std::size_t kind = 0; kind < table_kinds; ++kind)
        if (word == to_string(static_cast<TableKind>(kind))) kinds.insert(static_cast<TableKind>(kind));
    report_.tables.insert(report_.tables.end(), kinds.begin(), kinds.end());
    for (const Plain& word : list_of(input, "columns", "an input"))
      if (const auto field = word.is_string() ? field_from(word.get<std::string>()) : std::nullopt)
        report_.columns.push_back(*field);
  }

  void add_finding(const Plain& finding) {
    const std::string whose = "finding " + std::to_string(++seen_);
    const std::string verdict = text_of(finding, "verdict", whose);
    if (verdict == to_string(Verdict::clear)) return;
    EarlierFinding one;
    if (verdict == to_string(Verdict::insufficient))
      one.verdict = Verdict::insufficient;
    else if (verdict != to_string(Verdict::flagged))
      refuse("is damaged: " + whose + " has no verdict that is known");
    one.id = text_of(finding, "id", whose);
    one.fingerprint = text_of(finding, "fingerprint", whose);
    one.path_fingerprint = text_of(finding, "path_fingerprint", whose);
    one.rule = text_of(finding, "rule", whose);
    one.message = text_of(finding, "message", whose);
    one.severity = text_of(finding, "severity", whose);
    check_severity(one, whose);
    if (!finding.contains("subject")) refuse("is damaged: " + whose + " has no \"subject\"");
    one.subject_kind = text_of(finding["subject"], "kind", whose);
    one.subject_id = text_of(finding["subject"], "id", whose);
    one.subject_name = text_of(finding["subject"], "name", whose);
    if (one.verdict == Verdict::insufficient) {
      for (const Plain& also : list_of(finding, "also", whose))
        if (also.is_string()) one.waits.push_back(also.get<std::string>());
      one.waits.push_back(one.rule);
      sort_unique(one.waits);
      const Plain& missing = list_of(finding, "missing", whose);
      if (!missing.empty()) one.missing_field = text_of(missing[0], "field", whose);
    }
    report_.findings.push_back(std::move(one));
  }

  void check_severity(const EarlierFinding& one, const std::string& whose) const {
    const bool known = one.verdict == Verdict::flagged ? severity_from(one.severity).has_value()
                                                       : gap_from(one.severity).has_value();
    if (!known) refuse("is damaged: " + whose + " has no severity that is known");
  }

  template <typename T>
  static void sort_unique(std::vector<T>& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  std::string_view text_;
  EarlierReport report_;
  std::size_t seen_ = 0;
};

}  // namespace

EarlierReport read_earlier_report(std::string_view text, std::string name) {
  return Reading(text, std::move(name)).run();
}

}  // namespace assay
