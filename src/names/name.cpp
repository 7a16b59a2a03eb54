#include "names/name.h"

#include <array>

namespace assay {

std::string_view to_string(NameKind kind) {
  constexpr std::array<std::string_view, 4> words{"unknown", "company", "person", "vessel"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view to_string(TokenClass token_class) {
  constexpr std::array<std::string_view, 11> words{"brand",   "given", "family",  "initial", "particle", "title",
                                                   "generic", "place", "country", "legal",   "number"};
  return words[static_cast<std::size_t>(token_class)];
}

std::string_view to_string(FormOrigin origin) {
  constexpr std::array<std::string_view, 4> words{"whole", "bracket", "also", "reading"};
  return words[static_cast<std::size_t>(origin)];
}

std::vector<std::string> finding_words(const PreparedName& name) {
  std::vector<std::string> words;
  const auto add = [&](NameFinding finding, std::string sentence) {
    if ((name.findings & finding) != 0) words.push_back(std::move(sentence));
  };
  add(name_cut, "only the first " + std::to_string(max_name_characters) + " characters were compared");
  add(tokens_cut, "only the first " + std::to_string(max_name_tokens) + " words were compared");
  add(token_cut, "a word was cut to " + std::to_string(max_token_characters) + " characters");
  add(letters_mapped, "letters that only look like others were read as those");
  add(invalid_bytes, "bytes that are no UTF-8 were left out");
  add(script_unread, "letters of a script without a romanisation were compared as they stand");
  add(nothing_to_read, "there is no letter and no digit to compare");
  return words;
}

}  // namespace assay
