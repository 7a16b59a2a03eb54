#include "naive_csv.h"

namespace assay::naive {

std::vector<std::vector<PlacedCell>> split_csv(const std::string& text) {
  std::vector<std::vector<PlacedCell>> records;
  std::vector<PlacedCell> record;
  PlacedCell cell{1, 1, {}};
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool quoted = false;
  bool was_quoted = false;
  const auto end_record = [&] {
    const bool blank = record.empty() && cell.text.empty() && !was_quoted;
    record.push_back(cell);
    if (!blank) records.push_back(record);
    record.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool continues_a_character = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues_a_character) ++column;
    if (c == '\n') {
      ++line;
      column = 1;
    }
    if (quoted) {
      if (c != '"') {
        cell.text += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell.text += c;
        ++i;
        ++column;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = was_quoted = true;
    } else if (c == ',') {
      record.push_back(cell);
      cell = {line, column, {}};
      was_quoted = false;
    } else if (c == '\n') {
      end_record();
      cell = {line, column, {}};
      was_quoted = false;
    } else if (c != '\r') {
      cell.text += c;
    }
  }
  if (!record.empty() || !cell.text.empty()) end_record();
  return records;
}

namespace {

/// Headers that are not the field's own word: table, header, field.
constexpr const char* other_headers[][3] = {
    {"suppliers", "supplier_id", "id"},
    {"shipments", "shipment_id", "id"},
    {"shipments", "quantity_t", "quantity"},
    {"shipments", "value_usd", "value"},
    {"sites", "site", "name"},
    {"workers", "workers_count", "count"},
    {"workers", "workers_nationality", "nationality"},
};

}  // namespace

std::string field_of_header(const std::string& table, const std::string& header) {
  for (const auto& [in, written, field] : other_headers)
    if (table == in && header == written) return field;
  return header;
}

std::string header_of_field(const std::string& table, const std::string& field) {
  for (const auto& [in, written, is] : other_headers)
    if (table == in && field == is) return written;
  return field;
}

Sheet sheet_of(const std::string& file, const std::string& text, int& tag) {
  Sheet sheet{file.substr(0, file.find('.')), file, {}, {}};
  const auto records = split_csv(text);
  for (std::size_t r = 0; r < records.size(); ++r) {
    Row row{tag++, {}};
    for (const PlacedCell& cell : records[r]) row.cells.push_back(cell.text);
    if (r > 0) {
      sheet.rows.push_back(row);
    } else {
      for (const std::string& header : row.cells) sheet.columns.push_back(field_of_header(sheet.table, header));
    }
  }
  return sheet;
}

std::string csv_line(const std::vector<std::string>& cells, const std::vector<bool>& quoted) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of(",\"\n\r") == std::string::npos && !quoted[i]) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line;
}

}  // namespace assay::naive
