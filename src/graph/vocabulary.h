#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assay {

enum class VertexKind : std::uint8_t {
  company,
  person,
  public_body,
  facility,
  place,
  country,
  vessel,
  product,
  lot,
  worker_group,
  document,
  shipment,
};
std::string_view to_string(VertexKind kind);
std::optional<VertexKind> vertex_kind_from(std::string_view word);

/// Relations point upstream: from the one that depends to the one that is depended on.
enum class Relation : std::uint8_t {
  supplied_by,
  sold_by,
  carried_by,
  loaded_at,
  passed_through,
  discharged_at,
  consists_of,
  declares_origin,
  contains,
  made_from,
  sourced_from,
  processed_at,
  works_at,
  operated_by,
  owned_by,
  controlled_by,
  directed_by,
  labour_from,
  has_workers,
  national_of,
  located_in,
  called_at,
  met_at_sea,
  paid_to,
  successor_of,
  shares_contact,
  subcontracts_to,
  declared_by,
};
constexpr std::size_t relation_count = static_cast<std::size_t>(Relation::declared_by) + 1;
std::string_view to_string(Relation relation);
std::optional<Relation> relation_from(std::string_view word);

/// A word of a relations table, with its direction: "owns" is owned_by reversed (the source is the owner).
struct RelationWord {
  Relation relation{};
  bool reversed = false;  ///< the edge points from the row's target to its source
};
/// Nothing for a word that is in no list; the word is folded first.
std::optional<RelationWord> relation_word(std::string_view text);

/// Whose verdict it is. The same words as in a rule's `subject`.
enum class SubjectKind : std::uint8_t { company, facility, shipment, lot, product, vessel, worker_group, document };
constexpr std::size_t subject_kinds = 8;
std::string_view to_string(SubjectKind kind);
std::optional<SubjectKind> subject_kind_from(std::string_view word);

enum class Statement : std::uint8_t { unknown, inputs_complete, no_dprk_content, no_dprk_labour, owners_complete };
Statement statement_from(std::string_view text);
std::string_view to_string(Statement statement);

/// How good evidence is: official documents A, own books B, suppliers' statements C, dictionary or inference D.
enum class Grade : std::uint8_t { a, b, c, d };
std::string_view to_string(Grade grade);
std::optional<Grade> grade_from(std::string_view text);
/// Whether a grade is at least as good as another (A is best).
constexpr bool at_least(Grade grade, Grade wanted) {
  return grade <= wanted;
}

}  // namespace assay
