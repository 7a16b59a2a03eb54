#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "rules/load.h"

namespace assay {

/// The packs that --rules names, or the shipped one, with their files as they are.
struct NamedPacks {
  std::vector<std::string> folders;          ///< as the user named them; empty for the shipped pack
  std::vector<std::vector<PackFile>> files;  ///< of each pack
  LoadedPacks loaded;
  std::vector<bool> wanted;  ///< by rule number: those of --rule, or of the files that were named; else all
};

/// --rules of the commands about rules: a folder, or one rule file, which is judged in the pack around it.
Option rules_option();
Option one_rule_option();

/// Reads and loads the packs; false when they are refused, which is said on stderr. Throws Failure(io), (limit).
/// `named` are packs that stand among the operands; they come after those of --rules.
bool load_named_packs(const Arguments& arguments, Terminal& terminal, NamedPacks& packs,
                      const std::vector<std::string>& named = {});

/// Names in diagnostics are those of the files in their pack; people look for them from where they are.
void show_paths(const NamedPacks& packs, Diagnostics& diagnostics);

/// The number of a rule. Throws Failure(usage) with the nearest id where there is none of that name.
std::uint16_t rule_named(const Rules& rules, const std::string& id);

/// The value of an option as a number of percent. Throws Failure(usage) for what is none, or above 100.
double percent_of(const Arguments& arguments, std::string_view option, double otherwise);

/// "95.8 %"; 100 only when all are.
std::string percent_text(std::size_t part, std::size_t whole);

}  // namespace assay
