#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "rules/condition.h"
#include "rules/path_relations.h"
#include "rules/tools/mutate.h"

// Changes are made to the tree of the document, so that a condition that is added later is mutated as the others are.

namespace assay {
namespace {

using Path = std::vector<std::size_t>;  // places in `items`, from the root

constexpr auto flips = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"at_least", "above"},
    {"above", "at_least"},
    {"at_most", "below"},
    {"below", "at_most"},
    {"before", "on_or_after"},
    {"on_or_after", "before"},
    {"in", "not_in"},
    {"not_in", "in"},
    {"not", "in"},
});

constexpr auto flipped_words = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"true", "false"},
    {"false", "true"},
    {"respecting", "any"},
    {"any", "respecting"},
    {"defend", "ignore"},
    {"ignore", "defend"},
    {"ofac-50", "eu-over-50"},
    {"eu-over-50", "ofac-50"},
    {"from_kp", "to_kp"},
    {"to_kp", "from_kp"},
    {"seller", "buyer"},
    {"buyer", "seller"},
});

template <std::size_t size>
std::string_view partner(const std::array<std::pair<std::string_view, std::string_view>, size>& pairs,
                         std::string_view word) {
  const auto* const found =
      std::find_if(pairs.begin(), pairs.end(), [word](const auto& p) { return p.first == word; });
  return found == pairs.end() ? std::string_view() : found->second;
}

bool is_condition_word(std::string_view word) {
  const auto kinds = condition_kinds();
  return std::any_of(kinds.begin(), kinds.end(), [word](const ConditionKind* kind) { return kind->name == word; });
}

/// Keys whose number is a count or a bound, not a code.
bool counts(std::string_view key) {
  constexpr auto words = std::to_array<std::string_view>(
      {"at_least", "above", "at_most", "below", "threshold", "slack", "look_back", "count"});
  return key.ends_with("hops") || key.ends_with("days") || key.starts_with("min_") || key.starts_with("max_") ||
         std::find(words.begin(), words.end(), key) != words.end();
}

std::optional<std::int64_t> integer_of(const YamlNode& node) {
  std::int64_t value = 0;
  const char* const end = node.text.data() + node.text.size();
  if (node.kind != YamlNode::Kind::scalar || node.quoted || node.text.empty()) return std::nullopt;
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::string line_of(const std::string& bytes, std::uint32_t line) {
  std::size_t from = 0;
  for (; line > 1; --line) from = bytes.find('\n', from) + 1;
  return bytes.substr(from, bytes.find('\n', from) - from);
}

class Mutator {
 public:
  explicit Mutator(const YamlDocument& rule) : rule_(rule) {}

  std::vector<Mutant> run() {
    const YamlNode& root = rule_.root;
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
      const std::string& key = root.keys[i].text;
      if (key == "when") drop_entry({}, i, "`when` is dropped: the rule is asked of everybody");
      if (key == "when" || key == "flag_when" || key == "gap_when") condition({i});
      if (key == "severity" && root.items[i].kind == YamlNode::Kind::list) ladder(i);
    }
    return std::move(mutants_);
  }

 private:
  [[nodiscard]] const YamlNode& at(const Path& path) const {
    const YamlNode* node = &rule_.root;
    for (const std::size_t place : path) node = &node->items[place];
    return *node;
  }

  /// A copy of the document whose node at `path` was changed; `shown` is where the change is.
  template <class Change>
  void mutant(const Path& path, const YamlNode& shown, std::string says, Change change) {
    Mutant one;
    one.document = rule_;
    YamlNode* node = &one.document.root;
    for (const std::size_t place : path) node = &node->items[place];
    change(*node);
    one.at = {rule_.file, shown.line, shown.column};
    one.width = shown.width;
    one.excerpt = line_of(rule_.bytes, shown.line);
    one.change = std::move(says);
    mutants_.push_back(std::move(one));
  }

  void drop_entry(const Path& path, std::size_t place, std::string says) {
    const YamlNode& map = at(path);
    mutant(path, map.keys.empty() ? map.items[place] : map.keys[place], std::move(says), [place](YamlNode& node) {
      node.items.erase(node.items.begin() + static_cast<std::ptrdiff_t>(place));
      if (!node.keys.empty()) node.keys.erase(node.keys.begin() + static_cast<std::ptrdiff_t>(place));
    });
  }

  static Path below(Path path, std::size_t place) {
    path.push_back(place);
    return path;
  }

  void ladder(std::size_t severity) {
    const std::vector<YamlNode>& rungs = rule_.root.items[severity].items;
    for (std::size_t rung = 0; rung < rungs.size(); ++rung)
      for (std::size_t key = 0; key < rungs[rung].keys.size(); ++key)
        if (rungs[rung].keys[key].text == "when") condition({severity, rung, key});
  }

  void condition(const Path& path) {
    const YamlNode& node = at(path);
    if (node.kind != YamlNode::Kind::map || node.keys.empty()) return;
    negate(path, node);
    if (node.find("at_least") != nullptr && node.find("of") != nullptr) return at_least(path, node);
    const std::string& kind = node.keys.front().text;
    const Path value = below(path, 0);
    if (kind == "not") return condition(value);
    if (kind == "all" || kind == "any") return parts(value, kind);
    if (kind == "where") return fields(value);
    inside(value);
  }

  void negate(const Path& path, const YamlNode& node) {
    const std::string& kind = node.keys.front().text;
    if (kind == "not")
      return mutant(path, node.keys.front(), "`not` is dropped", [](YamlNode& copy) {
        YamlNode part = std::move(copy.items.front());
        copy = std::move(part);
      });
    mutant(path, node.keys.front(), fmt::format("`{}` is negated", kind), [](YamlNode& copy) {
      YamlNode negated;
      negated.kind = YamlNode::Kind::map;
      negated.line = copy.line;
      negated.column = copy.column;
      YamlNode key = copy.keys.front();
      key.text = "not";
      negated.keys.push_back(std::move(key));
      negated.items.push_back(std::move(copy));
      copy = std::move(negated);
    });
  }

  void parts(const Path& list, const std::string& kind) {
    const std::vector<YamlNode>& items = at(list).items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items.size() > 1) drop_entry(list, i, fmt::format("part {} of `{}` is dropped", i + 1, kind));
      condition(below(list, i));
    }
  }

  void at_least(const Path& path, const YamlNode& node) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      if (node.keys[i].text == "of") parts(below(path, i), "of");
      if (node.keys[i].text == "at_least") number(below(path, i), "at_least");
    }
  }

  /// The value of a `where`: fields with values or operators.
  void fields(const Path& path) {
    const YamlNode& node = at(path);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& name = node.keys[i].text;
      if (node.keys.size() > 1) drop_entry(path, i, fmt::format("{} is dropped", name));
      const Path value = below(path, i);
      if (node.items[i].kind == YamlNode::Kind::map)
        operators(value, name);
      else
        word(value, name);
    }
  }

  void operators(const Path& path, const std::string& field) {
    const YamlNode& node = at(path);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& name = node.keys[i].text;
      if (node.keys.size() > 1) drop_entry(path, i, fmt::format("{}: `{}` is dropped", field, name));
      flip(path, i);
      const Path value = below(path, i);
      if (counts(name)) number(value, name);
      date(value, name);
      word(value, name);
    }
  }

  void flip(const Path& path, std::size_t place) {
    const YamlNode& node = at(path);
    const std::string& name = node.keys[place].text;
    const std::string_view other = partner(flips, name);
    if (other.empty() || node.find(other) != nullptr) return;
    mutant(path, node.keys[place], fmt::format("`{}` becomes `{}`", name, other),
           [place, other](YamlNode& copy) { copy.keys[place].text = other; });
  }

  void number(const Path& path, const std::string& key) {
    const YamlNode& node = at(path);
    const std::optional<std::int64_t> value = integer_of(node);
    if (!value) return;
    for (const std::int64_t step : {-1, 1})
      mutant(path, node, fmt::format("{}: {} becomes {}", key, *value, *value + step),
             [&](YamlNode& copy) { copy.text = std::to_string(*value + step); });
  }

  void date(const Path& path, const std::string& key) {
    const YamlNode& node = at(path);
    if (node.kind != YamlNode::Kind::scalar) return;
    const Date value = parse_date(node.text);
    if (value.known != Known::yes || value.precision != Precision::day || node.text.size() != 10) return;
    for (const Day step : {-1, 1}) {
      const std::string other = day_to_string(value.first + step);
      mutant(path, node, fmt::format("{}: {} becomes {}", key, node.text, other),
             [&other](YamlNode& copy) { copy.text = other; });
    }
  }

  void word(const Path& path, const std::string& key) {
    const YamlNode& node = at(path);
    if (node.kind != YamlNode::Kind::scalar) return;
    const std::string_view other = partner(flipped_words, node.text);
    if (other.empty()) return;
    mutant(path, node, fmt::format("{}: {} becomes {}", key, node.text, other),
           [other](YamlNode& copy) { copy.text = other; });
  }

  /// The value of any other condition: what is written in it is recognised by its key.
  void inside(const Path& path) {
    const YamlNode& node = at(path);
    if (node.kind == YamlNode::Kind::list) {
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        const YamlNode& item = node.items[i];
        const bool is_condition = item.keys.size() == 1 && is_condition_word(item.keys.front().text);
        if (is_condition)
          condition(below(path, i));
        else
          inside(below(path, i));
      }
      return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) entry(path, i);
  }

  void entry(const Path& path, std::size_t place) {
    const YamlNode& node = at(path);
    const std::string& key = node.keys[place].text;
    const YamlNode& item = node.items[place];
    const Path value = below(path, place);
    flip(path, place);
    if (key == "where" && item.kind == YamlNode::Kind::map) return fields(value);
    if (key == "follow" && item.kind == YamlNode::Kind::list && item.items.size() > 1)
      for (std::size_t i = 0; i < item.items.size(); ++i) drop_relation(value, i, item.items[i].text);
    if (counts(key)) number(value, key);
    date(value, key);
    word(value, key);
    inside(value);
  }

  void drop_relation(const Path& list, std::size_t place, const std::string& name) {
    const std::optional<Relation> relation = relation_from(name);
    if (relation && !is_fed(*relation)) return;  // the rule would be the same
    drop_entry(list, place, fmt::format("{} is not followed", name));
  }

  const YamlDocument& rule_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const YamlDocument& rule) {
  return Mutator(rule).run();
}

}  // namespace assay
