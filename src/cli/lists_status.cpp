#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "base/failure.h"
#include "cli/named_lists.h"
#include "report/layout.h"

namespace assay {
namespace {

void write_row(std::string_view title, std::string_view text, std::ostream& out) {
  if (!text.empty()) out << "  " << padded(title, 12) << "  " << text << '\n';
}

std::string age_text(const WatchList& list, Day as_of) {
  if (list.date.known != Known::yes) return {};
  return fmt::format(
      "{} on {}; {} are allowed",
      counted(static_cast<std::uint64_t>(std::abs(as_of - list.date.first)),
              as_of < list.date.first ? "day younger" : "day", as_of < list.date.first ? "days younger" : "days"),
      day_to_string(as_of), list.max_age_days);
}

std::string names_text(const WatchList& list) {
  std::array<std::uint64_t, 3> counts{};
  for (const ListName& name : list.names) ++counts[static_cast<std::size_t>(name.quality)];
  return fmt::format("{}: {} primary, {} strong, {} weak", grouped(list.names.size()), grouped(counts[0]),
                     grouped(counts[1]), grouped(counts[2]));
}

void write_list(const WatchList& list, Day as_of, std::ostream& out) {
  const Reliance reliance = rely_on(list, as_of);
  out << safe(list.name) << "  (" << list.format << ", " << safe(list.given) << ")\n";
  write_row("date", date_text(list), out);
  write_row("age", age_text(list, as_of), out);
  if (!list.refused) write_row("holds", entries_text(list), out);
  if (!list.refused) write_row("names", names_text(list), out);
  for (const Omitted& one : list.not_screened)
    write_row("not screened", fmt::format("{}: {}", grouped(one.count), safe(one.reason)), out);
  for (const Omitted& one : list.dropped)
    write_row("left out", fmt::format("{}: {}", grouped(one.count), safe(one.reason)), out);
  write_row("sha256", list.sha256, out);
  if (list.files.size() > 1)
    for (const ListFile& file : list.files)
      write_row(file.role, fmt::format("{}  {}, {}", file.sha256, safe(file.name), counted(file.bytes, "byte")), out);
  write_row("not on it",
            list.refused      ? "the list is refused"
            : reliance.no_hit ? "clears a name"
                              : fmt::format("clears nobody: {}", reliance.why),
            out);
}

int run(const Arguments& arguments, Terminal& terminal) {
  const NamedLists lists = read_named_lists(arguments, terminal);
  if (arguments.text("--format", "text") == "json")
    write_lists_json(lists, terminal.out);
  else
    for (const WatchList& list : lists.reading.lists) write_list(list, lists.as_of, terminal.out);
  return static_cast<int>(lists.reading.refused ? Exit::list_refused : Exit::clear);
}

}  // namespace

const Command lists_status_command{
    "lists status",
    "[PATH[@DATE]...]",
    "what watch lists hold: date and age, entries by kind, digest; without a path the "
    "list that the program ships with",
    0,
    1000,
    named_lists_options(),
    {"assay lists status", "assay lists status lists/", "assay lists status sdn/@2022-01-31"},
    run};

}  // namespace assay
