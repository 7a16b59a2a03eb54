#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/describe_parts.h"
#include "rules/listing.h"
#include "rules/lot_fields.h"
#include "rules/product_words.h"
#include "rules/wording.h"

// An open question in words: what is missing, whom to ask, for which document, and what shows that it is missing.

namespace assay {
namespace {

/// Who waits at a party's frontier for its workers, not for its inputs: also a rule on labour about goods.
bool asks_about_workers(const Rule& rule) {
  return rule.subject == SubjectKind::worker_group || rule.theme == "labour";
}

/// Whom a blank cell is asked of: the seller of a shipment, the employer of workers, else the row's own party.
Entity whom_to_ask(const SupplyGraph& graph, CellRef cell, const Entity& row) {
  if (info(cell.field).table == TableKind::shipments) {
    const VertexId seller = graph.shipments.seller[graph.shipments.at(cell.table, cell.record)];
    if (seller != no_vertex) return entity_of(graph, seller);
  }
  if (info(cell.field).table == TableKind::smelters)
    if (const auto smelter = smelter_row(graph, cell))
      if (const VertexId party = graph.smelters.declared_by[*smelter]; party != no_vertex)
        return entity_of(graph, party);
  if (info(cell.field).table == TableKind::lots)
    if (const VertexId holder = holder_of_lot(graph, lot_at(graph, cell)); holder != no_vertex)
      return entity_of(graph, holder);
  if (cell.field == Field::product_lot)  // what else is in a product its maker knows, not who supplied a part
    if (const std::uint32_t part = part_at(graph, cell);
        part < graph.products.parts() && graph.products.supplier[part] != no_vertex)
      return entity_of(graph, graph.products.supplier[part]);
  return row;
}

/// What is wrong with the cell of a lot that says something, and yet does not show what it must.
std::string shortfall_of_lot(Field field, const std::string& lot) {
  switch (field) {
    case Field::lot_document:
      return fmt::format("{}: no document that was read shows where it comes from", lot);
    case Field::lot_made_from:
      return fmt::format("{}: it is said to be made from itself, or from nothing", lot);
    case Field::lot_origin_country:
      return fmt::format("{}: its origin is not where its mine lies", lot);
    case Field::lot_mine:
      return fmt::format("{}: no row of sites describes its mine as one", lot);
    default:
      return {};
  }
}

class Question {
 public:
  Question(const EvaluationState& state, const Finding& finding)
      : state_(state), graph_(state.graph), entry_(state.causes.entry(finding.cause)), finding_(finding) {}

  FindingText text() {
    text_.grade = Grade::d;
    switch (entry_.cause.why) {
      case Cause::Why::frontier:
        if (entry_.cause.about == Cause::About::inputs_or_workers)
          frontier();
        else if (entry_.cause.about == Cause::About::voyages)
          voyages();
        else
          party_itself();
        break;
      case Cause::Why::not_asked:
        if (entry_.cause.about == Cause::About::list)
          no_list();
        else
          not_asked();
        break;
      default:
        cell();
    }
    for (std::size_t r = 0; r < state_.rules.rules.size(); ++r)
      if (r != entry_.rule && waits(r)) text_.also.push_back(state_.rules.rules[r].id);
    const std::string what = fmt::format("open:{}:{}:{}", to_string(text_.subject.kind), text_.subject.id,
                                         text_.missing.empty() ? "" : text_.missing.front().field);
    text_.fingerprint = fingerprint_of(state_.rules.rules[entry_.rule].id, what, {});
    text_.path_fingerprint = text_.fingerprint;
    return std::move(text_);
  }

 private:
  [[nodiscard]] bool waits(std::size_t rule) const { return (entry_.rules[rule / 64] >> (rule % 64) & 1) != 0; }
  /// The first rule that waits, of those that ask about workers or of the others; whichever waits when there is none.
  [[nodiscard]] std::size_t first_that_waits(bool about_workers) const {
    const std::vector<Rule>& rules = state_.rules.rules;
    for (std::size_t r = 0; r < rules.size(); ++r)
      if (waits(r) && asks_about_workers(rules[r]) == about_workers) return r;
    return entry_.rule;
  }
  [[nodiscard]] std::string document(std::size_t rule) const {
    const std::vector<std::string>& wanted = state_.rules.rules[rule].decide_by;
    return wanted.empty() ? "" : wanted.front();
  }

  void ask(Entity whom, std::string what, std::size_t rule) {
    text_.ask.push_back({std::move(whom), std::move(what), document(rule), entry_.settles});
  }

  void cell() {
    const Cause& cause = entry_.cause;
    const Entity row = entity_of_cell(graph_, cause.cell);
    text_.subject = row;
    text_.missing.push_back({row, std::string(info(cause.cell.field).name), cause.why, cause.cell});
    if (cause.about == Cause::About::likeness) {
      text_.subject = entity_of(graph_, cause.vertex);
      likeness(text_.subject);
      return;
    }
    if (cause.claimed) {
      claim(row);
      return;
    }
    if (entry_.held_by != CauseEntry::nobody) {
      held();
      return;
    }
    if (cause.about == Cause::About::terms || cause.about == Cause::About::currency) {
      price(row);
      return;
    }
    if (cause.about == Cause::About::production) {
      production(row);
      return;
    }
    if (cause.fine_point) {
      description(row);
      return;
    }
    const std::string text = shorten(trim(graph_.tables->text(cause.cell)), 40);
    const bool of_product = info(cause.cell.field).table == TableKind::products;
    const std::string shortfall =
        of_product ? shortfall_of_product(cause.cell.field, row.name) : shortfall_of_lot(cause.cell.field, row.name);
    text_.message = cause.why == Cause::Why::ambiguous && !shortfall.empty()
                        ? shortfall
                        : complaint_about(cause.cell.field, row.name, cause.why, text);
    ask(whom_to_ask(graph_, cause.cell, row),
        of_product ? question_of_product(cause.cell.field, row.name) : question_about(cause.cell.field, row.name),
        entry_.rule);
    add_evidence(row, cause.cell, fmt::format("{}: {}", row.name, info(cause.cell.field).says));
  }

  /// A gap that the rule's own message says, with what shows it.
  void held() {
    const Rule& rule = state_.rules.rules[entry_.rule];
    Grounds grounds;
    state_.evaluator.explain(rule.condition, rule.subject, entry_.held_by, Truth::yes, grounds);
    const Entity subject = subject_entity(graph_, rule.subject, entry_.held_by);
    text_.message = fill_in(rule, graph_, entry_.held_by, subject, grounds);
    text_.evidence = std::move(grounds.steps);
    ask(whom_to_ask(graph_, entry_.cause.cell, text_.subject), rule.question, entry_.rule);
  }

  /// A defence is no excuse by being named: what it needs must be shown.
  void claim(const Entity& row) {
    const CellRef cell = entry_.cause.cell;
    const std::string text = shorten(trim(graph_.tables->text(cell)), 40);
    text_.message = fmt::format("{}: \"{}\" claims an exception, and nothing shows that it holds", row.name, text);
    // The documents that the rule names would settle the goods, not the exception.
    text_.ask.push_back({whom_to_ask(graph_, cell, row),
                         fmt::format("Which document shows that the exception holds for {}?", row.name),
                         {},
                         entry_.settles});
    add_evidence(row, cell, fmt::format("{}: {}", row.name, info(cell.field).says));
  }

  /// A price that is stated, and yet not comparable with a benchmark.
  void price(const Entity& row) {
    const CellRef cell = entry_.cause.cell;
    const bool terms = entry_.cause.about == Cause::About::terms;
    text_.message =
        terms ? fmt::format("{}: the price is low, and nothing shows that grade or terms of delivery explain it",
                            row.name)
              : fmt::format("{}: the price is in another currency than that of the benchmark", row.name);
    ask(whom_to_ask(graph_, cell, row),
        terms ? fmt::format("Of which grade and moisture were the goods of {}, and on which terms of delivery?",
                            row.name)
              : fmt::format("What did a tonne of the goods of {} cost in US dollars?", row.name),
        entry_.rule);
    add_evidence(row, cell, fmt::format("{}: {}", row.name, info(cell.field).says));
  }

  /// A lot that is named, and stands in no row.
  void unlisted_lot() {
    const Entity lot = entity_of(graph_, entry_.cause.vertex);
    const CellRef named = graph_.vertices.name[entry_.cause.vertex];
    text_.subject = lot;
    text_.missing.push_back({lot, "inputs", Cause::Why::frontier, named});
    text_.message = fmt::format("lot {} is named, but no row of lots describes it", lot.name);
    const Entity row = entity_of_cell(graph_, named);
    ask(whom_to_ask(graph_, named, row),
        fmt::format("Of which mine is lot {}, or from which lots was it made, and which document shows it?",
                    lot.name),
        entry_.rule);
    add_evidence(row, named, fmt::format("{} names lot {}", row.name, lot.name));
  }

  /// A code of which a measure names a part, and a description that does not tell whether these goods are in it.
  void description(const Entity& row) {
    const CellRef cell = entry_.cause.cell;
    const std::string text = shorten(trim(graph_.tables->text(cell)), 40);
    text_.message =
        entry_.cause.why == Cause::Why::ambiguous
            ? fmt::format(
                  "{}: \"{}\" does not tell whether a measure that names a part of the HS code "
                  "names these goods",
                  row.name, text)
            : fmt::format("{}: the goods are not described, and a measure names a part of their HS code", row.name);
    ask(whom_to_ask(graph_, cell, row),
        fmt::format("What exactly are the goods of {}: of which mineral or material, and in which form?", row.name),
        entry_.rule);
    add_evidence(row, cell, fmt::format("{}: {}", row.name, info(cell.field).says));
  }

  /// An origin that is stated, and no row of production that speaks of it.
  void production(const Entity& row) {
    const CellRef cell = entry_.cause.cell;
    text_.message =
        fmt::format("{}: no row of production says whether such goods are mined there at that time", row.name);
    ask(whom_to_ask(graph_, cell, row), fmt::format("Of which mine are the goods of {}?", row.name), entry_.rule);
    add_evidence(row, cell, fmt::format("{}: {}", row.name, info(cell.field).says));
  }

  void frontier() {
    const VertexId vertex = entry_.cause.vertex;
    if (graph_.vertices.kind[vertex] == VertexKind::lot) {
      unlisted_lot();
      return;
    }
    const Entity party = entity_of(graph_, vertex);
    const CellRef named = graph_.vertices.name[vertex];
    text_.subject = party;
    const bool goods = entry_.inputs;
    const bool workers = entry_.workers;
    const std::size_t goods_rule = first_that_waits(false);
    const std::size_t workers_rule = first_that_waits(true);
    if (goods) {
      text_.missing.push_back({party, "inputs", Cause::Why::frontier, named});
      ask(party, fmt::format("What went into the goods that {} sold, from whom and from which country?", party.name),
          goods_rule);
    }
    if (workers) {
      text_.missing.push_back({party, "workforce", Cause::Why::frontier, named});
      ask(party, fmt::format("Who works for {}, by nationality, and who provided them?", party.name), workers_rule);
    }
    text_.message = fmt::format("{} does not disclose {}", party.name,
                                goods && workers ? "its inputs, nor its whole workforce"
                                : goods          ? "what went into the goods it sold"
                                                 : "its whole workforce");
    if (goods) add_sales(vertex, party);
    if (text_.evidence.empty()) add_evidence(party, named, fmt::format("{} is named here", party.name));
  }

  /// Where a vessel was while it carried goods: their seller is asked, of the first of them.
  void voyages() {
    const VertexId vessel = entry_.cause.vertex;
    const Shipments& s = graph_.shipments;
    std::uint32_t first = 0xFFFFFFFF;
    for (std::uint32_t i = 0; i < s.vessel.size(); ++i)
      if (s.vessel[i] == vessel && (first == 0xFFFFFFFF || subject_before(graph_, SubjectKind::shipment, i, first)))
        first = i;
    text_.subject = entity_of(graph_, vessel);
    text_.missing.push_back({text_.subject, "voyages", Cause::Why::frontier, graph_.vertices.name[vessel]});
    text_.message =
        fmt::format("{}: its record does not show where it was while it carried the goods", text_.subject.name);
    if (first == 0xFFFFFFFF) return;
    const CellRef cell = s.cell(first, Field::shipment_vessel);
    const Entity goods = shipment_entity(graph_, first);
    ask(whom_to_ask(graph_, cell, goods),
        fmt::format("Where did {} load, call and discharge on the voyage that carried {}, and when?",
                    text_.subject.name, goods.name),
        entry_.rule);
    add_evidence(goods, cell, fmt::format("{} was carried by {}", goods.name, text_.subject.name));
  }

  /// Who owns a party, or what no row says of it because none describes it.
  void party_itself() {
    const Entity party = entity_of(graph_, entry_.cause.vertex);
    const CellRef named = graph_.vertices.name[entry_.cause.vertex];
    text_.subject = party;
    if (entry_.cause.about == Cause::About::owners) {
      text_.missing.push_back({party, "owners", Cause::Why::frontier, named});
      text_.message = fmt::format("{} does not disclose all of its owners", party.name);
      ask(party, fmt::format("Who owns {}, with shares that add up to 100 per cent, and since when?", party.name),
          entry_.rule);
    } else {
      const FieldInfo& field = info(entry_.cause.field);
      constexpr std::string_view whose = "the supplier's ";
      const std::string_view what = field.says.starts_with(whose) ? field.says.substr(whose.size()) : field.says;
      text_.missing.push_back({party, std::string(field.name), Cause::Why::frontier, named});
      text_.message = fmt::format("{} is named, but nothing describes it: the {} is not known", party.name, what);
      ask(party, fmt::format("What is the {} of {}?", what, party.name), entry_.rule);
    }
    add_evidence(party, named, fmt::format("{} is named here", party.name));
  }

  /// No list was read, or one from which "not on it" may not be concluded.
  void no_list() {
    const std::uint32_t number = entry_.cause.vertex;
    const Screening* screening = state_.evaluator.screening();
    if (screening == nullptr || number == no_vertex) {
      text_.subject = {VertexKind::document, "lists", "watch lists"};
      text_.message = "no watch list was read, so nobody knows who is on one";
      ask(text_.subject, "Please give the sanctions lists of the audit's jurisdictions.", entry_.rule);
    } else {
      const WatchList& list = screening->lists[number];
      text_.subject = {VertexKind::document, list.name, list.name};
      text_.message = fmt::format("that somebody is not on {} cannot be concluded: {}", list.name,
                                  screening->reliance[number].why);
      ask(text_.subject, fmt::format("Please give {} as of the day of the audit.", list.name), entry_.rule);
    }
    if (!text_.ask.empty()) text_.ask.back().document = "assay audit … --lists PATH@DATE";
    text_.missing.push_back({text_.subject, "lists", Cause::Why::not_asked, {}});
  }

  /// Somebody is like an entry of a list, and nothing tells whether he is it.
  void likeness(const Entity& row) {
    const Screening& screening = *state_.evaluator.screening();
    const std::span<const Hit> hits = screening.hits_of(entry_.cause.vertex);
    const auto asked =
        std::find_if(hits.begin(), hits.end(), [](const Hit& hit) { return hit.truth() == Truth::unknown; });
    const Hit& hit = asked == hits.end() ? hits.front() : *asked;
    Grounds grounds;
    prove_hit(state_.evaluator, hit, grounds);
    text_.evidence = std::move(grounds.steps);
    const std::string other = shorten(name_of_entry(screening, hit), 80);
    const std::string& list = screening.lists[hit.list].name;
    text_.message =
        fmt::format("{} may be \"{}\" on {}, entry {}", row.name, other, list, screening.entry_of(hit).id);
    ask(row, fmt::format("Is {} the same as \"{}\"? Which registration number does it have?", row.name, other),
        entry_.rule);
  }

  /// Goods have an upstream: the rows that say they were sold are the evidence that inputs exist.
  void add_sales(VertexId vertex, const Entity& party) {
    for (const std::uint32_t sale : state_.sales_of(vertex, most_named)) {
      EvidenceStep step;
      step.kind = EvidenceStep::Kind::edge;
      step.from = shipment_entity(graph_, sale);
      step.to = party;
      step.relation = Relation::sold_by;
      step.cell = graph_.shipments.cell(sale, Field::shipment_supplier);
      step.date = to_string(graph_.shipments.date[sale]);
      step.grade = Grade::b;
      step.says = fmt::format("{} was sold by {}", step.from.name, party.name);
      text_.evidence.push_back(std::move(step));
    }
  }

  void not_asked() {
    const FieldInfo& field = info(entry_.cause.field);
    const bool whole_table = !graph_.tables->has(field.table);
    const std::string name = whole_table ? std::string(to_string(field.table)) : std::string(field.name);
    text_.subject = {VertexKind::document, name, whole_table ? "table " + name : "column " + name};
    text_.message = whole_table ? fmt::format("no input is a table of {}", name) : absence_of(field.field);
    const std::vector<VertexId> parties = parties_by_exposure(graph_);
    for (std::size_t i = 0; i < std::min(parties.size(), most_named); ++i) {
      const Entity party = entity_of(graph_, parties[i]);
      text_.missing.push_back(
          {party, std::string(field.name), Cause::Why::not_asked, graph_.vertices.name[parties[i]]});
      if (i == 0)
        ask(party, whole_table ? fmt::format("Please give a table of {}.", name) : question_about(field.field, {}),
            entry_.rule);
    }
    if (parties.empty()) {
      text_.missing.push_back({text_.subject, std::string(field.name), Cause::Why::not_asked, {}});
      ask(text_.subject, fmt::format("Please give a table with {}.", name), entry_.rule);
    }
    text_.missing_more = parties.size() > most_named ? parties.size() - most_named : 0;
  }

  void add_evidence(const Entity& entity, CellRef cell, std::string says) {
    if (!cell.exists()) return;
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.says = std::move(says);
    step.from = step.to = entity;
    step.cell = cell;
    step.grade = Grade::c;
    text_.evidence.push_back(std::move(step));
  }

  const EvaluationState& state_;
  const SupplyGraph& graph_;
  const CauseEntry entry_;
  const Finding& finding_;
  FindingText text_;
};

}  // namespace

FindingText describe_question(const EvaluationState& state, const Finding& finding) {
  return Question(state, finding).text();
}

}  // namespace assay
