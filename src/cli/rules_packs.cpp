#include "cli/rules_packs.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "audit/packs.h"
#include "base/failure.h"
#include "base/text.h"
#include "cli/request.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

void choose_rules(const Arguments& arguments, NamedPacks& packs) {
  const std::vector<Rule>& rules = packs.loaded.rules.rules;
  const bool by_file = !std::all_of(packs.folders.begin(), packs.folders.end(), is_folder);
  packs.wanted.assign(rules.size(), !by_file && !arguments.has("--rule"));
  if (arguments.has("--rule")) {
    packs.wanted[rule_named(packs.loaded.rules, arguments.text("--rule"))] = true;
    return;
  }
  for (const std::string& file : packs.folders)
    for (std::size_t number = 0; number < rules.size(); ++number)
      if (is_folder(file) || rules[number].id + ".yaml" == fs::path(file).filename().string())
        packs.wanted[number] = true;
}

}  // namespace

Option rules_option() {
  return {"--rules", "DIR|FILE", "this rule pack, or this one rule, instead of the shipped pack", "", {}, true};
}

Option one_rule_option() {
  return {"--rule", "ID", "only this rule"};
}

bool load_named_packs(const Arguments& arguments, Terminal& terminal, NamedPacks& packs,
                      const std::vector<std::string>& named) {
  packs.folders = arguments.texts("--rules");
  packs.folders.insert(packs.folders.end(), named.begin(), named.end());
  for (const std::string& folder : packs.folders)
    packs.files.push_back(is_folder(folder) ? read_pack(folder) : pack_around(folder));
  if (packs.folders.empty()) packs.files.push_back(shipped_pack());
  Diagnostics diagnostics;
  const bool sound = load_packs(packs.files, packs.loaded, diagnostics);
  show_paths(packs, diagnostics);
  tell(diagnostics, arguments, terminal);
  if (sound) choose_rules(arguments, packs);
  return sound;
}

void show_paths(const NamedPacks& packs, Diagnostics& diagnostics) {
  const auto path_of = [&packs](const std::string& name) -> std::string {
    for (std::size_t pack = packs.folders.size(); pack-- > 0;)  // of two files of one name the later counts
      for (const PackFile& file : packs.files[pack]) {
        if (file.name != name) continue;
        const fs::path named = packs.folders[pack];
        return ((is_folder(packs.folders[pack]) ? named : named.parent_path()) / name).generic_string();
      }
    return name;
  };
  for (Diagnostic& diagnostic : diagnostics) diagnostic.at.file = path_of(diagnostic.at.file);
}

std::uint16_t rule_named(const Rules& rules, const std::string& id) {
  std::vector<std::string_view> ids;
  for (std::size_t number = 0; number < rules.rules.size(); ++number) {
    if (rules.rules[number].id == id) return static_cast<std::uint16_t>(number);
    ids.push_back(rules.rules[number].id);
  }
  const std::string_view near = nearest(id, ids, 4);
  throw Failure(Exit::usage, fmt::format("no rule is called \"{}\"{}", escape_for_terminal(id),
                                         near.empty() ? "; assay rules list names them all"
                                                      : fmt::format("; did you mean {}?", near)));
}

double percent_of(const Arguments& arguments, std::string_view option, double otherwise) {
  if (!arguments.has(option)) return otherwise;
  const std::uint64_t value = arguments.number(option, 0);
  if (value > 100) throw Failure(Exit::usage, fmt::format("{} takes a percentage, 0 to 100", option));
  return static_cast<double>(value);
}

std::string percent_text(std::size_t part, std::size_t whole) {
  if (whole == 0) return "100 %";
  const std::size_t tenths = part * 1000 / whole;  // rounded down: 99.96 is not all
  return tenths % 10 == 0 ? fmt::format("{} %", tenths / 10) : fmt::format("{}.{} %", tenths / 10, tenths % 10);
}

}  // namespace assay
