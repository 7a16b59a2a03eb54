#include "names/dictionary.h"

#include <algorithm>
#include <deque>

#include "base/hash.h"
#include "base/text.h"
#include "names/hash_lists.h"

namespace assay {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

bool is_unparted(char32_t c) {
  return c >= 0x2E80 && c != 0xFEFF;
}

/// Views of words with their lifetime: phrases and joined first writings are no parts of the tables.
std::string_view keep(std::string text) {
  static std::deque<std::string> kept;
  return kept.emplace_back(std::move(text));
}

std::string without_underscores(std::string_view writing) {
  std::string text(writing);
  std::erase(text, '_');
  return text;
}

void add_writing(Dictionary& words, std::string_view writing, const Meaning& meaning) {
  const std::u32string letters = decoded(writing);
  if (is_unparted(letters.front())) {
    words.unparted.emplace(letters, &meaning);
    words.longest_unparted = std::max(words.longest_unparted, letters.size());
    return;
  }
  std::vector<std::string_view> parts = split(writing, "_");
  Dictionary::Entry& entry = words.latin[parts.front()];
  if (parts.size() == 1) {
    if (entry.meaning == nullptr) entry.meaning = &meaning;
  } else {
    entry.phrases.push_back({std::move(parts), meaning});
  }
}

/// An earlier row wins over a later one with the same writing.
Dictionary made_of(std::initializer_list<std::span<const MeaningRow>> tables) {
  Dictionary words;
  std::size_t rows = 0;
  for (const auto table : tables) rows += table.size();
  words.meanings.reserve(rows);  // the entries point into it
  for (const auto table : tables)
    for (const MeaningRow& row : table) {
      const std::vector<std::string_view> writings = split(row.writings, " ");
      const auto number = static_cast<std::uint32_t>(words.meanings.size() + 1);
      words.meanings.push_back({keep(without_underscores(writings.front())), number, row.token_class});
      for (const std::string_view writing : writings) add_writing(words, writing, words.meanings.back());
    }
  words.latin_hashes.reserve(words.latin.size());
  for (auto& [word, entry] : words.latin) {
    words.latin_hashes.put(spread_hash(hash_text(word)));
    std::stable_sort(entry.phrases.begin(), entry.phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
  }
  return words;
}

}  // namespace

const Dictionary::Entry* Dictionary::find_latin(std::string_view writing) const {
  if (!latin_hashes.has(spread_hash(hash_text(writing)))) return nullptr;
  const auto found = latin.find(writing);
  return found == latin.end() ? nullptr : &found->second;
}

const Dictionary& company_words() {
  static const Dictionary words = made_of({legal_rows(), business_rows(), material_rows(), place_rows()});
  return words;
}

const Dictionary& people_words() {
  static const Dictionary words = made_of({people_rows()});
  return words;
}

}  // namespace assay
