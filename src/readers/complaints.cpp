#include "readers/complaints.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "readers/aliases.h"
#include "readers/encoding.h"
#include "readers/headers.h"
#include "readers/tell.h"
#include "tables/lines.h"

namespace assay {
namespace {

Location place_of_record(const InputFile& file, std::uint32_t record) {
  return {file.name, file.line_of(record), 1};
}

constexpr std::size_t rows_told = 5;
constexpr std::size_t columns_told = 40;

std::string quoted(std::string_view header) {
  return fmt::format("\"{}\"", shorten(trim(header), 60));
}

std::string column_words(const InputFile& file, std::uint16_t column) {
  return fmt::format("{} (column {})", quoted(file.headers[column]), column + 1);
}

/// `"a", "b" and 3 more`.
std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size() && i < columns_told; ++i)
    out += fmt::format("{}{}", i == 0 ? "" : ", ", words[i]);
  if (words.size() > columns_told) out += fmt::format(" and {} more", words.size() - columns_told);
  return out;
}

/// `"cuontry": did you mean "country"?` for a header that is one slip from a known word; else empty.
std::string proposal_for(std::string_view header) {
  const std::string normalised = normalise_header(header);
  if (!aliases_of(normalised).empty()) return {};
  const std::string_view near = almost_alias(normalised);
  return near.empty() ? std::string{} : fmt::format("{}: did you mean \"{}\"?", quoted(header), near);
}

/// The unread columns, by what is to be said of them.
struct Unread {
  std::vector<std::string> unknown;
  std::vector<std::string> nameless;
  std::vector<std::string> proposals;
};

Unread unread_columns(const InputFile& file, const Mapping& mapping) {
  Unread unread;
  for (std::size_t c = 0; c < file.headers.size(); ++c) {
    const bool passed_over = std::any_of(mapping.passed_over.begin(), mapping.passed_over.end(),
                                         [&](const Clash& clash) { return clash.second == c; });
    if (mapping.read[c] || passed_over) continue;
    if (trim(file.headers[c]).empty()) {
      unread.nameless.push_back(std::to_string(c + 1));
      continue;
    }
    unread.unknown.push_back(quoted(file.headers[c]));
    if (unread.unknown.size() > columns_told) continue;
    if (const std::string proposal = proposal_for(file.headers[c]); !proposal.empty())
      unread.proposals.push_back(proposal);
  }
  return unread;
}

}  // namespace

std::string_view advice_for(const InputFile& file, const Excluded& excluded) {
  const std::string_view reason = excluded.reason;
  if (reason.starts_with("a quote is opened")) return "close the quote, or double it if it is part of the text";
  if (reason.starts_with("a quote stands")) return "put the whole cell in quotes and double the quotes within it";
  if (reason.find("cell") != std::string_view::npos && excluded.fate == Fate::rejected)
    return excluded.record + 1 == file.rows() ? "was the file cut off? else put cells that hold a separator in quotes"
                                              : "put cells that hold a separator in quotes";
  if (reason == not_utf8) return "save the file as UTF-8";
  if (reason.starts_with("NUL")) return "was the file cut off by a crash? export it again";
  return {};
}

std::string looks_like(std::string_view undecodable) {
  if (undecodable.empty()) return {};
  const std::string encoding = likely_encoding(undecodable);
  return encoding.empty() ? std::string{} : fmt::format(": it looks like {}", encoding);
}

Location place_of_column(const InputFile& file, std::uint16_t column) {
  const std::string_view bytes = file.bytes.view();
  std::string_view rest = bytes.substr(file.header_offset);
  bool at_end = false;
  for (std::uint16_t before = 0; before < column; ++before) take_cell(rest, file.dialect.separator, at_end);
  const std::string_view before = bytes.substr(file.header_offset, bytes.size() - rest.size() - file.header_offset);
  return {file.name, file.header_line + static_cast<std::uint32_t>(count_line_ends(before)),
          static_cast<std::uint32_t>(count_code_points(last_line(before))) + 1};
}

std::string clash_message(const InputFile& file, const Clash& clash) {
  return fmt::format("two columns for {}: {} and {}", info(clash.field).name, column_words(file, clash.first),
                     column_words(file, clash.second));
}

std::string columns_hint(const InputFile& file) {
  std::vector<std::string> words;
  std::string proposals;
  for (const std::string& header : file.headers) {
    words.push_back(quoted(header));
    if (words.size() > columns_told) continue;
    if (const std::string proposal = proposal_for(header); !proposal.empty()) proposals += "; " + proposal;
  }
  return fmt::format("its columns are {}{}", listed(words), proposals);
}

std::string too_many_message(const InputFile& file) {
  return fmt::format("{} of {} rows cannot be used; the first: {}", file.excluded.size(), file.rows(),
                     file.excluded.front().reason);
}

void complain_of_rows(const InputFile& file, std::string_view undecodable, Diagnostics& diagnostics) {
  const std::size_t told = std::min(file.excluded.size(), rows_told);
  for (std::size_t i = 0; i < told; ++i) {
    const Excluded& excluded = file.excluded[i];
    const std::string guess = excluded.reason == not_utf8 ? looks_like(undecodable) : std::string{};
    tell(diagnostics, Level::warning, place_of_record(file, excluded.record),
         fmt::format("row {} is {}: {}{}", excluded.record + 1,
                     excluded.fate == Fate::rejected ? "rejected" : "quarantined", excluded.reason, guess),
         std::string(advice_for(file, excluded)));
  }
  if (file.excluded.size() > told)
    tell(diagnostics, Level::warning, place_of_record(file, file.excluded[told].record),
         fmt::format("from here on {} more rows are rejected or quarantined", file.excluded.size() - told));
}

void complain_of_columns(const InputFile& file, const Mapping& mapping, Diagnostics& diagnostics) {
  const Location header{file.name, file.header_line, 1};
  const auto note = [&](Location at, std::string message, std::string hint) {
    tell(diagnostics, Level::note, std::move(at), std::move(message), std::move(hint));
  };
  const Unread unread = unread_columns(file, mapping);
  if (!unread.unknown.empty()) note(header, "columns not read: " + listed(unread.unknown), listed(unread.proposals));
  if (!unread.nameless.empty()) note(header, "columns without a header, not read: " + listed(unread.nameless), {});
  for (const Clash& clash : mapping.passed_over)
    note(place_of_column(file, clash.second),
         fmt::format("{} is not read: {} is taken from {}", column_words(file, clash.second), info(clash.field).name,
                     column_words(file, clash.first)),
         "rename the columns if the other one is meant");
  for (std::size_t c = 0; c < file.headers.size(); ++c)
    if (mapping.read[c] && has_invisible(file.headers[c]))
      note(place_of_column(file, static_cast<std::uint16_t>(c)), "the header holds characters that nobody sees", {});
  if (mapping.owns_by_default)
    note(header, "relations without a relation column: each row is read as \"source owns target\"",
         "add a column \"relation\" if something else is meant");
}

}  // namespace assay
