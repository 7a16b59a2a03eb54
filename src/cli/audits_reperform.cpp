#include "cli/keep.h"

namespace assay {
namespace {

int run(const Arguments& arguments, Terminal& terminal) {
  const Store store = store_to_read(arguments, terminal);
  const KeptAudit kept = store.load(audit_number(arguments, store));
  const Again again = make_again(kept);
  const bool same = again.differs_in_line == 0;
  if (same)
    terminal.out << "audit " << std::to_string(kept.is.number) << " was performed again from the store: the same "
                 << std::to_string(kept.report.size()) << " bytes, sha256 " << kept.is.report_digest << '\n';
  else
    terminal.out << difference_text(kept, again);
  terminal.out << pack_remark(*again.audit);
  return static_cast<int>(same ? Exit::clear : Exit::integrity);
}

}  // namespace

const Command audits_reperform_command{"audits reperform",
                                       "[AUDIT]",
                                       "makes an audit again from the store alone; exit 9 if its JSON report is not "
                                       "the same bytes",
                                       0,
                                       1,
                                       read_store_options(),
                                       {"assay audits reperform 12"},
                                       run};

}  // namespace assay
