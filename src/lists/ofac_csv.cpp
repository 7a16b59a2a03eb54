// The lists of the US Treasury as files of commas without header: entries (sdn.csv, cons_prim.csv), addresses (add),
// aliases (alt), and what of a remark had no room (comments). `-0-` is a blank cell.
#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/list_csv.h"
#include "lists/ofac_names.h"
#include "lists/ofac_remarks.h"

namespace assay {
namespace {

bool is_number(std::string_view text) {
  text = trim(text);
  return !text.empty() && text.size() <= 9 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint32_t number_of(std::string_view text) {
  text = trim(text);
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string_view cell_text(const std::string& cell) {
  const std::string_view text = trim(cell);
  return text == "-0-" ? std::string_view{} : text;
}

std::optional<PartRole> sniff(std::string_view head) {
  const std::vector<std::string> cells = header_of(head);
  if (cells.size() < 2 || !is_number(cells[0])) return std::nullopt;
  if (cells.size() == 12) return PartRole::entries;
  if (cells.size() == 6 && is_number(cells[1])) return PartRole::addresses;
  if (cells.size() == 5 && is_number(cells[1]) && is_ofac_alias_word(cells[2])) return PartRole::aliases;
  if (cells.size() == 2 && !is_number(cells[1])) return PartRole::comments;
  return std::nullopt;
}

/// The entry of each number, to find it for an address or an alias.
class Numbers {
 public:
  void add(std::uint32_t number, std::uint32_t entry) { known_.emplace_back(number, entry); }
  void sort() { std::sort(known_.begin(), known_.end()); }
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t number) const {
    const auto at = std::lower_bound(known_.begin(), known_.end(), std::make_pair(number, std::uint32_t{0}));
    if (at == known_.end() || at->first != number) return std::nullopt;
    return at->second;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> known_;
};

/// Calls read(cells, line) for the records that have `width` cells and a number in the first. Where another record is
/// the last one, the list is cut; elsewhere it is dropped.
template <class Read>
void walk_part(const ListPart& part, std::size_t width, ListBuilder& builder, Read read) {
  CsvWalk walk(part, builder, CsvEnd::end_mark);
  std::uint32_t odd = 0;
  while (walk.next()) {
    if (odd != 0) builder.drop(fmt::format("it is not {} cells that begin with a number", width), odd);
    odd = 0;
    if (walk.cells().size() == width && is_number(walk.cells()[0]))
      read(walk.cells(), walk.line());
    else
      odd = walk.line();
  }
  if (builder.refused()) return;
  if (odd != 0)
    builder.refuse(odd, 0, "the list is cut: its last record has fewer cells than the others",
                   "fetch it again: a part of it is missing");
  else if (!walk.had_end_mark())
    builder.warn(0, "has no end mark (0x1A), so that nobody sees whether records at its end are missing");
}

using Comments = std::map<std::uint32_t, std::string>;

Draft draft_of(std::span<const std::string> cells, std::uint32_t line, Comments& comments) {
  enum Column : std::size_t {
    number,
    name,
    type,
    programme,
    title,
    call_sign,
    vessel_type,
    tons,
    grt,
    flag,
    owner,
    remarks
  };
  Draft draft;
  draft.line = line;
  draft.id = trim(cells[number]);
  draft.kind = ofac_kind(cell_text(cells[type]));
  draft.add_name(cell_text(cells[name]), AliasQuality::primary, "SDN_Name");
  draft.add_facts(FactKind::programme, cell_text(cells[programme]), "Program", "[]");
  draft.add_fact(FactKind::position, cell_text(cells[title]), "Title");
  draft.add_fact(FactKind::call_sign, cell_text(cells[call_sign]), "Call_Sign");
  draft.add_fact(FactKind::vessel_type, cell_text(cells[vessel_type]), "Vess_type");
  draft.add_fact(FactKind::flag, cell_text(cells[flag]), "Vess_flag");
  draft.add_fact(FactKind::linked_to, cell_text(cells[owner]), "Vess_owner");
  std::string whole(cell_text(cells[remarks]));
  if (const auto more = comments.find(number_of(draft.id)); more != comments.end()) {
    whole += more->second;  // cut where the room ended, in the middle of a word
    comments.erase(more);
  }
  read_ofac_remarks(whole, "Remarks", draft);
  return draft;
}

Comments read_comments(const ListPart& part, ListBuilder& builder) {
  Comments comments;
  walk_part(part, 2, builder, [&](std::span<const std::string> cells, std::uint32_t) {
    comments[number_of(cells[0])] += cell_text(cells[1]);
  });
  return comments;
}

Draft address_of(std::span<const std::string> cells) {
  std::string address(cell_text(cells[2]));
  if (const std::string_view city = cell_text(cells[3]); !city.empty())
    address.append(address.empty() ? "" : ", ").append(city);
  const std::string_view country = cell_text(cells[4]);
  Draft more;
  if (!address.empty()) more.add_fact(FactKind::address, address, "Address", country);
  more.add_fact(FactKind::country, country, "Country");
  return more;
}

Draft alias_of(std::span<const std::string> cells) {
  Draft more;
  more.add_name(cell_text(cells[3]), AliasQuality::strong, "alt_name");
  for (Draft::Name& name : more.names) name.quality = AliasQuality::strong;
  return more;
}

/// So many rows may hold one whose entry is not there, before the list counts as incomplete.
constexpr std::uint64_t rows_to_one_stranger = 5000;

/// Adds what the rows of a part say to the entries that they name.
template <class Make>
void join_part(const ListPart& part, std::size_t width, const Numbers& numbers, ListBuilder& builder, Make make) {
  std::uint32_t strangers = 0;
  std::uint32_t rows = 0;
  std::uint32_t first = 0;
  walk_part(part, width, builder, [&](std::span<const std::string> cells, std::uint32_t line) {
    ++rows;
    if (const auto entry = numbers.find(number_of(cells[0])))
      builder.add_to(*entry, make(cells));
    else if (strangers++ == 0)
      first = line;
  });
  if (strangers == 0) return;
  std::string says = fmt::format("{} of its {} rows name{} an entry that the list does not have", strangers, rows,
                                 strangers == 1 ? "s" : "");
  // The files are written one after the other, so a row of a snapshot may be ahead of its entry; a cut leaves more.
  if (std::uint64_t{strangers} * rows_to_one_stranger <= rows)
    builder.warn(first, std::move(says), "compare with the entry's number by hand, or fetch the files again");
  else
    builder.miss(first, std::move(says), "the files are of different days, or one of them is cut");
}

void say_what_is_missing(std::span<const ListPart> parts, ListBuilder& builder) {
  for (const PartRole role : {PartRole::addresses, PartRole::aliases})
    if (std::none_of(parts.begin(), parts.end(), [role](const ListPart& part) { return part.role == role; }))
      builder.miss(0, fmt::format("comes without its {}", to_string(role)),
                   role == PartRole::aliases ? "put alt.csv (cons_alt.csv) beside it and name the folder"
                                             : "put add.csv (cons_add.csv) beside it and name the folder");
}

void read_entries(const ListPart& part, Comments& comments, Numbers& numbers, ListBuilder& builder) {
  walk_part(part, 12, builder, [&](std::span<const std::string> cells, std::uint32_t line) {
    const Draft draft = draft_of(cells, line, comments);
    if (const auto entry = builder.add(draft)) numbers.add(number_of(draft.id), *entry);
  });
  numbers.sort();
  if (!comments.empty())
    builder.warn(0, fmt::format("{} of the comments beside it belong to no entry of this list", comments.size()));
}

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  if (parts.empty() || parts.front().role != PartRole::entries) {
    builder.in_part(parts.front());
    return builder.refuse(0, 0, fmt::format("holds {} of a list without the entries", to_string(parts.front().role)),
                          "put sdn.csv (cons_prim.csv) beside it and name the folder");
  }
  Comments comments;
  for (const ListPart& part : parts)
    if (part.role == PartRole::comments) comments.merge(read_comments(part, builder));
  Numbers numbers;
  read_entries(parts.front(), comments, numbers, builder);
  say_what_is_missing(parts, builder);
  for (const ListPart& part : parts) {
    if (part.role == PartRole::addresses) join_part(part, 6, numbers, builder, address_of);
    if (part.role == PartRole::aliases) join_part(part, 5, numbers, builder, alias_of);
  }
  builder.list().name = ofac_list_name(builder.list());
}

}  // namespace

const ListFormat ofac_csv{"ofac-csv", published_max_age, sniff, read};

}  // namespace assay
