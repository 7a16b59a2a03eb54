#include "cli/request.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "audit/select.h"
#include "base/text.h"
#include "cli/baseline.h"
#include "cli/configuration.h"

namespace assay {
namespace {

constexpr std::size_t most_diagnostics = 20;

void tell_timings(const Audit& audit, Terminal& terminal) {
  double sum = 0;
  for (const StepTime& time : audit.timings) {
    terminal.err << fmt::format("{:<10} {:>9.3f} s\n", time.step, time.seconds);
    sum += time.seconds;
  }
  terminal.err << fmt::format("{:<10} {:>9.3f} s\n", "sum", sum);
}

StatedScope scope_of(const Arguments& arguments) {
  return {arguments.text("scope.company"), arguments.text("scope.importer-of-record"),
          arguments.texts("scope.jurisdictions"), arguments.text("scope.period.from"),
          arguments.text("scope.period.to")};
}

/// A rule is known only when the packs are read. Where the word stands in assay.yaml that is said, with a caret.
[[noreturn]] void refuse(const UnknownRule& unknown, const Arguments& arguments, Terminal& terminal) {
  for (const Given& given : arguments.options) {
    const std::vector<std::string_view> words = split(given.value, ",");
    if (given.at.at.file.empty() || std::find(words.begin(), words.end(), unknown.word()) == words.end()) continue;
    Diagnostic diagnostic = given.at;
    diagnostic.message = unknown.what();
    terminal.err << format_diagnostic(diagnostic);
    throw Failure(Exit::usage, escape_for_terminal(diagnostic.at.file) + " has a mistake; nothing was done");
  }
  throw unknown;
}

}  // namespace

Date as_of_from(const std::string& text) {
  const Date date = parse_date(text);
  if (date.known != Known::yes || date.precision != Precision::day)
    throw Failure(Exit::usage, "--as-of takes a day such as 2017-11-01, not \"" + escape_for_terminal(text) + '"');
  return date;
}

std::vector<Option> request_options() {
  std::vector<Option> options{
      {"--rules", "DIR", "use this rule pack instead of the shipped one; further ones add to it", "", {}, true},
      {"--lists",
       "PATH[@DATE]",
       "compare parties and vessels with the watch lists of a folder or file (see assay lists)",
       "",
       {},
       true},
      {"--jobs", "N", "threads to use (default: one a core); the report is the same for any number"},
      {"--as-of", "DATE", "the day for which the audit holds (default: today, UTC)"},
      {"--select", "RULE", "ask only these rules or themes (repeat, or list with commas)", "", {}, true},
      {"--ignore", "RULE", "do not ask these rules or themes", "", {}, true},
      {"--expect-rows", "N", "the rows that all inputs hold together; another number is exit 4"},
      baseline_option(),
      {"--no-store", "", "keep no record of the audit"},
  };
  for (Option& option : configuration_options()) options.push_back(std::move(option));
  return options;
}

std::vector<Option> display_options() {
  return {
      {"--color", "WHEN", "colours", "", {"auto", "always", "never"}},
      {"--quiet", "", "on stderr only errors", "-q"},
      {"--verbose", "", "every question and every diagnostic in full", "-v"},
      {"--timings", "", "how long each step took, on stderr"},
  };
}

AuditRequest request_of(const Arguments& arguments, std::size_t first_input) {
  AuditRequest request;
  request.inputs.assign(arguments.operands.begin() + static_cast<std::ptrdiff_t>(first_input),
                        arguments.operands.end());
  request.rule_packs = arguments.texts("--rules");
  request.jobs = static_cast<unsigned>(
      arguments.number("--jobs", std::max<std::uint64_t>(1, std::thread::hardware_concurrency())));
  if (arguments.has("--as-of")) request.as_of = as_of_from(arguments.text("--as-of"));
  request.select = arguments.texts("--select", true);
  request.ignore = arguments.texts("--ignore", true);
  request.require = arguments.texts("require", true);
  request.lists = arguments.texts("--lists");
  request.scope = scope_of(arguments);
  if (arguments.has("--expect-rows")) request.expect_rows = arguments.number("--expect-rows", 0);
  request.fail_on = severity_from(arguments.text("--fail-on", "high"));      // "never" is none
  request.fail_on_open = gap_from(arguments.text("--fail-on-open", "low"));  // "never" is none
  const std::vector<std::string> include = arguments.texts("--include");
  request.include_clear = std::find(include.begin(), include.end(), "clear") != include.end();
  return request;
}

WriteOptions write_options_of(const Arguments& arguments, const Terminal& terminal, bool to_terminal) {
  WriteOptions options;
  const std::string color = arguments.text("--color", "auto");
  options.color =
      color == "always" || (color == "auto" && to_terminal && terminal.out_is_terminal && !terminal.colour_unwanted);
  if (to_terminal) options.width = terminal.width;
  options.show_flags = static_cast<std::size_t>(arguments.number("--max-shown", options.show_flags));
  options.verbose = arguments.has("--verbose");
  return options;
}

std::unique_ptr<Audit> run_and_tell(const Arguments& arguments, std::size_t first_input, Terminal& terminal) {
  AuditRequest request = request_of(arguments, first_input);
  request.baseline = baseline_of(arguments);
  std::unique_ptr<Audit> audit;
  try {
    audit = run_audit(request);
  } catch (const UnknownRule& unknown) {
    refuse(unknown, arguments, terminal);
  }
  tell(audit->diagnostics, arguments, terminal);
  if (arguments.has("--timings")) tell_timings(*audit, terminal);
  return audit;
}

void tell(const Diagnostics& diagnostics, const Arguments& arguments, Terminal& terminal) {
  const bool quiet = arguments.has("--quiet");
  const bool all = arguments.has("--verbose");
  std::size_t told = 0;
  std::size_t untold = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool error = diagnostic.level == Level::error;
    if (quiet && !error) continue;
    if (!all && told >= most_diagnostics) {
      ++untold;
      continue;
    }
    std::string text = format_diagnostic(diagnostic);
    if (!text.ends_with('\n')) text += '\n';
    terminal.err << text;
    ++told;
  }
  if (untold > 0)
    terminal.err << "… and " << std::to_string(untold)
                 << " more of this kind; --verbose or --format json lists all\n";
}

}  // namespace assay
