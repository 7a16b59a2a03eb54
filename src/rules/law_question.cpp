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
  std::unordered_map<std::string_view, std::uint32_t> codes;  // of goods of no known code: the empty one
  for (const Goods& goods : graph_.goods.goods) {
    const std::string_view code = goods.hs.known == Known::yes ? std::string_view(goods.hs.digits) : "";
    code_of_.push_back(codes.emplace(code, static_cast<std::uint32_t>(codes.size())).first->second);
  }
  summaries_.resize(codes.size());
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
  std::vector<std::optional<LawSummary>>& eras = summaries_[code_of_[graph_.shipments.goods[subject]]];
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

const std::vector<MeasureFit>& LawMemory::rows(const FieldValue& goods) const {
  const auto [found, is_new] = rows_.try_emplace(goods.known == Known::yes ? goods.text : std::string());
  if (is_new)
    found->second = find_measures(graph_.reference->measures, question_.direction, question_.jurisdictions,
                                  goods.known, goods.text);
  return found->second;
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

LawRow LawAnswer::judge(const MeasureFit& fit, Defences& defences) const {
  const Measures& law = graph_.reference->measures;
  LawRow row;
  row.measure = &law.rows[fit.row];
  row.names = fit.names(law);
  row.in_force = within(date_.date, row.measure->from, row.measure->to);
  const bool defensible = question_.defend && kind_ == SubjectKind::shipment && !row.measure->exceptions.empty();
  if (defensible && row.in_force != Truth::no) row.defence = defences.against(*row.measure);
  return row;
}

Truth LawAnswer::truth(const LawMemory& memory) const {
  Defences defences(graph_, subject_);
  Truth truth = Truth::no;
  for (const MeasureFit& fit : memory.rows(goods_)) {
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
  for (const MeasureFit& fit : memory.rows(goods_)) rows.push_back(judge(fit, defences));
  return rows;
}

}  // namespace assay
