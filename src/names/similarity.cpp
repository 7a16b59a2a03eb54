#include "names/similarity.h"

#include <algorithm>
#include <array>
#include <vector>

#include "names/korean.h"
#include "names/sound.h"

namespace assay {

std::string_view to_string(WordRelation relation) {
  constexpr std::array<std::string_view, 6> words{"none", "equal", "meaning", "key", "sound", "typo"};
  return words[static_cast<std::size_t>(relation)];
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  while (!a.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  while (!a.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty()) return static_cast<unsigned>(b.size());
  constexpr std::size_t on_stack = 64;
  std::array<unsigned, 3 * on_stack> room;
  std::vector<unsigned> heap;
  const std::size_t width = a.size() + 1;
  unsigned* rows = room.data();
  if (width > on_stack) {
    heap.resize(3 * width);
    rows = heap.data();
  }
  unsigned* before = rows;
  unsigned* last = rows + width;
  unsigned* row = rows + 2 * width;
  for (std::size_t i = 0; i < width; ++i) last[i] = static_cast<unsigned>(i);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = static_cast<unsigned>(j);
    unsigned least = row[0];
    for (std::size_t i = 1; i < width; ++i) {
      const bool same = a[i - 1] == b[j - 1];
      row[i] = std::min({last[i] + 1, row[i - 1] + 1, last[i - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[i] = std::min(row[i], before[i - 2] + 1);
      least = std::min(least, row[i]);
    }
    if (least > limit + 1) return limit + 1;  // a swap may still come from two rows back
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[width - 1], limit + 1);
}

namespace {

float edit_similarity(std::string_view a, std::string_view b, unsigned allowed) {
  if (allowed == 0) return 0;
  const unsigned distance = edit_distance(a, b, allowed);
  if (distance > allowed) return 0;
  return 1.0F - static_cast<float>(distance) / static_cast<float>(std::max(a.size(), b.size()));
}

bool both(const std::string& a, const std::string& b) {
  return !a.empty() && a == b;
}

}  // namespace

TokenLikeness token_similarity(const NameToken& a, const NameToken& b) {
  const bool numbers = a.token_class == TokenClass::number;
  const bool legal = a.token_class == TokenClass::legal;
  if (numbers != (b.token_class == TokenClass::number) || legal != (b.token_class == TokenClass::legal)) return {};
  if (a.text == b.text) return {WordRelation::equal, 1};
  if (numbers) return {};
  if (a.meaning != 0 && a.meaning == b.meaning) return {WordRelation::meaning, meaning_similarity};
  if (both(a.key, b.key)) return {WordRelation::key, key_similarity};
  if (both(a.sound, b.sound)) return {WordRelation::sound, sound_similarity};
  const float typo = edit_similarity(a.text, b.text, edits_allowed(std::min(a.text.size(), b.text.size())));
  if (typo > 0) return {WordRelation::typo, typo};
  return {};
}

bool may_join(const NameToken& token) {
  return token.token_class != TokenClass::number && token.token_class != TokenClass::legal;
}

void add_joined_keys(NameToken& joined, JoinedKorean korean) {
  const bool known = korean == JoinedKorean::yes && joined.text.size() <= max_korean_letters;
  if (korean != JoinedKorean::no && (known || is_korean_word(joined.text)))
    joined.key = romanisation_key(joined.text);
  if (joined.key.empty()) joined.sound = sound_of(joined.text);  // Korean words are told apart by their keys alone
}

NameToken joined_token(std::span<const NameToken> tokens) {
  NameToken joined;
  bool keyed = true;
  for (const NameToken& token : tokens) {
    joined.text += token.text;
    joined.weight += token.weight;
    keyed = keyed && is_keyed(token);
  }
  add_joined_keys(joined, keyed ? JoinedKorean::maybe : JoinedKorean::no);
  return joined;
}

float joined_similarity(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  return edit_similarity(a, b, joined_edits_allowed(std::min(a.size(), b.size())));
}

}  // namespace assay
