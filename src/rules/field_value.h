#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "reference/country.h"
#include "tables/field.h"

namespace assay {

/// What a field says of a subject. Only the member of the field's type is filled, and only when it is known.
struct FieldValue {
  Known known = Known::blank;
  Country country;
  Date date;
  double number = 0;
  std::string text;  ///< HS digits, or a text folded
};

/// Whether a rule on subjects of this kind may name the field: it stands in the subject's own row.
bool belongs_to(Field field, SubjectKind kind);

/// The cell behind it. For the undisclosed rest of a workforce: none.
CellRef cell_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field);

FieldValue value_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field);

}  // namespace assay
