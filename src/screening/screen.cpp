#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "names/prepare.h"
#include "screening/contacts.h"
#include "screening/entries.h"
#include "screening/identifiers.h"
#include "screening/judge.h"
#include "screening/screening.h"
#include "screening/subjects.h"

namespace assay {
namespace {

constexpr std::size_t names_at_once = 16384;  // so that the texts of a large input never lie in memory together

constexpr std::array identifier_columns = {Field::supplier_uscc, Field::supplier_lei,
                                           Field::supplier_registration_no};

/// Names that the limits of comparison cut, or that hold what is not read: said once for each cell.
void tell_findings(const SupplyGraph& graph, const SubjectName& name, const PreparedName& prepared,
                   Diagnostics& diagnostics) {
  for (std::string& words : finding_words(prepared)) {
    Diagnostic diagnostic;
    diagnostic.level = Level::warning;
    const CellPlace place = graph.tables->place(name.cell);
    diagnostic.at = {place.file, place.line, place.column};
    diagnostic.message = std::move(words);
    diagnostic.hint = "compare this name with the lists by hand";
    diagnostics.push_back(std::move(diagnostic));
  }
}

class Screener {
 public:
  Screener(const SupplyGraph& graph, Screening& out, const ScreenOptions& options, Diagnostics& diagnostics)
      : graph_(graph), out_(out), options_(options), diagnostics_(diagnostics), judge_(graph, out) {}

  void by_name() {
    const std::vector<SubjectName> names = subject_names(graph_);
    for (const EntryGroup group : {EntryGroup::companies, EntryGroup::people, EntryGroup::vessels}) {
      const EntryNames entries(out_.lists, group);
      if (entries.size() == 0) continue;
      for (std::size_t first = 0; first < names.size(); first += names_at_once)
        block(entries, std::span(names).subspan(first, std::min(names_at_once, names.size() - first)));
    }
  }

  void by_identifier() {
    const IdentifierIndex index(out_.lists);
    for (const SubjectFact& fact : subject_facts(graph_, identifier_columns)) {
      const std::string text = graph_.tables->text(fact.cell);
      if (!is_usable_identifier(fact.cell.field, trim(text))) continue;
      for (const FactPlace place : index.find(fact.cell.field, text))
        add(judge_.identifier(fact.vertex, fact.cell, place));
    }
    for (const SubjectFact& imo : vessel_numbers(graph_))
      for (const FactPlace place : index.find(imo.cell.field, graph_.tables->text(imo.cell)))
        add(judge_.identifier(imo.vertex, imo.cell, place));
  }

  void by_contact() {
    for (const ContactHit& hit : shared_contacts(graph_, out_.lists)) add(judge_.contact(hit));
  }

 private:
  void block(const EntryNames& entries, std::span<const SubjectName> names) {
    std::vector<std::string> texts;
    std::vector<const SubjectName*> whose;
    for (const SubjectName& name : names) {
      if (!entries.may_be_one(graph_.vertices.kind[name.vertex])) continue;
      std::string text = text_of(graph_, name);
      read_name(text, entries.kind_of_names(), prepared_);
      if (entries.group() == EntryGroup::people && !may_name_a_person(prepared_)) continue;
      if (entries.group() != EntryGroup::people) tell_findings(graph_, name, prepared_, diagnostics_);
      texts.push_back(std::move(text));
      whose.push_back(&name);
    }
    std::vector<NameText> queries;
    for (const std::string& text : texts) queries.push_back({text, entries.kind_of_names()});
    for (const EntryMatch& match : entries.search(queries, options_.threads))
      add(judge_.name(*whose[match.query], match));
  }

  void add(const std::optional<Hit>& hit) {
    if (hit) out_.hits.push_back(*hit);
  }

  const SupplyGraph& graph_;
  Screening& out_;
  const ScreenOptions& options_;
  Diagnostics& diagnostics_;
  Judge judge_;
  PreparedName prepared_;  ///< its memory is used again
};

/// What is surest first; of one entry and vertex the best alone is kept, of each way in which it was found.
void put_in_order(Screening& screening) {
  const auto strength = [](const Hit& hit) {
    return std::tuple(hit.truth() == Truth::yes       ? 0
                      : hit.truth() == Truth::unknown ? 1
                                                      : 2,
                      static_cast<int>(hit.by), -hit.score);
  };
  const auto key = [&](const Hit& hit) {
    return std::tuple(hit.vertex, strength(hit), hit.list, hit.entry, hit.where, hit.cell.table, hit.cell.record,
                      hit.cell.field);
  };
  std::vector<Hit>& hits = screening.hits;
  std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) { return key(a) < key(b); });
  std::vector<Hit> kept;
  for (const Hit& hit : hits) {
    bool again = false;
    for (auto other = kept.rbegin(); other != kept.rend() && other->vertex == hit.vertex && !again; ++other)
      again = other->list == hit.list && other->entry == hit.entry && other->by == hit.by;
    if (!again) kept.push_back(hit);
  }
  hits = std::move(kept);
}

}  // namespace

Screening screen(const SupplyGraph& graph, std::vector<WatchList> lists, const ScreenOptions& options,
                 Diagnostics& diagnostics) {
  Screening screening;
  screening.lists = std::move(lists);
  for (const WatchList& list : screening.lists) {
    screening.reliance.push_back(rely_on(list, graph.as_of));
    if (is_built_in(list))
      screening.reliance.back() = {false, "it does not stand in for the lists themselves", false};
  }
  Screener screener(graph, screening, options, diagnostics);
  screener.by_identifier();
  screener.by_name();
  screener.by_contact();
  put_in_order(screening);
  return screening;
}

}  // namespace assay
