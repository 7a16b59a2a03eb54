#include <array>
#include <string_view>
#include <utility>

#include "cli/configuration_file.h"
#include "cli/templates.h"
#include "report/layout.h"

namespace assay {
namespace {

constexpr std::string_view head =
    "# Options of assay for the tables in this folder and in those below it. assay audit, explain, why-not and ask\n"
    "# find this file by walking up from their first input, as far as a folder with a .git or the home folder. The\n"
    "# command line wins over it, so do the variables ASSAY_DB and NO_COLOR; --no-config leaves it out, --config "
    "FILE\n"
    "# names another. Paths start from this folder.\n"
    "#\n"
    "# Take the # away in front of what you need.\n";

constexpr std::string_view tail =
    "\n# what the audit is about: reports repeat it, it changes no verdict\n"
    "#scope:\n"
    "#  company: Example Buyer Ltd.\n"
    "#  importer-of-record: Example Imports Inc.\n"
    "#  jurisdictions: [UN, GB]\n"
    "#  period: {from: 2024-01-01, to: 2024-12-31}\n";

/// Files lie beside the folder of the tables: a store or a report among the inputs would be read with them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> examples{{{"baseline", "../last.json"},
                                                                                  {"db", "../audits.db"},
                                                                                  {"expect-rows", "4000"},
                                                                                  {"fail-on", "medium"},
                                                                                  {"fail-on-open", "medium"},
                                                                                  {"format", "html"},
                                                                                  {"ignore", "[dprk-price-low]"},
                                                                                  {"jobs", "2"},
                                                                                  {"max-shown", "20"},
                                                                                  {"output", "../report.html"},
                                                                                  {"require", "[dprk-smelter]"},
                                                                                  {"rules", "../rules"},
                                                                                  {"select", "[labour]"}}};

std::string example_of(const Option& option, std::string_view key) {
  for (const auto& [name, value] : examples)
    if (name == key) return std::string(value);
  if (option.value.empty()) return key == "store" ? "false" : "true";
  if (!option.words.empty()) return std::string(option.words.back());
  if (option.value == "DATE") return "2025-03-31";
  return "../" + std::string(key);
}

/// A sentence as a comment of as many lines as it takes.
std::string comment(const std::string& text) {
  std::string lines = "# " + wrapped(text, 2, 115);
  for (std::size_t at = 0; (at = lines.find("\n  ", at)) != std::string::npos;) lines.replace(at, 3, "\n# ");
  return lines + '\n';
}

std::string option_lines(const Option& option) {
  std::string_view key = option.name;
  if (key.starts_with("--")) key.remove_prefix(2);
  std::string says(option.says);
  if (key.starts_with("no-")) {
    key.remove_prefix(3);
    says = "false: " + says;
  }
  std::string words;
  for (const std::string_view word : option.words) words.append(words.empty() ? ": " : ", ").append(word);
  return '\n' + comment(says + words) + '#' + std::string(key) + ": " + example_of(option, key) + '\n';
}

}  // namespace

Template configuration_template() {
  std::string text(head);
  for (const Option& option : configuration_keys()) text += option_lines(option);
  return {"assay.yaml", text.append(tail)};
}

}  // namespace assay
