// The consolidated list of the Security Council, whose root is CONSOLIDATED_LIST.
#include <array>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/list_xml.h"

namespace assay {
namespace {

std::optional<PartRole> sniff(std::string_view head) {
  if (root_of(head) == "CONSOLIDATED_LIST") return PartRole::entries;
  return std::nullopt;
}

struct Alias {
  std::string quality;
  std::string name;
};

/// Companies of ships have an IMO number of their own, which the list gives only in its comments: "IMO number:
/// 5571322".
void add_company_numbers(Draft& draft, std::string_view comments) {
  constexpr std::string_view digits = "0123456789";
  for (std::size_t at = comments.find("IMO"); at != std::string_view::npos; at = comments.find("IMO", at + 3)) {
    std::string_view rest = comments.substr(at + 3);
    for (const std::string_view word : {")", " ", "Number", "number", "No.", ":", " "})
      if (rest.starts_with(word)) rest.remove_prefix(word.size());
    const std::size_t length = std::min(rest.find_first_not_of(digits), rest.size());
    if (length == 7) draft.add_fact(FactKind::imo_company, rest.substr(0, 7), "COMMENTS1");
  }
}

class Reader {
 public:
  explicit Reader(ListBuilder& builder) : builder_(builder) {}

  void begin(std::string_view element, std::uint32_t line) {
    if (element == "INDIVIDUAL" || element == "ENTITY") {
      draft_.clear();
      draft_.line = line;
      draft_.kind = element == "ENTITY" ? EntryKind::company : EntryKind::person;
      name_.clear();
      comments_.clear();
      aliases_.clear();
    }
    if (ends_with(element, "_ADDRESS") || ends_with(element, "_ALIAS") || ends_with(element, "_DOCUMENT")) {
      address_.clear();
      country_.clear();
      alias_ = {};
      document_.clear();
      number_.clear();
    }
    path_.emplace_back(element);
  }

  void end(std::string_view element, std::string_view text) {
    path_.pop_back();
    const std::string_view parent = path_.empty() ? std::string_view{} : std::string_view(path_.back());
    if (element == "INDIVIDUAL" || element == "ENTITY")
      add_entry();
    else if (parent == "INDIVIDUAL" || parent == "ENTITY")
      end_own(element, text);
    else if (ends_with(parent, "_ADDRESS"))
      end_address(element, text);
    else if (ends_with(parent, "_ALIAS"))
      (element == "QUALITY" ? alias_.quality : element == "ALIAS_NAME" ? alias_.name : unused_) = text;
    else if (ends_with(parent, "_DOCUMENT"))
      end_document(element, text);
    else if (parent == "NATIONALITY" && element == "VALUE")
      draft_.add_fact(FactKind::nationality, text, "NATIONALITY");
    else if (parent == "DESIGNATION" && element == "VALUE")
      draft_.add_fact(FactKind::position, text, "DESIGNATION");
    else if (parent == "INDIVIDUAL_DATE_OF_BIRTH" && (element == "DATE" || element == "YEAR"))
      draft_.add_fact(FactKind::birth_date, text, "INDIVIDUAL_DATE_OF_BIRTH");
    else if (parent == "INDIVIDUAL_PLACE_OF_BIRTH" && element != "NOTE")
      draft_.add_fact(FactKind::birth_place, text, "INDIVIDUAL_PLACE_OF_BIRTH");
  }

 private:
  static bool ends_with(std::string_view element, std::string_view tail) { return element.ends_with(tail); }

  /// Children of an entry, and the end of its groups.
  void end_own(std::string_view element, std::string_view text) {
    if (element == "FIRST_NAME" || element == "SECOND_NAME" || element == "THIRD_NAME" || element == "FOURTH_NAME") {
      if (!text.empty()) name_.append(name_.empty() ? "" : " ").append(text);
    } else if (element == "NAME_ORIGINAL_SCRIPT") {
      aliases_.push_back({"Good", std::string(text)});
    } else if (element == "UN_LIST_TYPE") {
      draft_.add_fact(FactKind::programme, text, "UN_LIST_TYPE");
    } else if (element == "REFERENCE_NUMBER") {
      draft_.id = text;
    } else if (element == "LISTED_ON") {
      draft_.listed_on = parse_date(text);
    } else if (element == "DELISTED_ON") {
      draft_.delisted_on = parse_date(text);
    } else if (element == "COMMENTS1") {
      comments_ = text;
    } else if (ends_with(element, "_ALIAS")) {
      aliases_.push_back(alias_);
    } else if (ends_with(element, "_ADDRESS")) {
      draft_.add_fact(FactKind::address, address_, "ADDRESS", country_);
      draft_.add_fact(FactKind::country, country_, "COUNTRY");
    } else if (ends_with(element, "_DOCUMENT")) {
      const bool passport = document_.find("assport") != std::string::npos ||
                            document_.find("asaporte") != std::string::npos ||
                            document_.find("asseport") != std::string::npos;
      draft_.add_fact(passport ? FactKind::passport : FactKind::national_id, number_, "NUMBER", country_);
    }
  }

  void end_address(std::string_view element, std::string_view text) {
    if (element == "COUNTRY")
      country_ = text;
    else if (!text.empty())
      address_.append(address_.empty() ? "" : ", ").append(text);
  }

  void end_document(std::string_view element, std::string_view text) {
    if (element == "TYPE_OF_DOCUMENT")
      document_ = text;
    else if (element == "NUMBER")
      number_ = text;
    else if (element == "ISSUING_COUNTRY" || element == "COUNTRY_OF_ISSUE")
      country_ = text;
  }

  void add_entry() {
    draft_.add_name(name_, AliasQuality::primary, "FIRST_NAME");
    for (const Alias& alias : aliases_)
      draft_.add_name(alias.name, alias.quality == "Low" ? AliasQuality::weak : AliasQuality::strong, "ALIAS_NAME");
    if (!comments_.empty()) {
      draft_.add_fact(FactKind::remarks, comments_, "COMMENTS1");
      if (draft_.kind == EntryKind::company) add_company_numbers(draft_, comments_);
    }
    builder_.add(draft_);
  }

  ListBuilder& builder_;
  Draft draft_;
  std::vector<std::string> path_;
  std::string name_, comments_, address_, country_, document_, number_, unused_;
  Alias alias_;
  std::vector<Alias> aliases_;
};

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  builder.list().name = "un-consolidated";
  Reader reader(builder);
  const XmlHandler handler{[&](std::string_view element, const auto& attribute, std::uint32_t line) {
                             if (element == "CONSOLIDATED_LIST")
                               builder.list().date = parse_date(attribute("dateGenerated"));
                             reader.begin(element, line);
                           },
                           [&](std::string_view element, std::string_view text) { reader.end(element, text); }};
  read_xml(parts.front(), handler, builder);
}

}  // namespace

const ListFormat un_xml{"un-xml", published_max_age, sniff, read};

}  // namespace assay
