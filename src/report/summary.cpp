#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "report/sections.h"
#include "report/steps.h"
#include "screening/screening.h"

namespace assay {
namespace {

struct Sums {
  std::uint64_t rows = 0, used = 0, rejected = 0, quarantined = 0;
};

Sums sums_of(const Audit& audit) {
  Sums sums;
  for (const LedgerEntry& entry : audit.ledger) {
    sums.rows += entry.rows;
    sums.used += entry.used;
    sums.rejected += entry.rejected;
    sums.quarantined += entry.quarantined;
  }
  return sums;
}

std::uint64_t used_rows(const Audit& audit, const InputFile& file) {
  for (const LedgerEntry& entry : audit.ledger)
    if (entry.file == file.name) return entry.used;
  return 0;
}

/// What no input has: the whole table by its name, else the column.
std::string unseen(const Tables& tables, Field field) {
  const FieldInfo& about = info(field);
  return std::string(tables.has(about.table) ? about.name : to_string(about.table));
}

}  // namespace

std::string stated_text(const StatedScope& scope) {
  std::string text;
  const auto add = [&text](std::string_view title, const std::string& part) {
    if (!part.empty()) text.append(text.empty() ? "" : "; ").append(title).append(part);
  };
  add("", safe(scope.company));
  add("importer of record: ", safe(scope.importer_of_record));
  std::string jurisdictions;
  for (const std::string& one : scope.jurisdictions)
    jurisdictions.append(jurisdictions.empty() ? "" : ", ").append(safe(one));
  add("", jurisdictions);
  add("from ", scope.from);
  if (!scope.to.empty()) text.append(scope.from.empty() ? (text.empty() ? "to " : "; to ") : " to ").append(scope.to);
  return text;
}

std::string read_text(const Audit& audit) {
  std::array<std::uint64_t, table_kinds> rows{};
  std::array<std::uint64_t, table_kinds> files{};
  for (const Table& table : audit.tables.tables) {
    rows[static_cast<std::size_t>(table.kind)] += used_rows(audit, audit.tables.file_of(table));
    ++files[static_cast<std::size_t>(table.kind)];
  }
  std::string text;
  for (std::size_t kind = 0; kind < table_kinds; ++kind) {
    if (files[kind] == 0) continue;
    text.append(text.empty() ? "" : ", ").append(to_string(static_cast<TableKind>(kind)));
    text.append(" (").append(counted(rows[kind], "row"));
    if (files[kind] > 1) text.append(" in ").append(counted(files[kind], "file"));
    text += ')';
  }
  return text.empty() ? "no table" : text;
}

std::string lists_text(const Audit& audit) {
  std::string text;
  if (audit.screening == nullptr) return text;
  for (const WatchList& list : audit.screening->lists) {
    const std::string date = list.date.known == Known::yes ? "of " + to_string(list.date) : "of no known date";
    text.append(text.empty() ? "" : ", ").append(safe(list.name)).append(" ").append(date);
    text.append(" (").append(grouped(list.entries.size())).append(list.entries.size() == 1 ? " entry)" : " entries)");
  }
  return text;
}

std::string not_looked_at(const Audit& audit) {
  std::map<std::string, std::map<std::uint16_t, std::uint64_t>> rules_of;
  for (const NotExamined& entry : audit.evaluation.not_examined) {
    std::uint64_t& most = rules_of[unseen(audit.tables, entry.field)][entry.rule];
    most = std::max(most, entry.subjects);
  }
  std::string text;
  for (const auto& [what, rules] : rules_of) {
    text.append(text.empty() ? "" : ", ").append(what).append(" (");
    bool first = true;
    for (const auto& [rule, subjects] : rules) {
      text.append(first ? "" : ", ").append(safe(audit.packs.rules.rules[rule].id));
      if (subjects > 0) text.append(": ").append(counted(subjects, "verdict"));
      first = false;
    }
    text += ')';
  }
  return text;
}

namespace {

/// The three answers that settle most, and how to learn what they change.
std::string next_text(const Audit& audit, std::size_t width) {
  std::vector<std::size_t> open;
  const std::vector<Finding>& findings = audit.evaluation.findings;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (findings[i].verdict == Verdict::insufficient) open.push_back(i);
  const std::size_t count = std::min<std::size_t>(3, open.size());
  std::partial_sort(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(count), open.end(),
                    [&](std::size_t a, std::size_t b) {
                      return std::pair(findings[b].settles, a) < std::pair(findings[a].settles, b);
                    });
  if (open.empty()) return {};
  std::string text = "answer ";
  for (std::size_t i = 0; i < count; ++i) {
    text.append(i == 0 ? "" : ", ").append(describe(audit.evaluation, open[i]).id);
    if (findings[open[i]].settles > 0)
      text.append(" (settles ").append(counted(findings[open[i]].settles, "verdict")).append(")");
  }
  return wrapped(text, 6, width) + "\n      assay explain " + describe(audit.evaluation, open.front()).id +
         " PATH... says what its answer changes\n";
}

}  // namespace

namespace {

/// A line of counts, and below it a line for each finding that only the baseline has.
void write_baseline(const Audit& audit, const WriteOptions& options, std::ostream& out) {
  if (!audit.comparison) return;
  out << Paint{options.color}.bold("Since the baseline:") << ' ' << wrapped(baseline_text(audit), 20, options.width)
      << '\n';
  const std::vector<GoneFinding>& gone = audit.comparison->gone;
  const std::size_t shown = options.verbose ? gone.size() : std::min(gone.size(), options.show_flags);
  for (std::size_t i = 0; i < shown; ++i) out << "  gone: " << wrapped(gone_text(gone[i]), 8, options.width) << '\n';
  if (shown < gone.size())
    out << "  … and " << grouped(gone.size() - shown) << " more gone; --verbose or --format json lists all\n";
}

}  // namespace

void write_summary(const Audit& audit, const WriteOptions& options, std::ostream& out) {
  const Paint paint{options.color};
  if (const std::string text = stated_text(audit.scope); !text.empty())
    out << paint.bold("Scope:") << ' ' << wrapped(text, 7, options.width) << '\n';
  write_baseline(audit, options, out);
  out << paint.bold("Read:") << ' ' << wrapped(read_text(audit), 6, options.width) << '\n';
  if (const std::string text = lists_text(audit); !text.empty())
    out << paint.bold("Lists:") << ' ' << wrapped(text, 7, options.width) << '\n';
  if (const std::string text = not_looked_at(audit); !text.empty())
    out << paint.bold("Not looked at:") << ' ' << wrapped(text, 15, options.width) << '\n';
  if (const std::string text = next_text(audit, options.width); !text.empty())
    out << paint.bold("Next:") << ' ' << text;
  const Sums sums = sums_of(audit);
  out << "Rows: " << grouped(sums.rows) << " read = " << grouped(sums.used) << " used + " << grouped(sums.rejected)
      << " rejected + " << grouped(sums.quarantined) << " quarantined\n";
  const VerdictCounts& counts = audit.evaluation.counts;
  out << "Verdicts: " << grouped(counts.flagged) << " flagged, " << grouped(counts.insufficient) << " open, "
      << grouped(counts.clear) << " clear, " << grouped(counts.not_applicable) << " not applicable (as of "
      << day_to_string(audit.as_of) << ")\n";
}

}  // namespace assay
