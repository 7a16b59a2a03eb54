#include <filesystem>

#include "audit/packs.h"
#include "base/failure.h"
#include "cli/command.h"
#include "cli/request.h"
#include "report/layout.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// A pack names its files from its own folder; people look for them from theirs.
void show_paths(const std::string& folder, const std::vector<PackFile>& pack, Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics)
    for (const PackFile& file : pack)
      if (diagnostic.at.file == file.name) {
        diagnostic.at.file = (fs::path(folder) / file.name).generic_string();
        break;
      }
}

int run(const Arguments& arguments, Terminal& terminal) {
  const fs::path path = arguments.operands.front();
  std::error_code error;
  const bool is_folder = fs::is_directory(path, error);
  const std::vector<PackFile> pack = is_folder ? read_pack(path.string()) : pack_around(path.string());
  LoadedPacks loaded;
  Diagnostics diagnostics;
  const bool sound = load_packs({pack}, loaded, diagnostics) && pass_canaries(loaded, diagnostics);
  show_paths((is_folder ? path : path.parent_path()).string(), pack, diagnostics);
  tell(diagnostics, arguments, terminal);
  if (!sound) return static_cast<int>(Exit::rules_refused);
  std::size_t rules = 0;
  std::size_t tests = 0;
  for (const Rule& rule : loaded.rules.rules) {
    if (!is_folder && rule.id + ".yaml" != path.filename().string()) continue;
    ++rules;
    tests += rule.tests.size();
  }
  terminal.out << counted(rules, "rule") << ", " << counted(tests, "test") << ", all of them pass\n";
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command rules_lint_command{"rules lint",
                                 "DIR|FILE",
                                 "check a rule pack, or one rule file, and run the tests inside the rules",
                                 1,
                                 1,
                                 display_options(),
                                 {"assay rules lint rules/dprk"},
                                 run};

}  // namespace assay
