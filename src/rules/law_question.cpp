#include "rules/law_question.h"

namespace assay {

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

std::vector<LawRow> LawAnswer::rows(const LawMemory& memory) const {
  Defences defences(graph_, subject_);
  std::vector<LawRow> rows;
  for (const MeasureFit& fit : memory.rows(goods_)) rows.push_back(judge(fit, defences));
  return rows;
}

}  // namespace assay
