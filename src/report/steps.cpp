#include "report/steps.h"

#include <algorithm>

#include "base/text.h"

namespace assay {
namespace {

constexpr std::size_t widest_words = 76;

std::string quoted_reference(const EvidenceStep& step) {
  return '"' + safe(step.reference_text, 40) + '"';
}

std::string_view source_words(std::string_view source) {
  if (source == "secondary") return " (as reported)";
  if (source == "project") return " (a lead of the project)";
  return source == "remembered" ? " (not confirmed)" : "";
}

std::string step_line(const Tables& tables, const EvidenceStep& step, std::string_view indent,
                      std::size_t words_width, std::size_t place_width) {
  std::string line(indent);
  if (step.is_of_record()) {
    line += padded(step_words(step), words_width) + "  " + padded(reference_place(step), place_width) + "  " +
            quoted_reference(step);
  } else if (!step.cell.exists()) {
    line += step_words(step);
  } else {
    const CellPlace place = tables.place(step.cell);
    line += padded(step_words(step), words_width) + "  " + padded(place_text(place), place_width) + "  " +
            quoted_cell(place);
  }
  if (!step.date.empty()) line += "  " + safe(step.date, 24);
  return line + '\n';
}

}  // namespace

bool joins(const EvidenceStep& step) {
  const Entity nobody;
  return step.kind != EvidenceStep::Kind::computed && step.kind != EvidenceStep::Kind::list && step.from != nobody &&
         step.to != nobody && step.from != step.to;
}

std::string step_words(const EvidenceStep& step) {
  if (!joins(step)) return prose(step.says);
  return called(step.from) + " --" + std::string(to_string(step.relation)) + "--> " + called(step.to);
}

std::string_view to_string(EvidenceStep::Kind kind) {
  switch (kind) {
    case EvidenceStep::Kind::edge:
      return "edge";
    case EvidenceStep::Kind::attribute:
      return "attribute";
    case EvidenceStep::Kind::list:
      return "list";
    case EvidenceStep::Kind::reference:
      return "reference";
    case EvidenceStep::Kind::computed:
      break;
  }
  return "computed";
}

std::string step_table(const Tables& tables, const std::vector<EvidenceStep>& steps, std::string_view indent,
                       std::size_t most) {
  const bool cut = most != 0 && steps.size() > most;
  const std::size_t head = cut ? most / 2 : steps.size();
  const std::size_t tail = cut ? steps.size() - (most - head) : steps.size();
  const auto shown = [&](std::size_t i) { return i < head || i >= tail; };

  std::size_t words_width = 0;
  std::size_t place_width = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool of_pack = steps[i].is_of_record();
    if (!shown(i) || (!steps[i].cell.exists() && !of_pack)) continue;
    const std::string place = of_pack ? reference_place(steps[i]) : place_text(tables.place(steps[i].cell));
    words_width = std::max(words_width, std::min(widest_words, terminal_width(step_words(steps[i]))));
    place_width = std::max(place_width, terminal_width(place));
  }
  std::string text;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i == head && cut) text.append(indent).append("… " + counted(tail - head, "more step") + '\n');
    if (shown(i)) text += step_line(tables, steps[i], indent, words_width, place_width);
  }
  return text;
}

std::string reference_place(const EvidenceStep& step) {
  if (!step.list.empty()) return safe(step.list) + ':' + safe(step.list_entry);
  if (step.reference_line == 0) return {};
  const std::string pack = step.reference_pack.empty() ? "" : safe(step.reference_pack) + '/';
  return pack + safe(step.reference_table) + ':' + std::to_string(step.reference_line);
}

const EvidenceStep* decisive(const std::vector<EvidenceStep>& steps) {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (step->cell.exists()) return &*step;
  return nullptr;
}

std::string law_text(const std::vector<LawEntry>& law) {
  std::string text;
  for (std::size_t i = 0; i < law.size(); ++i) {
    const LawEntry& entry = law[i];
    const bool same = i > 0 && law[i - 1].jurisdiction == entry.jurisdiction;
    std::string status(to_string(entry.status));
    std::replace(status.begin(), status.end(), '_', ' ');
    text += i == 0 ? "" : same ? ", " : "; ";
    if (!same) text += safe(entry.jurisdiction) + ": ";
    if (!entry.measure.empty()) text += safe(entry.measure) + ' ';
    text += status;
    text += source_words(entry.source);
  }
  return text;
}

std::string basis_text(const Rule& rule) {
  std::string text;
  for (const Citation& citation : rule.references) {
    if (!text.empty()) text += "; ";
    text += prose(citation.cite);
    if (!citation.locator.empty()) text += ", " + prose(citation.locator);
  }
  return text;
}

}  // namespace assay
