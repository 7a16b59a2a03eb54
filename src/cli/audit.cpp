#include "base/failure.h"
#include "cli/configuration.h"
#include "cli/keep.h"
#include "cli/output.h"
#include "cli/request.h"

namespace assay {
namespace {

std::vector<Option> options() {
  std::vector<std::string_view> formats;
  for (const Writer& writer : writers()) formats.push_back(writer.name);
  std::vector<Option> all = request_options();
  all.insert(all.end(),
             {
                 {"--format", "FORMAT", "how the report is written", "-f", formats, true},
                 {"--output", "FILE", "write the report of the --format beside it to a file", "-o", {}, true},
                 {"--fail-on",
                  "SEVERITY",
                  "exit 1 for a flag of at least this severity",
                  "",
                  {"info", "low", "medium", "high", "critical", "never"}},
                 {"--fail-on-open",
                  "GAP",
                  "exit 3 for an open question that matters at least so much",
                  "",
                  {"low", "medium", "high", "never"}},
                 {"--include", "WHAT", "list clear verdicts too, with what they rest on", "", {"clear"}},
                 db_option("keep the audit, with all that it was made from, in this store"),
                 {"--max-shown", "N", "text: show this many flags in full (default 20)"},
             });
  const std::vector<Option> display = display_options();
  all.insert(all.end(), display.begin(), display.end());
  return all;
}

int run(const Arguments& given, Terminal& terminal) {
  const Arguments arguments = with_configuration(given, Takes::everything, 0, terminal);
  const std::vector<Output> outputs = outputs_of(arguments);
  std::optional<Store> store = store_to_keep_in(arguments);
  const std::unique_ptr<Audit> audit = run_and_tell(arguments, 0, terminal);
  if (store) keep_and_tell(*audit, arguments, *store, terminal);
  for (const Output& output : outputs) {
    const bool to_stdout = output.file.empty() || output.file == "-";
    const WriteOptions options = write_options_of(arguments, terminal, to_stdout);
    if (to_stdout) {
      output.writer->write(*audit, options, terminal.out);
    } else {
      write_file(output.file, [&](std::ostream& out) { output.writer->write(*audit, options, out); });
    }
  }
  check_inputs_unchanged(*audit);
  return static_cast<int>(audit->exit);
}

}  // namespace

const Command audit_command{
    "audit",
    "PATH...",
    "read tables of suppliers, shipments, sites, workers …, judge them by the rules, print the findings",
    1,
    100000,
    options(),
    {"assay audit data/", "assay audit suppliers.csv shipments.csv --as-of 2017-11-01",
     "assay audit data/ --format json --output audit.json --format text", "assay audit data/ --db audits.db",
     "assay audit data/ --baseline audit.json"},
    run};

}  // namespace assay
