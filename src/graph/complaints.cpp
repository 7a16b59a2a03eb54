#include "graph/complaints.h"

#include <fmt/format.h>

namespace assay {

void Complaints::add(Level level, CellRef cell, std::string_view kind, std::string message, std::string hint) {
  Group& group = groups_[{{cell.table, cell.field}, std::string(kind)}];
  if (group.count == 0) group = {0, cell, level};
  if (++group.count > listed) return;
  const CellPlace place = tables_.place(cell);
  Diagnostic diagnostic;
  diagnostic.level = level;
  diagnostic.at = {place.file, place.line, place.column};
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics_.push_back(std::move(diagnostic));
}

void Complaints::hand_over(Diagnostics& diagnostics) {
  for (const auto& [key, group] : groups_) {
    if (group.count <= listed) continue;
    const CellPlace place = tables_.place({group.first.table, group.first.field, CellRef::header_record});
    Diagnostic diagnostic;
    diagnostic.level = group.level;
    diagnostic.at = {place.file, place.line, place.column};
    diagnostic.message =
        fmt::format("{} more cells of {}: {}", group.count - listed, info(group.first.field).name, key.second);
    diagnostics_.push_back(std::move(diagnostic));
  }
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(diagnostics_.begin()),
                     std::make_move_iterator(diagnostics_.end()));
  diagnostics_.clear();
  groups_.clear();
}

void Complaints::hand_over(Complaints& complaints) {
  hand_over(complaints.diagnostics_);
}

}  // namespace assay
