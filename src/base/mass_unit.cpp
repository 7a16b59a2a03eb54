#include "base/mass_unit.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"

namespace assay {
namespace {

// International yard and pound agreement of 1959; the troy ounce is 480 of its grains.
constexpr double pound = 0.45359237;
constexpr double troy_ounce = 0.0311034768;
constexpr double short_ton = 2000 * pound;
constexpr double long_ton = 2240 * pound;

constexpr auto units = std::to_array<std::pair<std::string_view, double>>({
    {"t", 1000},
    {"mt", 1000},
    {"dmt", 1000},
    {"tonne", 1000},
    {"tonnes", 1000},
    {"metric ton", 1000},
    {"metric tons", 1000},
    {"metric tonne", 1000},
    {"metric tonnes", 1000},
    {"dry tonne", 1000},
    {"dry tonnes", 1000},
    {"吨", 1000},
    {"噸", 1000},
    {"公吨", 1000},
    {"公噸", 1000},
    {"kt", 1e6},
    {"kilotonne", 1e6},
    {"kilotonnes", 1e6},
    {"kg", 1},
    {"kgs", 1},
    {"kilo", 1},
    {"kilos", 1},
    {"kilogram", 1},
    {"kilograms", 1},
    {"千克", 1},
    {"公斤", 1},
    {"g", 0.001},
    {"gram", 0.001},
    {"grams", 0.001},
    {"克", 0.001},
    {"lb", pound},
    {"lbs", pound},
    {"pound", pound},
    {"pounds", pound},
    {"磅", pound},
    {"short ton", short_ton},
    {"short tons", short_ton},
    {"long ton", long_ton},
    {"long tons", long_ton},
    {"ozt", troy_ounce},
    {"oz t", troy_ounce},
    {"toz", troy_ounce},
    {"troy oz", troy_ounce},
    {"troy ounce", troy_ounce},
    {"troy ounces", troy_ounce},
    {"金衡盎司", troy_ounce},
});

constexpr auto currencies = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"usd", "USD"},    {"us$", "USD"},   {"us dollar", "USD"}, {"us dollars", "USD"}, {"美元", "USD"}, {"eur", "EUR"},
    {"euro", "EUR"},   {"euros", "EUR"}, {"€", "EUR"},         {"欧元", "EUR"},       {"cny", "CNY"},  {"rmb", "CNY"},
    {"人民币", "CNY"}, {"rub", "RUB"},   {"卢布", "RUB"},      {"jpy", "JPY"},        {"日元", "JPY"}, {"krw", "KRW"},
    {"韩元", "KRW"},   {"gbp", "GBP"},   {"hkd", "HKD"},       {"港币", "HKD"},       {"港元", "HKD"}, {"aud", "AUD"},
    {"chf", "CHF"},    {"inr", "INR"},   {"vnd", "VND"},       {"twd", "TWD"},        {"sgd", "SGD"},  {"mnt", "MNT"},
});

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

/// The words of a header: letters, digits, $ and €, and whatever is not ASCII but a full-width bracket.
std::vector<std::string_view> words_of(std::string_view header) {
  constexpr auto breaks = std::to_array<std::string_view>({"（", "）", "／", "：", "　", "【", "】"});
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, std::size_t next) {
    if (end > begin) words.push_back(header.substr(begin, end - begin));
    begin = next;
  };
  for (std::size_t at = 0; at < header.size();) {
    const auto byte = static_cast<unsigned char>(header[at]);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    const auto* const found = std::find_if(breaks.begin(), breaks.end(),
                                           [&](std::string_view one) { return header.substr(at).starts_with(one); });
    const std::size_t width = found == breaks.end() ? 1 : found->size();
    if (found != breaks.end() || (byte < 0x80 && !letter && byte != '$')) close(at, at + width);
    at += width;
  }
  close(header.size(), header.size());
  return words;
}

/// Notes what is found; a second one that differs leaves nothing known.
template <class Value>
void note(std::optional<Value>& value, bool& seen, const Value& found) {
  if (!seen)
    value = found;
  else if (value != found)
    value.reset();
  seen = true;
}

}  // namespace

std::optional<double> kilograms_in(std::string_view unit) {
  const std::string_view text = trim(unit);
  if (text == "Mt") return std::nullopt;
  const std::string small = lower(text);
  const auto* const found = std::find_if(units.begin(), units.end(), [&](const auto& u) { return u.first == small; });
  return found == units.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> currency_in(std::string_view text) {
  const std::string small = lower(trim(text));
  const auto* const found =
      std::find_if(currencies.begin(), currencies.end(), [&](const auto& c) { return c.first == small; });
  return found == currencies.end() ? std::nullopt : std::optional(std::string(found->second));
}

HeaderUnits units_in_header(std::string_view header) {
  HeaderUnits says;
  bool unit_seen = false;
  bool currency_seen = false;
  const std::vector<std::string_view> words = words_of(header);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (const auto currency = currency_in(words[i])) note(says.currency, currency_seen, *currency);
    const bool pair = i + 1 < words.size();
    const std::string both = pair ? std::string(words[i]) + ' ' + std::string(words[i + 1]) : std::string();
    if (const auto unit = pair ? kilograms_in(both) : std::nullopt) {
      note(says.kilograms, unit_seen, *unit);
      ++i;
    } else if (const auto single = kilograms_in(words[i])) {
      note(says.kilograms, unit_seen, *single);
    }
  }
  return says;
}

}  // namespace assay
