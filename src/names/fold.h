#pragma once

#include <string>
#include <string_view>

namespace assay {

/// For comparing texts: NFKC, case folded, default-ignorable characters removed, every run of white space, hyphens,
/// dots, commas, quotes and brackets one blank, trimmed. ASCII takes a fast path; both give the same result. Invalid
/// UTF-8 becomes U+FFFD. Folding a folded text changes nothing.
std::string fold(std::string_view text);

/// fold(), and then without the accents of Latin, Greek and Cyrillic letters: "Corée" → "coree". Other scripts keep
/// their marks, which change the letter there.
std::string fold_plain(std::string_view text);

/// For the identity of a party: fold(), then legal forms normalised, not dropped: "co ltd", "company limited" →
/// "co ltd"; "incorporated" → "inc"; "有限责任公司", "有限公司" → one form; "ooo", "ооо" → one form …
/// So two firms that differ in their legal form stay two. "&" is "and".
std::string fold_name(std::string_view text);

/// fold_plain(), each letter that is no ASCII letter replaced by the ASCII letter it is commonly mistaken for, in
/// either case (UTS 39, by ICU's spoof checker): "КР" in Cyrillic letters → "kp". Letters without such a twin stay.
std::string skeleton(std::string_view text);

/// True when the text holds invisible or bidi controls, or letters of two alphabets in one word. Han, kana and Hangul
/// stand beside Latin letters as a matter of course; joiners and selectors are no controls in the scripts that need
/// them.
bool is_obfuscated(std::string_view text);

}  // namespace assay
