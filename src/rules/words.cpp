#include <algorithm>
#include <array>

#include "rules/rule.h"

namespace assay {
namespace {

constexpr std::array<std::string_view, 5> severities = {"info", "low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 3> gaps = {"low", "medium", "high"};

template <class Word, std::size_t size>
std::optional<Word> find(const std::array<std::string_view, size>& words, std::string_view word) {
  const auto* found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Word>(found - words.begin());
}

}  // namespace

std::string_view to_string(Severity severity) {
  return severities[static_cast<std::size_t>(severity)];
}
std::optional<Severity> severity_from(std::string_view word) {
  return find<Severity>(severities, word);
}
std::string_view to_string(Gap gap) {
  return gaps[static_cast<std::size_t>(gap)];
}
std::optional<Gap> gap_from(std::string_view word) {
  return find<Gap>(gaps, word);
}

}  // namespace assay
