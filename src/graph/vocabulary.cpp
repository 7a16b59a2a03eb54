#include "graph/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

template <std::size_t size, class Word>
std::optional<Word> index_of(const std::array<std::string_view, size>& words, std::string_view word) {
  const auto* found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Word>(found - words.begin());
}

constexpr std::array<std::string_view, 12> vertex_kinds = {"company", "person",       "public_body", "facility",
                                                           "place",   "country",      "vessel",      "product",
                                                           "lot",     "worker_group", "document",    "shipment"};

constexpr std::array<std::string_view, relation_count> relation_names = {
    "supplied_by",  "sold_by",         "carried_by",      "loaded_at",     "passed_through", "discharged_at",
    "consists_of",  "declares_origin", "contains",        "made_from",     "sourced_from",   "processed_at",
    "works_at",     "operated_by",     "owned_by",        "controlled_by", "directed_by",    "labour_from",
    "has_workers",  "national_of",     "located_in",      "called_at",     "met_at_sea",     "paid_to",
    "successor_of", "shares_contact",  "subcontracts_to", "declared_by"};

constexpr std::array<std::string_view, subject_kinds> subject_names = {
    "company", "facility", "shipment", "lot", "product", "vessel", "worker_group", "document"};

constexpr std::array<std::string_view, 5> statements = {"unknown", "inputs_complete", "no_dprk_content",
                                                        "no_dprk_labour", "owners_complete"};

struct Word {
  std::string_view folded;
  Relation relation;
  bool reversed;
};

/// Folded words; the names of the relations themselves are accepted too.
constexpr std::array<Word, 56> words = {{
    {"owns", Relation::owned_by, true},
    {"owner of", Relation::owned_by, true},
    {"shareholder of", Relation::owned_by, true},
    {"holds shares in", Relation::owned_by, true},
    {"parent", Relation::owned_by, false},
    {"parent of", Relation::owned_by, true},
    {"subsidiary of", Relation::owned_by, false},
    {"owned by", Relation::owned_by, false},
    {"股东", Relation::owned_by, true},
    {"持股", Relation::owned_by, true},
    {"manages", Relation::controlled_by, true},
    {"controls", Relation::controlled_by, true},
    {"operates", Relation::operated_by, true},
    {"managed by", Relation::controlled_by, false},
    {"controlled by", Relation::controlled_by, false},
    {"directs", Relation::directed_by, true},
    {"director of", Relation::directed_by, true},
    {"directed by", Relation::directed_by, false},
    {"legal representative of", Relation::directed_by, true},
    {"buys from", Relation::supplied_by, false},
    {"purchases from", Relation::supplied_by, false},
    {"sourced from", Relation::supplied_by, false},
    {"sources from", Relation::supplied_by, false},
    {"supplied by", Relation::supplied_by, false},
    {"customer of", Relation::supplied_by, false},
    {"supplies", Relation::supplied_by, true},
    {"sells to", Relation::supplied_by, true},
    {"supplier of", Relation::supplied_by, true},
    {"采购自", Relation::supplied_by, false},
    {"供应", Relation::supplied_by, true},
    {"subcontracts to", Relation::subcontracts_to, false},
    {"outsources to", Relation::subcontracts_to, false},
    {"subcontractor of", Relation::subcontracts_to, true},
    {"recruits from", Relation::labour_from, false},
    {"labour from", Relation::labour_from, false},
    {"labor from", Relation::labour_from, false},
    {"hires from", Relation::labour_from, false},
    {"hires workers from", Relation::labour_from, false},
    {"leases workers from", Relation::labour_from, false},
    {"employs workers of", Relation::labour_from, false},
    {"labour supplied by", Relation::labour_from, false},
    {"labor supplied by", Relation::labour_from, false},
    {"workers supplied by", Relation::labour_from, false},
    {"provides workers to", Relation::labour_from, true},
    {"supplies workers to", Relation::labour_from, true},
    {"labour provider of", Relation::labour_from, true},
    {"labor provider of", Relation::labour_from, true},
    {"supplies labour to", Relation::labour_from, true},
    {"supplies labor to", Relation::labour_from, true},
    {"dispatches workers to", Relation::labour_from, true},
    {"successor of", Relation::successor_of, false},
    {"predecessor of", Relation::successor_of, true},
    {"pays", Relation::paid_to, false},
    {"paid to", Relation::paid_to, false},
    {"shares address with", Relation::shares_contact, false},
    {"shares contact with", Relation::shares_contact, false},
}};

}  // namespace

std::string_view to_string(VertexKind kind) {
  return vertex_kinds[static_cast<std::size_t>(kind)];
}
std::optional<VertexKind> vertex_kind_from(std::string_view word) {
  return index_of<vertex_kinds.size(), VertexKind>(vertex_kinds, word);
}

std::string_view to_string(Relation relation) {
  return relation_names[static_cast<std::size_t>(relation)];
}
std::optional<Relation> relation_from(std::string_view word) {
  return index_of<relation_count, Relation>(relation_names, word);
}

std::optional<RelationWord> relation_word(std::string_view text) {
  std::string folded = fold(text);
  std::replace(folded.begin(), folded.end(), '_', ' ');
  for (const Word& word : words)
    if (word.folded == folded) return RelationWord{word.relation, word.reversed};
  std::replace(folded.begin(), folded.end(), ' ', '_');
  if (const auto relation = relation_from(folded)) return RelationWord{*relation, false};
  return std::nullopt;
}

std::string_view to_string(SubjectKind kind) {
  return subject_names[static_cast<std::size_t>(kind)];
}
std::optional<SubjectKind> subject_kind_from(std::string_view word) {
  return index_of<subject_kinds, SubjectKind>(subject_names, word);
}

Statement statement_from(std::string_view text) {
  std::string folded = fold(text);
  std::replace(folded.begin(), folded.end(), ' ', '_');
  return index_of<statements.size(), Statement>(statements, folded).value_or(Statement::unknown);
}

std::string_view to_string(Statement statement) {
  return statements[static_cast<std::size_t>(statement)];
}

std::string_view to_string(Grade grade) {
  constexpr std::array<std::string_view, 4> letters = {"A", "B", "C", "D"};
  return letters[static_cast<std::size_t>(grade)];
}

std::optional<Grade> grade_from(std::string_view text) {
  const std::string_view letter = trim(text);
  if (letter.size() != 1) return std::nullopt;
  const char upper = static_cast<char>(letter[0] & ~0x20);
  if (upper < 'A' || upper > 'D') return std::nullopt;
  return static_cast<Grade>(upper - 'A');
}

}  // namespace assay
