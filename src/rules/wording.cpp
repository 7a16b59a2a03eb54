#include "rules/wording.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace assay {
namespace {

/// How `says` stands in a sentence.
enum class Form : std::uint8_t {
  name,      ///< "date of the shipment", "the supplier's name"
  question,  ///< a clause that asks by itself: "who sold the goods"
  clause,    ///< one that must hang on something: "where the goods were loaded"
};

Form form_of(std::string_view says) {
  constexpr std::array<std::string_view, 2> questions = {"who ", "what is "};
  constexpr std::array<std::string_view, 5> clauses = {"where ", "what ", "how ", "of whom ", "to whom "};
  const auto begins = [says](std::string_view words) { return says.starts_with(words); };
  if (std::any_of(questions.begin(), questions.end(), begins)) return Form::question;
  return std::any_of(clauses.begin(), clauses.end(), begins) ? Form::clause : Form::name;
}

std::string with_article(std::string_view says) {
  return says.starts_with("the ") ? std::string(says) : fmt::format("the {}", says);
}

/// Behind a name that ends in a clause of its own, "of S3" would belong to the clause.
bool takes_of(std::string_view says) {
  return !says.starts_with("the ") && says.find(" where ") == std::string_view::npos &&
         says.find(" that ") == std::string_view::npos;
}

std::string in_brackets(std::string_view name) {
  return name.empty() ? std::string() : fmt::format(" ({})", name);
}

}  // namespace

std::string question_about(Field field, std::string_view name) {
  std::string says(info(field).says);
  switch (form_of(says)) {
    case Form::question:
      says.front() = static_cast<char>(says.front() - 'a' + 'A');
      return fmt::format("{}{}?", says, in_brackets(name));
    case Form::clause:
      return fmt::format("Please say {}{}.", says, in_brackets(name));
    case Form::name:
      break;
  }
  if (!name.empty() && takes_of(says)) return fmt::format("What is the {} of {}?", says, name);
  return fmt::format("What is {}{}?", with_article(says), in_brackets(name));
}

std::string complaint_about(Field field, std::string_view name, Cause::Why why, std::string_view text) {
  const std::string_view says = info(field).says;
  const bool is_name = form_of(says) == Form::name;
  if (why == Cause::Why::blank)
    return is_name ? fmt::format("{}: {} is not stated", name, with_article(says))
                   : fmt::format("{}: it is not stated {}", name, says);
  return is_name ? fmt::format("{}: {} \"{}\" is {}", name, with_article(says), text, to_string(why))
                 : fmt::format("{}: \"{}\" is {}: it is not known {}", name, text, to_string(why), says);
}

std::string absence_of(Field field) {
  const FieldInfo& one = info(field);
  return form_of(one.says) == Form::name
             ? fmt::format("no input has a column for {} ({})", with_article(one.says), one.name)
             : fmt::format("no input has a column that says {} ({})", one.says, one.name);
}

}  // namespace assay
