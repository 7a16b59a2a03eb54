#include "names/sound.h"

#include <array>
#include <vector>

namespace assay {
namespace {

struct Spelling {
  std::string_view from;
  std::string_view to;
};

/// The first that fits wins, so longer ones come first.
constexpr auto spellings = std::to_array<Spelling>({
    {"tsch", "c"}, {"shch", "w"}, {"sch", "w"}, {"tch", "c"}, {"dzh", "j"}, {"ch", "c"},  {"cz", "c"},
    {"cs", "c"},   {"sh", "w"},   {"sz", "w"},  {"zh", "j"},  {"dj", "j"},  {"dh", "d"},  {"kh", "h"},
    {"gh", "g"},   {"ph", "f"},   {"th", "t"},  {"rh", "r"},  {"ck", "k"},  {"gu", "gu"}, {"qu", "k"},
    {"q", "k"},    {"x", "ks"},   {"z", "s"},   {"ce", "sa"}, {"ci", "si"}, {"cy", "si"}, {"c", "k"},
    {"w", "v"},    {"ou", "u"},   {"oo", "u"},  {"oe", "u"},  {"ue", "u"},  {"ee", "i"},  {"ie", "i"},
    {"iy", "i"},   {"yi", "i"},   {"ij", "i"},  {"ay", "ai"}, {"ey", "ai"}, {"ei", "ai"}, {"ai", "ai"},
    {"ae", "ai"},  {"oy", "ui"},  {"oi", "ui"}, {"y", "i"},   {"e", "a"},   {"o", "u"},   {"ts", "ts"},
});

/// The spellings by their first letter, in order.
const std::array<std::vector<Spelling>, 26>& spellings_by_letter() {
  static const auto sorted = [] {
    std::array<std::vector<Spelling>, 26> made;
    for (const Spelling& spelling : spellings)
      made[static_cast<std::size_t>(spelling.from.front() - 'a')].push_back(spelling);
    return made;
  }();
  return sorted;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Letters that are not heard: y between vowels or before e, e at the end, h before a consonant or at the end.
bool is_silent(std::string_view word, std::size_t at) {
  const char c = word[at];
  const char before = at == 0 ? '\0' : word[at - 1];
  const char after = at + 1 == word.size() ? '\0' : word[at + 1];
  if (c == 'y' && at > 0 && after == 'e') return true;
  if (c == 'y' && is_vowel(before) && is_vowel(after)) return true;
  if (c == 'e' && after == '\0' && word.size() > 3 && !is_vowel(before)) return true;
  return c == 'h' && is_vowel(before) && (after == '\0' || after == 'n');
}

/// Whether the letters at the place are those of the spelling, of which the first is known to be right.
bool is_spelt(std::string_view word, std::size_t at, std::string_view spelling) {
  if (spelling.size() > word.size() - at) return false;
  for (std::size_t i = 1; i < spelling.size(); ++i)
    if (word[at + i] != spelling[i]) return false;
  return true;
}

/// Sergey, Sergei, Sergij; Mooney, Moonie.
void plain_ending(std::string& word) {
  constexpr auto endings =
      std::to_array<std::string_view>({"iyi", "ey", "ei", "ij", "iy", "yi", "ie", "ii", "yy", "y"});
  for (const std::string_view ending : endings)
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      word.replace(word.size() - ending.size(), ending.size(), "i");
      return;
    }
}

}  // namespace

std::string sound_of(std::string_view written) {
  if (written.size() < 4) return {};
  std::string heard(written.size(), ' ');  // written by place: all words of all names come here
  std::size_t length_heard = 0;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] < 'a' || written[at] > 'z') return {};
    if (!is_silent(written, at)) heard[length_heard++] = written[at];
  }
  heard.resize(length_heard);
  plain_ending(heard);
  const std::string_view word = heard;
  const auto& by_letter = spellings_by_letter();
  std::string out(2 * word.size(), ' ');
  std::size_t length_out = 0;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t length = 1;
    std::string_view sound = word.substr(at, 1);
    for (const Spelling& spelling : by_letter[static_cast<std::size_t>(word[at] - 'a')])
      if (is_spelt(word, at, spelling.from)) {
        length = spelling.from.size();
        sound = spelling.to;
        break;
      }
    for (const char c : sound)
      if (length_out == 0 || out[length_out - 1] != c) out[length_out++] = c;
    at += length;
  }
  if (length_out < 3) return {};
  out.resize(length_out);
  return out;
}

}  // namespace assay
