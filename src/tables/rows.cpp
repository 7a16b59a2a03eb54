#include "tables/tables.h"

namespace assay {

Rows::Rows(const Tables& tables, std::uint16_t table)
    : table_(&tables.tables[table]), file_(&tables.file_of(*table_)), index_(table) {
  // A file of which nothing is used has no rows to read.
  if (file_->refused || file_->quarantined) next_record_ = static_cast<std::uint32_t>(file_->rows());
}

bool Rows::next() {
  const std::vector<Excluded>& excluded = file_->excluded;
  while (next_excluded_ < excluded.size() && excluded[next_excluded_].record == next_record_) {
    ++next_excluded_;
    ++next_record_;
  }
  if (next_record_ >= file_->rows()) return false;
  record_ = next_record_++;
  rest_ = file_->record(record_);
  at_end_ = false;
  cells_.clear();
  used_scratch_ = 0;
  return true;
}

std::string_view Rows::text(Field field) {
  const std::uint16_t column = table_->column(field);
  if (column == no_column) return {};
  while (cells_.size() <= column && !at_end_) cells_.push_back(take_cell(rest_, file_->dialect.separator, at_end_));
  if (cells_.size() <= column) return {};
  const RawCell cell = cells_[column];
  if (!cell.quoted()) return cell.raw;
  if (used_scratch_ == scratch_.size()) scratch_.emplace_back();
  std::string& scratch = scratch_[used_scratch_];
  const std::string_view text = text_of(cell, scratch);
  if (text.data() == scratch.data()) ++used_scratch_;
  return text;
}

}  // namespace assay
