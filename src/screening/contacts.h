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

/// What a telephone number, mail address or website is compared by; nothing where it says too little to tell anybody:
/// a telephone number under seven digits, a mail address without a host, the website of a public provider. Nothing
/// for an address.
std::optional<std::string> contact_key(FactKind kind, std::string_view text);

/// What an address is compared by.
struct AddressKey {
  std::string words;     ///< sorted, without words that are written or left out, those below among them
  Country country;       ///< stated, else the one at its end; Hong Kong and Macao are China; blank: none
  std::string province;  ///< at its end, or stated; empty: none
  std::string postcode;  ///< at its end; empty: none
  std::string box;       ///< a code beside a numbered room, such as DL1849: a desk or a box in it; empty: none
};
/// What columns beside an address say; they count as if they stood in it.
struct BesideAddress {
  Country country;
  std::string_view city, region;
};
/// Nothing for an address that says too little: without a number, or of fewer than three words.
std::optional<AddressKey> address_key(std::string_view text, const BesideAddress& beside, const Reference& reference);
/// The words are equal, so all numbers are, and nothing else contradicts.
bool is_same_address(const AddressKey& a, const AddressKey& b);

/// Equal contacts of parties and entries, each once; by party, then list and fact. A contact that more than
/// `most_parties` parties share is an agent's, and tells nothing of any of them.
std::vector<ContactHit> shared_contacts(const SupplyGraph& graph, const std::vector<WatchList>& lists);

constexpr std::size_t most_parties_at_contact = 50;

}  // namespace assay
