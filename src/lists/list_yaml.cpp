// A closed, flat subset of YAML: one file with a handful of keys, for which no parser of YAML is needed on this
// floor.
#include "lists/list_yaml.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace assay {
namespace {

const std::vector<std::string_view> keys = {"name",    "date",   "max_age_days", "entries",
                                            "digests", "source", "retrieved"};

struct Line {
  std::string_view text;
  std::string_view key;
  std::string_view value;
  std::uint32_t number = 0;
  bool indented = false;
};

class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  std::optional<ListManifest> read(std::string_view text) {
    std::uint32_t number = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++number;
      if (trim(line).empty() || trim(line).starts_with('#')) continue;
      read_line(line, number);
    }
    if (failed_) return std::nullopt;
    return manifest_;
  }

 private:
  void complain(const Line& line, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.level = Level::error;
    diagnostic.at = {file_, line.number, 1};
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.excerpt = std::string(line.text);
    diagnostics_.push_back(std::move(diagnostic));
    failed_ = true;
  }

  static std::string_view unquoted(std::string_view value) {
    value = trim(value);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') return value.substr(1, value.size() - 2);
    return value;
  }

  void read_line(std::string_view text, std::uint32_t number) {
    Line line{text, {}, {}, number, text.starts_with("  ")};
    const std::size_t colon = std::min(text.find(": "), text.size() - 1);
    if (text[colon] != ':' || (text.front() == ' ' && !line.indented) || text.front() == '\t')
      return complain(line, "this is no line `key: value`", "name: my-list");
    line.key = trim(text.substr(0, colon));
    line.value = unquoted(text.substr(std::min(colon + 1, text.size())));
    if (line.indented) return read_digest(line);
    in_digests_ = line.key == "digests";
    if (std::find(keys.begin(), keys.end(), line.key) == keys.end()) return complain_of_key(line);
    if (!seen_.insert(std::string(line.key)).second)
      return complain(line, fmt::format("{} is there twice", line.key));
    read_value(line);
  }

  void complain_of_key(const Line& line) {
    const std::string_view near = nearest(line.key, keys);
    complain(line, fmt::format("there is no key \"{}\" in a list.yaml", shorten(line.key, 40)),
             near.empty() ? "name, date, max_age_days, entries, digests, source, retrieved"
                          : fmt::format("did you mean {}?", near));
  }

  void read_value(const Line& line) {
    if (line.key == "name") {
      manifest_.name = line.value;
      if (line.value.empty()) complain(line, "the name is blank");
    } else if (line.key == "date") {
      manifest_.date = parse_date(line.value);
      if (manifest_.date.known != Known::yes) complain(line, "this is no date", "date: 2022-01-31");
    } else if (line.key == "max_age_days") {
      manifest_.max_age_days = static_cast<std::int32_t>(whole_number(line, 36500));
    } else if (line.key == "entries") {
      manifest_.entries = whole_number(line, 1'000'000'000);
    } else if (line.key == "digests" && !line.value.empty()) {
      complain(line, "the files stand below it, each on a line that begins with two blanks");
    }
  }

  std::uint64_t whole_number(const Line& line, std::uint64_t most) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(line.value.data(), line.value.data() + line.value.size(), number);
    if (error == std::errc() && end == line.value.data() + line.value.size() && number > 0 && number <= most)
      return number;
    complain(line, fmt::format("{} takes a whole number from 1 to {}", line.key, most));
    return 0;
  }

  void read_digest(const Line& line) {
    constexpr std::string_view hex = "0123456789abcdef";
    if (!in_digests_) return complain(line, "nothing is indented but the files below digests");
    if (line.value.size() != 64 || line.value.find_first_not_of(hex) != std::string_view::npos)
      return complain(line, "this is no SHA-256", "64 small hexadecimal digits, as sha256sum prints them");
    if (!manifest_.digests.emplace(line.key, line.value).second)
      complain(line, fmt::format("{} is there twice", shorten(line.key, 40)));
  }

  std::string file_;
  Diagnostics& diagnostics_;
  ListManifest manifest_;
  std::set<std::string> seen_;
  bool in_digests_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<ListManifest> read_list_yaml(const std::string& file, std::string_view text, Diagnostics& diagnostics) {
  return Reader(file, diagnostics).read(text);
}

}  // namespace assay
