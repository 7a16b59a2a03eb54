#include "rules/defence.h"

#include <algorithm>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

bool is_word_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether the words stand in the text by themselves: "rajin" in "via rajin port", not in "karajin". Scripts without
/// blanks between words are searched as they are.
bool has_words(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_word_part(words.front()) || !is_word_part(text[at - 1]);
    const bool ends = end == text.size() || !is_word_part(words.back()) || !is_word_part(text[end]);
    if (begins && ends) return true;
  }
  return false;
}

bool claims(const LegalException& exception, std::string_view text) {
  return has_words(text, fold(exception.id)) ||
         std::any_of(exception.claimed_by.begin(), exception.claimed_by.end(),
                     [text](const std::string& words) { return has_words(text, words); });
}

}  // namespace

std::string Defences::text(Field field) const {
  const CellRef cell = graph_.shipments.cell(shipment_, field);
  if (!graph_.tables->tables[cell.table].has(field)) return {};
  const std::string whole = graph_.tables->text(cell);
  const std::string_view trimmed = trim(whole);
  return is_blank_word(trimmed) || is_none_word(trimmed) ? std::string() : fold(trimmed);
}

void Defences::read() {
  is_read_ = true;
  code_ = text(Field::shipment_exemption_code);
  document_ = text(Field::shipment_document);
  const std::vector<LegalException>& all = graph_.reference->measures.exceptions;
  names_none_ = !code_.empty() && std::none_of(all.begin(), all.end(), [this](const LegalException& exception) {
    return claims(exception, code_);
  });
}

void Defences::read_route() {
  if (route_is_read_) return;
  route_is_read_ = true;
  load_port_ = text(Field::shipment_load_port);
  transit_ = text(Field::shipment_transit);
}

bool Defences::is_on_route(const LegalException& exception, PlacesId places, const std::string& text) const {
  if (text.empty()) return false;
  const std::vector<PlaceReading>& read = graph_.places.values[places].places;
  return std::any_of(read.begin(), read.end(),
                     [&](const PlaceReading& place) {
                       return std::find(exception.route.begin(), exception.route.end(), place.line) !=
                              exception.route.end();
                     }) ||
         claims(exception, text);
}

CellRef Defences::claim(const LegalException& exception) {
  if (!is_read_) read();
  const Shipments& s = graph_.shipments;
  if (!code_.empty() && (names_none_ || claims(exception, code_)))
    return s.cell(shipment_, Field::shipment_exemption_code);
  if (claims(exception, document_)) return s.cell(shipment_, Field::shipment_document);
  if (exception.route.empty()) return {};
  read_route();
  if (is_on_route(exception, s.load_port[shipment_], load_port_)) return s.cell(shipment_, Field::shipment_load_port);
  if (is_on_route(exception, s.transit[shipment_], transit_)) return s.cell(shipment_, Field::shipment_transit);
  return {};
}

bool Defences::is_claim_by_route(Field field) {
  read_route();
  const bool loading = field == Field::shipment_load_port;
  const PlacesId places = (loading ? graph_.shipments.load_port : graph_.shipments.transit)[shipment_];
  const std::vector<LegalException>& all = graph_.reference->measures.exceptions;
  return std::any_of(all.begin(), all.end(), [&](const LegalException& exception) {
    return !exception.route.empty() && is_on_route(exception, places, loading ? load_port_ : transit_);
  });
}

Defence Defences::against(const Measure& measure) {
  const Measures& law = graph_.reference->measures;
  Defence claimed;
  for (const std::uint16_t number : measure.exceptions) {
    const LegalException& exception = law.exceptions[number];
    if (!covers(exception, measure)) continue;
    if (within(graph_.shipments.date[shipment_], exception.from, exception.to) == Truth::no) continue;
    const Country origin = graph_.shipments.origin[shipment_];
    if (exception.not_for_origin.is_known() && origin == exception.not_for_origin) continue;
    const CellRef cell = claim(exception);
    if (!cell.exists()) continue;
    if (const CellRef shown_by = proof(exception); shown_by.exists()) return {Truth::yes, cell, shown_by, &exception};
    if (claimed.truth == Truth::no) claimed = {Truth::unknown, cell, {}, &exception};
  }
  return claimed;
}

/// An exception that ends for goods which arrive late, or were contracted late, needs those days too.
bool Defences::in_its_days(const LegalException& exception) const {
  if (!exception.import_by) return true;
  const CellRef cell = graph_.shipments.cell(shipment_, Field::shipment_arrived);
  if (!graph_.tables->tables[cell.table].has(cell.field)) return false;
  const Date arrived = parse_date(graph_.tables->text(cell));
  return arrived.known == Known::yes && arrived.last() <= *exception.import_by;
}

/// Whether a document is of the kind that is wanted, good enough, in force on the shipment's day, and says what the
/// exception needs of it. What it leaves out it does not show.
bool Defences::shows(const LegalException& exception, Paper wanted, std::uint32_t document) const {
  const Documents& d = graph_.documents;
  if (is_of_kind(d, document, wanted) != Truth::yes || !d.grade[document] || !at_least(*d.grade[document], Grade::b))
    return false;
  const Date& issued = d.issued[document];
  if (wanted == Paper::notification && exception.notify_by) {  // it may be told after the goods left
    if (issued.known != Known::yes || issued.last() > *exception.notify_by) return false;
    return out_of_date(d, document, graph_.shipments.date[shipment_]) == Truth::no;
  }
  if (valid_on(d, document, graph_.shipments.date[shipment_]) != Truth::yes) return false;
  switch (wanted) {
    case Paper::mine_certificate:
    case Paper::certificate_of_origin: {  // of another country than the one that rules the exception out
      const Country origin = d.origin[document];
      return origin.is_known() && origin != exception.not_for_origin && origin == graph_.shipments.origin[shipment_];
    }
    case Paper::contract:
      return !exception.contract_before || issued.last() < *exception.contract_before;
    case Paper::licence:
    case Paper::approval:  // of whoever may give it
      return claims(exception, d.says[document]);
    default:
      return true;
  }
}

CellRef Defences::proof(const LegalException& exception) const {
  if (exception.shown_by.empty() || !in_its_days(exception)) return {};
  CellRef first;
  const std::vector<PaperOf> papers = documents_of(graph_, shipment_);
  for (const Paper wanted : exception.shown_by) {
    const auto found = std::find_if(papers.begin(), papers.end(), [&](const PaperOf& paper) {
      return paper.sure && shows(exception, wanted, paper.document);
    });
    if (found == papers.end()) return {};
    if (!first.exists()) first = graph_.documents.row[found->document];
  }
  return first;
}

}  // namespace assay
