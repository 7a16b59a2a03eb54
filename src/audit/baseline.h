#pragma once

#include "report/earlier.h"
#include "report/report.h"

namespace assay {

/// What the earlier audit had and the tables lack, so that silence of the data is never taken for an answer.
struct Lost {
  std::vector<TableKind> tables;
  std::vector<Field> columns;  ///< of tables that are there
  std::vector<bool> fields;    ///< by Field: every field that was there and is not, of lost tables too
};
Lost lost_since(const EarlierReport& earlier, const Tables& tables);

/// Sets each finding of an evaluated audit beside the earlier report. Flags are the same when rule and subject are;
/// questions when besides that the datum is, or else party and datum. Of several that are the same the gravest are
/// set beside the gravest. `selected` is empty where every rule was asked.
Comparison compare(const Audit& audit, const EarlierReport& earlier, const Lost& lost,
                   const std::vector<bool>& selected);

/// Warnings about a baseline that is compared with under reserve: other rules, a later day, lost columns.
void warn_of_baseline(const Audit& audit, const EarlierReport& earlier, Diagnostics& diagnostics);

}  // namespace assay
