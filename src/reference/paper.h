#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assay {

/// What a document is, as far as rules and exceptions tell documents apart.
enum class Paper : std::uint8_t {
  other,
  certificate_of_origin,
  licence,
  notification,
  approval,
  contract,
  mine_certificate,
  carriage,  ///< a waybill or a bill of lading
};

std::string_view to_string(Paper paper);
/// By the word of to_string(), as tables of a pack write it; nothing for another.
std::optional<Paper> paper_named(std::string_view word);
/// What the words of a document's type say, in English, Chinese or Korean; `other` for words that say none of these.
Paper paper_from(std::string_view type);

}  // namespace assay
