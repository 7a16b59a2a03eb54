#pragma once

#include <string>

#include "rules/evaluate.h"

namespace assay {

/// What is wrong with a cell of a product's row that says something, and yet does not show what it must: "P1: …".
/// Empty for fields of which the usual words say enough.
std::string shortfall_of_product(Field field, const std::string& product);

/// The question that a cell of a product's row leaves open.
std::string question_of_product(Field field, const std::string& product);

}  // namespace assay
