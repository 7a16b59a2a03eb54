#include "tables/row_content.h"

#include "base/hash.h"

namespace assay {

std::uint64_t row_content(const Tables& tables, CellRef cell) {
  std::uint64_t content = 0;
  for (const FieldInfo& one : all_fields())
    if (one.table == info(cell.field).table)
      content = hash_text(tables.text({cell.table, one.field, cell.record}), content);
  return content;
}

}  // namespace assay
