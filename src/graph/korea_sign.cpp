#include "graph/korea_sign.h"

#include <fmt/format.h>

#include "base/text.h"
#include "names/fold.h"
#include "reference/keys.h"

namespace assay {
namespace {

constexpr Country open_korea{Known::ambiguous};

/// KP and KR together say nothing.
Country agree(Country a, Country b) {
  if (!a.is_known()) return b;
  return !b.is_known() || a == b ? a : open_korea;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The digits behind a plus sign (or 00): "+82-52-231" → "8252231".
std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c))
      digits.push_back(c);
    else if (std::string_view(" ()-./").find(c) == std::string_view::npos)
      break;
  }
  return digits;
}

/// No other dialling code begins with 82 or 850.
Country by_dialling_code(std::string_view digits) {
  if (digits.starts_with("850")) return north_korea;
  return digits.starts_with("82") ? south_korea : open_korea;
}

Country by_phone(std::string_view text) {
  Country found = open_korea;
  for (std::size_t at = text.find('+'); at != std::string_view::npos; at = text.find('+', at + 1))
    found = agree(found, by_dialling_code(digits_of(text.substr(at + 1))));
  const std::string digits = digits_of(trim(text));
  return digits.starts_with("00") ? agree(found, by_dialling_code(std::string_view(digits).substr(2))) : found;
}

Country by_domain(std::string_view host) {
  if (const std::size_t end = host.find_first_of("/:?#"); end != std::string_view::npos) host = host.substr(0, end);
  const std::string labels = fold(host);  // with blanks for dots
  if (labels.ends_with(" kp")) return north_korea;
  return labels.ends_with(" kr") ? south_korea : open_korea;
}

/// Every address in a cell: behind the @ of a mailbox, behind the scheme of a page.
Country by_addresses(std::string_view text) {
  Country found = open_korea;
  for (std::string_view one : split(text, " ,;|<>")) {
    if (const std::size_t at = one.rfind('@'); at != std::string_view::npos)
      one = one.substr(at + 1);
    else if (const std::size_t scheme = one.find("://"); scheme != std::string_view::npos)
      one = one.substr(scheme + 3);
    found = agree(found, by_domain(one));
  }
  return found;
}

}  // namespace

bool is_plain_korea(std::string_view text, const Reference& reference) {
  const std::string key = country_key(text);
  const auto found = reference.countries.find(key);
  return found != reference.countries.end() && found->second.country.known() == Known::ambiguous && key.size() > 2;
}

Country korea_by(Field field, std::string_view text, const Reference& reference) {
  text = trim(text);
  if (is_blank_word(text)) return open_korea;
  if (field == Field::supplier_phone) return by_phone(text);
  if (field == Field::supplier_email || field == Field::supplier_website) return by_addresses(text);
  const PlaceReading place = reference.place(text, open_korea);
  const bool decides = !place.obfuscated && (place.country == north_korea || place.country == south_korea);
  return decides ? place.country : open_korea;
}

KoreaSign korea_sign(Rows& rows, std::span<const Field> among, const Reference& reference) {
  KoreaSign sign;
  for (const Field field : among) {
    if (!rows.has(field)) continue;
    const Country country = korea_by(field, rows.text(field), reference);
    if (!country.is_known()) continue;
    sign.contradicts = sign.contradicts || (sign.country.is_known() && sign.country != country);
    if (sign.country.is_known()) continue;
    sign.country = country;
    sign.cell = rows.cell(field);
  }
  if (sign.contradicts) sign.country = open_korea;
  return sign;
}

CellRef country_said_by(const SupplyGraph& graph, VertexId vertex, CellRef stated) {
  const CellRef cell = graph.vertices.country_cell[vertex];
  return cell.exists() && cell.table == stated.table && cell.record == stated.record ? cell : stated;
}

Country resolve_korea(Rows& rows, Field field, std::span<const Field> beside, Country stated,
                      const Reference& reference, Complaints& complaints, CellRef& decided_by) {
  if (stated.known() != Known::ambiguous || !is_plain_korea(rows.text(field), reference)) return stated;
  const KoreaSign sign = korea_sign(rows, beside, reference);
  if (sign.contradicts)
    complaints.add(
        Level::warning, rows.cell(field), "data conflict: two Koreas",
        fmt::format("data conflict: beside \"{}\" one cell says KP and another KR", shorten(rows.text(field), 40)),
        "write the ISO 3166 code: KP or KR");
  if (!sign.country.is_known()) return stated;
  complaints.add(Level::note, rows.cell(field), "is the Korea that another cell says",
                 fmt::format("\"{}\" is read as {}: {} is \"{}\"", shorten(rows.text(field), 40), sign.country.code(),
                             info(sign.cell.field).name, shorten(rows.text(sign.cell.field), 40)),
                 "write the ISO 3166 code: KP or KR");
  decided_by = sign.cell;
  return sign.country;
}

}  // namespace assay
