#include "rules/ask.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace assay::test {
namespace {

/// A rule must show itself flagging, clearing and staying open; what the tests here expect is not asked of these.
std::string tests_of_rule() {
  std::string text = "tests:\n";
  for (const std::string expected : {"flagged", "clear", "insufficient"})
    text += "  - name: it may be " + expected +
            "\n    given:\n      shipments: |\n        shipment_id,supplier,origin_country\n        S1,T,KP\n"
            "    subject: shipment:S1\n    expect: " +
            expected + "\n";
  return text;
}

}  // namespace

std::string rule_of(const std::string& condition, const std::string& more, const std::string& subject,
                    const std::string& id) {
  const std::string message = more.find("message:") == std::string::npos ? "message: \"{subject.id}\"\n" : "";
  return "assay: 1\nid: " + id + "\ntitle: A rule of a test\ntheme: sector_ban\nsubject: " + subject +
         "\nseverity: high\ngap: low\nquestion: Does it hold?\nreferences: [{cite: A law}]\n"
         "decide_by: [A document]\n" +
         message + more + "flag_when:\n  " + condition + "\n" + tests_of_rule();
}

std::vector<PackFile> pack_of(const std::string& rule, const std::vector<PackFile>& others) {
  std::vector<PackFile> files = {
      {"pack.yaml", fmt::format("assay: 1\nid: mine\nversion: \"1\"\nrules: {}\n", 1 + others.size())},
      {"my-rule.yaml", rule}};
  files.insert(files.end(), others.begin(), others.end());
  for (PackFile& file : shipped_pack())
    if (file.name.starts_with("data/")) files.push_back(std::move(file));
  return files;
}

OneRule::OneRule(const std::string& condition, const std::string& more, const std::string& subject,
                 const std::vector<PackFile>& others) {
  Diagnostics diagnostics;
  loaded_ = load_packs({pack_of(rule_of(condition, more, subject), others)}, packs_, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) complaint_ += format_diagnostic(diagnostic);
}

void OneRule::ask(const std::string& table, const std::string& csv, const std::string& as_of) {
  ask({{table, csv}}, as_of);
}

void OneRule::ask(const std::vector<std::pair<std::string, std::string>>& tables, const std::string& as_of) {
  ASSERT_TRUE(loaded_) << complaint_;
  Diagnostics diagnostics;
  evaluation_.reset();
  graph_.reset();
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& [table, csv] : tables) files.emplace_back(table + ".csv", csv);
  read_ = std::make_unique<ReadResult>(read_texts(files, diagnostics));
  ASSERT_FALSE(read_->refused) << (diagnostics.empty() ? "" : format_diagnostic(diagnostics.front()));
  graph_ = std::make_unique<SupplyGraph>(
      build_graph(read_->tables, packs_.reference, parse_date(as_of).first, diagnostics));
  evaluation_ = std::make_unique<Evaluation>(evaluate(packs_.rules, *graph_));
}

std::uint32_t OneRule::subject_of(const std::string& id) const {
  for (const auto& [kind, subject] : find_subjects(*graph_, id))
    if (kind == packs_.rules.rules.front().subject) return subject;
  ADD_FAILURE() << "no subject is " << id;
  return 0;
}

WhyNot OneRule::why(const std::string& id) const {
  return why_not(*evaluation_, 0, subject_of(id));
}

std::string OneRule::verdict(const std::string& id) const {
  const WhyNot found = why(id);
  std::string text(to_string(found.verdict));
  for (const Missing& missing : found.missing) text += " ?" + missing.field;
  return text;
}

FindingText OneRule::finding(const std::string& id) const {
  for (std::size_t i = 0; i < evaluation_->findings.size(); ++i) {
    FindingText text = describe(*evaluation_, i);
    if (text.subject.id == id || text.subject.name == id) return text;
  }
  ADD_FAILURE() << "no finding is about " << id;
  return {};
}

std::vector<std::string> OneRule::law(const std::string& id) const {
  std::vector<std::string> lines;
  for (const LawEntry& entry : why(id).law)
    lines.push_back(fmt::format("{} {}{}{}", entry.jurisdiction, entry.measure, entry.measure.empty() ? "" : " ",
                                to_string(entry.status)));
  return lines;
}

}  // namespace assay::test
