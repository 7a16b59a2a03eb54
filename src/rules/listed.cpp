#include "rules/listed.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "names/fold.h"
#include "reference/pack_table.h"

namespace assay {
namespace {

using ByName = std::multimap<std::string, VertexId>;

ByName parties_of(const SupplyGraph& graph) {
  ByName parties;
  for (VertexId v = 0; v < graph.vertices.size(); ++v) {
    const CellRef name = graph.vertices.name[v];
    for (const CellRef cell :
         {name, graph.vertices.identifier[v], CellRef{name.table, Field::supplier_id, name.record}}) {
      if (!cell.exists()) continue;
      const std::string text = fold_name(graph.tables->text(cell));
      if (!text.empty()) parties.emplace(text, v);
    }
  }
  return parties;
}

std::vector<std::string_view> columns_of(std::string_view header) {
  std::vector<std::string_view> columns;
  for (const std::string_view name : {"list", "id", "name", "program"}) {
    const std::vector<std::string_view> written = split(header, ",");
    if (std::find(written.begin(), written.end(), name) != written.end()) columns.push_back(name);
  }
  return columns;
}

}  // namespace

bool read_listed(const std::string& text, const SupplyGraph& graph,
                 std::shared_ptr<const std::vector<ListedParty>>& listed) {
  const std::vector<std::string_view> columns = columns_of(std::string_view(text).substr(0, text.find('\n')));
  Diagnostics diagnostics;
  const PackTable table = read_pack_table({"lists.csv", text}, columns, diagnostics);
  if (!diagnostics.empty() || columns.empty()) return false;
  const ByName parties = parties_of(graph);
  auto found = std::make_shared<std::vector<ListedParty>>();
  for (const PackRow& row : table.rows) {
    ListedParty entry;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] == "list") entry.list = row[i].text;
      if (columns[i] == "program") entry.program = row[i].text;
      if (columns[i] == "id" || columns[i] == "name") names.push_back(fold_name(row[i].text));
    }
    for (const std::string& name : names) {
      const auto [first, last] = parties.equal_range(name);
      for (auto at = first; at != last; ++at) {
        entry.vertex = at->second;
        found->push_back(entry);
      }
    }
  }
  listed = std::move(found);
  return true;
}

}  // namespace assay
