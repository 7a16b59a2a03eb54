#include "base/version.h"

#include "audit/packs.h"
#include "base/failure.h"
#include "cli/command.h"
#include "report/report.h"

namespace assay {
namespace {

Rules shipped_rules(Terminal& terminal) {
  LoadedPacks loaded;
  Diagnostics diagnostics;
  if (load_packs({shipped_pack()}, loaded, diagnostics)) return std::move(loaded.rules);
  for (const Diagnostic& diagnostic : diagnostics) terminal.err << format_diagnostic(diagnostic) << '\n';
  throw Failure(Exit::rules_refused, "the rule pack that the program ships with cannot be loaded");
}

int run(const Arguments& arguments, Terminal& terminal) {
  const Rules rules = shipped_rules(terminal);
  if (arguments.has("--json")) {
    terminal.out << version_json(program_version, rules.packs) << '\n';
    return static_cast<int>(Exit::clear);
  }
  terminal.out << "assay " << program_version << '\n';
  for (const PackInfo& pack : rules.packs)
    terminal.out << "rule pack " << pack.id << ' ' << pack.version << ", " << std::to_string(pack.rules)
                 << " rules, sha256 " << pack.digest << '\n';
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command version_command{"version", "", "the version of the program and of its rule pack",
                              0,         0,  {{"--json", "", "for programs"}},
                              {},        run};

}  // namespace assay
