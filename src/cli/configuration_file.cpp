#include "cli/configuration_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "base/date.h"
#include "base/failure.h"
#include "base/text.h"
#include "rules/yaml.h"
#include "rules/yaml_guard.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_values = 1000;  // of one key

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view key_of(const Option& option) {
  return option.name.starts_with("--") ? option.name.substr(2) : option.name;
}

bool is_path(const Option& option) {
  return option.value.starts_with("FILE") || option.value.starts_with("DIR") || option.value.starts_with("PATH");
}

/// A path that is only read has to be there already; a FILE may be one that is written.
bool must_be_there(const Option& option) {
  return is_path(option) && option.value != "FILE";
}

/// A snapshot may have its day behind it: lists/sdn.csv@2022-01-31.
bool is_there(const std::string& path) {
  std::error_code error;
  const std::size_t at = path.rfind('@');
  return fs::exists(path, error) || (at != std::string::npos && fs::exists(path.substr(0, at), error));
}

/// Reads the map of an assay.yaml key by key.
class ConfigurationReader {
 public:
  ConfigurationReader(const YamlDocument& document, Diagnostics& mistakes)
      : document_(document),
        folder_(fs::path(document.file).parent_path()),
        mistakes_(mistakes),
        top_(document, document.root, "assay.yaml", mistakes) {}

  std::vector<Given> read() {
    const std::vector<Option> keys = configuration_keys();
    for (const Option& option : keys) {
      if (option.value.empty())
        take_switch(option);
      else if (const YamlNode* node = top_.optional(key_of(option)); node != nullptr)
        take(option, *node);
    }
    take_scope();
    top_.finish();
    pair_outputs();
    return std::move(all_);
  }

 private:
  void complain(const YamlNode& at, std::string message, std::string hint = {}) {
    mistakes_.push_back(document_.complain(at, std::move(message), std::move(hint)));
  }

  void add(std::string_view option, std::string value, const YamlNode& node) {
    all_.push_back({std::string(option), std::move(value), document_.complain(node, {})});
  }

  /// The scalars of a value; what else stands there is a mistake.
  std::vector<const YamlNode*> scalars(MapReader& reader, std::string_view key, const YamlNode& node, bool many) {
    if (node.items.size() > most_values) {
      complain(node, fmt::format("too many values: {} of {}", node.items.size(), key),
               fmt::format("at most {}", most_values));
      return {};
    }
    if (!many) {
      reader.text(key, false);  // complains of a list
      return node.kind == YamlNode::Kind::scalar ? std::vector{&node} : std::vector<const YamlNode*>{};
    }
    reader.texts(key, false);
    if (node.kind == YamlNode::Kind::scalar) return {&node};
    std::vector<const YamlNode*> found;
    for (const YamlNode& item : node.items)
      if (node.kind == YamlNode::Kind::list && item.kind == YamlNode::Kind::scalar) found.push_back(&item);
    return found;
  }

  void take(const Option& option, const YamlNode& node) {
    for (const YamlNode* one : scalars(top_, key_of(option), node, option.repeatable))
      if (is_sound(option, *one)) add(option.name, value_of(option, *one), *one);
  }

  bool says_something(std::string_view key, const YamlNode& node) {
    if (!trim(node.text).empty()) return true;
    complain(node, fmt::format("empty text: {} says nothing", key), "write a value, or remove the key");
    return false;
  }

  bool is_sound(const Option& option, const YamlNode& node) {
    const std::string_view key = key_of(option);
    if (!says_something(key, node)) return false;
    if (!option.words.empty()) return is_word(option, node);
    if (option.value == "N") return is_count(key, node);
    if (option.value == "DATE" && parse_date(node.text).precision != Precision::day) {
      complain(node, fmt::format("{} must be a day, not {}", key, shorten(node.text, 40)), "such as 2017-11-01");
      return false;
    }
    const bool numbered = option.value == "FILE|AUDIT" && is_number(node.text);
    if (numbered || !must_be_there(option) || is_there(value_of(option, node))) return true;
    complain(node, fmt::format("{}: there is no {}", key, shorten(node.text, 80)),
             "paths start from the folder of this file");
    return false;
  }

  bool is_word(const Option& option, const YamlNode& node) {
    if (std::find(option.words.begin(), option.words.end(), node.text) != option.words.end()) return true;
    const std::string_view near = nearest(node.text, option.words);
    complain(node, fmt::format("unknown word: {} cannot be {}", key_of(option), shorten(node.text, 40)),
             near.empty() ? fmt::format("one of: {}", fmt::join(option.words, ", "))
                          : fmt::format("did you mean {}?", near));
    return false;
  }

  bool is_count(std::string_view key, const YamlNode& node) {
    std::int64_t number = 0;
    if (!to_integer(document_, node, number, mistakes_)) return false;
    if (number >= 0) return true;
    complain(node, fmt::format("{} must be 0 or more, not {}", key, number));
    return false;
  }

  [[nodiscard]] std::string value_of(const Option& option, const YamlNode& node) const {
    const bool numbered = option.value == "FILE|AUDIT" && is_number(node.text);
    if (!is_path(option) || numbered || node.text == "-") return node.text;
    return (folder_ / node.text).lexically_normal().generic_string();
  }

  /// `x: true`; of a switch --no-x also `x: false`.
  void take_switch(const Option& option) {
    const std::string_view key = key_of(option);
    if (top_.word(key, false, no_yes) == 1) add(option.name, {}, *document_.root.find(key));
    if (!key.starts_with("no-")) return;
    const std::string_view positive = key.substr(3);
    const int word = top_.word(positive, false, no_yes);
    const YamlNode* node = document_.root.find(positive);
    if (node != nullptr && document_.root.find(key) != nullptr)
      complain(*node, fmt::format("{} and {} say the same", positive, key), "keep one of them");
    else if (word == 0)
      add(option.name, {}, *node);
    else if (word == 1 && document_.root.find("db") == nullptr)
      complain(*node, fmt::format("{}: true does not say where", positive), "write `db: FILE` beside it");
  }

  void take_scope() {
    const YamlNode* node = top_.optional("scope");
    if (node == nullptr) return;
    MapReader scope(document_, *node, "scope", mistakes_);
    take_text(scope, "company");
    take_text(scope, "importer-of-record");
    if (const YamlNode* list = scope.optional("jurisdictions"); list != nullptr)
      for (const YamlNode* one : scalars(scope, "jurisdictions", *list, true)) take_jurisdiction(*one);
    if (const YamlNode* period = scope.optional("period"); period != nullptr) take_period(*period);
    scope.finish();
  }

  void take_text(MapReader& scope, std::string_view key) {
    const YamlNode* node = scope.optional(key);
    if (node == nullptr) return;
    for (const YamlNode* one : scalars(scope, key, *node, false))
      if (says_something(key, *one)) add(fmt::format("scope.{}", key), one->text, *one);
  }

  void take_jurisdiction(const YamlNode& node) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (node.text.size() == 2 && std::all_of(node.text.begin(), node.text.end(), is_capital))
      return add("scope.jurisdictions", node.text, node);
    complain(node, fmt::format("jurisdictions cannot hold {}", shorten(node.text, 40)),
             "UN, EU, or a country by its two letters (ISO 3166) in capitals: US, GB, JP");
  }

  void take_period(const YamlNode& node) {
    const std::size_t before = mistakes_.size();
    MapReader period(document_, node, "period", mistakes_);
    const Date from = date(period, "from");
    const Date to = date(period, "to");
    period.finish();
    if (mistakes_.size() != before) return;
    if (from.known != Known::yes && to.known != Known::yes)
      return complain(node, "period says neither from nor to", "write {from: 2024-01, to: 2024-12}");
    if (from.known == Known::yes && to.known == Known::yes && from.first > to.last())
      return complain(*node.find("to"), "period ends before it begins");
    if (from.known == Known::yes) add("scope.period.from", day_to_string(from.first), *node.find("from"));
    if (to.known == Known::yes) add("scope.period.to", day_to_string(to.last()), *node.find("to"));
  }

  Date date(MapReader& period, std::string_view key) {
    const YamlNode* node = period.optional(key);
    if (node == nullptr) return {};
    for (const YamlNode* one : scalars(period, key, *node, false)) {
      const Date found = parse_date(one->text);
      if (found.known == Known::yes) return found;
      complain(*one, fmt::format("{} must be a day, month or year, not {}", key, shorten(one->text, 40)),
               "such as 2024-12-31, 2024-12 or 2024");
    }
    return {};
  }

  /// In a list of formats and a list of files the first belongs to the first: one behind the other, as on a command
  /// line.
  void pair_outputs() {
    std::vector<Given> formats, files;
    const auto move_out = [this](std::string_view option, std::vector<Given>& to) {
      const auto rest = std::stable_partition(all_.begin(), all_.end(),
                                              [option](const Given& one) { return one.option != option; });
      to.assign(std::make_move_iterator(rest), std::make_move_iterator(all_.end()));
      all_.erase(rest, all_.end());
    };
    move_out("--format", formats);
    move_out("--output", files);
    if (!formats.empty() && files.size() > formats.size()) {
      mistakes_.push_back(files[formats.size()].at);
      mistakes_.back().message = fmt::format("output names {} files, format {}", files.size(), formats.size());
      mistakes_.back().hint = "the first file is of the first format, and so on; \"-\" is standard output";
    }
    for (std::size_t i = 0; i < std::max(formats.size(), files.size()); ++i) {
      if (i < formats.size()) all_.push_back(std::move(formats[i]));
      if (i < files.size()) all_.push_back(std::move(files[i]));
    }
  }

  inline static const std::vector<std::string_view> no_yes{"false", "true"};

  const YamlDocument& document_;
  fs::path folder_;
  Diagnostics& mistakes_;
  MapReader top_;
  std::vector<Given> all_;
};

std::string read_bytes(const std::string& file) {
  constexpr std::size_t enough = (std::size_t{1} << 20) + 1;  // from there on the file is refused as too large
  std::ifstream in(file, std::ios::binary);
  std::string bytes(enough, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in.eof() && in.fail()) throw Failure(Exit::io, "cannot read " + escape_for_terminal(file));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// Nothing but comments: a file of `assay init` in which nobody has written yet. No YAML, but no mistake either.
bool says_nothing(std::string_view bytes) {
  for (const std::string_view line : split(bytes, "\n"))
    if (!line.starts_with('#')) return false;
  return true;
}

}  // namespace

std::vector<Option> configuration_keys() {
  std::vector<Option> keys;
  for (const Option& option : audit_command.options)
    if (option.name != "--config" && option.name != "--no-config") keys.push_back(option);
  keys.push_back({"require",
                  "RULE",
                  "rules without whose tables the audit stays open, besides those that the rule pack requires",
                  "",
                  {},
                  true});
  return keys;
}

std::vector<Given> read_configuration(const std::string& file, Diagnostics& mistakes) {
  YamlDocument document;
  document.file = file;
  document.bytes = read_bytes(file);
  if (!check_yaml_text(document, mistakes) || says_nothing(document.bytes)) return {};
  if (!parse_yaml(file, document.bytes, document, mistakes)) return {};
  Diagnostics found;
  std::vector<Given> all = ConfigurationReader(document, found).read();
  sort_diagnostics(found);
  mistakes.insert(mistakes.end(), found.begin(), found.end());
  return all;
}

}  // namespace assay
