#include "rules/subject_field.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rules/field_value.h"

namespace assay {
namespace {

std::string_view words_of(FieldType type) {
  switch (type) {
    case FieldType::date:
      return "date";
    case FieldType::hs_code:
      return "HS code";
    case FieldType::country:
      return "country";
    case FieldType::number:
    case FieldType::percent:
      return "number";
    default:
      return "text";
  }
}

}  // namespace

std::optional<Field> subject_field(const ConditionParser& parser, const YamlNode& node, const std::string& name,
                                   FieldType type) {
  const std::optional<Field> field = field_from(name);
  if (field && belongs_to(*field, parser.subject) && info(*field).type == type) return field;
  std::vector<std::string_view> names;
  for (const FieldInfo& one : all_fields())
    if (belongs_to(one.field, parser.subject) && one.type == type) names.push_back(one.name);
  const std::string_view near = nearest(name, names, 4);
  parser.complain(node, fmt::format("`{}` is no {} of a {}", name, words_of(type), to_string(parser.subject)),
                  near.empty() ? "" : fmt::format("did you mean `{}`?", near));
  return std::nullopt;
}

}  // namespace assay
