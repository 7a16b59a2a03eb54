#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "names/korean.h"

namespace assay {
namespace {

// What may begin, carry and end a Korean syllable in any romanisation in use. Longer ones need not come first: all
// ways are followed at once.
constexpr auto onsets = std::to_array<std::string_view>({"",  "k",  "g",  "kk",  "kh",  "n",  "t",  "d", "tt", "th",
                                                         "r", "l",  "m",  "p",   "b",   "pp", "ph", "s", "sh", "ss",
                                                         "j", "jj", "ch", "chh", "tch", "z",  "h",  "rh"});
constexpr auto nuclei = std::to_array<std::string_view>(
    {"a",  "ae", "ai",  "ya", "yae", "eo", "e",   "yeo", "ye", "o", "oh", "wa", "wae", "oe", "oi", "yo",  "you", "u",
     "oo", "wo", "weo", "we", "wi",  "yu", "yoo", "eu",  "ui", "i", "ee", "yi", "woo", "ou", "uh", "eui", "wu"});
constexpr auto codas =
    std::to_array<std::string_view>({"", "k", "g", "n", "t", "d", "l", "m", "p", "b", "ng", "s", "hn", "ck", "r"});

/// The pieces by their first letter; those that may be nothing are `optional`.
struct Pieces {
  std::array<std::vector<std::string_view>, 26> by_letter;
  bool optional = false;
};

template <std::size_t count>
Pieces sorted(const std::array<std::string_view, count>& all) {
  Pieces pieces;
  for (const std::string_view piece : all) {
    if (piece.empty())
      pieces.optional = true;
    else
      pieces.by_letter[static_cast<std::size_t>(piece.front() - 'a')].push_back(piece);
  }
  return pieces;
}

/// The places in the word that one piece reaches from the places of `from`, both as bits.
std::uint64_t stepped(std::string_view word, std::uint64_t from, const Pieces& pieces) {
  std::uint64_t reached = pieces.optional ? from : 0;
  for (std::uint64_t left = from; left != 0; left &= left - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(left));
    if (at >= word.size()) break;
    for (const std::string_view piece : pieces.by_letter[static_cast<std::size_t>(word[at] - 'a')])
      if (word.substr(at).starts_with(piece)) reached |= std::uint64_t{1} << (at + piece.size());
  }
  return reached;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

char plain_stop(char c) {
  switch (c) {
    case 'g':
      return 'k';
    case 'd':
      return 't';
    case 'b':
      return 'p';
    case 'z':
      return 'j';
    case 'l':
      return 'r';
    default:
      return c;
  }
}

/// Consonants to one letter each: N = ng; doubles and aspirates as the plain ones; ch as j.
std::string plain_consonants(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    const std::string_view rest = word.substr(at);
    if (rest.starts_with("ng") || rest.starts_with("nk")) {
      out += 'N';
      ++at;
    } else if (rest.starts_with("tch")) {
      out += 'j';
      at += 2;
    } else if (rest.starts_with("ch")) {
      out += 'j';
      at += rest.starts_with("chh") ? 2U : 1U;
    } else if (rest.starts_with("ck")) {
      // the k follows
    } else if (c == 'h' && !out.empty() && std::string_view("ktpsr").find(out.back()) != std::string_view::npos) {
      // kh th ph sh rh
    } else if (c == 'h' && !out.empty() && is_vowel(out.back()) &&
               (at + 1 == word.size() || !is_vowel(word[at + 1])) &&
               (at + 1 == word.size() || (word[at + 1] != 'y' && word[at + 1] != 'w'))) {
      // oh, ahn, noh
    } else {
      const char plain = plain_stop(c);
      const bool doubled = !out.empty() && out.back() == plain && !is_vowel(plain);
      if (!doubled) out += plain;
    }
  }
  return out;
}

/// A bit for two neighbouring letters; others may have the same.
constexpr std::uint64_t bit_of_pair(char first, char second) {
  const auto mixed = static_cast<unsigned>(first) * 7 + static_cast<unsigned>(second) * 3;
  return std::uint64_t{1} << (mixed & 63);
}

/// Of all neighbours in the text.
std::uint64_t pairs_of(std::string_view text) {
  std::uint64_t pairs = 0;
  for (std::size_t at = 1; at < text.size(); ++at) pairs |= bit_of_pair(text[at - 1], text[at]);
  return pairs;
}

struct Rewriting {
  std::string_view from;  ///< of two letters or more
  std::string_view to;
};

/// In this order.
constexpr auto vowel_rewritings = std::to_array<Rewriting>({
    {"young", "yong"},
    {"youN", "yoN"},
    {"you", "yu"},
    {"yoo", "yu"},
    {"woo", "u"},
    {"wu", "u"},
    {"yeo", "yo"},
    {"weo", "wo"},
    {"eui", "i"},
    {"eo", "o"},
    {"eu", "u"},
    {"oo", "u"},
    {"ou", "u"},
    {"ee", "i"},
    {"ai", "ae"},
    {"oi", "oe"},
    {"uh", "o"},
    {"yi", "i"},
});
/// Consonants beside each other as they are spoken.
constexpr auto sound_rewritings = std::to_array<Rewriting>({
    {"kr", "Nn"},
    {"kn", "Nn"},
    {"km", "Nm"},
    {"tn", "n"},
    {"tm", "nm"},
    {"pr", "mn"},
    {"pn", "mn"},
    {"pm", "m"},
    {"mr", "mn"},
    {"Nr", "Nn"},
    {"nr", "r"},
    {"rn", "r"},
    {"rr", "r"},
    {"nn", "n"},
    {"Nk", "N"},
});
/// ㅠ with a final consonant hardly occurs behind these: kyung, byung, hyun are writings of ㅕ.
constexpr auto yu_rewritings = std::to_array<Rewriting>({{"yuN", "yoN"},
                                                         {"hyun", "hyon"},
                                                         {"kyun", "kyon"},
                                                         {"pyun", "pyon"},
                                                         {"myun", "myon"},
                                                         {"suN", "soN"},
                                                         {"jur", "jor"}});

template <std::size_t count>
void rewrite(std::string& text, const std::array<Rewriting, count>& rewritings) {
  std::uint64_t pairs = pairs_of(text);
  for (const Rewriting& step : rewritings) {
    if ((pairs & bit_of_pair(step.from[0], step.from[1])) == 0) continue;  // most words need none of them
    for (std::size_t at = text.find(step.from); at != std::string::npos;
         at = text.find(step.from, at + step.to.size()))
      text.replace(at, step.from.size(), step.to);
    pairs = pairs_of(text);
  }
}

/// ui behind a consonant is spoken and often written i.
void narrow_ui(std::string& text) {
  for (std::size_t at = text.find("ui", 1); at != std::string::npos; at = text.find("ui", at + 1))
    if (!is_vowel(text[at - 1])) text.erase(at, 1);
}

void plain_beginning(std::string& text) {
  if (text.size() < 2 || (text[0] != 'r' && text[0] != 'n')) return;
  if (text[1] == 'i' || text[1] == 'y')
    text.erase(0, 1);
  else
    text[0] = 'n';
}

}  // namespace

bool is_korean_word(std::string_view word) {
  if (word.empty() || word.size() > max_korean_letters) return false;
  for (const char c : word)
    if (c < 'a' || c > 'z' || c == 'f' || c == 'q' || c == 'v' || c == 'x') return false;
  static const Pieces onset = sorted(onsets);
  static const Pieces nucleus = sorted(nuclei);
  static const Pieces coda = sorted(codas);
  std::uint64_t at = 1;
  const std::uint64_t end = std::uint64_t{1} << word.size();
  while (at != 0) {
    const std::uint64_t next = stepped(word, stepped(word, stepped(word, at, onset), nucleus), coda);
    if ((next & end) != 0) return true;
    at = next;
  }
  return false;
}

std::string romanisation_key(std::string_view word) {
  std::string key(word);
  rewrite(key, vowel_rewritings);
  key = plain_consonants(key);
  rewrite(key, sound_rewritings);
  rewrite(key, yu_rewritings);
  narrow_ui(key);
  plain_beginning(key);
  return key;
}

std::string korean_family_key(std::string_view word) {
  constexpr std::string_view families =
      "kim gim|lee i li ri yi rhee rhie yee ree|park pak bak bark|choi choe chwe|jung jeong jong chung chong "
      "cheong|kang gang|"
      "cho jo joe|yoon yun youn|jang chang|lim im rim yim|han hahn|oh o|seo so suh|shin sin|kwon gwon kwun|hwang|ahn "
      "an|song|"
      "ryu yoo yu ryoo you|jeon chon jon chun jun|hong|ko go koh|moon mun|yang ryang|son sohn|bae pae bai pai|"
      "baek paek paik baik|heo ho hur huh|nam|sim shim|no noh ro roh|ha|kwak gwak|sung seong|cha|joo ju chu|woo u wu|"
      "koo ku gu|min|jin chin|ji chi jee|eom om um|chae|won|cheon|bang pang|kong gong|hyun hyon hyeon|ham|byun pyon "
      "byeon|"
      "yeom yom ryom|yeo yo ryo|do to|suk sok seok|sun seon|seol sol|ma|gil kil|yeon yon ryon|wi|pyo|myong myung|"
      "ki gi|ban pan|wang|ok|yuk ryuk|in|mo|tak|kuk|eo|un eun|ra na rah nah|tae thae|kye gye|choo|thak";
  static const std::unordered_map<std::string_view, std::string_view> first_writing = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const std::string_view group : split(families, "|")) {
      const std::vector<std::string_view> writings = split(group, " ");
      for (const std::string_view writing : writings) made.emplace(writing, writings.front());
    }
    return made;
  }();
  const auto found = first_writing.find(word);
  return found == first_writing.end() ? std::string() : "family " + std::string(found->second);
}

}  // namespace assay
