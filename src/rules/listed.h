#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "lists/watch_list.h"

namespace assay {

/// The watch lists that a rule's test gives, as CSV: a row is an entry, with the columns id, name, alias (several
/// with
/// `;`), kind, program, country, listed_on, uscc, lei, registration_no, imo, address, phone, email, website, of which
/// id or name is needed. `list` tells several lists apart; without it the entries are on every list. The lists are of
/// the day of the audit. Nothing when the text has other columns, or is no such table.
/// The list of entries that are on every list is called `sanctions`.
std::optional<std::vector<WatchList>> lists_of_test(const std::string& text, Day as_of);

/// Whether a list stands for every list: only one of a test does.
bool is_every_list(const WatchList& list);

}  // namespace assay
