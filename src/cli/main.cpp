#include "cli/main.h"

#include <array>
#include <exception>
#include <new>

#include "base/failure.h"
#include "base/text.h"
#include "cli/help.h"
#include "cli/parse.h"

namespace assay {

// The commands, in the order of the help. A new one is a file and a line here.
std::span<const Command> commands() {
  static const std::array all{audit_command,         explain_command,        why_not_command,
                              ask_command,           init_command,           report_command,
                              audits_list_command,   audits_show_command,    audits_reperform_command,
                              rules_list_command,    rules_show_command,     rules_lint_command,
                              rules_test_command,    rules_cover_command,    rules_mutate_command,
                              rules_schema_command,  rules_docs_command,     rules_new_command,
                              names_compare_command, names_romanise_command, version_command};
  return all;
}

namespace {

int run_parsed(const Parsed& parsed, Terminal& terminal) {
  switch (parsed.wish) {
    case Parsed::Wish::run:
      return parsed.command->run(parsed.arguments, terminal);
    case Parsed::Wish::version:
      return version_command.run({}, terminal);
    case Parsed::Wish::help:
      terminal.out << (parsed.command == nullptr ? program_help() : command_help(*parsed.command));
      return static_cast<int>(Exit::clear);
    case Parsed::Wish::nothing:
      break;
  }
  terminal.err << program_help();
  return static_cast<int>(Exit::usage);
}

int complain(Terminal& terminal, Exit code, std::string_view sentence) {
  terminal.err << "assay: error: " << sentence << '\n';
  terminal.err.flush();
  return static_cast<int>(code);
}

}  // namespace

int run_words(const std::vector<std::string>& words, Terminal& terminal) {
  try {
    const int code = run_parsed(parse_words(words), terminal);
    finish_output(terminal);
    return code;
  } catch (const Failure& failure) {
    return complain(terminal, failure.code(), failure.what());
  } catch (const std::bad_alloc&) {
    return complain(terminal, Exit::limit, "not enough memory");
  } catch (const std::exception& fault) {
    return complain(terminal, Exit::internal,
                    "a fault of the program, please report it: " + escape_for_terminal(fault.what()));
  }
}

int run_program(int argc, char** argv) {
  prepare_process();
  Terminal terminal = standard_terminal();
  return run_words({argv + (argc > 0 ? 1 : 0), argv + argc}, terminal);
}

}  // namespace assay
