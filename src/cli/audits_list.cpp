#include <fmt/format.h>

#include "base/text.h"
#include "cli/keep.h"
#include "report/json.h"
#include "report/layout.h"

namespace assay {
namespace {

void write_text(const std::vector<AuditHead>& heads, Terminal& terminal) {
  terminal.out << "audit  as of       verdict       exit  flags  open   rows       files  assay\n";
  for (const AuditHead& is : heads)
    terminal.out << fmt::format("{:<5}  {}  {}  {:<4}  {:<5}  {:<5}  {:<9}  {:<5}  {}\n", is.number,
                                padded(safe(is.as_of), 10), padded(safe(is.verdict), 12), is.exit_code, is.flags,
                                is.questions, is.rows, is.files, safe(is.program));
  terminal.out << counted(heads.size(), "audit") << '\n';
}

void write_json(const std::vector<AuditHead>& heads, Terminal& terminal) {
  terminal.out << "{\"format\": \"assay-audits/1\"";
  JsonList list(terminal.out, "audits");
  for (const AuditHead& is : heads)
    list.add({{"audit", is.number},
              {"as_of", json_text(is.as_of)},
              {"verdict", json_text(is.verdict)},
              {"exit_code", is.exit_code},
              {"flags", is.flags},
              {"questions", is.questions},
              {"rows", is.rows},
              {"files", is.files},
              {"program", json_text(is.program)},
              {"report", json_text(is.report_digest)},
              {"head", json_text(is.head)}});
  list.end();
  terminal.out << "}\n";
}

std::vector<Option> options() {
  std::vector<Option> all = read_store_options();
  all.push_back({"--format", "FORMAT", "how the list is written", "-f", {"text", "json"}});
  return all;
}

int run(const Arguments& arguments, Terminal& terminal) {
  const std::vector<AuditHead> heads = store_to_read(arguments, terminal).list();
  if (arguments.text("--format", "text") == "json")
    write_json(heads, terminal);
  else
    write_text(heads, terminal);
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command audits_list_command{"audits list",
                                  "",
                                  "the audits of a store: number, day, verdict, counts",
                                  0,
                                  0,
                                  options(),
                                  {"assay audits list --db audits.db"},
                                  run};

}  // namespace assay
