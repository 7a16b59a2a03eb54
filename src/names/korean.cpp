#include "names/korean.h"

#include <array>
#include <vector>

#include "base/text.h"

namespace assay {
namespace {

// Places in the alphabet of the Unicode syllables.
enum Initial { g, gg, n, d, dd, r, m, b, bb, s, ss, none, j, jj, ch, k, t, p, h };
enum Final { f_none = 0, f_g = 1, f_n = 4, f_d = 7, f_l = 8, f_m = 16, f_b = 17, f_ng = 21, f_h = 27 };

struct Syllable {
  int initial = none;
  int vowel = 0;
  int final = f_none;
};

std::vector<Syllable> taken_apart(std::u32string_view word) {
  std::vector<Syllable> syllables;
  for (const char32_t c : word) {
    if (!is_hangul(c)) continue;
    const int number = static_cast<int>(c - 0xAC00);
    syllables.push_back({number / 588, number % 588 / 28, number % 28});
  }
  return syllables;
}

/// What stays of a final consonant, and what moves, when a vowel follows; by final.
struct Moved {
  int stays;
  int moves;
};
constexpr std::array<Moved, 28> before_vowel{{{0, none},  {0, g}, {0, gg}, {1, ss}, {0, n},   {4, j}, {0, n},
                                              {0, d},     {0, r}, {8, g},  {8, m},  {8, b},   {8, s}, {8, t},
                                              {8, p},     {0, r}, {0, m},  {0, b},  {17, ss}, {0, s}, {0, ss},
                                              {21, none}, {0, j}, {0, ch}, {0, k},  {0, t},   {0, p}, {0, none}}};
/// The sound of a final consonant before another one and at the end; by final.
constexpr std::array<int, 28> closed{0,   f_g, f_g, f_g, f_n, f_n, f_n, f_d,  f_l, f_g, f_m, f_l, f_l, f_l,
                                     f_b, f_l, f_m, f_b, f_b, f_d, f_d, f_ng, f_d, f_d, f_g, f_d, f_b, f_none};

constexpr int vowel_i = 20;

void move_to_vowel(Syllable& left, Syllable& right) {
  const Moved moved = before_vowel[static_cast<std::size_t>(left.final)];
  left.final = moved.stays;
  right.initial = moved.moves;
  if (right.vowel == vowel_i && right.initial == d) right.initial = j;
  if (right.vowel == vowel_i && right.initial == t) right.initial = ch;
}

int nasal_of(int stop) {
  return stop == f_g ? f_ng : stop == f_d ? f_n : f_m;
}

bool is_stop(int final) {
  return final == f_g || final == f_d || final == f_b;
}

/// The DPRK system writes ㄹ behind a nasal as r, the others as the n that is spoken.
void join_sounds(Syllable& left, Syllable& right, bool keep_r) {
  if (left.final == f_none) return;
  if (right.initial == none && left.final != f_ng) {
    move_to_vowel(left, right);
    return;
  }
  left.final = closed[static_cast<std::size_t>(left.final)];
  if (is_stop(left.final) && (right.initial == n || right.initial == m || right.initial == r)) {
    left.final = nasal_of(left.final);
    if (right.initial == r && !keep_r) right.initial = n;
  } else if ((left.final == f_ng || left.final == f_m) && right.initial == r && !keep_r) {
    right.initial = n;
  } else if ((left.final == f_n || left.final == f_l) && right.initial == r) {
    left.final = f_l;
    right.initial = r;
  } else if (left.final == f_l && right.initial == n) {
    right.initial = r;
  }
}

constexpr std::array<std::string_view, 21> vowels_rr{"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                                     "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                                     "wo", "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<std::string_view, 21> vowels_mr{"a",  "ae", "ya", "yae", "ŏ",  "e",  "yŏ",
                                                     "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                                     "wŏ", "we", "wi", "yu",  "ŭ",  "ŭi", "i"};
constexpr std::array<std::string_view, 19> initials_rr{"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                                       "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<std::string_view, 19> initials_mr{"k",  "kk", "n",  "t",   "tt",  "r",  "m",  "p",  "pp", "s",
                                                       "ss", "",   "ch", "tch", "ch'", "k'", "t'", "p'", "h"};
constexpr std::array<std::string_view, 19> initials_dprk{"k",  "kk", "n", "t",  "tt", "r",  "m",  "p",  "pp", "s",
                                                         "ss", "",   "j", "jj", "ch", "kh", "th", "ph", "h"};

std::string_view voiced(int initial) {
  switch (initial) {
    case g:
      return "g";
    case d:
      return "d";
    case b:
      return "b";
    case j:
      return "j";
    default:
      return {};
  }
}

std::string_view initial_text(const Syllable* before, const Syllable& syllable, KoreanSystem system) {
  const auto at = static_cast<std::size_t>(syllable.initial);
  const bool after_l = before != nullptr && before->final == f_l;
  if (syllable.initial == r && after_l) return "l";
  if (system == KoreanSystem::revised) return initials_rr[at];
  const bool after_voice = before != nullptr && (before->final == f_none || before->final == f_n ||
                                                 before->final == f_m || before->final == f_ng || after_l);
  const std::string_view soft = voiced(syllable.initial);
  // McCune-Reischauer keeps ㄷ and ㅈ hard behind ㄹ in Sino-Korean words; names follow it.
  const bool hard_behind_l = after_l && (syllable.initial == d || syllable.initial == j);
  if (after_voice && !soft.empty() && !(hard_behind_l && system == KoreanSystem::mccune_reischauer)) return soft;
  constexpr int vowel_wi = 16;
  if (system == KoreanSystem::mccune_reischauer && syllable.initial == s && syllable.vowel == vowel_wi) return "sh";
  return system == KoreanSystem::mccune_reischauer ? initials_mr[at] : initials_dprk[at];
}

std::string_view final_text(int final) {
  switch (final) {
    case f_g:
      return "k";
    case f_n:
      return "n";
    case f_d:
      return "t";
    case f_l:
      return "l";
    case f_m:
      return "m";
    case f_b:
      return "p";
    case f_ng:
      return "ng";
    default:
      return {};
  }
}

/// Of two letters and of marks, the plain one: ŏ → o.
std::string without_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'ŏ')
      out += 'o';
    else if (c == U'ŭ')
      out += 'u';
    else if (c != U'\'')
      append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string romanise_korean(std::u32string_view word, KoreanSystem system) {
  std::vector<Syllable> syllables = taken_apart(word);
  for (std::size_t i = 0; i + 1 < syllables.size(); ++i)
    join_sounds(syllables[i], syllables[i + 1], system == KoreanSystem::dprk);
  if (!syllables.empty()) syllables.back().final = closed[static_cast<std::size_t>(syllables.back().final)];
  std::string out;
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    const Syllable* const before = i == 0 ? nullptr : &syllables[i - 1];
    const std::string_view initial = initial_text(before, syllables[i], system);
    // n'g: ㄴ and ㄱ, where ng would be read as ㅇ.
    if (system == KoreanSystem::mccune_reischauer && before != nullptr && before->final == f_n && initial == "g")
      out += '\'';
    out += initial;
    out += (system == KoreanSystem::revised ? vowels_rr : vowels_mr)[static_cast<std::size_t>(syllables[i].vowel)];
    out += final_text(syllables[i].final);
  }
  return out;
}

std::string list_romanisation(std::u32string_view word) {
  const std::string marked = without_marks(romanise_korean(word, KoreanSystem::dprk));
  std::string out;
  for (const char c : marked) {
    const bool aspirate = c == 'h' && !out.empty() && (out.back() == 'p' || out.back() == 't' || out.back() == 'k');
    if (!aspirate) out += c;
  }
  return out;
}

std::size_t korean_family_length(std::u32string_view name) {
  constexpr std::u32string_view single =
      U"김이리박최정강조윤장임림한오서신권황안송류유전홍고문양량손배백허남심노로하곽성차주우구민진지엄채원천방공현함"
      U"변염여려추"
      U"도소석선설마길연련위표명기반왕금옥육륙인맹제모탁국어은편용룡라나태계";
  constexpr std::array<std::u32string_view, 7> twofold{U"남궁", U"황보", U"제갈", U"선우", U"독고", U"사공", U"동방"};
  for (const std::u32string_view family : twofold)
    if (name.size() > 2 && name.starts_with(family)) return 2;
  return !name.empty() && single.find(name.front()) != std::u32string_view::npos ? 1 : 0;
}

}  // namespace assay
