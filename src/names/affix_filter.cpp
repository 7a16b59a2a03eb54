#include "names/affix_filter.h"

#include <cstdint>

#include "names/hash_lists.h"
#include "names/name.h"
#include "names/similarity.h"

namespace assay {
namespace {

static_assert(edits_allowed(max_token_characters * max_joined_tokens) == 2, "the filter is made for two edits");

enum class Part : std::uint64_t { begin = 1, end, near_begin, near_end };

std::uint64_t part_key(std::uint64_t hash, Part part) {
  return spread_hash(hash + static_cast<std::uint64_t>(part) * 0xD6E8FEB86659FD93);
}

/// Calls visit(hash) for the part of the text and for each text made of it by removing one byte.
template <class Visit>
void with_one_removed(const TextHashes& hashes, std::size_t begin, std::size_t end, Visit visit) {
  visit(hashes.part(begin, end));
  for (std::size_t i = begin; i < end; ++i) visit(hashes.append(hashes.part(begin, i), i + 1, end));
}

}  // namespace

void AffixFilter::reserve(std::size_t words) {
  constexpr std::size_t texts_of_word = 100;  // nine beginnings, nine ends, and these with one letter removed
  texts_.reserve(words * texts_of_word);
}

void AffixFilter::add(std::string_view word) {
  TextHashes hashes;
  hashes.take(word);
  for (std::size_t cut = 0; cut <= word.size(); ++cut) {
    texts_.put(part_key(hashes.part(0, cut), Part::begin));
    texts_.put(part_key(hashes.part(cut, word.size()), Part::end));
    with_one_removed(hashes, 0, cut, [&](std::uint64_t hash) { texts_.put(part_key(hash, Part::near_begin)); });
    with_one_removed(hashes, cut, word.size(),
                     [&](std::uint64_t hash) { texts_.put(part_key(hash, Part::near_end)); });
  }
}

Affixes AffixFilter::affixes_of(std::string_view text, TextHashes& hashes) const {
  hashes.take(text);
  Affixes found;
  found.begins = texts_.has(part_key(hashes.part(0, text.size()), Part::begin));
  found.ends = texts_.has(part_key(hashes.part(0, text.size()), Part::end));
  with_one_removed(hashes, 0, text.size(), [&](std::uint64_t hash) {
    found.near_begin = found.near_begin || texts_.has(part_key(hash, Part::near_begin));
    found.near_end = found.near_end || texts_.has(part_key(hash, Part::near_end));
  });
  return found;
}

bool AffixFilter::may_be_swapped(std::string_view text, std::size_t middle, const TextHashes& hashes) const {
  const char before = text[middle - 1];
  const char behind = text[middle];
  const std::uint64_t swapped = TextHashes::append(TextHashes::append(0, behind), before);
  if (texts_.has(part_key(hashes.append(swapped, middle + 1, text.size()), Part::end))) return true;
  const std::uint64_t start = hashes.part(0, middle - 1);
  return texts_.has(part_key(TextHashes::append(TextHashes::append(start, behind), before), Part::begin));
}

bool AffixFilter::may_be_near(std::string_view text, std::size_t middle, const TextHashes& hashes) const {
  if (texts_.has(part_key(hashes.part(0, middle), Part::begin))) return true;
  if (texts_.has(part_key(hashes.part(middle, text.size()), Part::end))) return true;
  bool near_begin = false;
  bool near_end = false;
  with_one_removed(hashes, middle, text.size(),
                   [&](std::uint64_t hash) { near_end = near_end || texts_.has(part_key(hash, Part::near_end)); });
  if (near_end)
    with_one_removed(hashes, 0, middle, [&](std::uint64_t hash) {
      near_begin = near_begin || texts_.has(part_key(hash, Part::near_begin));
    });
  return near_begin || may_be_swapped(text, middle, hashes);
}

}  // namespace assay
