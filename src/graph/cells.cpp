#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"
#include "graph/korea_sign.h"
#include "names/fold.h"

namespace assay {

Country CellReader::country(Rows& rows, Field field, std::span<const Field> beside, CellRef& decided_by) {
  if (!rows.has(field)) return Country(Known::not_asked);
  const std::string_view text = rows.text(field);
  const CountryReading& reading =
      countries_(text, [this](std::string_view t) { return graph_.reference->country(t); });
  if (!beside.empty() && reading.country.known() == Known::ambiguous) {
    const Country country =
        resolve_korea(rows, field, beside, reading.country, *graph_.reference, complaints_, decided_by);
    if (country.is_known()) return country;
  }
  if (reading.country.known() == Known::unreadable || reading.country.known() == Known::ambiguous)
    complaints_.add(Level::warning, rows.cell(field), "names no country that is known for certain",
                    fmt::format("\"{}\" names no country that is known for certain", shorten(text, 40)),
                    "write the ISO 3166 code: KP or KR, CN, …");
  else if (reading.obfuscated)
    complaints_.add(Level::warning, rows.cell(field), "holds invisible or look-alike characters",
                    "this cell holds invisible or look-alike characters; it is read as " + reading.country.code());
  return reading.country;
}

Date CellReader::any_date(Rows& rows, Field field) {
  Date date;
  if (!rows.has(field)) {
    date.known = Known::not_asked;
    return date;
  }
  const std::string_view text = rows.text(field);
  date = parse_date(text);
  if (date.known == Known::unreadable || date.known == Known::ambiguous)
    complaints_.add(Level::warning, rows.cell(field), "is no date that is known for certain",
                    fmt::format("\"{}\" is no date that is known for certain", shorten(text, 40)),
                    "write it year first: 2017-08-05, or 2017-08 if the day is not known");
  return date;
}

Date CellReader::date(Rows& rows, Field field) {
  Date date = any_date(rows, field);
  if (date.known == Known::yes && date.first > graph_.as_of) {
    complaints_.add(Level::warning, rows.cell(field), "lies after the audit's date",
                    fmt::format("{} lies after the audit's date {}, so it is not known yet", to_string(date),
                                day_to_string(graph_.as_of)),
                    "give the date of the audit with --as-of");
    date = Date{earliest_day, Precision::none, Known::unreadable};
  }
  return date;
}

GoodsTexts::GoodsTexts(GoodsPool& pool) : pool_(pool) {
  folded_.intern({});
  pool_.texts.emplace_back();
}

GoodsTextId GoodsTexts::number(std::string_view text) {
  const std::uint32_t written = as_written_.intern(text);
  if (written < numbers_.size()) return numbers_[written];
  text = trim(text);
  GoodsTextId number = 0;
  if (!is_blank_word(text)) {
    number = folded_.intern(fold(text));
    if (number == pool_.texts.size()) pool_.texts.emplace_back(folded_[number]);
  }
  numbers_.push_back(number);
  return number;
}

}  // namespace assay
