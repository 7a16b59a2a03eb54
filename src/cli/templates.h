#pragma once

#include <string>
#include <vector>

namespace assay {

/// A file that somebody fills in.
struct Template {
  std::string name;  ///< "suppliers.csv"
  std::string text;
};

/// One CSV for each table of which a rule asks anything, with its usual columns and invented rows to be replaced;
/// README.md, which says what each column holds; and assay.yaml. They belong together: the rows name each other.
std::vector<Template> templates();

/// assay.yaml with every key in a comment, so that it says nothing until somebody takes a # away. A line "# text"
/// explains, a line "#key: value" is an example.
Template configuration_template();

}  // namespace assay
