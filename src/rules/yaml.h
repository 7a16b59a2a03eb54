#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace assay {

/// A YAML document as a closed tree of texts: nothing is typed by YAML, aliases are resolved by copying (only where
/// they are allowed; the copy's place is that of the text itself), and every node knows where it stands. `none` is a
/// key without a value, `~` or `null`; its place is the word, or the key where nothing is written.
struct YamlNode {
  enum class Kind : std::uint8_t { none, scalar, list, map };

  Kind kind = Kind::none;
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t column = 0;  ///< from 1, in code points
  std::uint32_t width = 1;   ///< of a scalar as written on its first line, for the caret
  bool quoted = false;
  std::string text;             ///< of a scalar
  std::vector<YamlNode> items;  ///< of a list, or the values of a map
  std::vector<YamlNode> keys;   ///< of a map, same order as items

  /// The value of a map's key; null where there is none (or this is no map).
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

/// A file of a pack as parsed, with what diagnostics need to quote it.
struct YamlDocument {
  std::string file;
  std::string bytes;
  YamlNode root;

  /// A diagnostic at a node, with its line as the excerpt and a caret as wide as the node.
  [[nodiscard]] Diagnostic complain(const YamlNode& at, std::string message, std::string hint = {}) const;
};

/// Parses one document with a guard: valid UTF-8 without NUL, bidi controls or a byte order mark of UTF-16; at most
/// 1 MiB, depth 32, 200,000 nodes, 64 KiB a scalar; no second document, no tags, no complex keys, no merge keys, no
/// duplicate keys, no tabs as indentation; anchors and aliases only below a top-level key `tests`, to scalars only.
/// A text, plain or quoted, stands on one line; longer ones are blocks (`|`, `>`). An empty file is refused.
/// False with diagnostics, sorted (all that are wrong, not only the first where the parser can go on; at most one an
/// entry of the outermost level), when it is refused; document.root is `none` then. document.bytes is what
/// diagnostics quote: without a byte order mark, with an end of the last line.
bool parse_yaml(std::string file, std::string bytes, YamlDocument& document, Diagnostics& diagnostics);

/// Reads a map with a closed set of keys. Each getter notes the key as known; finish() reports every other key with
/// the nearest known one as a suggestion. A missing or ill-typed value is a diagnostic and gives the default. A node
/// that is no map is one diagnostic, and then no key is missing. The keys asked for must outlive the reader.
class MapReader {
 public:
  MapReader(const YamlDocument& document, const YamlNode& node, std::string_view what, Diagnostics& diagnostics);

  /// Null when absent; `require` complains about that at the map's own place.
  const YamlNode* optional(std::string_view key);
  const YamlNode* require(std::string_view key);

  /// A required text that is empty or blank is a diagnostic.
  std::string text(std::string_view key, bool required);
  /// A plain decimal integer (no octal 010, no 1e3, no 0x10) within the bounds.
  std::int64_t integer(std::string_view key, bool required, std::int64_t low, std::int64_t high,
                       std::int64_t otherwise);
  /// A plain decimal number (12, 0.5), no exponent.
  double number(std::string_view key, bool required, double low, double high, double otherwise);
  /// One of the words; returns its index, or -1 after a diagnostic (with a suggestion) or when absent and not
  /// required.
  int word(std::string_view key, bool required, const std::vector<std::string_view>& words);
  /// A list of texts, or one text as a list of one. An empty list is a diagnostic, as are values that say nothing.
  std::vector<std::string> texts(std::string_view key, bool required);

  void finish();

 private:
  const YamlDocument& document_;
  const YamlNode& node_;
  std::string what_;  ///< "rule", "test" …: for messages
  Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
};

/// One scalar as an integer or a number by the same rules; a diagnostic and false when it is none.
bool to_integer(const YamlDocument& document, const YamlNode& node, std::int64_t& value, Diagnostics& diagnostics);
bool to_number(const YamlDocument& document, const YamlNode& node, double& value, Diagnostics& diagnostics);

}  // namespace assay
