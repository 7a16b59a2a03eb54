#include <algorithm>

#include "cli/request.h"
#include "cli/rules_packs.h"
#include "report/json.h"
#include "report/layout.h"
#include "rules/tools/words.h"

namespace assay {
namespace {

void write_text(const NamedPacks& packs, Terminal& terminal) {
  const Rules& rules = packs.loaded.rules;
  std::size_t id_width = 4;
  std::size_t theme_width = 5;
  for (const Rule& rule : rules.rules) {
    id_width = std::max(id_width, rule.id.size());
    theme_width = std::max(theme_width, rule.theme.size());
  }
  terminal.out << padded("rule", id_width) << "  severity  subject       " << padded("theme", theme_width)
               << "  required  title\n";
  for (std::size_t number = 0; number < rules.rules.size(); ++number) {
    if (!packs.wanted[number]) continue;
    const Rule& rule = rules.rules[number];
    terminal.out << padded(rule.id, id_width) << "  " << padded(to_string(highest_severity(rule)), 8) << "  "
                 << padded(to_string(rule.subject), 12) << "  " << padded(rule.theme, theme_width) << "  "
                 << (rule.required ? "required  " : "-         ") << prose(rule.title) << '\n';
  }
  for (const PackInfo& pack : rules.packs)
    terminal.out << safe(pack.id) << ' ' << safe(pack.version) << ": " << counted(pack.rules, "rule") << '\n';
}

void write_json(const NamedPacks& named, Terminal& terminal) {
  const Rules& rules = named.loaded.rules;
  terminal.out << "{\"format\": \"assay-rules/1\"";
  JsonList packs(terminal.out, "packs");
  for (const PackInfo& pack : rules.packs)
    packs.add({{"id", json_text(pack.id)},
               {"version", json_text(pack.version)},
               {"rules", pack.rules},
               {"sha256", pack.digest}});
  packs.end();
  JsonList list(terminal.out, "rules");
  for (std::size_t number = 0; number < rules.rules.size(); ++number) {
    if (!named.wanted[number]) continue;
    const Rule& rule = rules.rules[number];
    list.add({{"id", rule.id},
              {"severity", to_string(highest_severity(rule))},
              {"subject", to_string(rule.subject)},
              {"theme", rule.theme},
              {"required", rule.required},
              {"title", json_text(rule.title)},
              {"status", rule.status},
              {"question", json_text(rule.question)},
              {"tests", rule.tests.size()}});
  }
  list.end();
  terminal.out << "}\n";
}

std::vector<Option> options() {
  return {rules_option(),
          {"--format", "FORMAT", "how the list is written", "-f", {"text", "json"}},
          {"--verbose", "", "every diagnostic in full", "-v"}};
}

int run(const Arguments& arguments, Terminal& terminal) {
  NamedPacks packs;
  if (!load_named_packs(arguments, terminal, packs)) return static_cast<int>(Exit::rules_refused);
  if (arguments.text("--format", "text") == "json")
    write_json(packs, terminal);
  else
    write_text(packs, terminal);
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command rules_list_command{"rules list",
                                 "",
                                 "every rule: severity, subject, theme, whether its question must be asked",
                                 0,
                                 0,
                                 options(),
                                 {"assay rules list"},
                                 run};

}  // namespace assay
