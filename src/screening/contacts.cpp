#include "screening/contacts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "names/fold.h"
#include "screening/subjects.h"

namespace assay {
namespace {

constexpr std::size_t shortest_phone = 7;
constexpr std::size_t telling_phone_digits = 9;  // the end of a number: country and trunk codes are written or not
constexpr std::size_t fewest_words = 3;          // of an address

constexpr std::array contact_columns = {Field::supplier_address, Field::supplier_phone, Field::supplier_email,
                                        Field::supplier_website};

/// Mail providers that anybody may use: the name before the @ tells, the host does not.
constexpr std::array<std::string_view, 14> public_hosts = {
    "163.com",  "126.com",     "qq.com",      "sina.com", "sohu.com",  "gmail.com", "yahoo.com",
    "yahoo.cn", "hotmail.com", "outlook.com", "mail.ru",  "yandex.ru", "naver.com", "daum.net"};

/// Words that addresses write or leave out.
constexpr std::array<std::string_view, 30> idle_words = {
    "road", "rd",   "street", "st",    "avenue", "ave",   "lane",     "no",       "number",   "room",
    "rm",   "unit", "floor",  "fl",    "flat",   "block", "building", "bldg",     "district", "dist",
    "city", "the",  "of",     "suite", "ste",    "po",    "box",      "province", "county",   "town"};

FactKind kind_of(Field column) {
  switch (column) {
    case Field::supplier_phone:
      return FactKind::phone;
    case Field::supplier_email:
      return FactKind::email;
    case Field::supplier_website:
      return FactKind::website;
    default:
      return FactKind::address;
  }
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> phone_key(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  if (digits.size() < shortest_phone) return std::nullopt;
  if (digits.size() > telling_phone_digits) digits.erase(0, digits.size() - telling_phone_digits);
  return digits;
}

std::optional<std::string> website_key(std::string_view text) {
  std::string host(trim(text));
  std::transform(host.begin(), host.end(), host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  if (const std::size_t scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
  if (host.starts_with("www.")) host.erase(0, 4);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.find('.') == std::string::npos || is_one_of(host, public_hosts)) return std::nullopt;
  return host;
}

std::optional<std::string> email_key(std::string_view text) {
  std::string mail(trim(text));
  std::transform(mail.begin(), mail.end(), mail.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  const std::size_t at = mail.find('@');
  if (at == std::string::npos || at == 0 || mail.find('.', at) == std::string::npos) return std::nullopt;
  return mail;
}

/// The words of an address, sorted: towns and streets are written in either order. Countries are left out where the
/// caller knows them.
std::optional<std::string> address_key(std::string_view text) {
  const std::string folded = fold_plain(text);
  std::vector<std::string_view> words;
  for (const std::string_view word : split(folded, " #:/"))
    if (!is_one_of(word, idle_words)) words.push_back(word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const bool han = !words.empty() && static_cast<unsigned char>(words.back().front()) >= 0xE3;
  if ((words.size() < fewest_words && !han) || !has_digit(folded)) return std::nullopt;
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace

std::optional<std::string> contact_key(FactKind kind, std::string_view text) {
  switch (kind) {
    case FactKind::phone:
      return phone_key(text);
    case FactKind::email:
      return email_key(text);
    case FactKind::website:
      return website_key(text);
    case FactKind::address:
      return address_key(text);
    default:
      return std::nullopt;
  }
}

std::vector<ContactHit> shared_contacts(const SupplyGraph& graph, const std::vector<WatchList>& lists) {
  const auto key_of = [](FactKind kind, std::string_view text) -> std::string {
    const std::optional<std::string> key = contact_key(kind, text);
    return key ? fmt::format("{}|{}", static_cast<int>(kind), *key) : std::string();
  };
  std::unordered_map<std::string, std::vector<FactPlace>> listed;
  for (std::uint16_t list = 0; list < lists.size(); ++list)
    for (std::uint32_t fact = 0; fact < lists[list].facts.size(); ++fact)
      if (std::string key = key_of(lists[list].facts[fact].kind, lists[list].facts[fact].text); !key.empty())
        listed[std::move(key)].push_back({list, fact});
  if (listed.empty()) return {};
  std::unordered_map<std::string, std::vector<SubjectFact>> shared;
  for (const SubjectFact& fact : subject_facts(graph, contact_columns)) {
    const std::string key = key_of(kind_of(fact.cell.field), graph.tables->text(fact.cell));
    if (!key.empty() && listed.contains(key)) shared[key].push_back(fact);
  }
  std::vector<ContactHit> hits;
  for (const auto& [key, facts] : shared) {
    if (facts.size() > most_parties_at_contact) continue;
    for (const SubjectFact& fact : facts)
      for (const FactPlace place : listed[key]) hits.push_back({fact.vertex, fact.cell, place});
  }
  std::sort(hits.begin(), hits.end(), [](const ContactHit& a, const ContactHit& b) {
    return std::tuple(a.vertex, a.place.list, a.place.fact, a.cell.table, a.cell.record, a.cell.field) <
           std::tuple(b.vertex, b.place.list, b.place.fact, b.cell.table, b.cell.record, b.cell.field);
  });
  return hits;
}

}  // namespace assay
