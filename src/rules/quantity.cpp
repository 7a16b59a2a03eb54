#include "rules/quantity.h"

#include "base/mass_unit.h"
#include "base/number.h"
#include "base/text.h"

namespace assay {

std::optional<double> kilograms_of(const Tables& tables, CellRef number, Field unit) {
  const Table& table = tables.tables[number.table];
  if (!table.has(number.field)) return std::nullopt;
  const Number amount = parse_number(tables.text(number));
  if (amount.known != Known::yes || amount.value < 0) return std::nullopt;
  std::optional<double> each = units_in_header(tables.file_of(table).headers[table.column(number.field)]).kilograms;
  const std::string beside = table.has(unit) ? tables.text({number.table, unit, number.record}) : std::string();
  if (!is_blank_word(trim(beside))) {
    const std::optional<double> said = kilograms_in(beside);
    if (each && said != each) return std::nullopt;
    each = said;
  }
  if (!each) return std::nullopt;
  return amount.value * *each;
}

}  // namespace assay
