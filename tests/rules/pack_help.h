#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/packs.h"
#include "rules/load.h"

namespace assay::test {

/// The bytes of a file of the shipped pack; empty for a name that it does not have.
inline std::string shipped_text(std::string_view name) {
  for (const PackFile& file : shipped_pack())
    if (file.name == name) return file.bytes;
  return {};
}

/// Rule files as a pack of their own, with the shipped reference tables.
inline std::vector<PackFile> pack_of(std::vector<PackFile> rules) {
  std::vector<PackFile> files = {
      {"pack.yaml", "assay: 1\nid: one\nversion: \"1\"\nrules: " + std::to_string(rules.size()) + "\n"}};
  for (PackFile& rule : rules) files.push_back(std::move(rule));
  for (PackFile& file : shipped_pack())
    if (file.name.starts_with("data/")) files.push_back(std::move(file));
  return files;
}

/// The text with the first occurrence of one part replaced; the text as it is when the part is not there.
inline std::string replaced(std::string text, std::string_view part, std::string_view by) {
  const std::size_t at = text.find(part);
  return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

}  // namespace assay::test
