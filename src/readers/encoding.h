#pragma once

#include <string>
#include <string_view>

namespace assay {

/// UTF-8 without overlong forms, surrogates or anything beyond U+10FFFF.
bool is_utf8(std::string_view bytes);

/// What encoding bytes that are not UTF-8 look like, for a hint only: "GB18030 (confidence 80)", "UTF-16LE". Nothing
/// is ever decoded on such a guess. Empty when there is no likely one.
std::string likely_encoding(std::string_view bytes);

/// "UTF-16LE" and the like when the bytes begin with the mark of a wider encoding, or when NUL bytes lie as in one;
/// else empty.
std::string wide_encoding(std::string_view bytes);

}  // namespace assay
