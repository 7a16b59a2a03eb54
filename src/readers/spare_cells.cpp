#include "readers/spare_cells.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "readers/judge.h"

namespace assay {
namespace {

bool is_empty(RawCell cell) {
  return cell.raw.find_first_not_of("\" \t\r\n") == std::string_view::npos;
}

bool empty_from(const std::vector<RawCell>& cells, std::size_t first) {
  return first >= cells.size() ||
         std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.end(), is_empty);
}

/// The bytes of a record up to its line end; the record is sound, so its first line end outside quotes is that one.
std::string_view text_of_record(const InputFile& file, std::uint32_t record, const Layout& layout) {
  const std::string_view bytes = file.bytes.view();
  const std::uint64_t begin = file.records[record];
  return bytes.substr(begin, walk_record(bytes, begin, layout.separator, layout.ends).end - begin);
}

/// The number of cells that every record has, when they all have too many in the same way; else 0.
std::uint64_t common_surplus(const InputFile& file, const Layout& layout) {
  if (file.rows() == 0 || file.excluded.size() < file.rows()) return 0;
  const std::uint64_t columns =
      walk_record(file.bytes.view(), file.records.front(), layout.separator, layout.ends).columns;
  if (columns <= layout.columns) return 0;
  const std::string reason = miscounted(columns, layout.columns);
  const bool same = std::all_of(file.excluded.begin(), file.excluded.end(),
                                [&](const Excluded& excluded) { return excluded.reason == reason; });
  return same ? columns : 0;
}

void forgive_surplus(InputFile& file, const Layout& layout) {
  if (common_surplus(file, layout) == 0) return;
  std::vector<RawCell> cells;
  for (std::uint32_t record = 0; record < file.rows(); ++record) {
    split_record(text_of_record(file, record, layout), layout.separator, cells);
    if (!empty_from(cells, layout.columns)) return;
  }
  file.excluded.clear();
}

std::size_t named_columns(const std::vector<std::string>& headers) {
  std::size_t named = headers.size();
  while (named > 0 && trim(headers[named - 1]).empty()) --named;
  return named;
}

void quarantine_nameless(InputFile& file, const Layout& layout) {
  const std::size_t named = named_columns(file.headers);
  if (named == file.headers.size()) return;
  std::vector<Excluded> found;
  std::vector<RawCell> cells;
  for (std::uint32_t record = 0; record < file.rows(); ++record) {
    if (file.fate(record) != Fate::used) continue;
    split_record(text_of_record(file, record, layout), layout.separator, cells);
    if (!empty_from(cells, named))
      found.push_back({record, Fate::quarantined, "something stands in a column that has no header"});
  }
  const auto middle = static_cast<std::ptrdiff_t>(file.excluded.size());
  file.excluded.insert(file.excluded.end(), std::make_move_iterator(found.begin()),
                       std::make_move_iterator(found.end()));
  std::inplace_merge(file.excluded.begin(), file.excluded.begin() + middle, file.excluded.end(),
                     [](const Excluded& a, const Excluded& b) { return a.record < b.record; });
}

}  // namespace

void settle_spare_cells(InputFile& file, const Layout& layout) {
  forgive_surplus(file, layout);
  quarantine_nameless(file, layout);
}

}  // namespace assay
