#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/large_vector.h"
#include "names/hash_lists.h"
#include "names/text_hashes.h"

namespace assay {

/// Texts of a list, to be found by a text that a few edits (insert, remove or replace a byte, swap neighbours) make
/// equal to one of them. Nothing is missed: texts up to `deletions_up_to` bytes are filed under all that removing
/// bytes makes of them (for_each_deletion), longer ones under `edits + 1` pieces with a byte between them left out,
/// so that an edit, and a swap too, spoils one piece at most and one stays whole.
class NearTexts {
 public:
  /// How many edits may lie between two texts of which the shorter has so many bytes; never less for a longer one.
  /// At most 2 for texts up to `deletions_up_to` bytes.
  using Allowed = unsigned (*)(std::size_t shorter_length);

  struct Near {
    std::uint32_t text = 0;  ///< its number
    unsigned edits = 0;
  };
  /// Memory that is used again from search to search; one for each thread.
  struct Scratch {
    TextHashes hashes;
    std::vector<std::uint64_t> probes;
    std::vector<std::uint32_t> candidates;
  };

  explicit NearTexts(Allowed allowed, std::size_t deletions_up_to)
      : allowed_(allowed), deletions_up_to_(deletions_up_to) {}

  /// The text's number, counted from 0; each text is given once. Not after finish().
  std::uint32_t add(std::string_view text);
  void finish();

  /// Replaces `found` by the texts within the allowed edits, ascending by number, each once.
  void find(std::string_view text, Scratch& scratch, std::vector<Near>& found) const;

  [[nodiscard]] std::size_t size() const { return bags_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const {
    return std::string_view(bytes_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }

 private:
  void file_by_deletions(std::uint32_t number, TextHashes& hashes, std::vector<HashLists::Entry>& entries) const;
  void file_by_pieces(std::uint32_t number, TextHashes& hashes, std::vector<HashLists::Entry>& entries) const;
  void probe_deletions(std::size_t length, Scratch& scratch) const;
  void probe_pieces(std::size_t length, Scratch& scratch) const;
  void plan_pieces(std::size_t length);
  void collect(const HashLists& lists, std::string_view text, Scratch& scratch) const;

  /// A part of a text that is asked for, which may be a piece of one that is filed.
  struct PieceProbe {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint64_t salt = 0;  ///< of the piece's key
  };

  Allowed allowed_;
  std::size_t deletions_up_to_;
  std::string bytes_;                     ///< of all texts
  LargeVector<std::uint32_t> starts_{0};  ///< of each text in bytes_, and the end
  LargeVector<std::uint64_t> bags_;       ///< which bytes each text holds, once and twice
  std::vector<bool> has_length_;          ///< whether there is a text of so many bytes, filed by pieces
  HashLists deletions_;
  HashLists pieces_;
  std::vector<PieceProbe> plan_;           ///< where to look for pieces, by the length of the text asked for
  std::vector<std::uint32_t> plan_of_{0};  ///< by length: where its probes begin, and the end
};

}  // namespace assay
