#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "reference/measures.h"
#include "rules/defence.h"
#include "rules/evaluator.h"
#include "rules/field_value.h"

namespace assay {

/// What `measure` asks.
struct LawQuestion {
  Direction direction = Direction::from_kp;
  std::vector<std::string> jurisdictions;  ///< empty = all
  Field goods = Field::shipment_hs_code;
  std::vector<Field> dates;  ///< the first that says something counts
  bool defend = true;        ///< exceptions are defences; else they are not looked at
};

/// The rows that name goods of a code, kept for each code: a graph has millions of rows and few codes.
class LawMemory {
 public:
  LawMemory(const LawQuestion& question, const SupplyGraph& graph) : question_(question), graph_(graph) {}
  [[nodiscard]] const std::vector<MeasureFit>& rows(const FieldValue& goods) const;

 private:
  const LawQuestion& question_;
  const SupplyGraph& graph_;
  mutable std::unordered_map<std::string, std::vector<MeasureFit>> rows_;
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
  [[nodiscard]] const FieldValue& goods() const { return goods_; }
  [[nodiscard]] const FieldValue& date() const { return date_; }
  [[nodiscard]] Field date_field() const { return date_field_; }

 private:
  [[nodiscard]] LawRow judge(const MeasureFit& fit, Defences& defences) const;

  const LawQuestion& question_;
  const SupplyGraph& graph_;
  SubjectKind kind_;
  std::uint32_t subject_;
  FieldValue goods_, date_;
  Field date_field_{};
};

/// Why the law has the truth for the subject, with what each jurisdiction says.
void explain_law(const LawQuestion& question, const LawMemory& memory, const SupplyGraph& graph, SubjectKind kind,
                 std::uint32_t subject, Truth truth, Grounds& out);

}  // namespace assay
