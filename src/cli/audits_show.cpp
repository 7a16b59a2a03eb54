#include "base/digest.h"
#include "cli/keep.h"
#include "report/layout.h"

namespace assay {
namespace {

std::string_view role_text(KeptFile::Role role) {
  switch (role) {
    case KeptFile::Role::pack:
      return "rule pack";
    case KeptFile::Role::input:
    case KeptFile::Role::named_input:
      return "input";
    case KeptFile::Role::passed_over:
      return "no table";
    case KeptFile::Role::no_file:
      return "no file";
    case KeptFile::Role::baseline:
      return "baseline";
    case KeptFile::Role::list_given:
      return "watch list";
    case KeptFile::Role::list_file:
      return "list file";
    case KeptFile::Role::list_passed_over:
      return "no list";
  }
  return "";
}

void write_audit(const KeptAudit& kept, std::ostream& out) {
  const AuditHead& is = kept.is;
  out << "audit   " << std::to_string(is.number) << ", as of " << safe(is.as_of) << ", by assay " << safe(is.program)
      << '\n';
  out << "verdict " << safe(is.verdict) << ", exit " << std::to_string(is.exit_code) << ": "
      << counted(is.flags, "flag") << ", " << counted(is.questions, "question") << " open, "
      << counted(is.rows, "row") << " read\n";
  out << "head    " << is.head << "\nreport  " << is.report_digest << "  (JSON)\n";
  for (const auto& [name, value] : kept.options) out << "option  " << safe(name) << ' ' << prose(value) << '\n';
  for (const KeptFile& file : kept.files)
    out << padded(role_text(file.role), 9) << "  " << (file.has_bytes() ? to_hex(file.digest) : std::string(64, '-'))
        << "  " << prose(file.name) << '\n';
}

int run(const Arguments& arguments, Terminal& terminal) {
  const Store store = store_to_read(arguments, terminal);
  write_audit(store.load_without_bytes(audit_number(arguments, store)), terminal.out);
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command audits_show_command{"audits show",
                                  "[AUDIT]",
                                  "what a store keeps of an audit: its options, and each file that it was made from "
                                  "with its SHA-256",
                                  0,
                                  1,
                                  read_store_options(),
                                  {"assay audits show 12"},
                                  run};

}  // namespace assay
