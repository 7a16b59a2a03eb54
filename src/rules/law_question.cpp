#include "rules/law_question.h"

#include <algorithm>

namespace assay {

void LawMemory::prepare() const {
  const auto asked = [&](const Measure& measure) {
    const std::vector<std::string>& of = question_.jurisdictions;
    return measure.direction == question_.direction &&
           (of.empty() || std::find(of.begin(), of.end(), measure.jurisdiction) != of.end());
  };
  for (const Measure& measure : graph_.reference->measures.rows)
    if (asked(measure)) turns_.insert(turns_.end(), {measure.from, measure.to + 1});
  std::sort(turns_.begin(), turns_.end());
  turns_.erase(std::unique(turns_.begin(), turns_.end()), turns_.end());
  for (const Table& table : graph_.tables->tables)
    claims_.push_back(table.has(Field::shipment_exemption_code) || table.has(Field::shipment_document));
  std::unordered_map<std::string, std::uint32_t> kinds;
  for (const Goods& goods : graph_.goods.goods) {
    const std::string digits = goods.hs.known == Known::yes ? goods.hs.digits : "";
    OfCode& code = of_code(digits);
    std::string kind = digits;
    if (!code.in_part.empty())
      for (const LawFit& fit : described(code, graph_.goods.texts[goods.text]))
        kind += fit.names == Truth::yes ? 'y' : fit.names == Truth::no ? 'n' : '?';
    kind_of_.push_back(kinds.emplace(std::move(kind), static_cast<std::uint32_t>(kinds.size())).first->second);
  }
  summaries_.resize(kinds.size());
  route_claims_.resize(graph_.places.values.size());
  is_prepared_ = true;
}

const LawSummary* LawMemory::summary(SubjectKind kind, std::uint32_t subject) const {
  const bool plain = kind == SubjectKind::shipment && question_.goods == Field::shipment_hs_code &&
                     question_.dates.size() == 1 && question_.dates.front() == Field::shipment_date;
  if (!plain) return nullptr;
  if (!is_prepared_) prepare();
  const Date& date = graph_.shipments.date[subject];
  const bool known = date.known == Known::yes;
  if ((known && date.precision != Precision::day) || may_claim(subject)) return nullptr;
  std::vector<std::optional<LawSummary>>& eras = summaries_[kind_of_[graph_.shipments.goods[subject]]];
  eras.resize(turns_.size() + 2);
  const auto era =
      static_cast<std::size_t>(std::upper_bound(turns_.begin(), turns_.end(), date.first) - turns_.begin());
  std::optional<LawSummary>& kept = eras[known ? era : turns_.size() + 1];
  if (!kept) kept = LawAnswer(question_, graph_, kind, subject).summary(*this);
  return &*kept;
}

/// Exceptions are claimed by an exemption code, by a document, or by a route.
bool LawMemory::may_claim(std::uint32_t shipment) const {
  const Shipments& s = graph_.shipments;
  return question_.defend && (claims_[s.cell(shipment, Field::shipment_id).table] ||
                              is_claim(shipment, Field::shipment_load_port, s.load_port[shipment]) ||
                              is_claim(shipment, Field::shipment_transit, s.transit[shipment]));
}

bool LawMemory::is_claim(std::uint32_t shipment, Field field, PlacesId places) const {
  std::uint8_t& known = route_claims_[places];
  if (known == 0) known = Defences(graph_, shipment).is_claim_by_route(field) ? 2 : 1;
  return known == 2;
}

LawMemory::OfCode& LawMemory::of_code(const std::string& digits) const {
  const auto [found, is_new] = rows_.try_emplace(digits);
  OfCode& code = found->second;
  if (!is_new) return code;
  const Measures& law = graph_.reference->measures;
  const Known known = digits.empty() ? Known::blank : Known::yes;
  for (const MeasureFit& fit : find_measures(law, question_.direction, question_.jurisdictions, known, digits)) {
    // Of a code too short to tell the rest is asked first.
    if (fit.code == Truth::yes && law.rows[fit.row].coverage != Coverage::full)
      code.in_part.push_back(code.rows.size());
    code.rows.push_back({fit.row, fit.names(law)});
  }
  return code;
}

const std::vector<LawFit>& LawMemory::described(OfCode& code, const std::string& text) const {
  const auto [found, is_new] = code.described.try_emplace(text, code.rows);
  if (!is_new) return found->second;
  const std::vector<std::string> description = description_words(text);
  for (const std::size_t place : code.in_part) {
    LawFit& fit = found->second[place];
    fit.names = words_.names(graph_.reference->measures.rows[fit.row], description);
  }
  return found->second;
}

const std::vector<LawFit>& LawMemory::rows(const FieldValue& goods, SubjectKind kind, std::uint32_t subject) const {
  OfCode& code = of_code(goods.known == Known::yes ? goods.text : std::string());
  if (code.in_part.empty()) return code.rows;
  const FieldValue text = value_of(graph_, kind, subject, description_field(question_.goods));
  return text.known == Known::yes ? described(code, text.text) : code.rows;
}

Field description_field(Field goods) {
  switch (goods) {
    case Field::shipment_hs_code:
      return Field::shipment_commodity;
    case Field::lot_hs_code:
      return Field::lot_commodity;
    case Field::product_hs_code:
      return Field::product_commodity;
    case Field::supplier_hs_code:
      return Field::supplier_commodity;
    default:
      return goods;  // nothing beside the code describes them
  }
}

LawAnswer::LawAnswer(const LawQuestion& question, const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject)
    : question_(question),
      graph_(graph),
      kind_(kind),
      subject_(subject),
      goods_(value_of(graph, kind, subject, question.goods)),
      date_(value_of(graph, kind, subject, question.dates.front())),
      date_field_(question.dates.front()) {
  for (const Field field : question.dates) {
    FieldValue value = value_of(graph, kind, subject, field);
    if (value.known == Known::blank || value.known == Known::not_asked) continue;
    date_ = std::move(value);
    date_field_ = field;
    return;
  }
}

LawRow LawAnswer::judge(const LawFit& fit, Defences& defences) const {
  const Measures& law = graph_.reference->measures;
  LawRow row;
  row.measure = &law.rows[fit.row];
  row.names = fit.names;
  row.in_force = within(date_.date, row.measure->from, row.measure->to);
  const bool defensible = question_.defend && kind_ == SubjectKind::shipment && !row.measure->exceptions.empty();
  if (defensible && row.in_force != Truth::no) row.defence = defences.against(*row.measure);
  return row;
}

Truth LawAnswer::truth(const LawMemory& memory) const {
  Defences defences(graph_, subject_);
  Truth truth = Truth::no;
  for (const LawFit& fit : memory.rows(goods_, kind_, subject_)) {
    truth = either(truth, judge(fit, defences).bars());
    if (truth == Truth::yes) break;
  }
  return truth;
}

Waits waits_of(const LawRow& row) {
  if (row.bars() != Truth::unknown) return 0;
  return (row.names == Truth::unknown ? for_goods : 0U) | (row.in_force == Truth::unknown ? for_date : 0U) |
         (row.defence.truth == Truth::unknown ? for_proof : 0U);
}

std::vector<const LawRow*> nearest_rows(const std::vector<LawRow>& rows) {
  std::vector<Waits> waits;
  waits.reserve(rows.size());
  for (const LawRow& row : rows) waits.push_back(waits_of(row));
  const std::vector<Waits> least = least_waits(waits);
  std::vector<const LawRow*> nearest;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (std::find(least.begin(), least.end(), waits[i]) != least.end()) nearest.push_back(&rows[i]);
  return nearest;
}

bool is_code_short(const LawRow& row, const LawAnswer& answer) {
  return (waits_of(row) & for_goods) != 0 &&
         (answer.goods().known != Known::yes || answer.goods().text.size() < row.measure->hs_prefix.size());
}

LawSummary LawAnswer::summary(const LawMemory& memory) const {
  LawSummary summary;
  summary.truth = truth(memory);
  const std::vector<LawRow> rows = this->rows(memory);
  bool code_decides = false;
  for (const LawRow* row : nearest_rows(rows)) {
    summary.waits_for_goods = summary.waits_for_goods || (waits_of(*row) & for_goods) != 0;
    summary.waits_for_date = summary.waits_for_date || (waits_of(*row) & for_date) != 0;
    code_decides = code_decides || is_code_short(*row, *this);
  }
  summary.fine_point = !code_decides;
  return summary;
}

std::vector<LawRow> LawAnswer::rows(const LawMemory& memory) const {
  Defences defences(graph_, subject_);
  std::vector<LawRow> rows;
  for (const LawFit& fit : memory.rows(goods_, kind_, subject_)) rows.push_back(judge(fit, defences));
  return rows;
}

}  // namespace assay
