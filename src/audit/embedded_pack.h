#pragma once

#include <string_view>
#include <vector>

namespace assay {

struct EmbeddedFile {
  std::string_view name;  ///< within the pack: "pack.yaml", "data/places.csv"
  std::string_view bytes;
};

/// The pack that the program ships with (rules/dprk), in order of name.
std::vector<EmbeddedFile> embedded_pack();

}  // namespace assay
