#include "names/letters.h"

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/failure.h"
#include "base/text.h"
#include "names/korean.h"

namespace assay {
namespace {

constexpr char32_t first_han = 0x4E00;
constexpr char32_t last_han = 0x9FFF;

std::unique_ptr<icu::Transliterator> transliterator(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !made) throw Failure(Exit::internal, "ICU has no table of Latin letters");
  return made;
}

/// What each of the characters from `first` on becomes on its own. One call for all: a line each.
std::vector<std::string> each_transliterated(const icu::Transliterator& rules, char32_t first, std::size_t count) {
  icu::UnicodeString text;
  for (std::size_t i = 0; i < count; ++i) {
    const char32_t c = first + static_cast<char32_t>(i);
    text.append(static_cast<UChar32>(c < 0x20 ? U' ' : c));
    text.append(static_cast<UChar32>('\n'));
  }
  rules.transliterate(text);
  std::string utf8;
  text.toUTF8String(utf8);
  std::vector<std::string> lines;
  lines.reserve(count);
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = utf8.find('\n', at);
    lines.push_back(utf8.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Only small ASCII letters and digits stay.
std::string only_ascii(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

/// What the rules make of single characters: blocks of 256, each made when a character of it is first asked for,
/// since making all takes most of a second. Any thread may ask.
class LetterTable {
 public:
  LetterTable(const char* rules, bool ascii) : rules_(rules), ascii_(ascii) {}

  const std::string& at(char32_t c) {
    const std::size_t number = c / block_size;
    std::call_once(once_[number], [&] { fill(number); });
    return blocks_[number][c % block_size];
  }

 private:
  static constexpr std::size_t block_size = 256;
  static constexpr std::size_t blocks = 0xA000 / block_size;

  void fill(std::size_t number) {
    const std::lock_guard<std::mutex> lock(mutex_);  // a transliterator is used by one thread at a time
    if (!transliterator_) transliterator_ = transliterator(rules_);
    std::vector<std::string> made =
        each_transliterated(*transliterator_, static_cast<char32_t>(number * block_size), block_size);
    made.resize(block_size);
    if (ascii_)
      for (std::string& text : made) text = only_ascii(text);
    blocks_[number] = std::move(made);
  }

  const char* rules_;
  bool ascii_;
  std::mutex mutex_;
  std::unique_ptr<icu::Transliterator> transliterator_;
  std::array<std::once_flag, blocks> once_;
  std::array<std::vector<std::string>, blocks> blocks_;
};

/// Letters below the Han block: Latin beyond ASCII, Greek, Armenian, Georgian, Arabic, kana …
LetterTable& small_letters() {
  static LetterTable table("NFKD; [:M:] Remove; Any-Latin; NFKD; [:M:] Remove; Latin-ASCII; Lower", true);
  return table;
}

LetterTable& mandarin_letters() {
  static LetterTable table("Han-Latin; NFKD; [:M:] Remove; Latin-ASCII; Lower", true);
  return table;
}

LetterTable& simple_characters() {
  static LetterTable table("Traditional-Simplified", false);
  return table;
}

bool is_han(char32_t c) {
  return c >= first_han && c <= last_han;
}

LetterKind kind_of_letter(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_LATIN:
      return LetterKind::latin;
    case USCRIPT_CYRILLIC:
      return LetterKind::cyrillic;
    case USCRIPT_GREEK:
      return LetterKind::greek;
    case USCRIPT_HANGUL:
      return is_hangul(static_cast<char32_t>(c)) ? LetterKind::hangul : LetterKind::unread;
    case USCRIPT_HAN:
      return is_han(static_cast<char32_t>(c)) ? LetterKind::han : LetterKind::unread;
    default:
      break;
  }
  return ascii_of(static_cast<char32_t>(c)).empty() ? LetterKind::unread : LetterKind::other;
}

bool is_left_out(char32_t c) {
  constexpr std::u32string_view apostrophes =
      U"\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BE\u02BF\u02C8\u00B4\u2032\uFF07";
  if (apostrophes.find(c) != std::u32string_view::npos) return true;
  const auto code_point = static_cast<UChar32>(c);
  constexpr std::uint32_t unseen = U_GC_CF_MASK | U_GC_M_MASK | U_GC_LM_MASK | U_GC_SK_MASK;
  return (U_GET_GC_MASK(code_point) & unseen) != 0 ||
         u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

Letter ascii_letter(char32_t c) {
  if (c >= U'a' && c <= U'z') return {LetterKind::latin, c};
  if (c >= U'A' && c <= U'Z') return {LetterKind::latin, c - U'A' + U'a'};
  if (c >= U'0' && c <= U'9') return {LetterKind::digit, c};
  if (c == U'.') return {LetterKind::dot, c};
  if (c == U',') return {LetterKind::comma, c};
  if (c == U'\'' || c == U'`') return {LetterKind::nothing, c};
  return {LetterKind::gap, c};
}

}  // namespace

Letter letter_of(char32_t c) {
  if (c < 0x80) return ascii_letter(c);
  const auto code_point = static_cast<UChar32>(c);
  if (c == U'，' || c == U'、') return {LetterKind::comma, c};
  if (is_left_out(c)) return {LetterKind::nothing, c};
  if (u_isdigit(code_point) != 0)
    return {LetterKind::digit, U'0' + static_cast<char32_t>(u_charDigitValue(code_point))};
  if (u_isalpha(code_point) == 0) return {LetterKind::gap, c};
  const auto lower = static_cast<char32_t>(u_tolower(code_point));
  return {kind_of_letter(static_cast<UChar32>(lower)), lower};
}

std::string_view ascii_of(char32_t lower) {
  if (lower == U'ə') return "a";
  if (lower == U'ʒ') return "z";
  if (lower < 0x3400) return small_letters().at(lower);
  return {};
}

std::string_view mandarin_of(char32_t han) {
  static const std::unordered_map<char32_t, std::string_view> in_names{
      {U'长', "chang"}, {U'都', "du"},  {U'乐', "le"},   {U'重', "zhong"}, {U'行', "hang"}, {U'盛', "sheng"},
      {U'会', "hui"},   {U'厦', "xia"}, {U'藏', "zang"}, {U'华', "hua"},   {U'兴', "xing"}, {U'朝', "chao"},
      {U'朴', "pu"},    {U'和', "he"},  {U'宁', "ning"}, {U'大', "da"},    {U'万', "wan"},  {U'曾', "zeng"}};
  const auto found = in_names.find(han);
  if (found != in_names.end()) return found->second;
  return is_han(han) ? std::string_view(mandarin_letters().at(han)) : std::string_view();
}

std::string_view mandarin_family_of(char32_t han) {
  static const std::unordered_map<char32_t, std::string_view> as_family{
      {U'曾', "zeng"}, {U'单', "shan"}, {U'解', "xie"},   {U'区', "ou"},   {U'仇', "qiu"},  {U'查', "zha"},
      {U'盖', "ge"},   {U'朴', "piao"}, {U'尉', "yu"},    {U'覃', "qin"},  {U'翟', "zhai"}, {U'任', "ren"},
      {U'乐', "yue"},  {U'缪', "miao"}, {U'宓', "mi"},    {U'祭', "zhai"}, {U'冼', "xian"}, {U'黑', "he"},
      {U'繁', "po"},   {U'折', "she"},  {U'种', "chong"}, {U'秘', "bi"},   {U'员', "yun"},  {U'召', "shao"},
      {U'牟', "mou"},  {U'那', "na"},   {U'柏', "bai"},   {U'葛', "ge"},   {U'哈', "ha"},   {U'逄', "pang"}};
  const auto found = as_family.find(han);
  return found != as_family.end() ? found->second : mandarin_of(han);
}

char32_t simplified(char32_t han) {
  if (!is_han(han)) return han;
  if (han == U'鑛' || han == U'礦') return U'矿';
  std::size_t at = 0;
  return next_code_point(simple_characters().at(han), at);
}

}  // namespace assay
