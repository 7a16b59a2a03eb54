#include "lists/ofac_names.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace assay {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool is_beside_sdn(std::string_view programme) {
  constexpr std::array<std::string_view, 7> beside = {"NS-PLC", "UKRAINE-EO13662", "CMIC-EO13959", "561-Related",
                                                      "FSE-IR", "FSE-SY",          "SSI"};
  return std::find(beside.begin(), beside.end(), programme) != beside.end();
}

}  // namespace

EntryKind ofac_kind(std::string_view type) {
  const std::string word = lower(type);
  if (word.empty() || word == "entity") return EntryKind::company;
  if (word == "individual") return EntryKind::person;
  if (word == "vessel") return EntryKind::vessel;
  if (word == "aircraft") return EntryKind::aircraft;
  return EntryKind::unknown;
}

bool is_ofac_alias_word(std::string_view text) {
  std::string word = lower(text);
  std::erase(word, '.');
  return word == "aka" || word == "fka" || word == "nka";
}

std::string ofac_list_name(const WatchList& list) {
  std::vector<bool> beside(list.entries.size());
  for (const ListFact& fact : list.facts)
    if (fact.kind == FactKind::programme && is_beside_sdn(fact.text)) beside[fact.entry] = true;
  const auto count = static_cast<std::size_t>(std::count(beside.begin(), beside.end(), true));
  return 2 * count > list.entries.size() ? "ofac-consolidated" : "ofac-sdn";
}

}  // namespace assay
