#include "audit/audit.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "audit/baseline.h"
#include "audit/decide.h"
#include "audit/packs.h"
#include "audit/select.h"
#include "audit/watch.h"
#include "base/memory.h"
#include "base/today.h"
#include "readers/read.h"
#include "screening/screening.h"

namespace assay {
namespace {

/// Notes how long each step took. Times stand in no report, only on stderr when they are asked for.
class StepClock {
 public:
  explicit StepClock(std::vector<StepTime>& times) : times_(times) {}
  void done(std::string_view step) {
    const auto now = std::chrono::steady_clock::now();
    times_.push_back({step, std::chrono::duration<double>(now - began_).count()});
    began_ = now;
  }

 private:
  std::vector<StepTime>& times_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// A control total that the user knows from elsewhere: a file that was cut short must not pass.
bool count_holds(const AuditRequest& request, Audit& audit) {
  std::uint64_t rows = 0;
  for (const LedgerEntry& entry : audit.ledger) rows += entry.rows;
  if (!request.expect_rows || *request.expect_rows == rows) return true;
  Diagnostic diagnostic;
  diagnostic.message =
      std::to_string(rows) + " rows were read, " + std::to_string(*request.expect_rows) + " expected";
  diagnostic.hint = "an input may be cut short or incomplete; the number is that of --expect-rows";
  audit.diagnostics.push_back(std::move(diagnostic));
  return false;
}

/// The baseline of the request, or that which a kept audit was compared with; null without any.
const KeptFile* baseline_of(const AuditRequest& request) {
  if (request.again != nullptr)
    for (const KeptFile& file : *request.again)
      if (file.role == KeptFile::Role::baseline) return &file;
  return request.baseline ? &*request.baseline : nullptr;
}

/// Read before the inputs are: what is wrong with it shall not be said after minutes of work.
std::optional<EarlierReport> read_baseline(const AuditRequest& request, Audit& audit) {
  const KeptFile* file = baseline_of(request);
  if (file == nullptr) return std::nullopt;
  audit.kept.push_back(*file);
  return read_earlier_report(file->bytes.view(), file->name);
}

}  // namespace

std::unique_ptr<Audit> run_audit(const AuditRequest& request) {
  auto audit = std::make_unique<Audit>();
  StepClock clock(audit->timings);
  audit->as_of = request.as_of ? request.as_of->last() : today();
  audit->include_clear = request.include_clear;
  audit->scope = request.scope;
  audit->flag_threshold = request.fail_on ? to_string(*request.fail_on) : "never";
  audit->open_threshold = request.fail_on_open ? to_string(*request.fail_on_open) : "never";

  const std::optional<EarlierReport> earlier = read_baseline(request, *audit);
  const PackFiles packs = request.again != nullptr ? kept_packs(*request.again) : read_packs(request.rule_packs);
  keep_packs(packs, audit->kept);
  const bool loaded = load_checked_packs(packs, audit->packs, audit->diagnostics);
  clock.done("load");
  if (!loaded) {
    audit->exit = Exit::rules_refused;
    return audit;
  }
  require_rules(request.require, audit->packs.rules);
  EvaluateOptions options{selected_rules(audit->packs.rules, request.select, request.ignore)};

  ReadResult read = request.again != nullptr ? read_kept(*request.again, audit->diagnostics)
                                             : read_inputs(request.inputs, audit->diagnostics);
  std::move(read.kept.begin(), read.kept.end(), std::back_inserter(audit->kept));
  audit->tables = std::move(read.tables);
  audit->ledger = ledger_of(audit->tables);
  const bool refused = read.refused || !count_holds(request, *audit);
  clock.done("read");

  std::vector<WatchList> lists;
  const bool lists_read = read_watch_lists(request, *audit, lists);
  clock.done("lists");

  audit->graph = build_graph(audit->tables, audit->packs.reference, audit->as_of, audit->diagnostics);
  clock.done("build");

  audit->screening =
      std::make_shared<const Screening>(screen(audit->graph, std::move(lists), {request.jobs}, audit->diagnostics));
  options.screening = audit->screening;
  clock.done("screen");

  Lost lost;
  if (earlier) lost = lost_since(*earlier, audit->tables);
  options.lost = lost.fields;
  audit->evaluation = evaluate(audit->packs.rules, audit->graph, options);
  give_back_memory();  // of searches
  audit->evaluated = true;
  clock.done("evaluate");

  if (earlier) {
    audit->comparison = compare(*audit, *earlier, lost, options.selected);
    warn_of_baseline(*audit, *earlier, audit->diagnostics);
    clock.done("compare");
  }
  decide(request, refused, *audit);
  if (!lists_read) audit->exit = graver(audit->exit, Exit::list_refused);
  sort_diagnostics(audit->diagnostics);
  check_inputs_unchanged(*audit);
  return audit;
}

void check_inputs_unchanged(const Audit& audit) {
  for (const InputFile& file : audit.tables.files) file.bytes.check_unchanged();
  for (const KeptFile& file : audit.kept)
    if (file.role == KeptFile::Role::list_file) file.bytes.check_unchanged();
}

}  // namespace assay
