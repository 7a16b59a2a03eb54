#include <memory>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include "base/failure.h"
#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

const USpoofChecker* spoof_checker() {
  struct Close {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
  };
  static const std::unique_ptr<USpoofChecker, Close> checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<USpoofChecker, Close> opened(uspoof_open(&status));
    if (U_FAILURE(status)) throw Failure(Exit::internal, "ICU has no data on look-alike letters");
    return opened;
  }();
  return checker.get();
}

/// The ASCII letters that stand for the letter in UTS 39's table; empty when there are none.
std::string ascii_twin(UChar32 letter) {
  std::string source;
  append_utf8(source, static_cast<char32_t>(letter));
  char twin[32];
  UErrorCode status = U_ZERO_ERROR;
  const int length = uspoof_getSkeletonUTF8(spoof_checker(), 0, source.data(),
                                            static_cast<std::int32_t>(source.size()), twin, sizeof twin, &status);
  if (U_FAILURE(status) || length <= 0) return {};
  const std::string_view found(twin, static_cast<std::size_t>(length));
  for (const char c : found)
    if (static_cast<unsigned char>(c) >= 0x80) return {};
  return std::string(found);
}

/// The table maps capital К to K, but small к to a letter of its own: so both cases are asked.
std::string twin_in_either_case(UChar32 letter) {
  for (const UChar32 form : {letter, u_toupper(letter), u_tolower(letter)})
    if (std::string twin = ascii_twin(form); !twin.empty()) return twin;
  return {};
}

bool is_asian(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

bool is_alphabet(UScriptCode script) {
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && !is_asian(script);
}

/// Alphabets in which a joiner or a selector between letters can only hide something.
bool needs_no_joiner(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK ||
         script == USCRIPT_COMMON || script == USCRIPT_ARMENIAN || script == USCRIPT_INHERITED ||
         script == USCRIPT_INVALID_CODE;
}

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

bool is_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_hidden(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return true;
  if (u_hasBinaryProperty(code_point, UCHAR_BIDI_CONTROL) != 0) return true;
  const bool breaks_line = c == '\t' || c == '\n' || c == '\r' || c == 0x85;
  return u_charType(code_point) == U_CONTROL_CHAR && !breaks_line;
}

}  // namespace

std::string skeleton(std::string_view text) {
  const std::string plain = fold_plain(text);
  std::string out;
  out.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    std::string twin;
    if (c >= 0x80 && u_isalnum(static_cast<UChar32>(c)) != 0) twin = twin_in_either_case(static_cast<UChar32>(c));
    if (twin.empty()) append_utf8(twin, c);
    out += twin;
  }
  return fold(out);
}

bool is_obfuscated(std::string_view text) {
  UScriptCode alphabet = USCRIPT_INVALID_CODE;  // of the word so far
  UScriptCode before = USCRIPT_INVALID_CODE;    // of the last character
  bool picture = false;                         // it was a symbol, as an emoji is
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto code_point = static_cast<UChar32>(c);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(code_point, &status);
    if (is_hidden(c)) {
      const bool wanted = picture || !needs_no_joiner(before);
      if ((is_joiner(c) || is_selector(c)) && wanted) continue;
      return true;
    }
    picture = (U_GET_GC_MASK(code_point) & (U_GC_SO_MASK | U_GC_SK_MASK)) != 0;
    const bool in_word = u_isalnum(code_point) != 0 || (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0;
    if (!in_word) alphabet = USCRIPT_INVALID_CODE;
    if (u_isalpha(code_point) != 0 && is_alphabet(script)) {
      if (alphabet != USCRIPT_INVALID_CODE && alphabet != script) return true;
      alphabet = script;
    }
    if (script != USCRIPT_INHERITED) before = script;
  }
  return false;
}

}  // namespace assay
