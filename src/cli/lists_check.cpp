#include <algorithm>

#include <fmt/format.h>

#include "base/failure.h"
#include "cli/named_lists.h"
#include "report/layout.h"

namespace assay {
namespace {

std::string verdict_text(const WatchList& list, Day as_of) {
  if (list.refused) return "refused";
  const Reliance reliance = rely_on(list, as_of);
  if (reliance.no_hit) return "sound: a name that is not on it is cleared by it";
  return "read, but it clears nobody: " + reliance.why;
}

/// 6 for a list that is refused, 3 for one that clears nobody.
Exit exit_of(const NamedLists& lists) {
  if (lists.reading.refused) return Exit::list_refused;
  const auto& all = lists.reading.lists;
  const bool sound =
      std::all_of(all.begin(), all.end(), [&](const WatchList& list) { return rely_on(list, lists.as_of).no_hit; });
  return sound ? Exit::clear : Exit::open;
}

int run(const Arguments& arguments, Terminal& terminal) {
  const NamedLists lists = read_named_lists(arguments, terminal);
  if (arguments.text("--format", "text") == "json")
    write_lists_json(lists, terminal.out);
  else
    for (const WatchList& list : lists.reading.lists)
      terminal.out << fmt::format("{}  {}, {}\n", padded(safe(list.name), 20),
                                  counted(list.entries.size(), "entry", "entries"), verdict_text(list, lists.as_of));
  return static_cast<int>(exit_of(lists));
}

}  // namespace

const Command lists_check_command{"lists check",
                                  "PATH[@DATE]...",
                                  "whether watch lists are whole and young enough: exit 6 for one that is refused, 3 "
                                  "for one that clears nobody",
                                  1,
                                  1000,
                                  named_lists_options(),
                                  {"assay lists check lists/ --as-of 2026-08-01"},
                                  run};

}  // namespace assay
