#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/condition.h"
#include "rules/derived_field.h"
#include "rules/pattern.h"

namespace assay {

/// What `where` asks of a field.
enum class WhereOp : std::uint8_t {
  in,
  not_in,
  under,
  at_least,
  above,
  at_most,
  below,
  before,
  on_or_after,
  blank,
  ambiguous,
  matches,
  derived
};

/// One field and what is asked of it. Operands are parsed by the field's type when the rule is loaded.
struct FieldTest {
  Field field{};
  WhereOp op = WhereOp::in;
  const DerivedField* derived = nullptr;  ///< instead of a field
  bool audit_date = false;                ///< instead of a field: the date of the audit
  bool flag = true;                       ///< of blank, ambiguous and a derived field: the value asked for
  std::vector<Country> countries;
  std::vector<std::string> texts;  ///< HS prefixes, folded texts
  Day day = 0;
  std::vector<double> numbers;  ///< one for a comparison
  std::shared_ptr<const Pattern> pattern;
};

struct WhereData {
  std::vector<FieldTest> tests;
};

inline const WhereData& where_of(const Condition& c) {
  return *static_cast<const WhereData*>(c.data.get());
}

bool parse_where(const ConditionParser& parser, const YamlNode& value, Condition& out);

/// What one of the tests says of a subject.
Truth where_test_at(const Condition& c, const FieldTest& test, const Evaluator& e, SubjectKind kind,
                    std::uint32_t subject);

/// Whether a `where` of the condition, its parts included, asks a column of the table.
bool asks_table(const Condition& c, TableKind table);

void explain_where(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                   Grounds& out);

}  // namespace assay
