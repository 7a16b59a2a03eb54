#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/hash_filter.h"
#include "names/name.h"

namespace assay {

/// A row of the tables of words: one meaning in all its writings, parted by blanks; a writing of several words has
/// underscores. Latin writings are in small ASCII letters and the first names the meaning; Cyrillic ones are small,
/// Chinese ones simplified.
struct MeaningRow {
  TokenClass token_class;
  std::string_view writings;
};

/// The tables, each in its own file.
std::span<const MeaningRow> legal_rows();
std::span<const MeaningRow> business_rows();
std::span<const MeaningRow> material_rows();
std::span<const MeaningRow> place_rows();
std::span<const MeaningRow> people_rows();

/// What a writing means.
struct Meaning {
  std::string_view text;     ///< the first writing of its row, words joined
  std::uint32_t number = 0;  ///< of its row, from 1
  TokenClass token_class = TokenClass::brand;
};

/// A writing of several words.
struct Phrase {
  std::vector<std::string_view> words;
  Meaning meaning;
};

/// All words by writing. Built once; read by any thread.
struct Dictionary {
  struct Entry {
    const Meaning* meaning = nullptr;  ///< of the word alone; null when it only begins phrases
    std::vector<Phrase> phrases;       ///< longest first
  };
  std::unordered_map<std::string_view, Entry> latin;            ///< and Cyrillic: words parted by blanks
  std::unordered_map<std::u32string, const Meaning*> unparted;  ///< Han and Hangul: found inside longer runs
  std::size_t longest_unparted = 0;
  HashFilter latin_hashes;  ///< by hash_text(): of what `latin` holds
  std::vector<Meaning> meanings;

  /// Null for a writing that no word has or begins with.
  [[nodiscard]] const Entry* find_latin(std::string_view writing) const;
};

/// For companies and vessels.
const Dictionary& company_words();
/// For people: titles, particles, given names with their short forms.
const Dictionary& people_words();

}  // namespace assay
