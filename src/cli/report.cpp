#include "report/report.h"

#include <algorithm>

#include "base/failure.h"
#include "cli/keep.h"
#include "cli/output.h"
#include "cli/request.h"

namespace assay {
namespace {

std::vector<Option> options() {
  std::vector<std::string_view> formats;
  for (const Writer& writer : writers()) formats.push_back(writer.name);
  std::vector<Option> all = read_store_options();
  all.insert(all.end(), {{"--format", "FORMAT", "how the report is written", "-f", formats, true},
                         {"--output", "FILE", "write the report of the --format beside it to a file", "-o", {}, true},
                         {"--max-shown", "N", "text: show this many flags in full (default 20)"},
                         {"--color", "WHEN", "colours", "", {"auto", "always", "never"}},
                         {"--verbose", "", "every question in full", "-v"}});
  return all;
}

bool is_json(const Output& output) {
  return output.writer->name == json_writer.name;
}

/// The JSON report is kept itself; every other one is written from the audit, which is made again for it.
void write_one(const Output& output, const KeptAudit& kept, const Audit* again, const Arguments& arguments,
               Terminal& terminal) {
  const bool to_stdout = output.file.empty() || output.file == "-";
  const WriteOptions how = write_options_of(arguments, terminal, to_stdout);
  const auto write = [&](std::ostream& out) {
    if (again == nullptr || is_json(output))
      out << kept.report;
    else
      output.writer->write(*again, how, out);
  };
  if (to_stdout)
    write(terminal.out);
  else
    write_file(output.file, write);
}

int run(const Arguments& arguments, Terminal& terminal) {
  const std::vector<Output> outputs = outputs_of(arguments);
  const Store store = store_to_read(arguments, terminal);
  const KeptAudit kept = store.load(audit_number(arguments, store));
  const bool only_json =
      std::all_of(outputs.begin(), outputs.end(), [](const Output& output) { return is_json(output); });
  Again again;
  if (!only_json) again = make_again(kept);
  for (const Output& output : outputs) write_one(output, kept, again.audit.get(), arguments, terminal);
  if (again.differs_in_line == 0) return static_cast<int>(Exit::clear);
  terminal.err << "assay: warning: " << difference_text(kept, again);
  return static_cast<int>(Exit::integrity);
}

}  // namespace

const Command report_command{"report",
                             "[AUDIT]",
                             "the report of an audit that was kept, from the store alone; AUDIT is its number, by "
                             "default that of the last",
                             0,
                             1,
                             options(),
                             {"assay report 12 --format json", "assay report --db audits.db"},
                             run};

}  // namespace assay
