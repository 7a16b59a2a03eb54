#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/truth.h"
#include "graph/vocabulary.h"
#include "reference/country.h"
#include "reference/paper.h"
#include "tables/tables.h"

namespace assay {

struct SupplyGraph;

/// Papers that a table of documents lists, in the order of what they say, not of their rows.
struct Documents {
  std::vector<CellRef> row;  ///< its document.id cell
  std::vector<Paper> paper;
  std::vector<bool> type_said;  ///< else it may be of any kind
  std::vector<Date> issued, expires;
  std::vector<Country> origin;              ///< that it certifies
  std::vector<std::optional<Grade>> grade;  ///< nothing: the cell does not say how good it is
  std::vector<std::string> says;            ///< folded: type, issuer and reference, for words that it must hold
  /// What it covers (a number of a shipment, a lot or a party), and by which number rows name it. Folded; sorted.
  std::vector<std::pair<std::string, std::uint32_t>> covered, named;
  std::vector<std::uint32_t> silent;  ///< those that do not say what they cover

  [[nodiscard]] std::size_t size() const { return row.size(); }
};

/// A document that is, or may be, of a shipment or a lot.
struct PaperOf {
  std::uint32_t document = 0;
  bool sure = true;
  CellRef because;  ///< not sure: the cell that would tell
};

/// The documents of a shipment, in their order. What a document covers decides: the shipment's number or lot. Where
/// it does not say, it is sure for those whose document cell names it, and may be of any other.
std::vector<PaperOf> documents_of(const SupplyGraph& graph, std::uint32_t shipment);
/// The same of a lot: by the lot's number, and by its document cell.
std::vector<PaperOf> documents_of_lot(const SupplyGraph& graph, std::uint32_t lot);

/// The numbers of shipments, lots or documents in a cell, folded: first its text as a whole, which may hold a
/// separator itself, then its parts where it has several. Empty when the cell says nothing or that there is none.
std::vector<std::string> numbers_in(std::string_view text);

/// Whether a document is of a kind; unknown when nothing tells its kind.
Truth is_of_kind(const Documents& documents, std::uint32_t document, Paper kind);

/// Whether a document was out of date on a day: past its last day. Unknown where a date is, and for a licence or a
/// certificate that does not say how long it is valid; other papers need not say so.
Truth out_of_date(const Documents& documents, std::uint32_t document, const Date& on);
/// Whether it was issued by a day and not out of date on it.
Truth valid_on(const Documents& documents, std::uint32_t document, const Date& on);

}  // namespace assay
