#include "screening/contacts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "screening/subjects.h"

namespace assay {
namespace {

constexpr std::size_t shortest_phone = 7;
constexpr std::size_t telling_phone_digits = 9;  // the end of a number: country and trunk codes are written or not

constexpr std::array contact_columns = {Field::supplier_address, Field::supplier_phone, Field::supplier_email,
                                        Field::supplier_website};

/// Mail providers that anybody may use: the name before the @ tells, the host does not.
constexpr std::array<std::string_view, 14> public_hosts = {
    "163.com",  "126.com",     "qq.com",      "sina.com", "sohu.com",  "gmail.com", "yahoo.com",
    "yahoo.cn", "hotmail.com", "outlook.com", "mail.ru",  "yandex.ru", "naver.com", "daum.net"};

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

}  // namespace

std::optional<std::string> contact_key(FactKind kind, std::string_view text) {
  switch (kind) {
    case FactKind::phone:
      return phone_key(text);
    case FactKind::email:
      return email_key(text);
    case FactKind::website:
      return website_key(text);
    default:
      return std::nullopt;
  }
}

namespace {

/// A contact as it is compared: equal keys, and for an address nothing that contradicts.
struct Contact {
  std::string key;  ///< with its kind; empty: it tells nothing
  AddressKey address;
};

Contact contact_of(FactKind kind, std::string_view text, const BesideAddress& beside, const Reference& reference) {
  if (kind == FactKind::address) {
    std::optional<AddressKey> address = address_key(text, beside, reference);
    if (!address) return {};
    std::string key = fmt::format("{}|{}", static_cast<int>(kind), address->words);
    return {std::move(key), *std::move(address)};
  }
  const std::optional<std::string> key = contact_key(kind, text);
  return key ? Contact{fmt::format("{}|{}", static_cast<int>(kind), *key), {}} : Contact{};
}

struct ListedContact {
  FactPlace place;
  AddressKey address;
};
struct PartyContact {
  SubjectFact fact;
  AddressKey address;
};

std::unordered_map<std::string, std::vector<ListedContact>> listed_contacts(const std::vector<WatchList>& lists,
                                                                            const Reference& reference) {
  std::unordered_map<std::string, std::vector<ListedContact>> listed;
  for (std::uint16_t list = 0; list < lists.size(); ++list)
    for (std::uint32_t number = 0; number < lists[list].facts.size(); ++number) {
      const ListFact& fact = lists[list].facts[number];
      BesideAddress beside;
      if (fact.kind == FactKind::address) beside.country = reference.country(fact.country).country;
      Contact contact = contact_of(fact.kind, fact.text, beside, reference);
      if (!contact.key.empty())
        listed[std::move(contact.key)].push_back({{list, number}, std::move(contact.address)});
    }
  return listed;
}

/// A contact of a party, as its columns have it: an address with the city of its own column, and without it, for the
/// other side may leave it out as well.
std::vector<Contact> contacts_of(const SupplyGraph& graph, const SubjectFact& fact) {
  const FactKind kind = kind_of(fact.cell.field);
  const std::string text = graph.tables->text(fact.cell);
  if (kind != FactKind::address) return {contact_of(kind, text, {}, *graph.reference)};
  const auto beside = [&](Field field) {
    const std::string said = graph.tables->text({fact.cell.table, field, fact.cell.record});
    return is_blank_word(trim(said)) ? std::string() : said;
  };
  const std::string city = beside(Field::supplier_city);
  const std::string region = beside(Field::supplier_region);
  const Country country = graph.vertices.country[fact.vertex];
  std::vector<Contact> contacts = {contact_of(kind, text, {country, {}, region}, *graph.reference)};
  if (city.empty()) return contacts;
  Contact with_city = contact_of(kind, text, {country, city, region}, *graph.reference);
  if (with_city.key != contacts.front().key) contacts.push_back(std::move(with_city));
  return contacts;
}

auto order_of(const ContactHit& hit) {
  return std::tuple(hit.vertex, hit.place.list, hit.place.fact, hit.cell.table, hit.cell.record, hit.cell.field);
}

}  // namespace

std::vector<ContactHit> shared_contacts(const SupplyGraph& graph, const std::vector<WatchList>& lists) {
  auto listed = listed_contacts(lists, *graph.reference);
  if (listed.empty()) return {};
  std::unordered_map<std::string, std::vector<PartyContact>> shared;
  for (const SubjectFact& fact : subject_facts(graph, contact_columns))
    for (Contact& contact : contacts_of(graph, fact))
      if (!contact.key.empty() && listed.contains(contact.key))
        shared[contact.key].push_back({fact, std::move(contact.address)});
  std::vector<ContactHit> hits;
  for (const auto& [key, parties] : shared) {
    if (parties.size() > most_parties_at_contact) continue;
    for (const PartyContact& party : parties)
      for (const ListedContact& one : listed[key])
        if (is_same_address(party.address, one.address))
          hits.push_back({party.fact.vertex, party.fact.cell, one.place});
  }
  const auto before = [](const ContactHit& a, const ContactHit& b) { return order_of(a) < order_of(b); };
  std::sort(hits.begin(), hits.end(), before);
  hits.erase(std::unique(hits.begin(), hits.end(),
                         [](const ContactHit& a, const ContactHit& b) { return order_of(a) == order_of(b); }),
             hits.end());
  return hits;
}

}  // namespace assay
