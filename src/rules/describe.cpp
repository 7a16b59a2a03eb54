#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "names/fold.h"
#include "rules/field_value.h"
#include "rules/state.h"
#include "rules/wording.h"

namespace assay {
namespace {

constexpr std::size_t most_named = 20;

/// A word that a condition gave the message; null when none did.
const std::string* word_of(const Grounds& grounds, std::string_view wanted) {
  for (const auto& [word, text] : grounds.words)
    if (word == wanted) return &text;
  return nullptr;
}

std::string_view cell_of_row(const Grounds& grounds, std::string_view column) {
  for (const auto& [name, text] : grounds.row)
    if (name == column) return text;
  return {};
}

std::string fill_in(const Rule& rule, const SupplyGraph& graph, std::uint32_t subject, const Entity& entity,
                    const Grounds& grounds) {
  std::string text;
  for (std::size_t at = 0; at < rule.message.size();) {
    const std::size_t open = rule.message.find('{', at);
    if (open == std::string::npos) return text + rule.message.substr(at);
    const std::size_t close = rule.message.find('}', open);
    text += rule.message.substr(at, open - at);
    const std::string word = rule.message.substr(open + 1, close - open - 1);
    if (word == "subject.id")
      text += entity.id;
    else if (word == "subject.name")
      text += entity.name;
    else if (word == "path.hops")
      text += std::to_string(grounds.hops);
    else if (word == "target.name")
      text += grounds.target;
    else if (const std::string* found = word_of(grounds, word))
      text += *found;
    else if (word.starts_with("row."))
      text += cell_of_row(grounds, word.substr(4));
    else if (const auto field = field_from(word))
      text += trim(graph.tables->text(cell_of(graph, rule.subject, subject, *field)));
    at = close + 1;
  }
  return text;
}

std::string fingerprint_of(const std::string& rule, const std::string& what, const std::vector<EvidenceStep>& steps) {
  std::vector<std::string_view> parts = {rule, what};
  for (const EvidenceStep& step : steps) {
    parts.push_back(step.from.id);
    parts.push_back(step.to.id);
  }
  return fingerprint(parts);
}

/// Whose row a cell stands in.
Entity entity_of_cell(const SupplyGraph& graph, CellRef cell) {
  switch (info(cell.field).table) {
    case TableKind::shipments:
      return shipment_entity(graph, graph.shipments.at(cell.table, cell.record));
    case TableKind::workers: {
      const WorkerGroups& groups = graph.worker_groups;
      for (std::uint32_t g = 0; g < groups.size(); ++g)
        if (!groups.implied[g] && groups.row[g].table == cell.table && groups.row[g].record == cell.record)
          return worker_group_entity(graph, g);
      break;
    }
    case TableKind::smelters: {
      const Smelters& smelters = graph.smelters;
      for (std::size_t i = 0; i < smelters.row.size(); ++i)
        if (smelters.row[i].table == cell.table && smelters.row[i].record == cell.record)
          return entity_of(graph, smelters.facility[i]);
      break;
    }
    default:
      break;
  }
  constexpr Field names[] = {Field::supplier_name,       Field::supplier_name, Field::relation_source,
                             Field::workers_site,        Field::site_name,     Field::declaration_party,
                             Field::price_hs_code,       Field::smelter_name,  Field::document_id,
                             Field::vessel_event_vessel, Field::product_name,  Field::lot_id,
                             Field::production_country};
  static_assert(std::size(names) == table_kinds);
  const CellRef name{cell.table, names[static_cast<std::size_t>(info(cell.field).table)], cell.record};
  std::string text(trim(graph.tables->text(name)));
  if (text.empty() && info(cell.field).table == TableKind::suppliers)
    text = trim(graph.tables->text({cell.table, Field::supplier_id, cell.record}));
  VertexKind kind = VertexKind::company;
  if (info(cell.field).table == TableKind::sites) kind = VertexKind::facility;
  if (info(cell.field).table == TableKind::documents) kind = VertexKind::document;
  return {kind, text, text};
}

/// Who waits at a party's frontier for its workers, not for its inputs: also a rule on labour about goods.
bool asks_about_workers(const Rule& rule) {
  return rule.subject == SubjectKind::worker_group || rule.theme == "labour";
}

Missing missing_of(const EvaluationState& state, const Rule& rule, std::uint32_t subject, const Cause& cause) {
  if (cause.why == Cause::Why::frontier) {
    const bool workers = asks_about_workers(rule);
    std::string what = workers ? "workforce" : "inputs";
    if (cause.about == Cause::About::owners) what = "owners";
    if (cause.about == Cause::About::description) what = info(cause.field).name;
    return {entity_of(state.graph, cause.vertex), std::move(what), cause.why, cause.cell};
  }
  if (cause.about == Cause::About::list)
    return {subject_entity(state.graph, rule.subject, subject), "lists", cause.why, {}};
  const Field field = cause.why == Cause::Why::not_asked ? cause.field : cause.cell.field;
  const Entity whose = cause.cell.exists() ? entity_of_cell(state.graph, cause.cell)
                                           : subject_entity(state.graph, rule.subject, subject);
  return {whose, std::string(info(field).name), cause.why, cause.cell};
}

FindingText describe_flag(const EvaluationState& state, const Finding& finding) {
  const Rule& rule = state.rules.rules[finding.rule];
  FindingText text;
  Grounds grounds;
  state.evaluator.explain(rule.condition, rule.subject, finding.subject, Truth::yes, grounds);
  text.subject = subject_entity(state.graph, rule.subject, finding.subject);
  text.message = fill_in(rule, state.graph, finding.subject, text.subject, grounds);
  text.evidence = std::move(grounds.steps);
  text.law = std::move(grounds.law);
  std::vector<Cause> unknown;  // what a higher rung of the ladder waits for
  if (!rule.ladder.empty()) severity_of(state.evaluator, rule, finding.subject, &unknown);
  for (const Cause& cause : unknown) text.missing.push_back(missing_of(state, rule, finding.subject, cause));
  text.grade = Grade::a;
  for (const EvidenceStep& step : text.evidence) text.grade = std::max(text.grade, step.grade);
  const std::string what = fmt::format("{}:{}", to_string(text.subject.kind), text.subject.id);
  text.fingerprint = fingerprint_of(rule.id, what, {});
  text.path_fingerprint = fingerprint_of(rule.id, what, text.evidence);
  return text;
}

/// Whom a blank cell is asked of: the seller of a shipment, the employer of workers, else the row's own party.
Entity whom_to_ask(const SupplyGraph& graph, CellRef cell, const Entity& row) {
  if (info(cell.field).table == TableKind::shipments) {
    const VertexId seller = graph.shipments.seller[graph.shipments.at(cell.table, cell.record)];
    if (seller != no_vertex) return entity_of(graph, seller);
  }
  if (info(cell.field).table == TableKind::smelters)
    for (std::size_t i = 0; i < graph.smelters.row.size(); ++i)
      if (const CellRef at = graph.smelters.row[i]; at.table == cell.table && at.record == cell.record)
        if (const VertexId party = graph.smelters.declared_by[i]; party != no_vertex) return entity_of(graph, party);
  return row;
}

class Question {
 public:
  Question(const EvaluationState& state, const Finding& finding)
      : state_(state), graph_(state.graph), entry_(state.causes.entries()[finding.cause]), finding_(finding) {}

  FindingText text() {
    text_.grade = Grade::d;
    switch (entry_.cause.why) {
      case Cause::Why::frontier:
        if (entry_.cause.about == Cause::About::inputs_or_workers)
          frontier();
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
    if (cause.claimed) {
      claim(row);
      return;
    }
    if (cause.about == Cause::About::terms || cause.about == Cause::About::currency) {
      price(row);
      return;
    }
    const std::string text = shorten(trim(graph_.tables->text(cause.cell)), 40);
    text_.message = complaint_about(cause.cell.field, row.name, cause.why, text);
    ask(whom_to_ask(graph_, cause.cell, row), question_about(cause.cell.field, row.name), entry_.rule);
    add_evidence(row, cause.cell, fmt::format("{}: {}", row.name, info(cause.cell.field).says));
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

  void frontier() {
    const VertexId vertex = entry_.cause.vertex;
    const Entity party = entity_of(graph_, vertex);
    const CellRef named = graph_.vertices.name[vertex];
    text_.subject = party;
    bool goods = false;
    bool workers = false;
    std::size_t goods_rule = entry_.rule;
    std::size_t workers_rule = entry_.rule;
    for (std::size_t r = 0; r < state_.rules.rules.size(); ++r) {
      if (!waits(r)) continue;
      const bool about_workers = asks_about_workers(state_.rules.rules[r]);
      if (about_workers && !workers) workers_rule = r;
      if (!about_workers && !goods) goods_rule = r;
      (about_workers ? workers : goods) = true;
    }
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

  void no_list() {
    text_.subject = {VertexKind::document, "lists", "watch lists"};
    text_.message = "no watch list was read, so nobody knows who is on it";
    text_.missing.push_back({text_.subject, "lists", Cause::Why::not_asked, {}});
    ask(text_.subject, "Please give the watch list that the rule names.", entry_.rule);
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
  const CauseEntry& entry_;
  const Finding& finding_;
  FindingText text_;
};

}  // namespace

std::vector<std::uint32_t> EvaluationState::sales_of(VertexId seller, std::size_t limit) const {
  const Shipments& s = graph.shipments;
  constexpr unsigned worth_an_index = 64;
  std::vector<std::uint32_t> sales;
  if (first_sale_.empty() && ++sales_asked_ < worth_an_index) {  // a report for people asks for a few
    for (std::uint32_t i = 0; i < s.size(); ++i)
      if (s.seller[i] == seller) sales.push_back(i);
  } else {
    index_sales();
    sales.assign(sales_.begin() + first_sale_[seller], sales_.begin() + first_sale_[seller + 1]);
  }
  const auto middle = sales.begin() + static_cast<std::ptrdiff_t>(std::min(limit, sales.size()));
  std::partial_sort(sales.begin(), middle, sales.end(), [this](std::uint32_t a, std::uint32_t b) {
    return subject_before(graph, SubjectKind::shipment, a, b);
  });
  sales.erase(middle, sales.end());
  return sales;
}

void EvaluationState::index_sales() const {  // a counting sort by seller
  if (!first_sale_.empty()) return;
  const Shipments& s = graph.shipments;
  first_sale_.assign(graph.vertices.size() + 1, 0);
  for (const VertexId one : s.seller)
    if (one != no_vertex) ++first_sale_[one + 1];
  for (std::size_t v = 0; v < graph.vertices.size(); ++v) first_sale_[v + 1] += first_sale_[v];
  sales_.resize(first_sale_.back());
  std::vector<std::uint32_t> next(first_sale_.begin(), first_sale_.end() - 1);
  for (std::uint32_t i = 0; i < s.size(); ++i)
    if (s.seller[i] != no_vertex) sales_[next[s.seller[i]]++] = i;
}

FindingText describe(const Evaluation& evaluation, std::size_t number) {
  const Finding& finding = evaluation.findings[number];
  FindingText text = finding.verdict == Verdict::flagged ? describe_flag(*evaluation.state, finding)
                                                         : Question(*evaluation.state, finding).text();
  text.id = fmt::format("F-{}", number + 1);
  return text;
}

WhyNot why_not(const Evaluation& evaluation, std::uint16_t number, std::uint32_t subject) {
  const EvaluationState& state = *evaluation.state;
  const Rule& rule = state.rules.rules[number];
  WhyNot why;
  why.applicable = !rule.when || state.evaluator.at(*rule.when, rule.subject, subject) != Truth::no;
  if (!why.applicable) {
    Grounds grounds;
    state.evaluator.explain(*rule.when, rule.subject, subject, Truth::no, grounds);
    why.because = std::move(grounds.because);
    return why;
  }
  const Truth truth = state.evaluator.at(rule.condition, rule.subject, subject);
  Grounds grounds;
  state.evaluator.explain(rule.condition, rule.subject, subject, truth, grounds);
  why.verdict = truth == Truth::no                      ? Verdict::clear
                : truth == Truth::yes && !rule.gap_only ? Verdict::flagged
                                                        : Verdict::insufficient;
  why.steps = std::move(grounds.steps);
  why.because = std::move(grounds.because);
  if (why.because.empty() && why.verdict == Verdict::clear)
    why.because.emplace_back("what the rule looks for is not there");
  why.law = std::move(grounds.law);
  for (const Cause& cause : grounds.causes) why.missing.push_back(missing_of(state, rule, subject, cause));
  for (const CellRef& cell : grounds.rests_on) {
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = entity_of_cell(state.graph, cell);
    step.says = fmt::format("{} is vouched for here", step.from.name);
    step.cell = cell;
    step.grade = Grade::c;
    why.steps.push_back(std::move(step));
  }
  return why;
}

std::vector<std::pair<SubjectKind, std::uint32_t>> find_subjects(const SupplyGraph& graph, std::string_view text) {
  std::optional<SubjectKind> only;
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    only = subject_kind_from(text.substr(0, colon));
    if (only) text.remove_prefix(colon + 1);
  }
  const std::string wanted = fold(text);
  std::vector<std::pair<SubjectKind, std::uint32_t>> found;
  for (const SubjectKind kind :
       {SubjectKind::shipment, SubjectKind::worker_group, SubjectKind::company, SubjectKind::facility}) {
    if (only && *only != kind) continue;
    for (std::uint32_t subject = 0; subject < graph.subjects(kind); ++subject) {
      if (!graph.is_subject(kind, subject)) continue;
      const Entity entity = subject_entity(graph, kind, subject);
      bool fits = fold(entity.id) == wanted || fold(entity.name) == wanted;
      if (!fits && kind == SubjectKind::worker_group) {
        const WorkerGroups& groups = graph.worker_groups;
        for (const VertexId place : {groups.facility[subject], groups.employer[subject]})
          fits = fits || (place != no_vertex && fold(entity_of(graph, place).name) == wanted);
      }
      if (fits) found.emplace_back(kind, subject);
    }
  }
  std::stable_sort(found.begin(), found.end(), [&graph](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.first == SubjectKind::worker_group) {
      const bool rest_a = graph.worker_groups.implied[a.second];
      const bool rest_b = graph.worker_groups.implied[b.second];
      if (rest_a != rest_b) return rest_b;
    }
    return subject_before(graph, a.first, a.second, b.second);
  });
  return found;
}

}  // namespace assay
