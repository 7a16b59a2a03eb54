#pragma once

#include <string>
#include <vector>

#include "rules/condition.h"

namespace assay {

/// Who counts as an owner of concern: by country, as a body of a state by its own name, by watch list, or by name.
struct Owners {
  enum class By : std::uint8_t { country, list, name, body, listed, several };
  By by = By::country;
  Country country;
  std::string list;
  std::vector<std::string> programs;  ///< of the list; empty: all
  std::vector<std::string> names;     ///< as written
  bool today = false;                 ///< it is asked of the day of the audit, for which declarations vouch
  std::vector<Owners> parts;          ///< of several: any of them
};

/// owners: {country: KP} | {public_body: KP} | {list: ofac-sdn, program: [DPRK]} | {listed: true} | {named: [texts]}
/// | {any: [of these]}
bool parse_owners(const ConditionParser& parser, const YamlNode& node, Owners& owners);
/// "owners in KP", "owners on ofac-sdn", "owners named A, B".
std::string to_string(const Owners& owners);

/// By vertex: who is one, surely or possibly. A country that is not known may be the one that is asked for; a party
/// without a name may have any. When no list was read, anyone may be on it.
Answer owners_of_concern(const Owners& owners, const Evaluator& evaluator);
/// The step that says why a vertex surely is one.
void prove_concern(const Owners& owners, const Evaluator& evaluator, VertexId vertex, Grounds& out);
/// What leaves open whether a vertex is one.
void add_concern_cause(const Owners& owners, const Evaluator& evaluator, VertexId vertex, Grounds& out);

/// A cell that does not say what is asked of it. Where the column is in no input, the column is what is missing;
/// where only this file leaves it out, the cell counts as blank.
void add_cell_cause(const SupplyGraph& graph, CellRef cell, Known why, Grounds& out);

}  // namespace assay
