#include "rules/yaml.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/text.h"
#include "rules/yaml_guard.h"

namespace assay {
namespace {

constexpr std::size_t longest_text = std::size_t{64} << 10;
constexpr std::size_t most_alias_bytes = std::size_t{4} << 20;
constexpr std::size_t longest_excerpt = 400;

/// Builds our tree from the events of the library. Marks of the library count from 0 and in bytes.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(YamlDocument& document, Diagnostics& diagnostics) : document_(document), diagnostics_(diagnostics) {
    line_starts_.push_back(0);
    for (std::size_t at = 0; (at = document.bytes.find('\n', at)) != std::string::npos;) line_starts_.push_back(++at);
  }

  [[nodiscard]] std::size_t nodes() const { return nodes_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    YamlNode node = node_at(YamlNode::Kind::none, mark);
    // Where there is no value at all the library points at what comes next; the key is the better place.
    if (!open_.empty() && !open_.back()->keys.empty() && open_.back()->keys.back().line != node.line) {
      const YamlNode& key = open_.back()->keys.back();
      node.line = key.line;
      node.column = key.column;
      node.width = key.width;
    }
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const YamlNode& original = anchors_[anchor];
    alias_bytes_ += original.text.size();
    if (alias_bytes_ <= most_alias_bytes) {
      add(original);
      return;
    }
    if (alias_bytes_ - original.text.size() <= most_alias_bytes)
      complain(node_at(YamlNode::Kind::none, mark), "too much text by aliases: more than 4 MiB");
    add({});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = node_at(YamlNode::Kind::scalar, mark);
    node.quoted = tag == "!";
    node.text = value;
    node.width = written_width(node, skip_anchor(node));
    check_text(node);
    if (anchor != 0) anchors_[anchor] = node;
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back(add(node_at(YamlNode::Kind::list, mark)));
  }
  void OnSequenceEnd() override { open_.pop_back(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open_.push_back(add(node_at(YamlNode::Kind::map, mark)));
  }
  void OnMapEnd() override {
    find_duplicates(*open_.back());
    open_.pop_back();
  }

  void complain(const YamlNode& at, std::string message, std::string hint = {}) {
    if (++faults_ > most_yaml_faults) return;
    diagnostics_.push_back(document_.complain(at, std::move(message), std::move(hint)));
  }

  YamlNode node_at(YamlNode::Kind kind, const YAML::Mark& mark) {
    YamlNode node;
    node.kind = kind;
    if (mark.is_null()) return node;
    const auto line = std::min(static_cast<std::size_t>(mark.line), line_starts_.size() - 1);
    const std::size_t place = line_starts_[line] + static_cast<std::size_t>(mark.column);
    if (place < seen_place_ || line_starts_[line] > seen_place_) {
      seen_place_ = line_starts_[line];
      seen_column_ = 1;
    }
    seen_column_ += count_code_points(std::string_view(document_.bytes).substr(seen_place_, place - seen_place_));
    seen_place_ = place;
    node.line = static_cast<std::uint32_t>(line + 1);
    node.column = static_cast<std::uint32_t>(seen_column_);
    return node;
  }

 private:
  /// A node stays where it is while it is open: only its parent's last value or key is ever open.
  YamlNode* add(YamlNode node) {
    ++nodes_;
    if (open_.empty()) return &(document_.root = std::move(node));
    YamlNode& parent = *open_.back();
    const bool key = parent.kind == YamlNode::Kind::map && parent.keys.size() == parent.items.size();
    return &(key ? parent.keys : parent.items).emplace_back(std::move(node));
  }

  /// The library's mark of an anchored text is the anchor's. Returns the bytes from the text itself on.
  std::string_view skip_anchor(YamlNode& node) const {
    const std::string_view line = std::string_view(document_.bytes).substr(seen_place_);
    if (!line.starts_with('&')) return line;
    const std::size_t text = std::min(line.find_first_not_of(' ', line.find(' ')), line.size());
    node.column += static_cast<std::uint32_t>(text);
    return line.substr(text);
  }

  static std::uint32_t written_width(const YamlNode& node, std::string_view bytes) {
    if (!node.quoted) return static_cast<std::uint32_t>(std::max<std::size_t>(count_code_points(node.text), 1));
    const char quote = bytes.empty() ? '\0' : bytes[0];
    if (quote != '"' && quote != '\'') return 1;  // the | of a block
    std::size_t end = 1;
    while (end < bytes.size() && (bytes[end] != quote || (quote == '\'' && bytes.substr(end, 2) == "''")))
      end += bytes[end] == quote || (bytes[end] == '\\' && quote == '"') ? 2U : 1U;
    return static_cast<std::uint32_t>(count_code_points(bytes.substr(0, end + 1)));
  }

  void check_text(const YamlNode& node) {
    if (node.text.size() > longest_text) complain(node, "too long: a text of more than 64 KiB");
    for (const char c : node.text) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t') continue;
      complain(node, byte == 0 ? "NUL character by an escape"
                               : fmt::format("control character U+{:04X} by an escape", static_cast<unsigned>(byte)));
      return;
    }
  }

  void find_duplicates(const YamlNode& map) {
    std::vector<std::pair<std::string_view, std::size_t>> sorted;
    sorted.reserve(map.keys.size());
    for (std::size_t i = 0; i < map.keys.size(); ++i) sorted.emplace_back(map.keys[i].text, i);
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i].first != sorted[i - 1].first) continue;
      const YamlNode& first = map.keys[sorted[i - 1].second];
      complain(map.keys[sorted[i].second], fmt::format("duplicate key: {}", first.text),
               fmt::format("it stands on line {} already", first.line));
    }
  }

  YamlDocument& document_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> line_starts_;
  std::size_t seen_place_ = 0;   ///< the last mark, in bytes: columns of a long line are counted on from it
  std::size_t seen_column_ = 1;  ///< in code points, from 1
  std::vector<YamlNode*> open_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
  std::size_t nodes_ = 0;
  std::size_t alias_bytes_ = 0;
  std::size_t faults_ = 0;
};

bool build_tree(YamlDocument& document, std::size_t expected_nodes, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  TreeBuilder builder(document, diagnostics);
  try {
    std::istringstream stream(document.bytes);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    if (builder.nodes() != expected_nodes)
      builder.complain(document.root, "ambiguous text: two parsers read it differently", "quote the texts");
  } catch (const YAML::Exception& exception) {
    builder.complain(builder.node_at(YamlNode::Kind::none, exception.mark), exception.msg);
  }
  return diagnostics.size() == before;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i)
    if (keys[i].text == key) return &items[i];
  return nullptr;
}

Diagnostic YamlDocument::complain(const YamlNode& at, std::string message, std::string hint) const {
  Diagnostic diagnostic{Level::error, {file, at.line, at.column}, std::move(message), std::move(hint), {}, at.width};
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < at.line && begin != std::string::npos; ++line) {
    begin = bytes.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  if (at.line == 0 || begin == std::string::npos) return diagnostic;
  std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  if (end > begin && bytes[end - 1] == '\r') --end;
  if (end - begin <= longest_excerpt) diagnostic.excerpt = bytes.substr(begin, end - begin);
  return diagnostic;
}

bool parse_yaml(std::string file, std::string bytes, YamlDocument& document, Diagnostics& diagnostics) {
  document = {std::move(file), std::move(bytes), {}};
  Diagnostics found;
  if (check_yaml_text(document, found)) {
    YamlGuard guard(document, found);
    if (guard.run()) build_tree(document, guard.nodes(), found);
  }
  sort_diagnostics(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  if (!found.empty()) document.root = {};
  return found.empty();
}

}  // namespace assay
