#include "cli/parse.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "base/failure.h"
#include "base/text.h"

namespace assay {
namespace {

[[noreturn]] void refuse(const std::string& sentence) {
  throw Failure(Exit::usage, sentence);
}

std::string in_quotes(std::string_view word) {
  return '"' + escape_for_terminal(word) + '"';
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(word, candidates, word.size() > 8 ? 3 : 2);
  return near.empty() ? std::string() : "; did you mean " + std::string(near) + "?";
}

/// The command that the first words name, and how many words that takes.
std::pair<const Command*, std::size_t> find_command(const std::vector<std::string>& words) {
  for (const Command& command : commands()) {
    const std::vector<std::string_view> name = split(command.name, " ");
    if (name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin()))
      return {&command, name.size()};
  }
  return {nullptr, 0};
}

[[noreturn]] void refuse_command(const std::vector<std::string>& words) {
  std::vector<std::string_view> names;
  std::vector<std::string_view> groups;
  for (const Command& command : commands()) {
    const std::vector<std::string_view> parts = split(command.name, " ");
    names.push_back(command.name);
    if (parts.size() > 1 && parts[0] == words[0]) groups.push_back(parts[1]);
  }
  if (!groups.empty()) {
    std::string choices;
    for (const std::string_view group : groups) choices.append(choices.empty() ? "" : ", ").append(group);
    const std::string hint = words.size() > 1 ? did_you_mean(words[1], groups) : std::string();
    refuse("assay " + words[0] + " needs one of: " + choices + hint);
  }
  const std::string hint = did_you_mean(words[0], names);
  std::error_code error;
  if (hint.empty() && std::filesystem::exists(words[0], error))
    refuse(in_quotes(words[0]) + " is no command; did you mean assay audit " + escape_for_terminal(words[0]) + "?");
  refuse(in_quotes(words[0]) + " is no command" + hint);
}

[[noreturn]] void refuse_option(const Command& command, std::string_view word) {
  std::vector<std::string_view> names{"--help"};
  for (const Option& option : command.options) names.push_back(option.name);
  refuse("assay " + std::string(command.name) + " has no option " + in_quotes(word.substr(0, word.find('='))) +
         did_you_mean(word.substr(0, word.find('=')), names));
}

void check_value(const Option& option, const std::string& value) {
  if (value.empty() || (value.starts_with("--") && value.size() > 2))
    refuse(std::string(option.name) + " needs a value (" + std::string(option.value) + ')');
  if (option.words.empty() || std::find(option.words.begin(), option.words.end(), value) != option.words.end())
    return;
  std::string allowed;
  for (const std::string_view word : option.words) allowed.append(allowed.empty() ? "" : ", ").append(word);
  const std::string hint = did_you_mean(value, option.words);
  refuse(std::string(option.name) + " takes " + allowed + ", not " + in_quotes(value) + hint);
}

/// A command's options in the library's form, and what it found.
class Parser {
 public:
  explicit Parser(const Command& command) : command_(command), app_("assay " + std::string(command.name)) {
    app_.set_help_flag("-h,--help");
    app_.allow_extras();  // we say what is wrong with them
    for (const Option& option : command.options) add(option);
    app_.add_option("operands", operands_);
  }

  Parsed parse(std::vector<std::string> words) {
    std::reverse(words.begin(), words.end());  // the library takes them from the back
    try {
      app_.parse(std::move(words));
    } catch (const CLI::CallForHelp&) {
      return {Parsed::Wish::help, &command_, {}};
    } catch (const CLI::ParseError& error) {
      refuse(escape_for_terminal(error.what()));
    }
    for (const std::string& word : app_.remaining()) refuse_option(command_, word);
    return {Parsed::Wish::run, &command_, arguments()};
  }

 private:
  void add(const Option& option) {
    std::string names(option.name);
    if (!option.letter.empty()) names = std::string(option.letter) + ',' + names;
    CLI::Option* added = nullptr;
    if (option.value.empty()) {
      added = app_.add_flag(names);
    } else {
      added = app_.add_option(names, values_[&option])->allow_extra_args(false);
    }
    known_[added] = &option;
  }

  Arguments arguments() {
    Arguments result;
    std::map<const CLI::Option*, std::size_t> next;
    for (const CLI::Option* parsed : app_.parse_order()) {
      const auto found = known_.find(parsed);
      if (found == known_.end()) continue;
      const Option& option = *found->second;
      const std::size_t place = next[parsed]++;
      if (place > 0 && !option.repeatable && !option.value.empty())
        refuse(std::string(option.name) + " is given more than once");
      const std::string value = option.value.empty() ? std::string() : parsed->results().at(place);
      if (!option.value.empty()) check_value(option, value);
      result.options.push_back({std::string(option.name), value});
    }
    result.operands = operands_;
    check_operands(result.operands);
    return result;
  }

  void check_operands(const std::vector<std::string>& operands) const {
    const std::string usage = "assay " + std::string(command_.name) + ' ' + std::string(command_.operands);
    if (operands.size() < command_.fewest) refuse("something is missing: " + usage);
    if (operands.size() > command_.most) refuse(in_quotes(operands[command_.most]) + " is too much: " + usage);
    for (const std::string& operand : operands)
      if (operand.empty()) refuse("an empty argument: " + usage);
  }

  const Command& command_;
  CLI::App app_;
  std::map<const Option*, std::vector<std::string>> values_;
  std::map<const CLI::Option*, const Option*> known_;
  std::vector<std::string> operands_;
};

}  // namespace

Parsed parse_words(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") return {Parsed::Wish::help, nullptr, {}};
  if (words[0] == "--version") return {Parsed::Wish::version, nullptr, {}};
  const auto [command, taken] = find_command(words);
  if (command == nullptr) refuse_command(words);
  return Parser(*command).parse({words.begin() + static_cast<std::ptrdiff_t>(taken), words.end()});
}

}  // namespace assay
