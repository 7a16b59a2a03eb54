#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "lists/watch_list.h"
#include "screening/identifiers.h"

namespace assay {

/// A party that can be reached where an entry of a list can.
struct ContactHit {
  VertexId vertex = no_vertex;
  CellRef cell;
  FactPlace place;
};

/// What an address, telephone number … is compared by; nothing where it says too little to tell anybody: an address
/// without a number in it, a telephone number under seven digits, a mail address at a public provider.
std::optional<std::string> contact_key(FactKind kind, std::string_view text);

/// Equal contacts of parties and entries; by party, then list and fact. A contact that more than `most_parties`
/// parties share is an agent's, and tells nothing of any of them.
std::vector<ContactHit> shared_contacts(const SupplyGraph& graph, const std::vector<WatchList>& lists);

constexpr std::size_t most_parties_at_contact = 50;

}  // namespace assay
