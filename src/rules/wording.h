#pragma once

#include <string>
#include <string_view>

#include "rules/evaluate.h"
#include "tables/field.h"

namespace assay {

/// Sentences about a field that is not known. FieldInfo::says is a name ("date of the shipment", "the supplier's
/// name") or a clause ("who sold the goods"); each needs other words around it.

/// A question to put to somebody, about the row of this name or, where that is empty, about all: "What is the date of
/// the shipment of S3?", "Who sold the goods (S3)?", "Please say where the goods were loaded (S3)."
std::string question_about(Field field, std::string_view name);

/// What is wrong with a cell of the row: "S3: the date of the shipment is not stated", "S3: it is not stated who sold
/// the goods", or that its text is unreadable or ambiguous. `text` is that of the cell, not used for a blank one.
std::string complaint_about(Field field, std::string_view name, Cause::Why why, std::string_view text);

/// That no input has a column for it, with the field's name.
std::string absence_of(Field field);

}  // namespace assay
