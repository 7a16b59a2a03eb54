#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readers/scan.h"

namespace assay {

/// Takes each record that the scan finds, in file order, and decides its fate by its looks.
class Judge {
 public:
  Judge(InputFile& file, const Layout& layout);

  /// A record of sound grammar; `end` is where its line feed is, or the end of the file.
  void record(std::uint64_t begin, std::uint64_t end, std::uint64_t columns);
  /// A record that was walked byte by byte; it may be broken.
  void walked(std::uint64_t begin, const RecordWalk& walk);
  /// Closes the lists. Call once, at the end of the bytes.
  void finish();
  /// Throws Failure(limit).
  [[noreturn]] void too_long(std::uint64_t begin) const;

 private:
  void add(std::uint64_t begin);
  void exclude(Fate fate, std::string reason);
  void reject_lines(std::uint64_t begin, std::uint64_t end, const std::string& reason);
  [[nodiscard]] std::uint64_t line_of(std::uint64_t offset) const;
  void look(std::string_view text, std::uint64_t columns);

  InputFile& file_;
  const Layout& layout_;
  std::string_view bytes_;
  std::string_view header_;
  char header_letter_;
};

/// The reason of a record that has a number of cells other than the header's.
std::string miscounted(std::uint64_t columns, std::uint64_t expected);

}  // namespace assay
