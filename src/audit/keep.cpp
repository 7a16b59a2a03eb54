#include "audit/keep.h"

#include <algorithm>
#include <locale>
#include <sstream>

#include "base/failure.h"

namespace assay {
namespace {

std::string json_report(const Audit& audit) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  json_writer.write(audit, {}, out);
  return std::move(out).str();
}

std::size_t first_other_line(const std::string& a, const std::string& b) {
  if (a == b) return 0;
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(std::count(a.begin(), end, '\n')) + 1;
}

}  // namespace

KeptAudit kept_audit(const Audit& audit, std::string program,
                     std::vector<std::pair<std::string, std::string>> options) {
  KeptAudit kept;
  kept.is.program = std::move(program);
  kept.is.as_of = day_to_string(audit.as_of);
  kept.is.verdict = to_string(audit.verdict);
  kept.is.exit_code = static_cast<int>(audit.exit);
  kept.is.flags = audit.flags;
  kept.is.questions = audit.questions;
  for (const LedgerEntry& entry : audit.ledger) kept.is.rows += entry.rows;
  kept.options = std::move(options);
  kept.files = audit.kept;
  kept.report = json_report(audit);
  return kept;
}

Again make_again(const KeptAudit& kept, AuditRequest request) {
  const bool has_pack = std::any_of(kept.files.begin(), kept.files.end(),
                                    [](const KeptFile& file) { return file.role == KeptFile::Role::pack; });
  if (!has_pack) throw Failure(Exit::integrity, "the audit was kept without a rule pack and cannot be made again");
  request.again = &kept.files;
  Again again{run_audit(request), 0};
  again.differs_in_line = first_other_line(kept.report, json_report(*again.audit));
  return again;
}

}  // namespace assay
