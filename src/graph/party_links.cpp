#include "graph/party_links.h"

#include <algorithm>

#include "tables/row_content.h"

namespace assay {
namespace {

bool is_relations_row(CellRef cell) {
  return info(cell.field).table == TableKind::relations;
}

/// Whether the word of a stated deal says that it is one; else it may mean any relation.
bool is_known_word(const SupplyGraph& graph, CellRef cell) {
  return cell.field == Field::relation_word && relation_word(graph.tables->text(cell)).has_value();
}

}  // namespace

PartyLinks::PartyLinks(const SupplyGraph& graph, const PathQuestion& question)
    : graph_(graph), question_(question), deals_(graph), follows_deals_(follows(Relation::supplied_by)) {
  if (follows_deals_) gather_shipments();
  gather_facts();
  gather_stated();
}

void PartyLinks::gather_shipments() {
  const Shipments& s = graph_.shipments;
  by_seller_ = Topology(
      graph_.vertices.size(),
      [&s](auto visit) {
        for (std::uint32_t i = 0; i < s.size(); ++i)
          if (s.buyer[i] != no_vertex && s.seller[i] != no_vertex) visit(Arc{s.seller[i], s.buyer[i], i});
      },
      s.buyer);
  for (std::uint32_t i = 0; i < s.size(); ++i)
    if ((s.buyer[i] == no_vertex) != (s.seller[i] == no_vertex)) loose_shipments_.push_back(i);
  has_any_ = s.size() > 0;
}

void PartyLinks::keep_if_loose(const PartyLink& link) {
  has_any_ = true;
  if ((link.from == no_vertex) != (link.to == no_vertex)) loose_.push_back(link);
}

/// Sites are an end of a chain, not a link of it.
bool PartyLinks::is_followed(std::uint32_t number) const {
  const Fact& fact = graph_.facts[number];
  const bool of_site = fact.to != no_vertex && graph_.vertices.kind[fact.to] == VertexKind::facility;
  return !of_site && follows(fact.relation);
}

void PartyLinks::gather_facts() {
  for (std::uint32_t n = 0; n < graph_.facts.size(); ++n) {
    if (!is_followed(n)) continue;
    const PartyLink link = of_fact(n);
    keep_if_loose(link);
    if (link.from != no_vertex && link.to != no_vertex) facts_into_.push_back(n);
  }
  std::stable_sort(facts_into_.begin(), facts_into_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return graph_.facts[a].to < graph_.facts[b].to; });
}

void PartyLinks::gather_stated() {
  const std::vector<StatedDeal>& deals = graph_.stated_deals;
  for (std::uint32_t n = 0; n < deals.size(); ++n) {
    if (!follows_deals_ && is_known_word(graph_, deals[n].cell)) continue;
    const PartyLink link = of_stated(n);
    keep_if_loose(link);
    if (link.from != no_vertex && link.to != no_vertex) stated_into_.push_back(n);
  }
  stated_from_ = stated_into_;
  std::stable_sort(stated_into_.begin(), stated_into_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return deals[a].seller < deals[b].seller; });
  std::stable_sort(stated_from_.begin(), stated_from_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return deals[a].buyer < deals[b].buyer; });
}

bool PartyLinks::is_asked() const {
  const Tables& tables = *graph_.tables;
  return has_any_ || tables.has(Field::relation_word) || (follows_deals_ && tables.has(Field::shipment_supplier)) ||
         (follows(Relation::labour_from) && tables.has(Field::workers_labour_provider));
}

void PartyLinks::forget_into() {
  by_seller_ = {};
  facts_into_ = {};
  stated_into_ = {};
}

PartyLink PartyLinks::of_shipment(std::uint32_t shipment) const {
  return {PartyLink::Kind::shipment, Relation::supplied_by, graph_.shipments.buyer[shipment],
          graph_.shipments.seller[shipment], shipment};
}

PartyLink PartyLinks::of_stated(std::uint32_t number) const {
  const StatedDeal& deal = graph_.stated_deals[number];
  return {PartyLink::Kind::stated, Relation::supplied_by, deal.buyer, deal.seller, number};
}

PartyLink PartyLinks::of_fact(std::uint32_t number) const {
  const Fact& fact = graph_.facts[number];
  return {PartyLink::Kind::fact, fact.relation, fact.from, fact.to, number};
}

CellRef PartyLinks::cell(const PartyLink& link) const {
  if (link.kind == PartyLink::Kind::shipment) return graph_.shipments.cell(link.number, Field::shipment_supplier);
  return link.kind == PartyLink::Kind::stated ? graph_.stated_deals[link.number].cell
                                              : graph_.facts[link.number].cell;
}

/// A row of workers that states another nationality says of its own workers that they are not meant.
bool PartyLinks::speaks_of_others(const PartyLink& link) const {
  const CellRef row = cell(link);
  if (info(row.field).table != TableKind::workers ||
      !graph_.tables->tables[row.table].has(Field::workers_nationality))
    return false;
  const std::string text = graph_.tables->text({row.table, Field::workers_nationality, row.record});
  return !graph_.reference->nationality(text).country.may_be(question_.target_country);
}

Truth PartyLinks::truth(const PartyLink& link) const {
  if (link.from == no_vertex || link.to == no_vertex) return Truth::unknown;
  if (deals_.is_ambiguous(link.from) || deals_.is_ambiguous(link.to)) return Truth::unknown;
  if (link.kind == PartyLink::Kind::stated && !is_known_word(graph_, cell(link))) return Truth::unknown;
  if (link.kind == PartyLink::Kind::fact && (!graph_.facts[link.number].sure || speaks_of_others(link)))
    return Truth::unknown;
  return Truth::yes;
}

Date PartyLinks::row_date(CellRef row, bool is_end) const {
  const TableKind table = info(row.field).table;
  Field field = is_end ? Field::relation_to : Field::relation_from;
  if (table == TableKind::workers) field = is_end ? Field::workers_to : Field::workers_from;
  Date date;
  date.known = Known::not_asked;
  if (table != TableKind::workers && table != TableKind::relations) return date;
  if (!graph_.tables->tables[row.table].has(field)) return date;
  return parse_date(graph_.tables->text({row.table, field, row.record}));
}

Span PartyLinks::span(const PartyLink& link) const {
  Span span;
  if (link.kind == PartyLink::Kind::shipment) {
    const Date& date = graph_.shipments.date[link.number];
    if (date.known != Known::yes) return span;
    span = {date.first, date.last(), date.first, date.last()};
  } else {
    const Date from = row_date(cell(link), false);
    const Date to = row_date(cell(link), true);
    span = span_of(from, to, graph_.as_of);
    const bool undated = span.start_low == earliest_day && span.start_high == graph_.as_of;
    if (undated) span.start_high -= question_.look_back;
  }
  if (span.start_low > earliest_day) span.start_low -= question_.look_back;
  if (span.end_high < latest_day) span.end_high += question_.slack;
  return span;
}

CellRef PartyLinks::naming_cell(const PartyLink& link, bool of_from) const {
  if (link.kind == PartyLink::Kind::shipment)
    return graph_.shipments.cell(link.number, of_from ? Field::shipment_buyer : Field::shipment_supplier);
  const CellRef row = cell(link);
  if (!is_relations_row(row)) return row;
  const auto word = relation_word(graph_.tables->text({row.table, Field::relation_word, row.record}));
  const bool reversed = word && word->reversed;
  return {row.table, of_from != reversed ? Field::relation_source : Field::relation_target, row.record};
}

std::pair<CellRef, Known> PartyLinks::time_cell(const PartyLink& link) const {
  if (link.kind == PartyLink::Kind::shipment)
    return {graph_.shipments.cell(link.number, Field::shipment_date), graph_.shipments.date[link.number].known};
  const CellRef row = cell(link);
  const bool of_workers = info(row.field).table == TableKind::workers;
  const Date from = row_date(row, false);
  const Date to = row_date(row, true);
  // A beginning after the audit or after the end is no time at all (span_of).
  const bool is_no_time =
      from.known == Known::yes && (from.first > graph_.as_of || (to.known == Known::yes && to.last() < from.first));
  const bool is_end = !is_no_time && from.known == Known::yes && to.known != Known::yes;
  Field field = is_end ? Field::relation_to : Field::relation_from;
  if (of_workers) field = is_end ? Field::workers_to : Field::workers_from;
  return {{row.table, field, row.record}, is_no_time ? Known::unreadable : is_end ? to.known : from.known};
}

Date PartyLinks::date(const PartyLink& link) const {
  return link.kind == PartyLink::Kind::shipment ? graph_.shipments.date[link.number] : row_date(cell(link), false);
}

std::uint64_t PartyLinks::key(const PartyLink& link) const {
  return link.kind == PartyLink::Kind::shipment ? graph_.shipments.key[link.number]
                                                : row_content(*graph_.tables, cell(link));
}

}  // namespace assay
