#pragma once

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

/// What is seen of a subject: an answer, and the cell that decides it or would. Derived fields are made of these.
struct Seen {
  Truth truth = Truth::no;
  CellRef cell;
};

/// A cell of a column that no input has: what would decide where nobody was asked.
constexpr CellRef no_column_of(Field field) {
  return {0, field, 0};
}

}  // namespace assay
