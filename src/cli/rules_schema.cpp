#include "base/failure.h"
#include "cli/command.h"
#include "rules/tools/schema.h"

namespace assay {
namespace {

int run(const Arguments&, Terminal& terminal) {
  terminal.out << rule_schema();
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command rules_schema_command{"rules schema",
                                   "",
                                   "the JSON Schema (draft-07) of a rule file, for editors",
                                   0,
                                   0,
                                   {},
                                   {"assay rules schema > rule.schema.json"},
                                   run};

}  // namespace assay
