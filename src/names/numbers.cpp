#include "names/numbers.h"

#include <array>
#include <cstdint>
#include <unordered_map>

namespace assay {

std::optional<NumberWord> number_word(std::string_view word) {
  static const std::unordered_map<std::string_view, NumberWord> words{
      {"one", {1, false, false}},        {"two", {2, false, false}},        {"three", {3, false, false}},
      {"four", {4, false, false}},       {"five", {5, false, false}},       {"six", {6, false, false}},
      {"seven", {7, false, false}},      {"eight", {8, false, false}},      {"nine", {9, false, false}},
      {"ten", {10, false, false}},       {"eleven", {11, false, false}},    {"twelve", {12, false, false}},
      {"thirteen", {13, false, false}},  {"fourteen", {14, false, false}},  {"fifteen", {15, false, false}},
      {"sixteen", {16, false, false}},   {"seventeen", {17, false, false}}, {"eighteen", {18, false, false}},
      {"nineteen", {19, false, false}},  {"twenty", {20, true, false}},     {"thirty", {30, true, false}},
      {"forty", {40, true, false}},      {"fourty", {40, true, false}},     {"fifty", {50, true, false}},
      {"sixty", {60, true, false}},      {"seventy", {70, true, false}},    {"eighty", {80, true, false}},
      {"ninety", {90, true, false}},     {"first", {1, false, true}},       {"second", {2, false, true}},
      {"third", {3, false, true}},       {"fourth", {4, false, true}},      {"fifth", {5, false, true}},
      {"sixth", {6, false, true}},       {"seventh", {7, false, true}},     {"eighth", {8, false, true}},
      {"ninth", {9, false, true}},       {"tenth", {10, false, true}},      {"eleventh", {11, false, true}},
      {"twelfth", {12, false, true}},    {"thirteenth", {13, false, true}}, {"fourteenth", {14, false, true}},
      {"fifteenth", {15, false, true}},  {"sixteenth", {16, false, true}},  {"seventeenth", {17, false, true}},
      {"eighteenth", {18, false, true}}, {"nineteenth", {19, false, true}}, {"twentieth", {20, false, true}},
      {"thirtieth", {30, false, true}},  {"fortieth", {40, false, true}},   {"fiftieth", {50, false, true}}};
  // Most words are told from all of these by their length and first letter.
  static const std::array<std::uint32_t, 128> lengths_by_first = [] {
    std::array<std::uint32_t, 128> lengths{};
    for (const auto& [known, value] : words) lengths[static_cast<std::size_t>(known.front())] |= 1U << known.size();
    return lengths;
  }();
  const auto first = static_cast<unsigned char>(word.empty() ? '\0' : word.front());
  if (first >= 128 || word.size() >= 32 || (lengths_by_first[first] >> word.size() & 1) == 0) return std::nullopt;
  const auto found = words.find(word);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::optional<unsigned> roman_numeral(std::string_view word) {
  static const std::unordered_map<std::string_view, unsigned> units{
      {"", 0}, {"i", 1}, {"ii", 2}, {"iii", 3}, {"iv", 4}, {"v", 5}, {"vi", 6}, {"vii", 7}, {"viii", 8}, {"ix", 9}};
  if (word.empty() || word.size() > 7 || word.find_first_not_of("ivx") != std::string_view::npos) return std::nullopt;
  unsigned tens = 0;
  while (!word.empty() && word.front() == 'x' && tens < 30) {
    if (const auto rest = units.find(word); rest != units.end()) break;
    tens += 10;
    word.remove_prefix(1);
  }
  const auto found = units.find(word);
  if (found == units.end() || tens + found->second == 0) return std::nullopt;
  return tens + found->second;
}

std::string without_leading_zeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? "0" : std::string(digits.substr(first));
}

}  // namespace assay
