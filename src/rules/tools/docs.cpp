#include "rules/tools/docs.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/tools/words.h"
#include "rules/yaml.h"

namespace assay {
namespace {

constexpr std::string_view made_by = "\nMade by `assay rules docs` from the rules; what is edited here is lost.\n";

/// A text of a rule in Markdown: on one line, its marks taken for what they are.
std::string plain(std::string_view text) {
  std::string out;
  for (const std::string_view word : split(text, " \t\r\n")) {
    if (!out.empty()) out += ' ';
    for (const char c : word) {
      if (std::string_view("\\`*_[]<>|").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string link_to(const Rule& rule) {
  return fmt::format("[{0}]({0}.md)", rule.id);
}

std::string in_words(SubjectKind subject) {
  std::string words(to_string(subject));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// The lines of the keys that say when the rule flags, as the author wrote them.
std::string conditions_as_written(const Rule& rule, const std::vector<std::vector<PackFile>>& files) {
  YamlDocument document;
  for (const std::vector<PackFile>& pack : files)
    for (const PackFile& file : pack) {
      Diagnostics diagnostics;
      if (file.name == rule.id + ".yaml") parse_yaml(file.name, file.bytes, document, diagnostics);
    }
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < document.bytes.size();) {
    const std::size_t end = std::min(document.bytes.find('\n', at), document.bytes.size());
    lines.push_back(std::string_view(document.bytes).substr(at, end - at));
    at = end + 1;
  }
  std::string text;
  const std::vector<YamlNode>& keys = document.root.keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].text != "let" && keys[i].text != "when" && keys[i].text != "flag_when" && keys[i].text != "gap_when")
      continue;
    std::size_t end = i + 1 < keys.size() ? keys[i + 1].line - 1 : lines.size();
    while (end > keys[i].line && (trim(lines[end - 1]).empty() || lines[end - 1].starts_with("#"))) --end;
    for (std::size_t line = keys[i].line - 1; line < end; ++line) text.append(lines[line]).append("\n");
  }
  return text;
}

std::string bullets(std::string_view title, const std::vector<std::string>& texts) {
  if (texts.empty()) return {};
  std::string out = fmt::format("\n## {}\n\n", title);
  for (const std::string& text : texts) out += fmt::format("- {}\n", plain(text));
  return out;
}

std::string law(const Rule& rule) {
  std::string out = "\n## Law and sources\n\n";
  for (const Citation& citation : rule.references)
    out += citation.url.empty() ? fmt::format("- {}\n", plain(citation_words(citation)))
                                : fmt::format("- [{}]({})\n", plain(citation_words(citation)), citation.url);
  return out;
}

std::string page_of(const Rule& rule, const std::vector<std::vector<PackFile>>& files) {
  std::string out = fmt::format("# {}\n\n`{}`\n\n**{}**\n\n", plain(rule.title), rule.id, plain(rule.question));
  if (!rule.why.empty()) out += plain(rule.why) + "\n\n";
  out += "| | |\n|---|---|\n";
  out += fmt::format("| If yes | {} |\n", rule.gap_only ? "a gap in the data: an open question, never a flag"
                                                        : "flagged, severity " + severity_words(rule));
  out += fmt::format("| If unknown | an open question; how much it matters: {} |\n", gap_words(rule.gap));
  out += fmt::format("| Asked of | every {}{} |\n", in_words(rule.subject), rule.when ? " to which it applies" : "");
  out += fmt::format("| Required | {} |\n",
                     rule.required ? "yes: an audit whose inputs cannot answer it stays open" : "no");
  out += fmt::format("| Theme | {}: {} |\n", plain(rule.theme), plain(theme_words(rule.theme)));
  if (!rule.status.empty()) out += fmt::format("| Status | {} |\n", rule.status);
  if (!rule.jurisdictions.empty()) out += fmt::format("| In force in | {} |\n", fmt::join(rule.jurisdictions, ", "));
  out += law(rule);
  out += "\n## When it flags\n\n```yaml\n" + conditions_as_written(rule, files) + "```\n";
  out += bullets("What decides an open question", rule.decide_by);
  out += bullets("When a flag may be wrong", rule.falsepositives);
  out += "\n## Tests\n\n| verdict | test |\n|---|---|\n";
  for (const RuleTest& test : rule.tests)
    out += fmt::format("| {} | {} |\n", to_string(test.expect), plain(test.name));
  return out + std::string(made_by);
}

std::string index_of(const Rules& rules) {
  std::string out = "# Rules\n\nBy [theme](by-theme.md), by [law](by-law.md).\n";
  for (const PackInfo& pack : rules.packs)
    out += fmt::format("\nPack `{}`, version {}, {} rules.\n", pack.id, plain(pack.version), pack.rules);
  out += "\n| rule | severity | asks |\n|---|---|---|\n";
  for (const Rule& rule : rules.rules)
    out += fmt::format("| {} | {} | {} |\n", link_to(rule), rule.gap_only ? "gap" : severity_words(rule),
                       plain(rule.question));
  return out + std::string(made_by);
}

std::string by_theme(const Rules& rules) {
  std::string out = "# Rules by theme\n";
  for (const std::string_view theme : theme_names()) {
    std::string of_theme;
    for (const Rule& rule : rules.rules)
      if (rule.theme == theme) of_theme += fmt::format("- {}: {}\n", link_to(rule), plain(rule.title));
    if (!of_theme.empty()) out += fmt::format("\n## {}\n\n{}.\n\n{}", theme, plain(theme_words(theme)), of_theme);
  }
  return out + std::string(made_by);
}

std::string by_law(const Rules& rules) {
  std::map<std::string, std::vector<std::pair<std::string, const Rule*>>> law;  // instrument: paragraph, rule
  for (const Rule& rule : rules.rules)
    for (const Citation& citation : rule.references) law[citation.cite].emplace_back(citation.locator, &rule);
  std::string out = "# Rules by law and source\n";
  for (auto& [cite, entries] : law) {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id);
    });
    out += fmt::format("\n## {}\n\n", plain(cite));
    for (const auto& [locator, rule] : entries)
      out += fmt::format("- {}{}\n", locator.empty() ? "" : plain(locator) + ": ", link_to(*rule));
  }
  return out + std::string(made_by);
}

}  // namespace

std::vector<Page> rule_pages(const Rules& rules, const std::vector<std::vector<PackFile>>& files) {
  std::vector<Page> pages = {
      {"README.md", index_of(rules)}, {"by-law.md", by_law(rules)}, {"by-theme.md", by_theme(rules)}};
  for (const Rule& rule : rules.rules) pages.push_back({rule.id + ".md", page_of(rule, files)});
  return pages;
}

}  // namespace assay
