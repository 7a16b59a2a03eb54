#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "lists/lists.h"

namespace assay::testing {

using Texts = std::vector<std::pair<std::string, std::string>>;

/// What was read, with what was said on the way.
struct ReadLists {
  ListReading reading;
  Diagnostics diagnostics;

  [[nodiscard]] const WatchList& list() const { return reading.lists.at(0); }
  [[nodiscard]] bool refused() const { return reading.refused; }
  /// Whether a diagnostic holds the words.
  [[nodiscard]] bool says(std::string_view words) const {
    for (const Diagnostic& one : diagnostics)
      if (one.message.find(words) != std::string::npos || one.hint.find(words) != std::string::npos) return true;
    return false;
  }
  /// "SDN_Name primary: X | alt_name strong: Y", of an entry.
  [[nodiscard]] std::string names(std::size_t entry = 0) const {
    std::string text;
    for (const ListName& name : list().names_of(list().entries.at(entry)))
      text += (text.empty() ? "" : " | ") + std::string(list().field(name.field)) + ' ' +
              std::string(to_string(name.quality)) + ": " + std::string(name.text);
    return text;
  }
  /// The texts of a kind of fact, joined; behind each the country in brackets, where there is one.
  [[nodiscard]] std::string facts(FactKind kind, std::size_t entry = 0) const {
    std::string text;
    for (const ListFact& fact : list().facts_of(list().entries.at(entry), kind))
      text += (text.empty() ? "" : " | ") + std::string(fact.text) +
              (fact.country.empty() ? "" : " [" + std::string(fact.country) + "]");
    return text;
  }
};

/// The files of one folder; `given` may carry a date.
inline ReadLists read_files(const Texts& files, const std::string& given = "folder",
                            const ListOptions& options = {}) {
  ReadLists read;
  read.reading = read_list_texts(given, files, read.diagnostics, options);
  return read;
}

inline ReadLists read_file(const std::string& name, const std::string& text, const std::string& given = "folder") {
  return read_files({{name, text}}, given);
}

/// The reference material beside the checkout; empty where it is absent.
inline std::filesystem::path shared_folder() {
  const char* const named = std::getenv("ASSAY_SHARED");
  std::filesystem::path path = named != nullptr ? std::filesystem::path(named)
                                                : std::filesystem::path(ASSAY_SOURCE_DIR).parent_path() / "shared";
  return std::filesystem::is_directory(path) ? path : std::filesystem::path{};
}

inline Day day(std::string_view text) {
  return parse_date(text).first;
}

}  // namespace assay::testing
