#include "names/fold.h"

#include <array>
#include <cstdint>
#include <cstring>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "base/failure.h"
#include "base/text.h"

namespace assay {
namespace {

constexpr std::string_view ascii_gaps = " \t\n\v\f\r-.,'\"`()[]{}";

constexpr std::array<char, 128> make_ascii_table() {
  std::array<char, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const char letter = static_cast<char>(c);
    table[c] = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    if (ascii_gaps.find(letter) != std::string_view::npos) table[c] = ' ';
  }
  return table;
}

constexpr std::array<char, 128> ascii_table = make_ascii_table();

bool is_ascii(std::string_view text) {
  std::uint64_t seen = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    seen |= word;
  }
  for (; at < text.size(); ++at) seen |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[at]));
  return (seen & 0x8080808080808080U) == 0;
}

std::string fold_ascii(std::string_view text) {
  std::string out(text.size(), '\0');
  char* const begin = out.data();
  char* end = begin;
  bool gap = false;
  for (const char c : text) {
    const char folded = ascii_table[static_cast<unsigned char>(c)];
    if (folded == ' ') {
      gap = end != begin;
      continue;
    }
    if (gap) *end++ = ' ';
    gap = false;
    *end++ = folded;
  }
  out.resize(static_cast<std::size_t>(end - begin));
  return out;
}

/// Dots, commas and quotes that Unicode files under "other punctuation", letters or symbols.
bool is_listed_gap(char32_t c) {
  constexpr std::u32string_view gaps =
      U"\u00B4\u00B7\u02B9\u02BB\u02BC\u02BF\u055A\u060C\u06D4\u2022\u2032\u2033\u2035\u2212\u2800\u3001\u3002\u30FB";
  return gaps.find(c) != std::u32string_view::npos;
}

bool is_gap(char32_t c) {
  if (c < 0x80) return ascii_table[c] == ' ';
  const auto code_point = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(code_point) != 0 || is_listed_gap(c)) return true;
  constexpr std::uint32_t categories =
      U_GC_Z_MASK | U_GC_PD_MASK | U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK;
  return (U_GET_GC_MASK(code_point) & categories) != 0;
}

std::string normalise(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  if (U_FAILURE(status)) throw Failure(Exit::internal, "a text could not be normalised");
  return out;
}

const icu::Normalizer2& compatibility_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw Failure(Exit::internal, "ICU has no data for NFKC_Casefold");
  return *form;
}

const icu::Normalizer2& compatibility_decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) throw Failure(Exit::internal, "ICU has no data for NFKD");
  return *form;
}

std::string close_gaps(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_gap(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  return close_gaps(normalise(compatibility_casefold(), text));
}

std::string fold_plain(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  const std::string decomposed = normalise(compatibility_decomposition(), text);
  std::string bare;
  for (std::size_t at = 0; at < decomposed.size();) {
    const char32_t c = next_code_point(decomposed, at);
    if (c < 0x300 || c > 0x36F) append_utf8(bare, c);
  }
  return fold(bare);
}

}  // namespace assay
