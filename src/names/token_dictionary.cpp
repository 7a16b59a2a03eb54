#include "names/token_dictionary.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "names/similarity.h"

namespace assay {
namespace {

/// Longer texts have too many shorter ones made by removing two bytes.
constexpr std::size_t deletions_up_to = 11;

/// For sums and differences that another order of float operations rounds otherwise.
constexpr float rounding = 1e-6F;

enum class Likeness : std::uint64_t { number = 1, key, sound, meaning };

bool is_legal(const NameToken& token) {
  return token.token_class == TokenClass::legal;
}

std::uint64_t hash_of(Likeness likeness, bool legal, std::string_view text) {
  return spread_hash(hash_text(text, static_cast<std::uint64_t>(likeness) * 2 + (legal ? 1 : 0)));
}

struct LikenessHash {
  std::uint64_t hash = 0;
  float similarity = 0;
};

/// What words that are alike otherwise than by text share. Unused ones have similarity 0.
std::array<LikenessHash, 3> likenesses_of(const NameToken& token) {
  std::array<LikenessHash, 3> found{};
  if (token.token_class == TokenClass::number) {
    found[0] = {hash_of(Likeness::number, false, token.text), 1.0F};
    return found;
  }
  const bool legal = is_legal(token);
  if (!token.key.empty()) found[0] = {hash_of(Likeness::key, legal, token.key), key_similarity};
  if (!token.sound.empty()) found[1] = {hash_of(Likeness::sound, legal, token.sound), sound_similarity};
  if (token.meaning != 0) {
    const std::array<char, 4> bytes{static_cast<char>(token.meaning), static_cast<char>(token.meaning >> 8),
                                    static_cast<char>(token.meaning >> 16), static_cast<char>(token.meaning >> 24)};
    found[2] = {hash_of(Likeness::meaning, legal, {bytes.data(), bytes.size()}), meaning_similarity};
  }
  return found;
}

void keep_best_of_each(std::vector<Partner>& partners) {
  std::sort(partners.begin(), partners.end(), [](const Partner& a, const Partner& b) {
    return std::tuple(a.word, -a.similarity) < std::tuple(b.word, -b.similarity);
  });
  partners.erase(std::unique(partners.begin(), partners.end(),
                             [](const Partner& a, const Partner& b) { return a.word == b.word; }),
                 partners.end());
}

}  // namespace

void append_identity(const NameToken& token, std::string& bytes) {
  for (const std::string* part : {&token.text, &token.key, &token.sound}) {
    bytes += *part;
    bytes += '\0';
  }
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(token.meaning >> shift);
  bytes += static_cast<char>(token.token_class);
}

TokenDictionary::TokenDictionary(NearTexts::Allowed allowed) : texts_(allowed, deletions_up_to) {}

std::uint32_t TokenDictionary::add(const NameToken& token) {
  const bool number = token.token_class == TokenClass::number;
  std::string identity;
  append_identity(token, identity);
  identity.back() = static_cast<char>(number ? 2 : is_legal(token) ? 1 : 0);
  const auto [known, is_new] = word_numbers_.emplace(std::move(identity), words_);
  if (!is_new) return known->second;
  legal_.push_back(is_legal(token));
  for (const LikenessHash& likeness : likenesses_of(token))
    if (likeness.similarity > 0) entries_.push_back({likeness.hash, words_});
  if (!number) {
    const auto [text, new_text] = text_numbers_.emplace(token.text, 0);
    if (new_text) text->second = texts_.add(token.text);
    words_of_texts_.push_back({text->second, words_});
  }
  return words_++;
}

void TokenDictionary::finish() {
  word_numbers_ = {};
  text_numbers_ = {};
  std::sort(words_of_texts_.begin(), words_of_texts_.end(), [](const SameText& a, const SameText& b) {
    return std::tuple(a.text, a.word) < std::tuple(b.text, b.word);
  });
  words_of_texts_.shrink_to_fit();
  texts_.finish();
  likenesses_ = HashLists(std::exchange(entries_, {}));
}

void TokenDictionary::find_by_text(const NameToken& token, Scratch& scratch, std::vector<Partner>& partners) const {
  texts_.find(token.text, scratch.texts, scratch.near);
  for (const NearTexts::Near& near : scratch.near) {
    const std::size_t longer = std::max(token.text.size(), texts_.text(near.text).size());
    const float similarity = 1.0F - static_cast<float>(near.edits) / static_cast<float>(longer) + rounding;
    auto word = std::lower_bound(words_of_texts_.begin(), words_of_texts_.end(), near.text,
                                 [](const SameText& one, std::uint32_t text) { return one.text < text; });
    for (; word != words_of_texts_.end() && word->text == near.text; ++word)
      if (legal_[word->word] == is_legal(token)) partners.push_back({word->word, std::min(similarity, 1.0F)});
  }
}

void TokenDictionary::find(const NameToken& token, bool may_be_near, Scratch& scratch,
                           std::vector<Partner>& partners) const {
  partners.clear();
  if (may_be_near && token.token_class != TokenClass::number) find_by_text(token, scratch, partners);
  for (const LikenessHash& likeness : likenesses_of(token)) {
    if (likeness.similarity == 0) continue;
    for (const std::uint32_t word : likenesses_.at(likeness.hash)) partners.push_back({word, likeness.similarity});
  }
  if (partners.size() > 1) keep_best_of_each(partners);
}

}  // namespace assay
