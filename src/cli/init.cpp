#include <filesystem>

#include "base/failure.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/templates.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// Before anything is written: a folder of somebody's data stays as it is.
void check_free(const fs::path& folder, const std::vector<Template>& files) {
  std::error_code error;
  for (const Template& file : files)
    if (const fs::path path = folder / file.name; fs::exists(fs::symlink_status(path, error)))
      throw Failure(Exit::usage, escape_for_terminal(path.generic_string()) +
                                     " is there already; nothing was written, name another folder");
}

int run(const Arguments& arguments, Terminal& terminal) {
  const fs::path folder = fs::path(arguments.operands.front()).lexically_normal();
  const std::vector<Template> files = templates();
  std::error_code error;
  check_free(folder, files);
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder, error))
    throw Failure(Exit::io, "cannot make the folder " + escape_for_terminal(folder.generic_string()));
  for (const Template& file : files)
    write_file((folder / file.name).string(), [&](std::ostream& out) { out << file.text; });
  const std::string name = escape_for_terminal(folder.generic_string());
  terminal.out << std::to_string(files.size()) << " files written to " << name << ": replace the examples, then\n"
               << "assay audit " << name << '\n';
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command init_command{
    "init",
    "DIR",
    "write a table of each kind with an example row, what the columns hold, and an assay.yaml for options",
    1,
    1,
    {},
    {"assay init data"},
    run};

}  // namespace assay
