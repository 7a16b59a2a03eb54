#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "rules/rule.h"
#include "tables/tables.h"

namespace assay {

/// A text that an input chose, made fit for a line of a terminal: at most `limit` characters, controls escaped. Every
/// text from a cell goes through here; none of them ever stands at the start of a line.
std::string safe(std::string_view text, std::size_t limit = 80);

/// A text of several lines, from a rule, as one line fit for a terminal.
std::string prose(std::string_view text);

/// Breaks one line at its blanks, so that none takes more than `width` columns if it can be helped; the first begins
/// behind `indent` columns, the others are indented by as many.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

/// "   = title: text" with its line feed, wrapped. Empty for an empty text.
std::string remark(std::string_view title, std::string_view text, std::size_t width);

/// Filled with blanks on the right up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// 24964 as "24,964".
std::string grouped(std::uint64_t number);

/// "1 question", "12 questions".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many = {});

/// file:line:column; only the file where there is no line.
std::string place_text(const CellPlace& place);

/// The quoted text of a cell, shortened: "KP".
std::string quoted_cell(const CellPlace& place);

/// How an entity is called in a sentence: a company or country by its name, others with their kind before it.
std::string called(const Entity& entity);

/// Colours, if they are wanted. What a colour says is said in words as well.
struct Paint {
  bool on = false;

  [[nodiscard]] std::string bold(std::string_view text) const { return with("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return with("2", text); }
  [[nodiscard]] std::string severity(Severity severity, std::string_view text) const;
  [[nodiscard]] std::string gap(Gap gap, std::string_view text) const;
  [[nodiscard]] std::string verdict(Verdict verdict, std::string_view text) const;

 private:
  [[nodiscard]] std::string with(std::string_view code, std::string_view text) const;
};

}  // namespace assay
