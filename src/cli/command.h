#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "cli/terminal.h"

namespace assay {

/// An option of a command. `value` is how its value is called in the help; empty for a switch.
struct Option {
  std::string_view name;  ///< "--as-of"
  std::string_view value;
  std::string_view says;
  std::string_view letter = {};              ///< "-q"
  std::vector<std::string_view> words = {};  ///< the values that are allowed; empty = any
  bool repeatable = false;
};

/// What was given on the command line, in the order given, checked against the command's options; behind it what the
/// environment and assay.yaml add.
struct Given {
  std::string option;  ///< long name; what is no option by its key in assay.yaml: "scope.company"
  std::string value;   ///< empty for a switch
  Diagnostic at =
      {};  ///< where it stands in assay.yaml, without a message; without a file when it was not read there
};

struct Arguments {
  std::vector<Given> options;
  std::vector<std::string> operands;

  [[nodiscard]] bool has(std::string_view option) const;
  /// The value of an option that may be given once; `otherwise` where it is not given.
  [[nodiscard]] std::string text(std::string_view option, std::string_view otherwise = {}) const;
  /// All values of a repeatable option; a value may be a list with commas where `split_commas`.
  [[nodiscard]] std::vector<std::string> texts(std::string_view option, bool split_commas = false) const;
  /// A whole number of at least 0. Throws Failure(usage) for anything else.
  [[nodiscard]] std::uint64_t number(std::string_view option, std::uint64_t otherwise) const;
};

/// One thing that the program does. A command is one file and a line in the list of main.cpp.
struct Command {
  std::string_view name;      ///< "audit", "rules lint"
  std::string_view operands;  ///< as the help writes them: "PATH..."
  std::string_view says;      ///< one line
  std::size_t fewest = 0;     ///< operands
  std::size_t most = 0;
  std::vector<Option> options;
  std::vector<std::string_view> examples;
  /// Returns the exit code. Failure for everything that ends it early.
  int (*run)(const Arguments& arguments, Terminal& terminal) = nullptr;
};

extern const Command audit_command;
extern const Command explain_command;
extern const Command why_not_command;
extern const Command ask_command;
extern const Command init_command;
extern const Command report_command;
extern const Command audits_list_command;
extern const Command audits_show_command;
extern const Command audits_reperform_command;
extern const Command lists_status_command;
extern const Command lists_check_command;
extern const Command rules_list_command;
extern const Command rules_show_command;
extern const Command rules_lint_command;
extern const Command rules_test_command;
extern const Command rules_cover_command;
extern const Command rules_mutate_command;
extern const Command rules_schema_command;
extern const Command rules_docs_command;
extern const Command rules_new_command;
extern const Command names_compare_command;
extern const Command names_romanise_command;
extern const Command version_command;

/// All commands, in the order of the help.
std::span<const Command> commands();

}  // namespace assay
