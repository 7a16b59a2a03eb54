#include "screening/identifiers.h"

#include <algorithm>

#include "base/identifier.h"
#include "base/text.h"

namespace assay {
namespace {

constexpr std::size_t shortest = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string plain_identifier(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (is_digit(c) || (c >= 'A' && c <= 'Z')) plain += c;
    if (c >= 'a' && c <= 'z') plain += static_cast<char>(c - 'a' + 'A');
  }
  return plain;
}

bool may_be_same(Field column, FactKind kind) {
  switch (column) {
    case Field::supplier_lei:
      return kind == FactKind::lei;
    case Field::supplier_uscc:
      return kind == FactKind::uscc || kind == FactKind::registration || kind == FactKind::tax;
    case Field::supplier_registration_no:
      return kind == FactKind::registration || kind == FactKind::tax || kind == FactKind::uscc ||
             kind == FactKind::national_id;
    default:
      return kind == FactKind::imo;
  }
}

bool is_usable_identifier(Field column, std::string_view text) {
  switch (column) {
    case Field::supplier_lei:
      return is_lei(text);
    case Field::supplier_uscc:
      return is_uscc(text);
    case Field::supplier_registration_no: {
      const std::string plain = plain_identifier(text);
      return plain.size() >= shortest && std::any_of(plain.begin(), plain.end(), is_digit);
    }
    default:
      return is_imo(text);
  }
}

bool tells_apart(FactKind kind) {
  return kind == FactKind::lei || kind == FactKind::uscc || kind == FactKind::imo;
}

IdentifierIndex::IdentifierIndex(const std::vector<WatchList>& lists) : lists_(lists) {
  for (std::uint16_t list = 0; list < lists.size(); ++list)
    for (std::uint32_t fact = 0; fact < lists[list].facts.size(); ++fact)
      if (is_identifier(lists[list].facts[fact].kind)) {
        std::string plain = plain_identifier(lists[list].facts[fact].text);
        if (plain.starts_with("IMO")) plain.erase(0, 3);
        if (plain.size() >= shortest) by_text_[std::move(plain)].push_back({list, fact});
      }
}

std::vector<FactPlace> IdentifierIndex::find(Field column, std::string_view text) const {
  std::string plain = plain_identifier(text);
  if (plain.starts_with("IMO")) plain.erase(0, 3);
  const auto found = by_text_.find(plain);
  if (found == by_text_.end()) return {};
  std::vector<FactPlace> places;
  for (const FactPlace place : found->second)
    if (may_be_same(column, lists_[place.list].facts[place.fact].kind)) places.push_back(place);
  return places;
}

}  // namespace assay
