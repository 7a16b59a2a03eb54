#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "reference/measures.h"
#include "rules/defence.h"
#include "rules/evaluator.h"
#include "rules/field_value.h"
#include "rules/goods_words.h"
#include "rules/unknowns.h"

namespace assay {

/// What `measure` asks.
struct LawQuestion {
  Direction direction = Direction::from_kp;
  std::vector<std::string> jurisdictions;  ///< empty = all
  Field goods = Field::shipment_hs_code;
  std::vector<Field> dates;  ///< the first that says something counts
  bool defend = true;        ///< exceptions are defences; else they are not looked at
};

/// What the law says of goods on a date, in short: its answer, and what an open one waits for.
struct LawSummary {
  Truth truth = Truth::no;
  bool waits_for_goods = false;
  bool fine_point = false;  ///< no more digits of their code would decide
  bool waits_for_date = false;
};

class LawAnswer;

/// A row of the law under whose code some goods are, or may be.
struct LawFit {
  std::uint32_t row = 0;  ///< in Measures::rows
  Truth names =
      Truth::no;  ///< whether it names the goods, by their code and, where it covers that in part, description
};

/// The rows that name goods of a code, kept for each code: a graph has millions of rows and few codes. And what the
/// law says of shipments that claim no exception: it depends on their goods and on the measures in force alone, so it
/// is worked out once for each kind of goods and each time between two days on which some measure begins or ends.
/// Goods of one code are of one kind, unless their descriptions say different things of a row.
class LawMemory {
 public:
  LawMemory(const LawQuestion& question, const SupplyGraph& graph)
      : question_(question), graph_(graph), words_(graph.reference->tables) {}
  /// `goods` is the code of the subject's goods. Their description is looked at only where the code does not decide.
  [[nodiscard]] const std::vector<LawFit>& rows(const FieldValue& goods, SubjectKind kind,
                                                std::uint32_t subject) const;
  /// Null for a subject that must be asked by itself: one that is no shipment, may claim an exception, or has a date
  /// that is only roughly known.
  [[nodiscard]] const LawSummary* summary(SubjectKind kind, std::uint32_t subject) const;

 private:
  /// The rows that name goods of one code, whatever else is said of them.
  struct OfCode {
    std::vector<LawFit> rows;
    std::vector<std::size_t> in_part;                                ///< which of them cover their code only in part
    std::unordered_map<std::string, std::vector<LawFit>> described;  ///< by description
  };

  void prepare() const;
  OfCode& of_code(const std::string& digits) const;
  const std::vector<LawFit>& described(OfCode& code, const std::string& text) const;
  [[nodiscard]] bool may_claim(std::uint32_t shipment) const;
  [[nodiscard]] bool is_claim(std::uint32_t shipment, Field field, PlacesId places) const;

  const LawQuestion& question_;
  const SupplyGraph& graph_;
  GoodsWords words_;
  mutable std::unordered_map<std::string, OfCode> rows_;  ///< by digits; empty for a code that is not known

  /// For summary(), at its first call.
  mutable bool is_prepared_ = false;
  mutable std::vector<Day> turns_;    ///< days on which a measure begins to be in force, or is so no more
  mutable std::vector<bool> claims_;  ///< by number of the table: whether it has a column for claims
  mutable std::vector<std::uint32_t>
      kind_of_;  ///< by GoodsId: goods of one code that are described alike are one kind
  mutable std::vector<std::vector<std::optional<LawSummary>>> summaries_;  ///< by kind and era
  mutable std::vector<std::uint8_t> route_claims_;  ///< by PlacesId: 0 not looked at, 1 no, 2 yes
};

/// A row of the law beside the goods and the date of a subject.
struct LawRow {
  const Measure* measure = nullptr;
  Truth names = Truth::no;     ///< whether it names the goods
  Truth in_force = Truth::no;  ///< whether it is in force on the date
  Defence defence;             ///< looked for only where it may bar

  /// Whether it bars: a claimed defence leaves that open.
  [[nodiscard]] Truth bars() const { return both(both(names, in_force), negate(defence.truth)); }
};

/// The law of one subject.
class LawAnswer {
 public:
  LawAnswer(const LawQuestion& question, const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject);

  /// Whether some row bars, by the rows that `memory` keeps.
  [[nodiscard]] Truth truth(const LawMemory& memory) const;
  /// Every row whose code the goods have or may have, in the order of the table.
  [[nodiscard]] std::vector<LawRow> rows(const LawMemory& memory) const;
  /// The same in short.
  [[nodiscard]] LawSummary summary(const LawMemory& memory) const;
  [[nodiscard]] const FieldValue& goods() const { return goods_; }
  [[nodiscard]] const FieldValue& date() const { return date_; }
  [[nodiscard]] Field date_field() const { return date_field_; }

 private:
  [[nodiscard]] LawRow judge(const LawFit& fit, Defences& defences) const;

  const LawQuestion& question_;
  const SupplyGraph& graph_;
  SubjectKind kind_;
  std::uint32_t subject_;
  FieldValue goods_, date_;
  Field date_field_{};
};

/// The field that describes the goods of a code in words: shipment.commodity beside shipment.hs_code.
Field description_field(Field goods);

/// What rows wait for.
enum Wait : Waits { for_goods = 1, for_date = 2, for_proof = 4 };
Waits waits_of(const LawRow& row);
/// Rows that wait for least: where one answer decides, those that would need more answers are not asked for.
std::vector<const LawRow*> nearest_rows(const std::vector<LawRow>& rows);
/// Whether more digits of the code would decide, not only the description of the goods.
bool is_code_short(const LawRow& row, const LawAnswer& answer);

/// Why the law has the truth for the subject, with what each jurisdiction says.
void explain_law(const LawQuestion& question, const LawMemory& memory, const SupplyGraph& graph, SubjectKind kind,
                 std::uint32_t subject, Truth truth, Grounds& out);

}  // namespace assay
