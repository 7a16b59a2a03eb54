#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// Why the bytes of a file are no delimited text at all, and what to do about it.
struct NoTable {
  std::string what;    ///< "is a ZIP archive (perhaps an Excel workbook)"
  std::string advice;  ///< "save the sheet as CSV UTF-8"
};

/// Judged by the content, never by the file's name. Nothing when it may be delimited text.
std::optional<NoTable> no_table(std::string_view bytes);

/// True for a ZIP or an OLE compound document: what .xlsx, .ods and .xls files are.
bool is_workbook(std::string_view bytes);

}  // namespace assay
