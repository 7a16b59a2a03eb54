#include <algorithm>

#include "base/text.h"
#include "graph/parties.h"
#include "names/fold.h"

// Whom a reference to a party means, and the canonical order of all vertices.

namespace assay {
namespace {

constexpr VertexId not_resolved = no_vertex - 1;

}  // namespace

VertexId Parties::find(std::string_view text, CellRef cell) {
  const std::uint32_t number = references_.intern(text);
  if (number >= resolved_.size()) resolved_.resize(number + 1, not_resolved);
  VertexId& party = resolved_[number];
  if (party == not_resolved) {
    party = resolve(text, cell);
  } else if (party != no_vertex && graph_.vertices.standing[party] != Standing::listed &&
             comes_first(*graph_.tables, cell, graph_.vertices.name[party])) {
    graph_.vertices.name[party] = cell;
  }
  return party;
}

bool Parties::knows(std::string_view text) const {
  text = trim(text);
  std::string folded = fold_name(text);
  if (folded.empty()) folded = text;
  const std::uint32_t name = texts_.find(folded);
  std::vector<VertexId> found;
  by_code_.find(references_.find(text), found);
  by_name_.find(name, found);
  return !found.empty() || (name != TextPool::none && others_.contains(std::uint64_t{name} << 1));
}

VertexId Parties::resolve(std::string_view text, CellRef cell) {
  const std::string_view trimmed = trim(text);
  if (is_blank_word(trimmed)) return no_vertex;
  std::string folded = fold_name(trimmed);
  if (folded.empty()) folded = trimmed;
  std::vector<VertexId> found;
  by_code_.find(references_.find(trimmed), found);
  const bool is_code = !found.empty();
  by_name_.find(texts_.find(folded), found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() == 1) return found.front();
  const bool unknown = found.empty();
  // An id and a name may be written alike and mean others, so such a text is told apart as it is written.
  const std::uint32_t number = texts_.intern(is_code ? folded + "|" + std::string(trimmed) : folded);
  const VertexKey key{unknown ? VertexKey::Form::unresolved : VertexKey::Form::ambiguous, Country(Known::not_asked),
                      number};
  const auto [at, is_new] = others_.emplace(std::uint64_t{number} << 1 | (unknown ? 0 : 1), no_vertex);
  if (is_new) {
    at->second = add(VertexKind::company, unknown ? Standing::unresolved : Standing::ambiguous, cell,
                     Country(Known::not_asked), key);
    if (!unknown) graph_.candidates.emplace_back(at->second, std::move(found));
  } else if (comes_first(*graph_.tables, cell, graph_.vertices.name[at->second])) {
    graph_.vertices.name[at->second] = cell;
  }
  return at->second;
}

void Parties::rank() {
  Vertices& v = graph_.vertices;
  v.rank.assign(v.size(), 0);
  std::vector<VertexId> companies, others;
  for (VertexId i = 0; i < v.size(); ++i) (v.kind[i] == VertexKind::company ? companies : others).push_back(i);
  const auto compare = [this](VertexId a, VertexId b) {
    const VertexKey& x = keys_[a];
    const VertexKey& y = keys_[b];
    if (x.form != y.form) return x.form < y.form ? -1 : 1;
    if (x.country.raw() != y.country.raw()) return x.country.raw() < y.country.raw() ? -1 : 1;
    return x.text == y.text ? 0 : texts_[x.text].compare(texts_[y.text]);
  };
  std::sort(companies.begin(), companies.end(), [&](VertexId a, VertexId b) {
    const int c = compare(a, b);
    return c != 0 ? c < 0 : a < b;
  });
  std::uint32_t place = 0;
  for (const VertexId vertex : companies) v.rank[vertex] = place++;
  const auto party_rank = [&v](VertexId i) { return v.party[i] == no_vertex ? no_vertex : v.rank[v.party[i]]; };
  std::sort(others.begin(), others.end(), [&](VertexId a, VertexId b) {
    if (party_rank(a) != party_rank(b)) return party_rank(a) < party_rank(b);
    const int c = compare(a, b);
    return c != 0 ? c < 0 : a < b;
  });
  for (const VertexId vertex : others) v.rank[vertex] = place++;
}

}  // namespace assay
