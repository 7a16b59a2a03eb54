#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/yaml.h"

namespace assay {
namespace {

constexpr std::string_view digits = "0123456789";

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

struct Fault {
  std::string message;
  std::string hint;
};

/// Why a text that is not written as -?digits(.digits)? is no number, by the name that people search for.
Fault name_fault(std::string_view text) {
  const std::string_view unsigned_text = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
  const std::size_t exponent = unsigned_text.find_first_of("eE");
  if (unsigned_text.starts_with("0x") || unsigned_text.starts_with("0X"))
    return {"hexadecimal number", "write it in decimal digits"};
  const bool leading_zero =
      unsigned_text.size() > 1 && unsigned_text[0] == '0' && digits.find(unsigned_text[1]) != digits.npos;
  if (leading_zero || unsigned_text.starts_with("0o"))
    return {"octal number", "other YAML readers read a leading 0 as octal: remove it, or quote a code"};
  if (exponent != std::string_view::npos && exponent > 0 &&
      unsigned_text.find_first_not_of("0123456789.eE+-") == std::string_view::npos)
    return {"scientific notation", "write all digits"};
  if (text.starts_with('+')) return {"sign before a number", "remove the +"};
  if (unsigned_text.find_first_not_of("0123456789,_'") == std::string_view::npos && !unsigned_text.empty())
    return {"separator in a number", "write a point before decimals and nothing between the other digits"};
  return {"not a number", "write decimal digits with a point, such as 12 or 0.5"};
}

/// A plain decimal number, with digits on both sides of a point.
bool is_decimal(std::string_view text, bool with_point) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  if (!all_digits(whole) || (whole.size() > 1 && whole[0] == '0')) return false;
  return point == text.size() || (with_point && all_digits(text.substr(point + 1)));
}

bool refuse(const YamlDocument& document, const YamlNode& node, std::string message, std::string hint,
            Diagnostics& diagnostics) {
  diagnostics.push_back(document.complain(node, std::move(message), std::move(hint)));
  return false;
}

bool check_decimal(const YamlDocument& document, const YamlNode& node, bool with_point, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::none)
    return refuse(document, node, "null value: a number is expected", {}, diagnostics);
  if (node.kind != YamlNode::Kind::scalar)
    return refuse(document, node, "a number is expected, not a list or map", {}, diagnostics);
  const std::string shown = shorten(node.text, 40);
  if (node.quoted)
    return refuse(document, node, fmt::format("a text in quotes where a number is expected: {}", shown),
                  "remove the quotes", diagnostics);
  if (is_decimal(node.text, with_point)) return true;
  if (!with_point && is_decimal(node.text, true))
    return refuse(document, node, fmt::format("not a whole number: {}", shown), {}, diagnostics);
  Fault fault = name_fault(node.text);
  return refuse(document, node, fmt::format("{}: {}", fault.message, shown), std::move(fault.hint), diagnostics);
}

template <class Value>
bool convert(const YamlDocument& document, const YamlNode& node, Value& value, Diagnostics& diagnostics) {
  Value read{};
  const char* end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, read);
  if (error != std::errc() || stop != end)
    return refuse(document, node, fmt::format("number out of range: {}", shorten(node.text, 40)), {}, diagnostics);
  value = read;
  return true;
}

}  // namespace

bool to_integer(const YamlDocument& document, const YamlNode& node, std::int64_t& value, Diagnostics& diagnostics) {
  return check_decimal(document, node, false, diagnostics) && convert(document, node, value, diagnostics);
}

bool to_number(const YamlDocument& document, const YamlNode& node, double& value, Diagnostics& diagnostics) {
  return check_decimal(document, node, true, diagnostics) && convert(document, node, value, diagnostics);
}

}  // namespace assay
