#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/yaml.h"

namespace assay {
namespace {

constexpr std::size_t most_unknown_keys = 20;  // a file that is no rule at all needs no more

std::string_view kind_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::none:
      return "no value";
    case YamlNode::Kind::scalar:
      return node.quoted ? "a text in quotes" : "a text";
    case YamlNode::Kind::list:
      return "a list";
    case YamlNode::Kind::map:
      return "a map";
  }
  return {};
}

std::string join(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& words, std::string_view otherwise) {
  const std::string_view near = nearest(word, words);
  if (!near.empty()) return fmt::format("did you mean {}?", near);
  return words.empty() ? std::string() : fmt::format("{}: {}", otherwise, join(words));
}

}  // namespace

MapReader::MapReader(const YamlDocument& document, const YamlNode& node, std::string_view what,
                     Diagnostics& diagnostics)
    : document_(document), node_(node), what_(what), diagnostics_(diagnostics) {
  if (node.kind == YamlNode::Kind::map) return;
  diagnostics_.push_back(document_.complain(
      node, fmt::format("{}{} must be a map of keys, not {}", node.kind == YamlNode::Kind::none ? "null value: " : "",
                        what_, kind_name(node))));
}

const YamlNode* MapReader::optional(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
  const YamlNode* node = node_.find(key);
  if (node == nullptr || node->kind != YamlNode::Kind::none) return node;
  diagnostics_.push_back(
      document_.complain(*node, fmt::format("null value: {} has no value", key), "write one, or remove the key"));
  return nullptr;
}

const YamlNode* MapReader::require(std::string_view key) {
  const YamlNode* node = optional(key);
  if (node == nullptr && node_.kind == YamlNode::Kind::map && node_.find(key) == nullptr)
    diagnostics_.push_back(document_.complain(node_, fmt::format("missing key: {} must have {}", what_, key)));
  return node;
}

std::string MapReader::text(std::string_view key, bool required) {
  const YamlNode* node = required ? require(key) : optional(key);
  if (node == nullptr) return {};
  if (node->kind != YamlNode::Kind::scalar) {
    diagnostics_.push_back(
        document_.complain(*node, fmt::format("{} must be a text, not {}", key, kind_name(*node))));
    return {};
  }
  if (required && trim(node->text).empty())
    diagnostics_.push_back(document_.complain(*node, fmt::format("empty text: {} says nothing", key)));
  return node->text;
}

std::int64_t MapReader::integer(std::string_view key, bool required, std::int64_t low, std::int64_t high,
                                std::int64_t otherwise) {
  const YamlNode* node = required ? require(key) : optional(key);
  std::int64_t value = otherwise;
  if (node == nullptr || !to_integer(document_, *node, value, diagnostics_)) return otherwise;
  if (value >= low && value <= high) return value;
  diagnostics_.push_back(
      document_.complain(*node, fmt::format("{} must be {} to {}, not {}", key, low, high, value)));
  return otherwise;
}

double MapReader::number(std::string_view key, bool required, double low, double high, double otherwise) {
  const YamlNode* node = required ? require(key) : optional(key);
  double value = otherwise;
  if (node == nullptr || !to_number(document_, *node, value, diagnostics_)) return otherwise;
  if (value >= low && value <= high) return value;
  diagnostics_.push_back(
      document_.complain(*node, fmt::format("{} must be {} to {}, not {}", key, low, high, value)));
  return otherwise;
}

int MapReader::word(std::string_view key, bool required, const std::vector<std::string_view>& words) {
  const std::size_t before = diagnostics_.size();
  const std::string found = text(key, required);
  const YamlNode* node = node_.find(key);
  if (diagnostics_.size() != before || node == nullptr || node->kind != YamlNode::Kind::scalar) return -1;
  const auto place = std::find(words.begin(), words.end(), found);
  if (place != words.end()) return static_cast<int>(place - words.begin());
  diagnostics_.push_back(document_.complain(
      *node, fmt::format("unknown word: {} cannot be {}", key, shorten(found, 40)), suggest(found, words, "one of")));
  return -1;
}

std::vector<std::string> MapReader::texts(std::string_view key, bool required) {
  const YamlNode* node = required ? require(key) : optional(key);
  std::vector<std::string> found;
  if (node == nullptr) return found;
  const auto take = [&](const YamlNode& item) {
    if (item.kind == YamlNode::Kind::scalar) {
      found.push_back(item.text);
      return;
    }
    diagnostics_.push_back(
        document_.complain(item, item.kind == YamlNode::Kind::none
                                     ? fmt::format("null value: {} holds a value that says nothing", key)
                                     : fmt::format("{} must be a list of texts, not {}", key, kind_name(item))));
  };
  if (node->kind != YamlNode::Kind::list) {
    take(*node);
    return found;
  }
  if (node->items.empty())
    diagnostics_.push_back(
        document_.complain(*node, fmt::format("empty list: {}", key), "fill it, or remove the key"));
  for (const YamlNode& item : node->items) take(item);
  return found;
}

void MapReader::finish() {
  std::size_t unknown = 0;
  for (const YamlNode& key : node_.keys) {
    if (std::find(known_.begin(), known_.end(), key.text) != known_.end()) continue;
    if (++unknown > most_unknown_keys) return;
    diagnostics_.push_back(document_.complain(key, fmt::format("unknown key: {} in {}", shorten(key.text, 40), what_),
                                              suggest(key.text, known_, "known keys")));
  }
}

}  // namespace assay
