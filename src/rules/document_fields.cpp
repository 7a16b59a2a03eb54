#include "rules/document_fields.h"

#include <algorithm>
#include <vector>

#include "rules/seen.h"

namespace assay {
namespace {

CellRef cell_of_document(const SupplyGraph& graph, std::uint32_t document, Field field) {
  const CellRef row = graph.documents.row[document];
  return {row.table, field, row.record};
}

/// Whether two documents are of one kind.
Truth same_kind(const Documents& d, std::uint32_t a, std::uint32_t b) {
  if (!d.type_said[a] || !d.type_said[b]) return Truth::unknown;
  return d.paper[a] == d.paper[b] ? Truth::yes : Truth::no;
}

/// Whether a paper of the shipment is one, out of date on the day, and no other one of its kind is in force instead.
Truth expired(const SupplyGraph& graph, const std::vector<PaperOf>& papers, const PaperOf& paper, const Date& on) {
  const Documents& d = graph.documents;
  Truth late = out_of_date(d, paper.document, on);
  if (!paper.sure) late = both(late, Truth::unknown);
  for (const PaperOf& other : papers) {
    if (late == Truth::no) break;
    if (other.document == paper.document) continue;
    const Truth stands_in = both(same_kind(d, other.document, paper.document), valid_on(d, other.document, on));
    late = both(late, negate(other.sure ? stands_in : both(stands_in, Truth::unknown)));
  }
  return late;
}

/// What leaves it open whether a paper is out of date.
CellRef doubt_of(const SupplyGraph& graph, std::uint32_t shipment, const PaperOf& paper) {
  const Documents& d = graph.documents;
  if (!paper.sure) return paper.because;
  const Date& last = d.expires[paper.document];
  const Date& on = graph.shipments.date[shipment];
  const bool is_late = out_of_date(d, paper.document, on) == Truth::yes;
  if (is_late || !d.type_said[paper.document])  // another one may stand in for it
    return cell_of_document(graph, paper.document, Field::document_type);
  if (last.known == Known::yes) return graph.shipments.cell(shipment, Field::shipment_date);
  return cell_of_document(graph, paper.document, Field::document_expiry_date);
}

Truth names(const Country& country, Country wanted) {
  if (country == wanted) return Truth::yes;
  return country.may_be(wanted) ? Truth::unknown : Truth::no;
}

/// Whether two countries as stated are surely different.
Truth differ(Country certified, Country declared) {
  if (certified.is_known() && declared.is_known()) return certified == declared ? Truth::no : Truth::yes;
  if (certified.is_known() && !declared.may_be(certified)) return Truth::yes;
  if (declared.is_known() && !certified.may_be(declared)) return Truth::yes;
  return Truth::unknown;
}

/// What one paper of a shipment says as a certificate of origin.
template <class Judge>
Truth of_certificate(const Documents& d, const PaperOf& paper, Judge judge) {
  const Truth truth =
      both(is_of_kind(d, paper.document, Paper::certificate_of_origin), judge(d.origin[paper.document]));
  return paper.sure ? truth : both(truth, Truth::unknown);
}

template <class Judge>
Truth of_certificates(const SupplyGraph& graph, std::uint32_t shipment, Judge judge) {
  if (graph.documents.size() == 0) return Truth::unknown;
  Truth truth = Truth::no;
  for (const PaperOf& paper : documents_of(graph, shipment))
    truth = either(truth, of_certificate(graph.documents, paper, judge));
  return truth;
}

}  // namespace

Truth document_out_of_date(const SupplyGraph& graph, std::uint32_t shipment) {
  if (graph.documents.size() == 0) return Truth::unknown;
  const std::vector<PaperOf> papers = documents_of(graph, shipment);
  Truth truth = Truth::no;
  for (const PaperOf& paper : papers)
    truth = either(truth, expired(graph, papers, paper, graph.shipments.date[shipment]));
  return truth;
}

CellRef document_out_of_date_cell(const SupplyGraph& graph, std::uint32_t shipment) {
  if (graph.documents.size() == 0) return no_column_of(Field::document_expiry_date);
  const std::vector<PaperOf> papers = documents_of(graph, shipment);
  const Truth truth = document_out_of_date(graph, shipment);
  for (const PaperOf& paper : papers)
    if (truth != Truth::no && expired(graph, papers, paper, graph.shipments.date[shipment]) == truth)
      return truth == Truth::yes ? cell_of_document(graph, paper.document, Field::document_expiry_date)
                                 : doubt_of(graph, shipment, paper);
  return graph.shipments.cell(shipment, Field::shipment_document);
}

Truth certificate_names_dprk(const SupplyGraph& graph, std::uint32_t shipment) {
  return of_certificates(graph, shipment, [](Country certified) { return names(certified, north_korea); });
}

Truth certificate_contradicts_origin(const SupplyGraph& graph, std::uint32_t shipment) {
  const Country declared = graph.shipments.origin[shipment];
  return of_certificates(graph, shipment, [declared](Country certified) { return differ(certified, declared); });
}

Truth origin_certified(const SupplyGraph& graph, std::uint32_t shipment) {
  const Documents& d = graph.documents;
  const Country origin = graph.shipments.origin[shipment];
  if (d.size() == 0 || !origin.is_known()) return Truth::no;
  for (const PaperOf& paper : documents_of(graph, shipment)) {
    const std::uint32_t n = paper.document;
    const bool good = paper.sure && d.grade[n] && at_least(*d.grade[n], Grade::b);
    if (good && is_of_kind(d, n, Paper::certificate_of_origin) == Truth::yes && d.origin[n] == origin &&
        valid_on(d, n, graph.shipments.date[shipment]) == Truth::yes)
      return Truth::yes;
  }
  return Truth::no;
}

CellRef certificate_cell(const SupplyGraph& graph, std::uint32_t shipment) {
  if (graph.documents.size() == 0) return no_column_of(Field::document_origin_country);
  const Country declared = graph.shipments.origin[shipment];
  const Documents& d = graph.documents;
  const std::vector<PaperOf> papers = documents_of(graph, shipment);
  const auto weight = [&](const PaperOf& paper) {
    const auto dprk = [](Country certified) { return names(certified, north_korea); };
    const auto other = [declared](Country certified) { return differ(certified, declared); };
    return std::pair(of_certificate(d, paper, other), of_certificate(d, paper, dprk));
  };
  const auto best = std::max_element(papers.begin(), papers.end(),
                                     [&](const PaperOf& a, const PaperOf& b) { return weight(a) < weight(b); });
  if (best == papers.end()) return graph.shipments.cell(shipment, Field::shipment_document);
  if (!best->sure) return best->because;
  if (!d.type_said[best->document]) return cell_of_document(graph, best->document, Field::document_type);
  // A certificate that names a country is not what is missing: the row is.
  if (d.origin[best->document].is_known() && !declared.is_known())
    return graph.shipments.cell(shipment, Field::shipment_origin_country);
  return cell_of_document(graph, best->document, Field::document_origin_country);
}

}  // namespace assay
