#include "names/affix_filter.h"

#include <algorithm>
#include <bit>

#include "names/hash_lists.h"
#include "names/name.h"
#include "names/similarity.h"

namespace assay {
namespace {

static_assert(edits_allowed(max_token_characters * max_joined_tokens) == 2, "the filter is made for two edits");

constexpr unsigned length_bits = 6;
constexpr std::uint16_t length_mask = (1U << length_bits) - 1;
static_assert(max_token_characters <= length_mask, "a slot has room for the length of a word");

enum class Part : std::uint64_t { begin = 1, end, near_begin, near_end };

std::uint64_t part_key(std::uint64_t hash, Part part) {
  return spread_hash(hash + static_cast<std::uint64_t>(part) * 0xD6E8FEB86659FD93);
}

/// Calls visit(key) for the part of the text and for each text made of it by removing one byte.
template <class Visit>
void with_one_removed(const TextHashes& hashes, std::size_t begin, std::size_t end, Part part, Visit visit) {
  visit(part_key(hashes.part(begin, end), part));
  for (std::size_t i = begin; i < end; ++i) visit(part_key(hashes.append(hashes.part(begin, i), i + 1, end), part));
}

/// Calls visit(key) for all that a word is filed under.
template <class Visit>
void for_each_affix(const TextHashes& hashes, std::size_t length, Visit visit) {
  for (std::size_t cut = 0; cut <= length; ++cut) {
    visit(part_key(hashes.part(0, cut), Part::begin));
    visit(part_key(hashes.part(cut, length), Part::end));
    with_one_removed(hashes, 0, cut, Part::near_begin, visit);
    with_one_removed(hashes, cut, length, Part::near_end, visit);
  }
}

}  // namespace

/// Most words share their beginnings and ends with others, so half as many slots as there are may do; if not, all
/// begins again with twice as many.
AffixFilter::AffixFilter(std::span<const std::string_view> words) {
  std::size_t affixes = 0;
  for (const std::string_view word : words) affixes += (word.size() + 1) * (word.size() + 2);
  for (std::size_t slots = std::bit_ceil(affixes / 2 + 4);; slots *= 2) {
    slots_.assign(slots, 0);
    std::size_t room = slots - slots / 4;
    if (std::all_of(words.begin(), words.end(), [&](std::string_view word) { return add(word, room); })) return;
  }
}

/// Where the key is, or the free slot where it would be.
std::size_t AffixFilter::find(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  const auto tag = static_cast<Slot>(key >> 48);
  while (slots_[at] != 0 && ((slots_[at] ^ tag) & ~length_mask) != 0) at = (at + 1) & mask;
  return at;
}

std::uint8_t AffixFilter::longest(std::uint64_t key) const {
  return slots_.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(slots_[find(key)] & length_mask);
}

/// False when there are too few slots.
bool AffixFilter::add(std::string_view word, std::size_t& room) {
  TextHashes hashes;
  hashes.take(word);
  bool fits = true;
  for_each_affix(hashes, word.size(), [&](std::uint64_t key) {
    if (!fits) return;
    Slot& slot = slots_[find(key)];
    if (slot == 0) fits = --room > 0;
    const auto length = std::max<std::size_t>(slot & length_mask, word.size());
    slot = static_cast<Slot>((key >> 48 & ~std::uint64_t{length_mask}) | length);
  });
  return fits;
}

/// All places are asked for before the first is read, so that the waiting for them overlaps.
Affixes AffixFilter::affixes_of(std::string_view text, Scratch& scratch) const {
  const TextHashes& hashes = scratch.hashes;
  scratch.hashes.take(text);
  scratch.keys.clear();
  const std::size_t length = text.size();
  const auto ask = [&](std::uint64_t key) {
    scratch.keys.push_back(key);
    if (!slots_.empty()) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  };
  ask(part_key(hashes.part(0, length), Part::begin));
  ask(part_key(hashes.part(0, length), Part::end));
  ask(part_key(hashes.part(0, length - 1), Part::begin));
  ask(part_key(hashes.part(1, length), Part::end));
  with_one_removed(hashes, 0, length, Part::near_begin, ask);
  with_one_removed(hashes, 0, length, Part::near_end, ask);
  const auto longest_of = [&](std::size_t begin, std::size_t end) {
    std::uint8_t most = 0;
    for (std::size_t i = begin; i < end; ++i) most = std::max(most, longest(scratch.keys[i]));
    return most;
  };
  Affixes found;
  found.begins = longest(scratch.keys[0]);
  found.ends = longest(scratch.keys[1]);
  found.all_but_last = longest(scratch.keys[2]);
  found.all_but_first = longest(scratch.keys[3]);
  found.near_begin = longest_of(4, 5 + length);
  found.near_end = longest_of(5 + length, scratch.keys.size());
  return found;
}

bool AffixFilter::may_be_swapped(std::string_view text, std::size_t middle, std::size_t least,
                                 const TextHashes& hashes) const {
  const char before = text[middle - 1];
  const char behind = text[middle];
  const std::uint64_t swapped = TextHashes::append(TextHashes::append(0, behind), before);
  if (longest(part_key(hashes.append(swapped, middle + 1, text.size()), Part::end)) >= least) return true;
  const std::uint64_t start = hashes.part(0, middle - 1);
  return longest(part_key(TextHashes::append(TextHashes::append(start, behind), before), Part::begin)) >= least;
}

bool AffixFilter::may_be_near(std::string_view text, std::size_t middle, std::size_t least,
                              const TextHashes& hashes) const {
  if (longest(part_key(hashes.part(0, middle), Part::begin)) >= least) return true;
  if (longest(part_key(hashes.part(middle, text.size()), Part::end)) >= least) return true;
  bool near_begin = false;
  bool near_end = false;
  with_one_removed(hashes, middle, text.size(), Part::near_end,
                   [&](std::uint64_t key) { near_end = near_end || longest(key) >= least; });
  if (near_end)
    with_one_removed(hashes, 0, middle, Part::near_begin,
                     [&](std::uint64_t key) { near_begin = near_begin || longest(key) >= least; });
  return near_begin || may_be_swapped(text, middle, least, hashes);
}

}  // namespace assay
