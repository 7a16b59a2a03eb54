#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "screening/contacts.h"
#include "screening/entries.h"
#include "screening/identifiers.h"
#include "screening/screening.h"
#include "screening/subjects.h"

namespace assay {

/// Weighs a likeness of names by what else is known of both: identifiers, countries.
class Judge {
 public:
  Judge(const SupplyGraph& graph, const Screening& screening);

  /// Nothing where the countries disagree so far that it is not even a question.
  [[nodiscard]] std::optional<Hit> name(const SubjectName& name, const EntryMatch& match) const;
  /// An identifier that a list has too. Of a registration number that a register of another country may have given
  /// as well: a question.
  [[nodiscard]] std::optional<Hit> identifier(VertexId vertex, CellRef cell, FactPlace place) const;
  [[nodiscard]] std::optional<Hit> contact(const ContactHit& contact) const;

 private:
  /// A cell with an identifier of the vertex that shows it to be somebody else than the entry.
  [[nodiscard]] CellRef other_identifier(VertexId vertex, const WatchList& list, const ListEntry& entry) const;
  [[nodiscard]] std::vector<Country> countries_of(const WatchList& list, const ListEntry& entry) const;

  const SupplyGraph& graph_;
  const Screening& screening_;
  std::multimap<VertexId, CellRef> telling_;  ///< cells with usable identifiers that tell parties apart
};

}  // namespace assay
