#include "store/store.h"

#include <string_view>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/failure.h"
#include "base/text.h"
#include "store/blobs.h"
#include "store/database.h"

namespace assay {

struct Store::Open {
  std::string path;
  SQLite::Database database;

  Open(const std::string& file, Access access) : path(file), database(open_database(file, access)) {}
};

namespace {

constexpr std::size_t most_files = 200000;  // of one audit; far more than are ever read

std::uint64_t count_of(const SQLite::Column& column) {
  return static_cast<std::uint64_t>(column.getInt64());
}

std::int64_t signed_of(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}

/// SHA-256 over everything that is said of the audit, each part with its length in front, and over the head of the
/// audit before it: no audit can be changed, put in or taken out without changing every head behind it.
std::string head_of(const KeptAudit& audit, const std::string& before) {
  const AuditHead& is = audit.is;
  std::vector<std::string> parts{"assay-audit-v1",
                                 before,
                                 std::to_string(is.number),
                                 is.program,
                                 is.as_of,
                                 is.verdict,
                                 std::to_string(is.exit_code),
                                 std::to_string(is.flags),
                                 std::to_string(is.questions),
                                 std::to_string(is.rows),
                                 is.report_digest,
                                 std::to_string(audit.options.size()),
                                 std::to_string(audit.files.size())};
  for (const auto& [name, value] : audit.options) parts.insert(parts.end(), {name, value});
  for (const KeptFile& file : audit.files)
    parts.insert(parts.end(), {std::to_string(static_cast<int>(file.role)), std::to_string(file.pack), file.name,
                               file.has_bytes() ? to_hex(file.digest) : ""});
  const std::vector<std::string_view> views(parts.begin(), parts.end());
  return fingerprint(views, 64);
}

bool parse_hex(const std::string& hex, Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (hex.size() != 2 * digest.size()) return false;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const std::size_t high = digits.find(hex[2 * i]);
    const std::size_t low = digits.find(hex[2 * i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return false;
    digest[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  return true;
}

std::string head_before(const SQLite::Database& database, std::uint64_t number) {
  SQLite::Statement row(database, "SELECT head FROM audit WHERE number = ?");
  row.bind(1, signed_of(number - 1));
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

constexpr const char* columns = "number, program, as_of, verdict, exit_code, flags, questions, rows, report, head";

AuditHead read_head(const SQLite::Statement& row) {
  AuditHead is;
  is.number = count_of(row.getColumn(0));
  is.program = row.getColumn(1).getString();
  is.as_of = row.getColumn(2).getString();
  is.verdict = row.getColumn(3).getString();
  is.exit_code = row.getColumn(4).getInt();
  is.flags = count_of(row.getColumn(5));
  is.questions = count_of(row.getColumn(6));
  is.rows = count_of(row.getColumn(7));
  is.report_digest = row.getColumn(8).getString();
  is.head = row.getColumn(9).getString();
  return is;
}

void read_options(const SQLite::Database& database, KeptAudit& audit) {
  SQLite::Statement rows(database, "SELECT name, value FROM audit_option WHERE audit = ? ORDER BY place");
  rows.bind(1, signed_of(audit.is.number));
  while (rows.executeStep() && audit.options.size() <= most_files)
    audit.options.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getString());
}

void read_files(const SQLite::Database& database, const std::string& path, KeptAudit& audit) {
  SQLite::Statement rows(database, "SELECT role, pack, name, digest FROM audit_file WHERE audit = ? ORDER BY place");
  rows.bind(1, signed_of(audit.is.number));
  while (rows.executeStep()) {
    if (audit.files.size() == most_files) refuse_store(path, fmt::format("more than {} files", most_files));
    KeptFile file;
    const int role = rows.getColumn(0).getInt();
    if (role < 0 || role > static_cast<int>(KeptFile::Role::list_passed_over))
      refuse_store(path, "a file has no known role");
    file.role = static_cast<KeptFile::Role>(role);
    file.pack = rows.getColumn(1).getUInt();
    file.name = rows.getColumn(2).getString();
    const std::string digest = rows.getColumn(3).getString();
    if (file.has_bytes() && !parse_hex(digest, file.digest))
      refuse_store(path, fmt::format("\"{}\" is no digest", escape_for_terminal(digest.substr(0, 64))));
    audit.files.push_back(std::move(file));
  }
  audit.is.files = audit.files.size();
}

/// All but bytes, checked against the head of the audit and of the one before it.
KeptAudit read_audit(const SQLite::Database& database, const std::string& path, const SQLite::Statement& row) {
  KeptAudit audit;
  audit.is = read_head(row);
  read_options(database, audit);
  read_files(database, path, audit);
  const std::string before = head_before(database, audit.is.number);
  const bool follows = audit.is.number == 1 || !before.empty();
  if (!follows || head_of(audit, before) != audit.is.head)
    refuse_store(path, fmt::format("audit {} is not what was kept: its record was changed, or an audit before it "
                                   "was changed or taken out",
                                   audit.is.number));
  return audit;
}

void insert_audit(SQLite::Database& database, const KeptAudit& audit) {
  const AuditHead& is = audit.is;
  SQLite::Statement row(database,
                        fmt::format("INSERT INTO audit ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns));
  row.bind(1, signed_of(is.number));
  row.bind(2, is.program);
  row.bind(3, is.as_of);
  row.bind(4, is.verdict);
  row.bind(5, is.exit_code);
  row.bind(6, signed_of(is.flags));
  row.bind(7, signed_of(is.questions));
  row.bind(8, signed_of(is.rows));
  row.bind(9, is.report_digest);
  row.bind(10, is.head);
  row.exec();
}

void insert_options(SQLite::Database& database, const KeptAudit& audit) {
  SQLite::Statement row(database, "INSERT INTO audit_option (audit, place, name, value) VALUES (?, ?, ?, ?)");
  for (std::size_t place = 0; place < audit.options.size(); ++place) {
    row.bind(1, signed_of(audit.is.number));
    row.bind(2, signed_of(place));
    row.bind(3, audit.options[place].first);
    row.bind(4, audit.options[place].second);
    row.exec();
    row.reset();
  }
}

void insert_files(SQLite::Database& database, const KeptAudit& audit) {
  SQLite::Statement row(database,
                        "INSERT INTO audit_file (audit, place, role, pack, name, digest) VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t place = 0; place < audit.files.size(); ++place) {
    const KeptFile& file = audit.files[place];
    row.bind(1, signed_of(audit.is.number));
    row.bind(2, signed_of(place));
    row.bind(3, static_cast<int>(file.role));
    row.bind(4, file.pack);
    row.bind(5, file.name);
    if (file.has_bytes())
      row.bind(6, to_hex(file.digest));
    else
      row.bind(6);
    row.exec();
    row.reset();
  }
}

/// The bytes are read again, from files that may have been written to since they were judged.
void save_files(SQLite::Database& database, const KeptAudit& audit) {
  for (const KeptFile& file : audit.files) {
    if (!file.has_bytes()) continue;
    if (sha256(file.bytes.view()) != file.digest)
      throw Failure(Exit::io, "cannot keep " + escape_for_terminal(file.name) + ": it was changed while it was read");
    save_blob(database, file.bytes.view(), file.digest);
  }
}

std::uint64_t last_number(const SQLite::Database& database) {
  SQLite::Statement row(database, "SELECT coalesce(max(number), 0) FROM audit");
  return row.executeStep() ? count_of(row.getColumn(0)) : 0;
}

/// Runs the work; what SQLite refuses becomes a failure with the store's name.
template <typename Work>
auto guarded(const std::string& path, const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& refusal) {
    throw failure_of(refusal, path);
  }
}

KeptAudit find_audit(const SQLite::Database& database, const std::string& path, std::uint64_t number) {
  SQLite::Statement row(database, fmt::format("SELECT {} FROM audit WHERE number = ?", columns));
  row.bind(1, signed_of(number));
  if (row.executeStep()) return read_audit(database, path, row);
  const std::uint64_t last = last_number(database);
  throw Failure(Exit::usage, fmt::format("the store {} has no audit {}; {}", escape_for_terminal(path), number,
                                         last == 0 ? "it holds none" : fmt::format("the last one is {}", last)));
}

}  // namespace

Store::Store(std::unique_ptr<Open> open) : open_(std::move(open)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::string& path) {
  return Store(std::make_unique<Open>(path, Access::read));
}

Store Store::open_or_create(const std::string& path) {
  return Store(std::make_unique<Open>(path, Access::write));
}

void Store::save(KeptAudit& audit) {
  guarded(open_->path, [&] {
    SQLite::Database& database = open_->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const Digest report = sha256(audit.report);
    audit.is.report_digest = to_hex(report);
    audit.is.files = audit.files.size();
    audit.is.number = last_number(database) + 1;
    audit.is.head = head_of(audit, head_before(database, audit.is.number));
    save_files(database, audit);
    save_blob(database, audit.report, report);
    insert_audit(database, audit);
    insert_options(database, audit);
    insert_files(database, audit);
    transaction.commit();
  });
}

std::vector<AuditHead> Store::list() const {
  return guarded(open_->path, [&] {
    std::vector<AuditHead> heads;
    SQLite::Statement rows(open_->database, fmt::format("SELECT {} FROM audit ORDER BY number", columns));
    while (rows.executeStep()) heads.push_back(read_audit(open_->database, open_->path, rows).is);
    return heads;
  });
}

KeptAudit Store::load_without_bytes(std::uint64_t number) const {
  return guarded(open_->path, [&] { return find_audit(open_->database, open_->path, number); });
}

KeptAudit Store::load(std::uint64_t number) const {
  return guarded(open_->path, [&] {
    KeptAudit audit = find_audit(open_->database, open_->path, number);
    audit.report = load_blob(open_->database, open_->path, audit.is.report_digest);
    for (KeptFile& file : audit.files)
      if (file.has_bytes()) file.bytes = Bytes(load_blob(open_->database, open_->path, to_hex(file.digest)));
    return audit;
  });
}

}  // namespace assay
