#include "cli/configuration.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "base/failure.h"
#include "base/text.h"
#include "cli/configuration_file.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where the report goes is a matter of `audit` alone; `ask` has an --output of its own.
bool is_taken(std::string_view option, Takes takes) {
  if (takes == Takes::store) return option == "--db";
  return takes == Takes::everything || (option != "--format" && option != "--output");
}

/// Options of the command line that stand against another one of the file.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> against{
    {{"--format", "--output"},
     {"--output", "--format"},
     {"--quiet", "--verbose"},
     {"--verbose", "--quiet"},
     {"--ignore", "--select"},  // what is selected by hand is asked
     {"--no-store", "--db"}}};

bool is_outranked(std::string_view option, const Arguments& given, const Arguments& with_environment,
                  const Terminal& terminal) {
  if (with_environment.has(option) || (option == "--color" && terminal.colour_unwanted)) return true;
  return std::any_of(against.begin(), against.end(),
                     [&](const auto& pair) { return pair.first == option && given.has(pair.second); });
}

/// Keys that change no verdict for the better.
bool is_harmless(std::string_view option) {
  constexpr std::array<std::string_view, 12> harmless{"--format",  "--output",   "--color",       "--max-shown",
                                                      "--db",      "--no-store", "--quiet",       "--verbose",
                                                      "--timings", "--include",  "--expect-rows", "require"};
  return is_one_of(option, harmless) || option.starts_with("scope.");
}

std::string named_file(const std::string& file, std::string_view by) {
  std::error_code error;
  if (fs::is_regular_file(file, error)) return file;
  throw Failure(Exit::usage, std::string(by) + ": there is no file " + escape_for_terminal(file));
}

/// Empty for none.
std::string file_to_use(const Arguments& given, std::size_t first_input, const Environment& environment) {
  if (given.has("--no-config")) {
    if (given.has("--config")) throw Failure(Exit::usage, "--config and --no-config contradict each other");
    return {};
  }
  if (given.has("--config")) return named_file(given.text("--config"), "--config");
  if (!environment.config.empty()) return named_file(environment.config, "ASSAY_CONFIG");
  const bool has_input = given.operands.size() > first_input;
  return find_configuration(has_input ? given.operands[first_input] : ".", environment.home);
}

[[noreturn]] void refuse(const std::string& file, const Diagnostics& mistakes, Terminal& terminal) {
  for (const Diagnostic& mistake : mistakes) terminal.err << format_diagnostic(mistake);
  throw Failure(Exit::usage, escape_for_terminal(file) + (mistakes.size() == 1 ? " has a mistake" : " has mistakes") +
                                 "; nothing was done");
}

std::string key_of(const std::string& option) {
  if (option == "--no-store") return "store";
  return option.starts_with("--") ? option.substr(2) : option;
}

void tell_use(const std::string& file, const std::vector<Given>& taken, const Arguments& all, Terminal& terminal) {
  const bool counts =
      std::any_of(taken.begin(), taken.end(), [](const Given& one) { return !is_harmless(one.option); });
  if (all.has("--quiet") || (!counts && !all.has("--verbose"))) return;
  std::vector<std::string> keys;
  for (const Given& one : taken)
    if (std::string key = key_of(one.option); std::find(keys.begin(), keys.end(), key) == keys.end())
      keys.push_back(std::move(key));
  std::string text;
  for (const std::string& key : keys) text.append(text.empty() ? ": " : ", ").append(key);
  terminal.err << "assay: note: options from " << escape_for_terminal(file) << (text.empty() ? ": none" : text)
               << "; --no-config leaves them out\n";
}

}  // namespace

std::vector<Option> configuration_options() {
  return {{"--config", "FILE", "take options from this file, not from the nearest assay.yaml above the first input"},
          {"--no-config", "", "take options from no file"}};
}

Arguments with_configuration(const Arguments& given, Takes takes, std::size_t first_input, Terminal& terminal) {
  Arguments all = given;
  if (!all.has("--db") && !terminal.environment.store.empty())
    all.options.push_back({"--db", terminal.environment.store});
  if (takes == Takes::store && all.has("--db")) return all;
  const std::string file = file_to_use(given, first_input, terminal.environment);
  if (file.empty()) return all;
  Diagnostics mistakes;
  std::vector<Given> taken = read_configuration(file, mistakes);
  if (!mistakes.empty()) refuse(file, mistakes, terminal);
  std::erase_if(taken, [&](const Given& one) {
    return !is_taken(one.option, takes) || is_outranked(one.option, given, all, terminal);
  });
  all.options.insert(all.options.end(), taken.begin(), taken.end());
  tell_use(file, taken, all, terminal);
  return all;
}

}  // namespace assay
