#include "rules/load.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "rules/condition.h"
#include "rules/rule_file.h"
#include "rules/seal.h"
#include "rules/yaml.h"

namespace assay {
namespace {

constexpr std::string_view pack_file = "pack.yaml";

struct PackFileHead {
  PackInfo info;
  std::vector<std::string> required;
  std::size_t count = 0;
  Location at;
  std::vector<std::string> unsealed;  ///< files that are not those that `digests` vouches for
};

bool read_pack_file(const PackFile& file, const std::vector<SealedFile>& files, PackFileHead& head,
                    Diagnostics& diagnostics) {
  YamlDocument document;
  if (!parse_yaml(file.name, file.bytes, document, diagnostics)) return false;
  const std::size_t before = diagnostics.size();
  MapReader reader(document, document.root, "pack", diagnostics);
  reader.integer("assay", true, 1, 1, 1);
  head.info.id = reader.text("id", true);
  head.info.version = reader.text("version", true);
  head.count = static_cast<std::size_t>(reader.integer("rules", true, 0, 10'000, 0));
  head.required = reader.texts("required", false);
  reader.text("title", false);
  const YamlNode* digests = reader.optional("digests");
  reader.finish();
  head.at = {file.name, 1, 1};
  if (diagnostics.size() != before) return false;
  if (digests != nullptr) head.unsealed = check_seal(document, *digests, files, diagnostics);
  return true;
}

std::string digest_of(const std::vector<SealedFile>& files) {
  std::string all;
  for (const SealedFile& file : files) all += fmt::format("{}  {}\n", file.digest, file.file->name);
  return to_hex(sha256(all));
}

void complain(Diagnostics& diagnostics, Location at, std::string message, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.at = std::move(at);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics.push_back(std::move(diagnostic));
}

bool is_table(const PackFile& file) {
  return file.name.starts_with("data/") && file.name.ends_with(".csv");
}

bool is_rule_file(const PackFile& file) {
  return file.name != pack_file && (file.name.ends_with(".yaml") || file.name.ends_with(".yml"));
}

void load_rule(const PackFile& file, const PackContext& context, Rules& rules, PackFileHead& head,
               Diagnostics& diagnostics) {
  YamlDocument document;
  Rule rule;
  if (!parse_yaml(file.name, file.bytes, document, diagnostics) || !read_rule(document, rule, diagnostics, &context))
    return;
  if (file.name != rule.id + ".yaml")
    complain(diagnostics, {file.name, 1, 1}, fmt::format("the file of rule `{}` is named {}.yaml", rule.id, rule.id));
  rules.rules.push_back(std::move(rule));
  ++head.info.rules;
}

void mark_required(const PackFileHead& head, std::vector<Rule>& rules, Diagnostics& diagnostics) {
  for (const std::string& id : head.required) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&id](const Rule& rule) { return rule.id == id; });
    if (found != rules.end())
      found->required = true;
    else if (diagnostics.empty())
      complain(diagnostics, head.at, fmt::format("required rule `{}` is not in the pack", id));
  }
}

/// The files of a pack in order of name, with their digests.
std::vector<SealedFile> sealed_files(const std::vector<PackFile>& files) {
  std::vector<SealedFile> sorted;
  for (const PackFile& file : files) sorted.push_back({&file, to_hex(sha256(file.bytes))});
  std::sort(sorted.begin(), sorted.end(),
            [](const SealedFile& a, const SealedFile& b) { return a.file->name < b.file->name; });
  return sorted;
}

/// A pack while it is read: its tables before its rules, which may name them.
struct PackReading {
  std::vector<PackFile> files;
  std::vector<SealedFile> sorted;  ///< the same, by name
  PackFileHead head;
  bool readable = true;  ///< false: pack.yaml is all that is said of the pack
  bool broken = false;   ///< what `digests` vouches for is not what is there
  Diagnostics diagnostics;
};

/// Reads pack.yaml, and tells the files to which pack they belong.
PackReading open_pack(const std::vector<PackFile>& files) {
  PackReading pack;
  pack.files = files;
  pack.sorted = sealed_files(pack.files);
  pack.head.info.digest = digest_of(pack.sorted);
  const auto own = std::find_if(pack.sorted.begin(), pack.sorted.end(),
                                [](const SealedFile& one) { return one.file->name == pack_file; });
  if (own == pack.sorted.end()) {
    complain(pack.diagnostics, {std::string(pack_file), 0, 0}, "the pack has no pack.yaml",
             "it names the pack and counts its rules");
  } else {
    pack.readable = read_pack_file(*own->file, pack.sorted, pack.head, pack.diagnostics);
    pack.broken = !pack.diagnostics.empty();
  }
  for (PackFile& file : pack.files) file.pack = pack.head.info.id;
  return pack;
}

/// The rules of one pack. Of a pack whose seal is broken only those that were changed are read, to say what else is
/// wrong with them.
void load_rules(PackReading& pack, bool tables_known, LoadedPacks& loaded) {
  if (!pack.readable) return;
  const PackContext context{pack.head.info.id, &loaded.reference.tables, tables_known};
  for (const SealedFile& one : pack.sorted) {
    const PackFile& file = *one.file;
    const bool changed = std::binary_search(pack.head.unsealed.begin(), pack.head.unsealed.end(), file.name);
    if (file.name == pack_file || is_table(file) || (pack.broken && !(changed && is_rule_file(file)))) continue;
    if (is_rule_file(file))
      load_rule(file, context, loaded.rules, pack.head, pack.diagnostics);
    else
      complain(pack.diagnostics, {file.name, 0, 0}, "this file belongs to no part of a pack",
               "rules are YAML files beside pack.yaml, reference tables are data/*.csv");
  }
  if (pack.diagnostics.empty() && pack.head.count != pack.head.info.rules)
    complain(pack.diagnostics, pack.head.at,
             fmt::format("pack.yaml counts {} rules, but {} are there", pack.head.count, pack.head.info.rules));
  mark_required(pack.head, loaded.rules.rules, pack.diagnostics);
  loaded.rules.packs.push_back(std::move(pack.head.info));
}

void refuse_twins(const std::vector<Rule>& rules, Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < rules.size(); ++i)
    if (rules[i].id == rules[i - 1].id)
      complain(diagnostics, rules[i].at, fmt::format("two rules have the id `{}`", rules[i].id));
}

/// Rules that a rule asks for: by id, or all of a theme.
std::vector<std::size_t> asked_by(const std::vector<Rule>& rules, std::size_t number, Diagnostics& diagnostics) {
  std::vector<std::string> ids, themes;
  gather_holds(rules[number].condition, ids, themes);
  if (rules[number].when) gather_holds(*rules[number].when, ids, themes);
  std::vector<std::size_t> asked;
  for (std::size_t other = 0; other < rules.size(); ++other)
    if (std::find(ids.begin(), ids.end(), rules[other].id) != ids.end() ||
        std::find(themes.begin(), themes.end(), rules[other].theme) != themes.end())
      asked.push_back(other);
  for (const std::string& id : ids)
    if (std::none_of(rules.begin(), rules.end(), [&id](const Rule& rule) { return rule.id == id; }))
      complain(diagnostics, rules[number].at, fmt::format("`holds` asks for rule `{}`, which is in no pack", id));
  for (const std::string& theme : themes)
    if (std::none_of(rules.begin(), rules.end(), [&theme](const Rule& rule) { return rule.theme == theme; }))
      complain(diagnostics, rules[number].at, fmt::format("`holds` asks for theme `{}`, which no rule has", theme));
  return asked;
}

/// A rule that asks for itself, at once or through others, has no verdict.
void refuse_circles(const std::vector<Rule>& rules, Diagnostics& diagnostics) {
  std::vector<std::vector<std::size_t>> asked;
  for (std::size_t number = 0; number < rules.size(); ++number) asked.push_back(asked_by(rules, number, diagnostics));
  for (std::size_t start = 0; start < rules.size(); ++start) {
    std::vector<bool> seen(rules.size(), false);
    std::vector<std::size_t> queue = asked[start];
    for (std::size_t i = 0; i < queue.size(); ++i) {
      if (queue[i] == start) {
        complain(diagnostics, rules[start].at,
                 fmt::format("cycle: rule `{}` asks for its own verdict", rules[start].id));
        break;
      }
      if (seen[queue[i]]) continue;
      seen[queue[i]] = true;
      queue.insert(queue.end(), asked[queue[i]].begin(), asked[queue[i]].end());
    }
  }
}

}  // namespace

bool load_packs(const std::vector<std::vector<PackFile>>& packs, LoadedPacks& loaded, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  std::vector<PackReading> readings;
  std::vector<PackFile> data;
  bool whole = true;
  for (const std::vector<PackFile>& files : packs) {
    const PackReading& pack = readings.emplace_back(open_pack(files));
    whole = whole && pack.readable && !pack.broken;
    std::copy_if(pack.files.begin(), pack.files.end(), std::back_inserter(data), is_table);
  }
  Diagnostics of_tables;
  if (whole) loaded.reference = load_reference(data, of_tables);
  Diagnostics found;
  for (PackReading& pack : readings) {
    load_rules(pack, whole, loaded);
    found.insert(found.end(), pack.diagnostics.begin(), pack.diagnostics.end());
  }
  std::vector<Rule>& rules = loaded.rules.rules;
  std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  refuse_twins(rules, found);
  if (found.empty()) refuse_circles(rules, found);
  found.insert(found.end(), of_tables.begin(), of_tables.end());
  sort_diagnostics(found);
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return std::none_of(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end(),
                      [](const Diagnostic& d) { return d.level == Level::error; });
}

}  // namespace assay
