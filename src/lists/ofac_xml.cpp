// The lists of the US Treasury as sdn.xml and consolidated.xml, whose root is sdnList.
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/identifier_label.h"
#include "lists/list_xml.h"
#include "lists/ofac_names.h"
#include "lists/ofac_remarks.h"

namespace assay {
namespace {

std::optional<PartRole> sniff(std::string_view head) {
  if (root_of(head) == "sdnList") return PartRole::entries;
  return std::nullopt;
}

/// "LAST, First", as the files of commas write it.
std::string whole_name(std::string_view last, std::string_view first) {
  if (last.empty()) return std::string(first);
  return first.empty() ? std::string(last) : fmt::format("{}, {}", last, first);
}

/// 01/31/2022, month first: this publisher's own way.
Date date_of(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, "/");
  if (parts.size() != 3) return parse_date(text);
  return parse_date(fmt::format("{}-{}-{}", parts[2], parts[0], parts[1]));
}

/// The texts of one element with children of its own: an alias, an address, an identifier.
using Children = std::map<std::string, std::string, std::less<>>;

std::string_view child(const Children& children, std::string_view name) {
  const auto found = children.find(name);
  return found == children.end() ? std::string_view{} : std::string_view(found->second);
}

class Reader {
 public:
  explicit Reader(ListBuilder& builder) : builder_(builder) {}

  void begin(std::string_view element, std::uint32_t line) {
    if (element == "sdnEntry") {
      draft_.clear();
      draft_.line = line;
      own_.clear();
      aliases_.clear();
    }
    if (is_group(element)) children_.clear();
    path_.emplace_back(element);
  }

  void end(std::string_view element, std::string_view text) {
    path_.pop_back();
    const std::string_view parent = path_.empty() ? std::string_view{} : std::string_view(path_.back());
    if (element == "sdnEntry")
      add_entry();
    else if (parent == "publshInformation")
      header(element, text);
    else if (is_group(parent))
      children_[std::string(element)] = text;
    else if (parent == "sdnEntry" || parent == "vesselInfo")
      own_[std::string(element)] = text;
    else if (element == "program")
      draft_.add_fact(FactKind::programme, text, "program");
    if (is_group(element)) add_group(element);
  }

  void finish() {
    if (builder_.refused()) return;
    const std::size_t found = builder_.list().entries.size() + dropped_;
    if (expected_ && *expected_ != found)
      builder_.refuse(0, 0, fmt::format("says that it has {} records, and has {}", *expected_, found),
                      "fetch it again: a part of it is missing");
    builder_.list().name = ofac_list_name(builder_.list());
  }

 private:
  static bool is_group(std::string_view element) {
    return element == "aka" || element == "address" || element == "id" || element == "nationality" ||
           element == "citizenship" || element == "dateOfBirthItem" || element == "placeOfBirthItem";
  }

  void header(std::string_view element, std::string_view text) {
    if (element == "Publish_Date") {
      builder_.list().date = date_of(text);
    } else if (element == "Record_Count") {
      std::size_t count = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
      if (error == std::errc() && end == text.data() + text.size()) expected_ = count;
    }
  }

  void add_group(std::string_view group) {
    if (group == "aka") {
      const bool weak = child(children_, "category") == "weak";
      aliases_.push_back({whole_name(child(children_, "lastName"), child(children_, "firstName")),
                          weak ? AliasQuality::weak : AliasQuality::strong, "aka"});
    } else if (group == "id") {
      identifiers_.push_back(children_);
    } else if (group == "address") {
      add_address();
    } else if (group == "nationality" || group == "citizenship") {
      draft_.add_fact(FactKind::nationality, child(children_, "country"), "country");
    } else if (group == "dateOfBirthItem") {
      draft_.add_fact(FactKind::birth_date, child(children_, "dateOfBirth"), "dateOfBirth");
    } else {
      draft_.add_fact(FactKind::birth_place, child(children_, "placeOfBirth"), "placeOfBirth");
    }
  }

  void add_address() {
    std::string address;
    for (const std::string_view part : {"address1", "address2", "address3", "city", "stateOrProvince", "postalCode"})
      if (const std::string_view text = child(children_, part); !text.empty())
        address.append(address.empty() ? "" : ", ").append(text);
    const std::string_view country = child(children_, "country");
    draft_.add_fact(FactKind::address, address, "address", country);
    draft_.add_fact(FactKind::country, country, "country");
  }

  void add_identifiers() {
    for (const Children& one : identifiers_) {
      const std::string_view label = child(one, "idType");
      const std::string_view value = child(one, "idNumber");
      if (const auto kind = kind_of_label(label))
        add_identifier(draft_, *kind, value, "idNumber", child(one, "idCountry"));
      else if (label == "Nationality of Registration")
        draft_.add_fact(FactKind::country, child(one, "idCountry").empty() ? value : child(one, "idCountry"),
                        "idList");
      else if (label == "Former Vessel Flag")
        draft_.add_fact(FactKind::flag, value, "idNumber");
    }
    identifiers_.clear();
  }

  void add_entry() {
    draft_.id = child(own_, "uid");
    draft_.kind = ofac_kind(child(own_, "sdnType"));
    draft_.add_name(whole_name(child(own_, "lastName"), child(own_, "firstName")), AliasQuality::primary, "lastName");
    for (const Draft::Name& alias : aliases_) draft_.add_name(alias.text, alias.quality, alias.field);
    draft_.add_fact(FactKind::position, child(own_, "title"), "title");
    draft_.add_fact(FactKind::call_sign, child(own_, "callSign"), "callSign");
    draft_.add_fact(FactKind::vessel_type, child(own_, "vesselType"), "vesselType");
    draft_.add_fact(FactKind::flag, child(own_, "vesselFlag"), "vesselFlag");
    draft_.add_fact(FactKind::linked_to, child(own_, "vesselOwner"), "vesselOwner");
    add_identifiers();
    read_linked(child(own_, "remarks"));
    if (!builder_.add(draft_)) ++dropped_;
  }

  /// The remarks of this format hold only what has no element of its own: "(Linked To: A; Linked To: B)".
  void read_linked(std::string_view remarks) {
    if (remarks.starts_with('(') && remarks.ends_with(')')) {
      remarks.remove_prefix(1);
      remarks.remove_suffix(1);
    }
    read_ofac_remarks(remarks, "remarks", draft_);
  }

  ListBuilder& builder_;
  Draft draft_;
  std::vector<std::string> path_;
  Children own_;
  Children children_;
  std::vector<Draft::Name> aliases_;
  std::vector<Children> identifiers_;
  std::optional<std::size_t> expected_;
  std::size_t dropped_ = 0;
};

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  Reader reader(builder);
  const XmlHandler handler{
      [&](std::string_view element, const auto&, std::uint32_t line) { reader.begin(element, line); },
      [&](std::string_view element, std::string_view text) { reader.end(element, text); }};
  read_xml(parts.front(), handler, builder);
  reader.finish();
}

}  // namespace

const ListFormat ofac_xml{"ofac-xml", published_max_age, sniff, read};

}  // namespace assay
