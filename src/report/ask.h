#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "report/report.h"

namespace assay {

/// What one datum that is not known has to be asked of a party. All text is fit for a terminal.
struct SheetQuestion {
  enum class Form : std::uint8_t {
    inputs,  ///< what went into goods: a statement about them, or the purchases
    workers,
    all_workers,  ///< no input lists any: a statement alone vouches for nothing
    owners,
    cell  ///< one cell, or a table: nothing that a statement could close
  };
  std::string finding;  ///< F-3
  Gap gap{};
  std::uint64_t settles = 0;  ///< verdicts that wait for it
  Form form{};
  std::string english, chinese;
  std::string document;  ///< what would settle it; may be empty
  std::string where;     ///< the cell that would have to say it; may be empty
};

/// All that is asked of one party, most decisive first.
struct Sheet {
  Entity party;
  std::vector<SheetQuestion> questions;
};

/// The questions of an audit by party. A party whose answers settle most comes first; ties by name. What no party can
/// be asked (a row that names nobody, a watch list that is missing) is left out.
std::vector<Sheet> sheets_of(const Audit& audit);

/// A sheet to be filled in with a spreadsheet program: a row a question, the columns of an answer empty. Given to an
/// audit with the other inputs it is a table of declarations. No cell begins a formula.
void write_sheet(const Sheet& sheet, std::ostream& out);

/// The letter to the party, in English and Chinese, as Markdown.
void write_letter(const Sheet& sheet, const Audit& audit, std::ostream& out);

/// A text as a cell of CSV: in quotes where it needs them, and with an apostrophe in front where a spreadsheet
/// program would take it for a formula.
std::string csv_text(std::string_view text);

}  // namespace assay
