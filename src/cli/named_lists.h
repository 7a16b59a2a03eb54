#pragma once

#include <string>

#include "cli/command.h"
#include "lists/lists.h"
#include "report/json.h"

namespace assay {

/// The lists that the operands name, read, and the day for which they are asked.
struct NamedLists {
  ListReading reading;
  Diagnostics diagnostics;
  Day as_of = 0;
};

std::vector<Option> named_lists_options();

/// Reads the lists and says on stderr what is wrong with them. Without operands the list of public record that the
/// program ships with. Throws what read_lists() throws.
NamedLists read_named_lists(const Arguments& arguments, Terminal& terminal);

/// "2022-01-31, from list.yaml"; "not known".
std::string date_text(const WatchList& list);

/// "9,044 entries: 3,701 companies, 420 vessels".
std::string entries_text(const WatchList& list);

/// One list as the reports of both commands give it.
Json list_json(const WatchList& list, Day as_of);

/// {"format": "assay-lists/1", …} with all lists and what was said of them.
void write_lists_json(const NamedLists& lists, std::ostream& out);

}  // namespace assay
