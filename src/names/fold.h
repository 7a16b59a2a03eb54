#pragma once

#include <string>
#include <string_view>

namespace assay {

/// For comparing texts: NFKC, case folded, default-ignorable characters removed, every run of white space, hyphens,
/// dots, commas, quotes and brackets one blank, trimmed. ASCII takes a fast path; both give the same result.
std::string fold(std::string_view text);

/// For the identity of a party: fold(), then legal forms normalised, not dropped: "co ltd", "company limited" →
/// "co ltd"; "incorporated" → "inc"; "有限责任公司", "有限公司" → one form; "ooo", "ооо" → one form …
/// So two firms that differ in their legal form stay two.
std::string fold_name(std::string_view text);

/// fold(), then each letter replaced by the one it is commonly mistaken for (UTS 39 skeleton by ICU's spoof
/// checker): "КР" in Cyrillic letters → "kp".
std::string skeleton(std::string_view text);

/// True when the text holds invisible or bidi controls, or letters of two scripts in one word.
bool is_obfuscated(std::string_view text);

}  // namespace assay
