#include "rules/conditions/state_body.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "names/fold.h"
#include "reference/keys.h"

namespace assay {
namespace {

constexpr std::size_t longest_name = 6;  ///< words of a state's name: "the democratic people s republic of korea"

constexpr auto offices =
    std::to_array<std::string_view>({"administration", "bank", "bureau", "cabinet", "commission", "committee",
                                     "council", "department", "government", "ministry", "office"});
constexpr auto asian_offices = std::to_array<std::string_view>(
    {"部", "省", "局", "委员会", "委員會", "政府", "성", "총국", "국", "위원회", "정부"});
constexpr auto directions = std::to_array<std::string_view>({"north", "n", "northern"});

template <class Words>
bool holds_one(const std::vector<std::string>& text, const Words& words) {
  return std::any_of(text.begin(), text.end(), [&words](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

/// Whether the words are the state's own name for itself.
bool is_state(const std::vector<std::string>& words, std::size_t from, std::size_t to, Country state,
              const Reference& reference) {
  const std::vector<std::string> own(words.begin() + static_cast<std::ptrdiff_t>(from),
                                     words.begin() + static_cast<std::ptrdiff_t>(to));
  if (own.empty() || holds_one(own, directions)) return false;
  const bool is_code =
      own.size() == 1 && own.front().size() < 4;  // KP, PRK: too short to be a state's name in a name
  return !is_code && reference.country(join(words, from, to)).country == state;
}

/// A name in a script without blanks: the state's name, then an office at the end.
bool is_asian_body(const std::string& name, Country state, const Reference& reference) {
  const bool office = std::any_of(asian_offices.begin(), asian_offices.end(),
                                  [&name](std::string_view word) { return name.ends_with(word); });
  if (!office) return false;
  for (const auto& [key, reading] : reference.countries) {
    constexpr std::size_t full_name = 15;  // bytes: five letters and more, such as 조선민주주의인민공화국
    if (key.size() >= full_name && is_asian(key) && reading.country == state && name.starts_with(key)) return true;
  }
  return false;
}

}  // namespace

bool names_state_body(std::string_view name, Country state, const Reference& reference) {
  const std::vector<std::string> words = words_of(fold_plain(name));
  if (words.size() == 1) return is_asian_body(words.front(), state, reference);
  if (!holds_one(words, offices)) return false;
  for (std::size_t end = 1; end <= std::min(words.size() - 1, longest_name + 1); ++end)
    if (is_state(words, 0, end, state, reference)) return true;
  for (std::size_t of = 1; of + 1 < words.size(); ++of)
    if (words[of] == "of" && is_state(words, of + 1, words.size(), state, reference)) return true;
  return false;
}

}  // namespace assay
