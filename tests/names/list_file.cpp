#include "names/list_file.h"

#include <fstream>

namespace assay {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quoted && c == '"' && at + 1 < line.size() && line[at + 1] == '"')
      cells.back() += line[at++];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

NameKind kind_of(const std::string& word) {
  if (word == "person") return NameKind::person;
  if (word == "vessel") return NameKind::vessel;
  return word == "org" ? NameKind::company : NameKind::unknown;
}

}  // namespace

std::vector<TestName> read_list_file(const std::filesystem::path& file) {
  std::vector<TestName> names;
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() < 5 || cells[4].empty()) continue;
    names.push_back({cells[4], kind_of(cells[2]), false});
  }
  return names;
}

}  // namespace assay
