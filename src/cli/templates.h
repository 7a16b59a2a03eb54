#pragma once

#include <string>
#include <vector>

namespace assay {

/// A file that somebody fills in.
struct Template {
  std::string name;  ///< "suppliers.csv"
  std::string text;
};

/// One CSV for each table of which a rule asks anything, with its usual columns and invented rows to be replaced, and
/// README.md, which says what each column holds. They belong together: the rows name each other.
std::vector<Template> templates();

}  // namespace assay
