#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "names/fold.h"
#include "reference/keys.h"
#include "screening/contacts.h"

namespace assay {
namespace {

constexpr std::size_t fewest_words = 3;
constexpr std::size_t most_words_of_country = 6;
constexpr std::size_t most_words_of_province = 3;

/// Words that addresses write or leave out, in English and as Chinese ones are romanised: Tongyi Lu, Huancui Qu.
constexpr auto idle_words = std::to_array<std::string_view>(
    {"road",     "rd",    "street", "st",   "avenue", "ave",  "lane",     "no",     "number", "room", "rm",
     "unit",     "floor", "fl",     "flat", "block",  "bldg", "building", "city",   "the",    "of",   "suite",
     "district", "dist",  "ste",    "po",   "box",    "town", "province", "county", "lu",     "jie",  "qu",
     "shi",      "sheng", "xian",   "zhen", "dasha",  "hao",  "dajie",    "dadao"});

using Words = std::vector<std::string_view>;

bool is_idle(std::string_view word) {
  return std::find(idle_words.begin(), idle_words.end(), word) != idle_words.end();
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_postcode(std::string_view word) {
  return (word.size() == 5 || word.size() == 6) &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string last_words(const Words& words, std::size_t count) {
  return fmt::format("{}", fmt::join(words.end() - static_cast<std::ptrdiff_t>(count), words.end(), " "));
}

/// Hong Kong and Macao are written with China and without it.
Country one_china(Country country) {
  const bool of_china = country == Country('H', 'K') || country == Country('M', 'O');
  return of_china ? Country('C', 'N') : country;
}

/// Takes from the end of an address what is compared by itself, in whatever order it stands there.
class End {
 public:
  End(Words& words, AddressKey& key, const Reference& reference) : words_(words), key_(key), reference_(reference) {}

  void take() {
    while (!words_.empty() && (idle() || country() || postcode() || province())) {
    }
  }

 private:
  bool idle() { return is_idle(words_.back()) && drop(1); }

  bool country() {
    for (std::size_t count = std::min(most_words_of_country, words_.size()); count > 0; --count) {
      const auto found = reference_.countries.find(country_key(last_words(words_, count)));
      if (found == reference_.countries.end()) continue;
      const Country country = one_china(found->second.country);
      // Two letters may be anything else, unless they are the country that is stated.
      if (count == 1 && words_.back().size() == 2 && !(country.is_known() && country == key_.country)) continue;
      if (!key_.country.is_known() && country.is_known()) key_.country = country;
      return drop(count);
    }
    return false;
  }

  bool postcode() {
    if (!key_.postcode.empty() || !is_postcode(words_.back())) return false;
    key_.postcode = words_.back();
    return drop(1);
  }

  bool province() {
    if (!key_.province.empty()) return false;
    for (std::size_t count = std::min(most_words_of_province, words_.size()); count > 0; --count) {
      std::string name = place_key(last_words(words_, count));
      if (!is_province(name)) continue;
      key_.province = std::move(name);
      return drop(count);
    }
    return false;
  }

  [[nodiscard]] bool is_province(const std::string& name) const {
    const auto found = reference_.by_name.find(name);
    return found != reference_.by_name.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [this](std::uint32_t place) { return reference_.places[place].province; });
  }

  bool drop(std::size_t count) {
    words_.resize(words_.size() - count);
    return true;
  }

  Words& words_;
  AddressKey& key_;
  const Reference& reference_;
};

Words words_in(std::string_view folded) {
  return split(folded, " #:/");
}

bool is_room_word(std::string_view word) {
  constexpr auto rooms = std::to_array<std::string_view>({"room", "rm", "unit", "flat", "suite", "ste"});
  return std::find(rooms.begin(), rooms.end(), word) != rooms.end();
}

/// One or two letters and three digits or more: DL1849.
bool is_box_code(std::string_view word) {
  const std::size_t letters = static_cast<std::size_t>(
      std::find_if(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; }) - word.begin());
  const std::string_view digits = word.substr(letters);
  return (letters == 1 || letters == 2) && digits.size() >= 3 &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes a code out that is written or left out where the room has a number of its own; of two codes none is it.
std::string take_box(Words& words) {
  bool has_room = false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    has_room = has_room || (is_room_word(words[i]) && has_digit(words[i + 1].substr(0, 1)));
  const auto code = std::find_if(words.begin(), words.end(), is_box_code);
  if (!has_room || code == words.end() || std::find_if(code + 1, words.end(), is_box_code) != words.end()) return {};
  std::string box(*code);
  words.erase(code);
  return box;
}

/// A province by itself, from a column: "Shandong Province" is shandong.
std::string province_named(std::string_view region) {
  const std::string folded = fold_plain(region);
  Words words = words_in(folded);
  std::erase_if(words, is_idle);
  return place_key(fmt::format("{}", fmt::join(words, " ")));
}

}  // namespace

std::optional<AddressKey> address_key(std::string_view text, const BesideAddress& beside,
                                      const Reference& reference) {
  const std::string folded = fold_plain(text);
  const std::string city = fold_plain(beside.city);
  AddressKey key;
  key.country = one_china(beside.country);
  Words words = words_in(folded);
  End(words, key, reference).take();
  key.box = take_box(words);
  if (key.province.empty()) key.province = province_named(beside.region);
  const Words of_city = words_in(city);
  words.insert(words.end(), of_city.begin(), of_city.end());
  // Towns and streets are written in either order.
  std::erase_if(words, is_idle);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const bool han = !words.empty() && static_cast<unsigned char>(words.back().front()) >= 0xE3;
  const bool tells = words.size() >= fewest_words || han;
  if (!tells || !std::any_of(words.begin(), words.end(), has_digit)) return std::nullopt;
  key.words = fmt::format("{}", fmt::join(words, " "));
  return key;
}

bool is_same_address(const AddressKey& a, const AddressKey& b) {
  const auto contradicts = [](const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  const bool elsewhere = a.country.is_known() && b.country.is_known() && !(a.country == b.country);
  return a.words == b.words && !elsewhere && !contradicts(a.province, b.province) &&
         !contradicts(a.postcode, b.postcode) && !contradicts(a.box, b.box);
}

}  // namespace assay
