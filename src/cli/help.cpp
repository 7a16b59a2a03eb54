#include "cli/help.h"

#include <algorithm>

#include "report/layout.h"

namespace assay {
namespace {

std::string row(std::string left, std::string_view says, std::size_t width) {
  left.resize(std::max(left.size() + 2, width), ' ');
  return "  " + left + wrapped(says, left.size() + 2, 100) + '\n';
}

std::string option_words(const Option& option) {
  std::string text = option.letter.empty() ? "    " : std::string(option.letter) + ", ";
  text += option.name;
  if (!option.value.empty()) text.append(" ").append(option.value);
  return text;
}

std::string option_says(const Option& option) {
  std::string says(option.says);
  if (option.words.empty()) return says;
  says += ": ";
  for (std::size_t i = 0; i < option.words.size(); ++i) says.append(i == 0 ? "" : ", ").append(option.words[i]);
  return says;
}

std::string examples_text(const std::vector<std::string_view>& examples) {
  std::string text;
  for (const std::string_view example : examples) text.append("  ").append(example).append("\n");
  return text;
}

}  // namespace

std::string program_help() {
  std::string text =
      "assay finds North Korean mineral content and labour in a supply chain, shows the path that\n"
      "proves it cell by cell, and never calls a chain clean because the data are silent.\n"
      "\nCommands\n";
  for (const Command& command : commands())
    text += row(std::string(command.name) + ' ' + std::string(command.operands), command.says, 34);
  text += "\nExamples\n";
  for (const Command& command : commands())
    if (!command.examples.empty()) text.append("  ").append(command.examples.front()).append("\n");
  return text +
         "\nassay COMMAND --help says more. Exit: 0 nothing to report, 1 flagged, 3 open questions,\n"
         "2 usage, 4 an input, 5 a rule pack refused, 7 a store in use, 8 input or output failed,\n"
         "9 a store damaged or an audit not the same again, 70 internal error.\n";
}

std::string command_help(const Command& command) {
  std::string text = "assay " + std::string(command.name) + ' ' + std::string(command.operands);
  if (!command.options.empty()) text += " [OPTIONS]";
  text += "\n\n" + wrapped(command.says, 0, 100) + "\n\nOptions\n";
  for (const Option& option : command.options) text += row(option_words(option), option_says(option), 30);
  text += row("-h, --help", "this text", 30);
  if (!command.examples.empty()) text += "\nExamples\n" + examples_text(command.examples);
  return text;
}

}  // namespace assay
