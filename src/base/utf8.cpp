#include "base/text.h"

namespace assay {

namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// How many bytes a code point takes by its first byte, and the least code point that may take so many.
struct Lead {
  std::size_t length;
  char32_t least;
  unsigned bits;
};

constexpr Lead lead_of(unsigned byte) {
  if (byte < 0xC2) return {0, 0, 0};  // a continuation byte, or a lead that could only begin an overlong form
  if (byte < 0xE0) return {2, 0x80, byte & 0x1F};
  if (byte < 0xF0) return {3, 0x800, byte & 0x0F};
  if (byte < 0xF5) return {4, 0x10000, byte & 0x07};
  return {0, 0, 0};
}

constexpr bool is_scalar(char32_t point) {
  return point < 0xD800 || (point > 0xDFFF && point <= 0x10FFFF);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  const Lead lead = lead_of(first);
  if (lead.length == 0 || text.size() - at < lead.length) {
    ++at;
    return replacement;
  }
  char32_t point = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned byte = byte_at(text, at + i);
    if ((byte & 0xC0) != 0x80) {
      ++at;
      return replacement;
    }
    point = point << 6 | (byte & 0x3F);
  }
  if (point < lead.least || !is_scalar(point)) {
    ++at;
    return replacement;
  }
  at += lead.length;
  return point;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (byte_at(text, at) < 0x80)
      ++at;
    else
      next_code_point(text, at);
  }
  return count;
}

void append_utf8(std::string& out, char32_t code_point) {
  const char32_t point = is_scalar(code_point) ? code_point : replacement;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  const auto put_tail = [&](unsigned shift) { put(0x80 | (point >> shift & 0x3F)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6);
    put_tail(0);
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0 | point >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

}  // namespace assay
