#pragma once

#include "base/truth.h"
#include "graph/graph.h"
#include "reference/measures.h"

namespace assay {

/// What a shipment's row says of an exception. An exception is a defence: nobody has it who does not claim it, and a
/// claim is not yet proof.
struct Defence {
  Truth truth = Truth::no;  ///< unknown: claimed, on a date and for goods that it covers, but nothing shows it
  CellRef cell;             ///< the cell that claims it
  CellRef shown_by;         ///< yes: the document that shows it, the first of several
  const LegalException* exception = nullptr;
};

/// The claims of one shipment. A claim is a text of the exemption code (its words, the id of an exception, or a text
/// that names none, which claims all), words in the document, or a route through a place that only the exception
/// allows. Cells are read when they are first asked for.
class Defences {
 public:
  Defences(const SupplyGraph& graph, std::uint32_t shipment) : graph_(graph), shipment_(shipment) {}

  /// The best defence against a row of the law; claimed outside its dates, its goods or for goods of an origin that
  /// it rules out, an exception is none.
  [[nodiscard]] Defence against(const Measure& measure);
  /// Whether the places in a cell, of loading or of the way, claim any exception at all.
  [[nodiscard]] bool is_claim_by_route(Field field);

 private:
  void read();
  void read_route();
  /// A cell folded; empty when it says nothing.
  [[nodiscard]] std::string text(Field field) const;
  [[nodiscard]] CellRef claim(const LegalException& exception);
  /// The first document of those that together show the exception; none when one of them is missing.
  [[nodiscard]] CellRef proof(const LegalException& exception) const;
  [[nodiscard]] bool shows(const LegalException& exception, Paper wanted, std::uint32_t document) const;
  [[nodiscard]] bool in_its_days(const LegalException& exception) const;
  [[nodiscard]] bool is_on_route(const LegalException& exception, PlacesId places, const std::string& text) const;

  const SupplyGraph& graph_;
  std::uint32_t shipment_;
  bool is_read_ = false, route_is_read_ = false;
  bool names_none_ = false;  ///< the exemption code says something, but no exception's words
  std::string code_, document_, load_port_, transit_;  ///< folded; empty when the cell says nothing
};

}  // namespace assay
