#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "lists/draft.h"
#include "lists/list_part.h"
#include "lists/watch_list.h"

namespace assay {

/// Fills a WatchList from what a format's reader finds. Once the list is refused nothing more is taken.
class ListBuilder {
 public:
  ListBuilder(WatchList& list, Diagnostics& diagnostics) : list_(list), diagnostics_(diagnostics) {}

  /// What follows stands in this file.
  void in_part(const ListPart& part);
  /// The number of the entry. A draft without a name is dropped, with its place; then nothing.
  std::optional<std::uint32_t> add(const Draft& draft);
  /// To an entry that was added before, from another file or record of the list.
  void add_to(std::uint32_t entry, const Draft& more);
  /// A record that should have been an entry. The list is not complete any more.
  void drop(std::string_view reason, std::uint32_t line);
  /// A record that is no party by its nature.
  void pass_over(std::string_view reason, std::uint32_t line);
  /// Something of the list is missing: "not on it" may no longer be concluded.
  void miss(std::uint32_t line, std::string message, std::string hint = {});
  void warn(std::uint32_t line, std::string message, std::string hint = {});
  void refuse(std::uint32_t line, std::uint32_t column, std::string message, std::string hint = {});
  [[nodiscard]] bool refused() const { return list_.refused; }
  [[nodiscard]] WatchList& list() { return list_; }

  /// Orders names and facts by entry, and refuses a list without entries or with more dropped records than entries.
  void finish();

 private:
  std::string_view keep(FactKind kind, std::string_view text, std::string_view remarks);
  std::string_view keep_once(std::string_view text);
  std::uint16_t field_number(std::string_view field);
  void tell(Level level, std::uint32_t line, std::uint32_t column, std::string message, std::string hint);

  WatchList& list_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::uint16_t file_number_ = 0;
  std::unordered_map<std::string_view, std::uint16_t> field_numbers_;      // only looked up, never walked
  std::unordered_map<std::string_view, std::string_view> often_repeated_;  // likewise
};

}  // namespace assay
