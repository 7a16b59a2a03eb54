#include "report/report.h"
#include "report/sections.h"

namespace assay {
namespace {

void write_text(const Audit& audit, const WriteOptions& options, std::ostream& out) {
  if (audit.evaluated) {
    write_flags(audit, options, out);
    write_questions(audit, options, out);
    write_clear(audit, options, out);
    write_summary(audit, options, out);
  }
  out << Paint{options.color}.verdict(audit.verdict, verdict_line(audit)) << '\n';
}

}  // namespace

const Writer text_writer{"text", "for people, as a compiler writes it", write_text};

}  // namespace assay
