#pragma once

#include <string>
#include <string_view>

#include "report/json.h"
#include "report/report.h"

namespace assay {

/// A name of an input as a reference that a URI may hold: relative, with `/`, all else that is not unreserved as %XX.
std::string sarif_uri(std::string_view name);

/// The artifactLocation of an input, by its number in Tables::files.
Json sarif_artifact(const Tables& tables, std::size_t file);

/// A text as a viewer shows it in a message: braces doubled, for they hold the place of arguments (SARIF 3.11.5), a
/// link that a cell would like to be without its meaning (3.11.6), what cannot be seen as \u{202E} on a terminal.
std::string sarif_text(std::string_view text);

/// {"text": …} of such a text. One that would be empty is "-", as the standard wants one.
Json sarif_message(std::string_view text);

/// The location of a cell, with its record around it; with `subject` as its logical location and `says` as its
/// message, where they are given.
Json sarif_location(const Tables& tables, CellRef cell, const Entity* subject = nullptr, std::string_view says = {});

/// Where a step of a proof stands: its cell, or the row of a pack's table, which no input holds and is therefore a
/// logical location.
Json sarif_location(const Tables& tables, const EvidenceStep& step);

/// What a finding without any cell is about: the header of the first input that is a table, for there the column that
/// is missing would stand.
Json sarif_fallback(const Tables& tables, const Entity& subject);

}  // namespace assay
