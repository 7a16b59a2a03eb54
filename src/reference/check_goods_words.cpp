#include <algorithm>

#include "names/fold.h"
#include "reference/load.h"

namespace assay {
namespace {

/// Two to eight digits, or none for every code.
bool is_code_or_none(const std::string& text) {
  return text.size() % 2 == 0 && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_commodity(const Measures& law, const std::string& text) {
  return text == "*" ||
         std::any_of(law.rows.begin(), law.rows.end(), [&text](const Measure& m) { return m.commodity == text; });
}

}  // namespace

void check_goods_words(const PackFile& file, const Measures& law, Diagnostics& diagnostics) {
  enum Column : std::size_t { commodity, hs_prefix, coverage, says, words, status };
  static const std::vector<std::string_view> extents = {"part", "possible"};
  static const std::vector<std::string_view> answers = {"named", "another", "doubt"};
  const PackTable table =
      read_pack_table(file, {"commodity", "hs_prefix", "coverage", "says", "words", "status"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    read_word(table, row[says], answers, diagnostics);
    if (!row[coverage].text.empty()) read_word(table, row[coverage], extents, diagnostics);
    if (!is_code_or_none(row[hs_prefix].text))
      diagnostics.push_back(
          table.complain(row[hs_prefix], "this is no HS code", "two, four, six or eight digits, or nothing"));
    if (!is_commodity(law, row[commodity].text))
      diagnostics.push_back(table.complain(row[commodity], "no measure names " + row[commodity].text,
                                           "a commodity of data/measures.csv, or *"));
    const std::vector<std::string> texts = texts_of(row[words]);
    const bool silent = texts.empty() || std::any_of(texts.begin(), texts.end(),
                                                     [](const std::string& text) { return fold(text).empty(); });
    if (silent) diagnostics.push_back(table.complain(row[words], "this cell says nothing"));
  }
}

}  // namespace assay
