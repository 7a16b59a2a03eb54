#include <array>

#include "report/report.h"

namespace assay {

// The formats that the program knows, in the order in which --help lists them. A new one is a line here.
std::span<const Writer> writers() {
  static const std::array all{text_writer, json_writer, sarif_writer, markdown_writer, html_writer};
  return all;
}

const Writer* find_writer(std::string_view name) {
  for (const Writer& writer : writers())
    if (writer.name == name) return &writer;
  return nullptr;
}

}  // namespace assay
