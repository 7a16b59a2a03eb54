#include "lists/draft.h"

#include <algorithm>

#include "base/text.h"

namespace assay {
namespace {

bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

void Draft::add_name(std::string_view text, AliasQuality quality, std::string_view field) {
  text = trim(text);
  if (!says_something(text)) return;
  names.push_back({std::string(text), names.empty() ? AliasQuality::primary : quality, field});
}

void Draft::add_fact(FactKind fact, std::string_view text, std::string_view field, std::string_view country) {
  text = trim(text);
  if (says_something(text)) facts.push_back({fact, std::string(text), field, std::string(trim(country))});
}

void Draft::add_names(std::string_view texts, AliasQuality quality, std::string_view field,
                      std::string_view separators) {
  for (const std::string_view text : split(texts, separators)) add_name(text, quality, field);
}

void Draft::add_facts(FactKind fact, std::string_view texts, std::string_view field, std::string_view separators) {
  for (const std::string_view text : split(texts, separators)) add_fact(fact, text, field);
}

}  // namespace assay
