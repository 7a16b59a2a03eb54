#include "tables/unit.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace assay {
namespace {

struct Unit {
  std::string_view word;
  std::string_view unit;
};

constexpr std::array units = {
    Unit{"t", "t"},      Unit{"mt", "t"},        Unit{"ton", "t"},        Unit{"tons", "t"},  Unit{"tonne", "t"},
    Unit{"tonnes", "t"}, Unit{"tpa", "t"},       Unit{"吨", "t"},         Unit{"公吨", "t"},  Unit{"kg", "kg"},
    Unit{"kgs", "kg"},   Unit{"kilogram", "kg"}, Unit{"kilograms", "kg"}, Unit{"千克", "kg"}, Unit{"公斤", "kg"},
    Unit{"g", "g"},      Unit{"gram", "g"},      Unit{"grams", "g"},      Unit{"克", "g"},    Unit{"lb", "lb"},
    Unit{"lbs", "lb"},   Unit{"磅", "lb"},       Unit{"usd", "usd"},      Unit{"us$", "usd"}, Unit{"美元", "usd"},
    Unit{"cny", "cny"},  Unit{"rmb", "cny"},     Unit{"人民币", "cny"},   Unit{"eur", "eur"}, Unit{"欧元", "eur"},
    Unit{"krw", "krw"},  Unit{"jpy", "jpy"},     Unit{"rub", "rub"},      Unit{"gbp", "gbp"}, Unit{"hkd", "hkd"},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

/// Brackets, full width or not, and what stands between words in headers become blanks.
std::string spaced(std::string_view header) {
  std::string out;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(header, at);
    const bool between = c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'_' || c == U'-' || c == U'.' ||
                         c == U'/' || c == U',' || c == U'\uFF08' || c == U'\uFF09' || c == U'\u3010' ||
                         c == U'\u3011';
    if (between)
      out += ' ';
    else
      out += header.substr(begin, at - begin);
  }
  return out;
}

}  // namespace

std::string_view unit_from(std::string_view word) {
  const std::string small = lower(trim(word));
  const auto* found = std::ranges::find(units, small, &Unit::word);
  return found == units.end() ? std::string_view() : found->unit;
}

std::string_view unit_in_header(std::string_view header) {
  std::string text = lower(spaced(header));
  for (const std::string_view rate : {" per year", " per annum", " a year"})
    if (const std::size_t at = text.find(rate); at != std::string::npos) text.resize(at);
  const std::string_view words = trim(text);
  const std::size_t blank = words.rfind(' ');
  // A header that is a unit and nothing else ("KG") names it too.
  return unit_from(blank == std::string_view::npos ? words : words.substr(blank + 1));
}

std::string_view unit_of(const Tables& tables, std::uint16_t table, Field field) {
  const Table& one = tables.tables[table];
  return one.has(field) ? unit_in_header(tables.file_of(one).headers[one.column(field)]) : std::string_view();
}

}  // namespace assay
