#include <charconv>

#include "base/failure.h"
#include "base/text.h"
#include "cli/command.h"

namespace assay {

bool Arguments::has(std::string_view option) const {
  for (const Given& given : options)
    if (given.option == option) return true;
  return false;
}

std::string Arguments::text(std::string_view option, std::string_view otherwise) const {
  for (const Given& given : options)
    if (given.option == option) return given.value;
  return std::string(otherwise);
}

std::vector<std::string> Arguments::texts(std::string_view option, bool split_commas) const {
  std::vector<std::string> values;
  for (const Given& given : options) {
    if (given.option != option) continue;
    if (!split_commas) {
      values.push_back(given.value);
      continue;
    }
    for (const std::string_view part : split(given.value, ",")) values.emplace_back(part);
  }
  return values;
}

std::uint64_t Arguments::number(std::string_view option, std::uint64_t otherwise) const {
  if (!has(option)) return otherwise;
  const std::string value = text(option);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size())
    throw Failure(Exit::usage,
                  std::string(option) + " takes a whole number, not \"" + escape_for_terminal(value) + '"');
  return number;
}

}  // namespace assay
