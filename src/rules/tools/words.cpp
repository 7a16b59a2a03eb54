#include "rules/tools/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace assay {
namespace {

constexpr auto themes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"origin_direct", "The goods themselves declare, or come with, a DPRK origin"},
    {"origin_indirect", "DPRK goods upstream, through others"},
    {"origin_mislabelled", "Papers that name another origin than the facts do"},
    {"sector_ban", "Goods that a measure names"},
    {"transit_dprk", "Routes and ports of the DPRK"},
    {"transit_border", "Routes and places at its border"},
    {"labour", "DPRK nationals at work"},
    {"ownership", "Who owns and controls a party"},
    {"name_match", "Names on a list"},
    {"vessel", "Ships and what they do"},
    {"price", "Prices that the market does not explain"},
    {"address", "Addresses and contacts"},
    {"data_conflict", "Inputs that contradict each other"},
    {"quantity", "Amounts that do not add up"},
    {"document", "Licences, certificates and notifications"},
    {"data_gap", "Facts that nobody states"},
});

}  // namespace

Severity highest_severity(const Rule& rule) {
  Severity highest = rule.severity;
  for (const SeverityRung& rung : rule.ladder) highest = std::max(highest, rung.is);
  return highest;
}

std::string severity_words(const Rule& rule) {
  std::string words;
  for (int level = static_cast<int>(Severity::critical); level >= 0; --level) {
    const auto severity = static_cast<Severity>(level);
    const bool used = rule.severity == severity ||
                      std::any_of(rule.ladder.begin(), rule.ladder.end(),
                                  [severity](const SeverityRung& rung) { return rung.is == severity; });
    if (used) words += (words.empty() ? "" : " or ") + std::string(to_string(severity));
  }
  return words;
}

std::string gap_words(const GapLadder& gap) {
  if (gap.border_zone == gap.otherwise && gap.exposed == gap.otherwise) return std::string(to_string(gap.otherwise));
  return fmt::format("{} in the border zone, {} for goods and countries that are exposed, else {}",
                     to_string(gap.border_zone), to_string(gap.exposed), to_string(gap.otherwise));
}

std::string citation_words(const Citation& citation) {
  return citation.locator.empty() ? citation.cite : fmt::format("{}, {}", citation.cite, citation.locator);
}

std::string_view theme_words(std::string_view theme) {
  const auto* const found =
      std::find_if(themes.begin(), themes.end(), [theme](const auto& entry) { return entry.first == theme; });
  return found == themes.end() ? theme : found->second;
}

std::vector<std::string_view> theme_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, words] : themes) names.push_back(name);
  return names;
}

}  // namespace assay
