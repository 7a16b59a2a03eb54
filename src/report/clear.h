#pragma once

#include <functional>

#include "report/report.h"

namespace assay {

/// A clear verdict, and what it rests on.
struct ClearVerdict {
  const Rule& rule;
  Entity subject;
  WhyNot why;
};

/// Visits the clear verdicts one by one, by rule, then canonical subject. None unless the audit includes them.
void for_each_clear(const Audit& audit, const std::function<void(const ClearVerdict&)>& visit);

}  // namespace assay
