#include "rules/product_words.h"

#include <fmt/format.h>

#include "rules/wording.h"

namespace assay {

std::string shortfall_of_product(Field field, const std::string& product) {
  switch (field) {
    case Field::product_share_pct:
      return fmt::format("{}: what is in it does not add up to 100 per cent, each part with a share above 0",
                         product);
    case Field::product_part:
      return fmt::format("{}: neither lots, nor rows of a product of that number, show where this part comes from",
                         product);
    default:
      return {};
  }
}

std::string question_of_product(Field field, const std::string& product) {
  switch (field) {
    case Field::product_share_pct:
      return fmt::format("What is all that is in {}, with shares that add up to 100 per cent?", product);
    case Field::product_part:
      return fmt::format("From which lot is this part of {}, or what is it made of, part by part?", product);
    case Field::product_lot:
      return fmt::format("Which lot is in {}, or is there none?", product);
    default:
      return question_about(field, product);
  }
}

}  // namespace assay
