#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace assay {

using Json = nlohmann::ordered_json;

/// A text as JSON may hold it: valid UTF-8, an invalid byte as the four characters \xE9, so that it is seen.
std::string json_text(std::string_view text);

/// A value on one line. Controls, bidi marks and other characters that could deceive who reads the file on a terminal
/// are written as \u escapes; a parser reads the same text.
std::string json_line(const Json& value);

/// A member of the top object that is a list, written element by element, a line each.
class JsonList {
 public:
  JsonList(std::ostream& out, std::string_view name);
  void add(const Json& element);
  void end();

 private:
  std::ostream& out_;
  bool empty_ = true;
};

}  // namespace assay
