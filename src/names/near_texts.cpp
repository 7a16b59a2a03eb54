#include "names/near_texts.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "names/edit_distance.h"

namespace assay {
namespace {

/// A bit for each byte that occurs and one for each that occurs again, bytes with the same lowest five bits taken for
/// one. An edit changes two bits at most.
std::uint64_t bag_of(std::string_view text) {
  std::uint64_t once = 0;
  std::uint64_t twice = 0;
  for (const char c : text) {
    const std::uint64_t bit = std::uint64_t{1} << (static_cast<unsigned char>(c) & 31U);
    twice |= once & bit;
    once |= bit;
  }
  return once | twice << 32;
}

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The pieces of a text of so many bytes: as equal as can be, one byte between neighbours belongs to none.
Piece piece_of(std::size_t length, std::size_t pieces, std::size_t which) {
  const std::size_t gaps = pieces - 1;
  const std::size_t filed = length > gaps ? length - gaps : 0;
  const std::size_t share = filed / pieces;
  const std::size_t longer = filed % pieces;
  const std::size_t begin = std::min(which * (share + 1) + std::min(which, longer), length);
  return {begin, std::min(begin + share + (which < longer ? 1 : 0), length)};
}

/// Which piece of a text of which length.
std::uint64_t salt_of(std::size_t length, std::size_t which) {
  return (length << 8 | which) * 0xD6E8FEB86659FD93;
}

std::uint64_t piece_key(std::uint64_t hash, std::uint64_t salt) {
  return spread_hash(hash ^ salt);
}

std::size_t distance_between(std::size_t a, std::size_t b) {
  return a > b ? a - b : b - a;
}

}  // namespace

std::uint32_t NearTexts::add(std::string_view text) {
  bytes_ += text;
  starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  bags_.push_back(bag_of(text));
  return static_cast<std::uint32_t>(bags_.size() - 1);
}

void NearTexts::file_by_deletions(std::uint32_t number, TextHashes& hashes,
                                  std::vector<HashLists::Entry>& entries) const {
  const std::string_view of = text(number);
  hashes.take(of);
  for_each_deletion(hashes, of.size(), allowed_(of.size()), [&](std::uint64_t hash) {
    entries.push_back({spread_hash(hash), number});
  });
}

void NearTexts::file_by_pieces(std::uint32_t number, TextHashes& hashes,
                               std::vector<HashLists::Entry>& entries) const {
  const std::string_view of = text(number);
  hashes.take(of);
  const std::size_t pieces = allowed_(of.size()) + std::size_t{1};
  for (std::size_t which = 0; which < pieces; ++which) {
    const Piece piece = piece_of(of.size(), pieces, which);
    entries.push_back({piece_key(hashes.part(piece.begin, piece.end), salt_of(of.size(), which)), number});
  }
}

void NearTexts::finish() {
  std::vector<HashLists::Entry> deletions;
  std::vector<HashLists::Entry> pieces;
  TextHashes hashes;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::size_t length = text(number).size();
    if (length <= deletions_up_to_) {
      file_by_deletions(number, hashes, deletions);
      continue;
    }
    file_by_pieces(number, hashes, pieces);
    if (has_length_.size() <= length) has_length_.resize(length + 1);
    has_length_[length] = true;
  }
  bytes_.shrink_to_fit();
  deletions_ = HashLists(std::move(deletions));
  pieces_ = HashLists(std::move(pieces));
  for (std::size_t length = 0; length < has_length_.size() + allowed_(has_length_.size()); ++length)
    plan_pieces(length);
}

void NearTexts::probe_deletions(std::size_t length, Scratch& scratch) const {
  const unsigned edits = allowed_(std::min(length, deletions_up_to_));
  if (length > deletions_up_to_ + edits) return;
  for_each_deletion(scratch.hashes, length, std::min(edits, allowed_(length)), [&](std::uint64_t hash) {
    scratch.probes.push_back(spread_hash(hash));
    deletions_.prefetch(scratch.probes.back());
  });
}

/// Which piece moved how far. Of `edits` + 1 pieces, one is whole behind as many edits as there are pieces before it:
/// count for each piece the edits since the end of the one before (a swap where it begins), and take the first piece
/// up to whose end there are no more edits than pieces before it. So piece 0 has not moved, piece 1 by one byte at
/// most, and all that is left of the edits is behind.
void NearTexts::plan_pieces(std::size_t length) {
  const std::size_t most = allowed_(length);
  const std::size_t first = std::max(length - std::min(length, most), deletions_up_to_ + 1);
  for (std::size_t other = first; other <= length + most && other < has_length_.size(); ++other) {
    if (!has_length_[other]) continue;
    const std::size_t edits = allowed_(std::min(length, other));
    if (distance_between(length, other) > edits) continue;
    const std::size_t pieces = allowed_(other) + std::size_t{1};
    for (std::size_t which = 0; which <= edits; ++which) {
      const Piece piece = piece_of(other, pieces, which);
      for (std::size_t at = piece.begin - std::min(piece.begin, which); at <= piece.begin + which; ++at) {
        const std::size_t end = at + piece.end - piece.begin;
        if (end > length) break;
        if (distance_between(length - end, other - piece.end) > edits - which) continue;
        plan_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), salt_of(other, which)});
      }
    }
  }
  plan_of_.push_back(static_cast<std::uint32_t>(plan_.size()));
}

void NearTexts::probe_pieces(std::size_t length, Scratch& scratch) const {
  if (length + 1 >= plan_of_.size()) return;
  for (std::size_t i = plan_of_[length]; i < plan_of_[length + 1]; ++i) {
    const PieceProbe& probe = plan_[i];
    scratch.probes.push_back(piece_key(scratch.hashes.part(probe.begin, probe.end), probe.salt));
    pieces_.prefetch(scratch.probes.back());
  }
}

/// What is filed under the probes, but for texts that hold too many other bytes to be near.
void NearTexts::collect(const HashLists& lists, std::string_view text, Scratch& scratch) const {
  const std::uint64_t bag = bag_of(text);
  const int most = static_cast<int>(2 * allowed_(text.size()));
  std::erase_if(scratch.probes, [&](std::uint64_t probe) { return !lists.may_hold(probe); });
  for (const std::uint64_t probe : scratch.probes) lists.prefetch_start(probe);
  for (const std::uint64_t probe : scratch.probes) lists.prefetch_numbers(probe);
  for (const std::uint64_t probe : scratch.probes)
    for (const std::uint32_t number : lists.at(probe))
      if (std::popcount(bag ^ bags_[number]) <= most) scratch.candidates.push_back(number);
  scratch.probes.clear();
}

void NearTexts::find(std::string_view text, Scratch& scratch, std::vector<Near>& found) const {
  found.clear();
  scratch.candidates.clear();
  scratch.probes.clear();
  scratch.hashes.take(text);
  probe_deletions(text.size(), scratch);
  collect(deletions_, text, scratch);
  probe_pieces(text.size(), scratch);
  collect(pieces_, text, scratch);
  std::sort(scratch.candidates.begin(), scratch.candidates.end());
  std::uint32_t last = ~std::uint32_t{0};
  for (const std::uint32_t number : scratch.candidates) {
    if (number == last) continue;
    last = number;
    const std::string_view candidate = this->text(number);
    const unsigned edits = allowed_(std::min(text.size(), candidate.size()));
    const std::size_t distance = alignment_distance_within(text, candidate, edits);
    if (distance <= edits) found.push_back({number, static_cast<unsigned>(distance)});
  }
}

}  // namespace assay
