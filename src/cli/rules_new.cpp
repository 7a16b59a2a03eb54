#include <filesystem>

#include "base/failure.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "report/layout.h"
#include "rules/rule_file.h"
#include "rules/tools/new_rule.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

int run(const Arguments& arguments, Terminal& terminal) {
  const std::string& id = arguments.operands.front();
  if (!is_rule_id(id))
    throw Failure(Exit::usage, "\"" + escape_for_terminal(id) +
                                   "\" cannot be the id of a rule: 3 to 64 small letters, digits and hyphens, a "
                                   "letter first");
  const fs::path folder = arguments.operands.size() > 1 ? arguments.operands[1] : ".";
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw Failure(Exit::io, "there is no folder " + escape_for_terminal(folder.generic_string()));
  const std::string file = (folder / (id + ".yaml")).lexically_normal().generic_string();
  if (fs::exists(file, error)) throw Failure(Exit::usage, file + " is there already; it is left as it is");
  const SubjectKind subject = *subject_kind_from(arguments.text("--subject", "shipment"));
  write_file(file, [&](std::ostream& out) { out << new_rule(id, subject); });
  terminal.out << safe(file, 200) << " written; next: assay rules test " << safe(file, 200) << '\n';
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command rules_new_command{
    "rules new",
    "ID [DIR]",
    "write a rule with a comment at each key and three tests that pass, to be changed step by step",
    1,
    2,
    {{"--subject", "KIND", "what the rule is about (default: shipment)", "", {"shipment", "worker_group"}}},
    {"assay rules new zinc-from-rason rules/dprk"},
    run};

}  // namespace assay
