#include "readers/scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "readers/byte_masks.h"
#include "readers/judge.h"
#include "readers/spare_cells.h"

namespace assay {
namespace {

constexpr std::uint64_t all_bits = ~std::uint64_t{0};

constexpr std::uint64_t below(unsigned bit) {
  return (std::uint64_t{1} << bit) - 1;
}

/// What one block of 64 bytes leaves to the next one.
struct Carry {
  std::uint64_t inside = 0;        ///< all bits when a quote is open
  std::uint64_t cell_start = 1;    ///< bit 0: the byte before was a separator or ended a record
  std::uint64_t behind_quote = 0;  ///< bit 0: the byte before closed a quote
};

/// The structure of one block: where cells and records end, and the first byte that breaks the grammar.
struct Structure {
  std::uint64_t separators = 0;
  std::uint64_t record_ends = 0;
  unsigned broken_at = 64;
};

/// Nearly all blocks of nearly all files come this way: nothing quoted, nothing odd.
Structure plain_structure(const ByteMasks& masks, Carry& carry) {
  carry.cell_start = (masks.separator | masks.line_feed) >> 63;
  return {masks.separator, masks.line_feed, 64};
}

Structure quoted_structure(const ByteMasks& masks, bool line_feed_follows, Carry& carry) {
  const std::uint64_t inside = running_parity(masks.quote) ^ carry.inside;
  const std::uint64_t opening = masks.quote & inside;
  const std::uint64_t closing = masks.quote & ~inside;
  const std::uint64_t separators = masks.separator & ~inside;
  const std::uint64_t record_ends = masks.line_feed & ~inside;
  const std::uint64_t before_feed = (masks.line_feed >> 1) | (static_cast<std::uint64_t>(line_feed_follows) << 63);
  const std::uint64_t returns = masks.carriage_return & ~inside;

  const std::uint64_t cell_starts = ((separators | record_ends) << 1) | carry.cell_start;
  const std::uint64_t behind_quotes = (closing << 1) | carry.behind_quote;
  const std::uint64_t stray = opening & ~(cell_starts | behind_quotes);
  const std::uint64_t trailing = behind_quotes & ~(separators | record_ends | returns | masks.quote);
  const std::uint64_t broken = stray | trailing | (returns & ~before_feed) | masks.null_byte;

  carry.inside = (inside >> 63) != 0 ? all_bits : 0;
  carry.cell_start = (separators | record_ends) >> 63;
  carry.behind_quote = closing >> 63;
  return {separators, record_ends, broken == 0 ? 64U : static_cast<unsigned>(std::countr_zero(broken))};
}

/// One pass over the data of a file. Kept together only because all of its parts change on every record.
class Scanner {
 public:
  Scanner(InputFile& file, const Layout& layout)
      : file_(file), layout_(layout), bytes_(file.bytes.view()), judge_(file, layout) {}

  void run() {
    reserve();
    record_ = layout_.data_begin;
    while (record_ < bytes_.size())
      if (layout_.ends == LineEnds::cr)
        walk_one();
      else
        scan_blocks();
    judge_.finish();
  }

 private:
  /// The first records tell how many there will be; a vector that grows by doubling would cost twice their memory.
  void reserve() {
    const std::string_view data = bytes_.substr(std::min<std::size_t>(layout_.data_begin, bytes_.size()));
    const std::string_view sample = data.substr(0, std::size_t{1} << 16);
    const auto lines = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\n')) + 1;
    const std::size_t length =
        std::max<std::size_t>(sample.size() / lines, 16);  // else blank lines would reserve much
    file_.records.reserve(data.size() / length * 17 / 16 + 2);
  }

  /// From the record at record_ on, block by block, until the bytes end or a record breaks the grammar.
  void scan_blocks() {
    Carry carry;
    std::uint64_t columns = 1;
    for (std::uint64_t block = record_; block < bytes_.size(); block += 64) {
      if (block - record_ > longest_record) judge_.too_long(record_);
      const unsigned size = static_cast<unsigned>(std::min<std::uint64_t>(64, bytes_.size() - block));
      const ByteMasks masks = masks_at(block, size);
      const bool plain =
          (masks.quote | masks.carriage_return | masks.null_byte | carry.inside | carry.behind_quote) == 0;
      const Structure found =
          plain ? plain_structure(masks, carry) : quoted_structure(masks, line_feed_at(block + 64), carry);
      if (!take_records(found, block, columns)) return walk_one();
    }
    if (record_ >= bytes_.size()) return;
    if (carry.inside != 0) return walk_one();
    judge_.record(record_, bytes_.size(), columns);
    record_ = bytes_.size();
  }

  [[nodiscard]] bool line_feed_at(std::uint64_t at) const { return at < bytes_.size() && bytes_[at] == '\n'; }

  [[nodiscard]] ByteMasks masks_at(std::uint64_t block, unsigned size) const {
    if (size == 64) return byte_masks(bytes_.data() + block, layout_.separator);
    std::array<char, 64> padded{};
    padded.fill('x');  // no byte that means anything; behind a closing quote it is cut off below
    std::memcpy(padded.data(), bytes_.data() + block, size);
    return byte_masks(padded.data(), layout_.separator);
  }

  /// Hands the records that end in this block on. False when one is broken: record_ is its beginning.
  bool take_records(const Structure& found, std::uint64_t block, std::uint64_t& columns) {
    const bool broken = found.broken_at < 64 && block + found.broken_at < bytes_.size();
    const std::uint64_t sound = broken ? below(found.broken_at) : all_bits;
    std::uint64_t separators = found.separators & sound;
    for (std::uint64_t ends = found.record_ends & sound; ends != 0; ends &= ends - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(ends));
      columns += count_bits(separators & below(bit));
      separators &= ~below(bit);
      judge_.record(record_, block + bit, columns);
      record_ = block + bit + 1;
      columns = 1;
    }
    columns += count_bits(separators);
    return !broken;
  }

  /// The record at record_, byte by byte: it is broken, or the file's line ends are rare ones.
  void walk_one() {
    const RecordWalk walk = walk_record(bytes_, record_, layout_.separator, layout_.ends);
    judge_.walked(record_, walk);
    record_ = walk.next;
  }

  InputFile& file_;
  const Layout& layout_;
  std::string_view bytes_;
  std::uint64_t record_ = 0;  ///< where the record in hand begins
  Judge judge_;
};

}  // namespace

void scan_records(InputFile& file, const Layout& layout) {
  Scanner(file, layout).run();
  settle_spare_cells(file, layout);
}

}  // namespace assay
