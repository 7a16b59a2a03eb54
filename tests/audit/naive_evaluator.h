#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/truth.h"
#include "naive_network.h"

namespace assay::naive {

/// What one rule says of one subject, and of an insufficient verdict every cause that may be named for it:
/// "cell FILE:RECORD:FIELD", "frontier NAME" (folded), "not asked TABLE.FIELD", "no table of workers" (one question,
/// whichever rule looked for whichever of its columns).
struct Judgement {
  Verdict verdict = Verdict::clear;
  std::set<std::string> causes;
};

/// By rule and subject: "A02 shipment #12", "E01 group #3", "E01 rest of site #4", "E01 rest of party #1", "E01 rest
/// of unlisted nobody & sons". The number is the tag of the row; a party has an entry for each of its rows. A rule
/// that does not apply to a subject has none.
using Judgements = std::map<std::string, Judgement>;

/// What the evaluator knows of the world besides the network: two tables of the pack.
struct Facts {
  std::set<std::pair<std::string, std::string>> transformations;  ///< HS prefixes of two or four digits
  std::set<std::string> exposed;                                  ///< HS prefixes
};
/// From transformations.csv and exposure.csv.
Facts read_facts(const std::string& transformations, const std::string& exposure);

/// A cell, or the place where it would be if its table had the column.
struct Cell {
  const Sheet* sheet = nullptr;
  std::size_t row = 0;
  std::string field;
  std::string text;  ///< trimmed
};

/// Whom a reference names.
struct Vertex {
  enum class Kind { nobody, party, unlisted, one_of };
  Kind kind = Kind::nobody;
  std::set<std::size_t> parties;  ///< one, or the candidates
  std::string text;               ///< folded
};

struct Interval {
  bool known = false;
  int first = -1000000, last = 1000000;  ///< days
};

/// Goods that went from a seller to a buyer: a shipment, or a relation that says so (a virtual deal).
struct Deal {
  const Sheet* sheet = nullptr;
  std::size_t row = 0;
  bool is_virtual = false;
  Cell seller_cell, buyer_cell;
  Vertex seller, buyer;
  Interval date;
};

struct Party {
  std::vector<std::size_t> rows;  ///< of suppliers
  std::set<std::string> names;    ///< folded
};

/// A site of the sites table; one that only a row of workers names; or the one that a company must have (no name).
struct Facility {
  std::string subject;  ///< as in the keys of judgements
  std::string name;
  std::string called;  ///< its name, or what else its row says
  Vertex operated_by;  ///< or the only employer that rows of workers name for it, where nobody says who operates it
  std::string country = {};
  bool is_listed = false;
  std::set<int> tags = {};  ///< of the rows that describe it
};

/// The definitions, straight over the rows of a network: no index, no order, no cleverness.
class World {
 public:
  World(const Network& network, const Facts& facts, const std::string& as_of);

  [[nodiscard]] Judgements judge() const;

  std::vector<Deal> deals;  ///< shipments first
  [[nodiscard]] Cell cell(const Deal& deal, const std::string& field) const;
  [[nodiscard]] Vertex whom(const std::string& text) const;
  /// Whether goods of `from` are in goods of `to`; the causes of an unknown.
  Truth link(const Deal& from, const Deal& to, std::set<std::string>* causes = nullptr) const;
  /// Whether the deal's own row, its seller or the seller's sites make its goods North Korean.
  Truth local(const Deal& deal, std::set<std::string>* causes = nullptr) const;
  [[nodiscard]] bool closed(const Deal& deal) const;
  /// Whether the goods were loaded in North Korea or passed through it.
  [[nodiscard]] Judgement loading(const Deal& deal) const;
  /// How a vertex is called in the keys of judgements: "party #1", "unlisted nobody & sons", "one of …", "nobody".
  [[nodiscard]] std::string key(const Vertex& vertex) const;
  /// The facility of a row of sites, in the same words: "site #4".
  [[nodiscard]] std::string site_of(int tag) const;
  /// The listed party of a row of suppliers, counted from 0 within its file.
  [[nodiscard]] Vertex party_at(const std::string& file, std::size_t row) const;

 private:
  [[nodiscard]] std::vector<const Sheet*> sheets(const std::string& table) const;
  [[nodiscard]] std::vector<std::vector<Cell>> rows(const std::string& table,
                                                    const std::vector<std::string>& fields) const;
  [[nodiscard]] std::string cause(const Cell& cell) const;
  void find_parties();
  void find_deals();
  [[nodiscard]] bool in_sure_reach(const Deal& deal, const Deal& subject, std::set<const Deal*> walked) const;
  bool in_possible_reach(const Deal& deal, const Deal& subject, std::map<const Deal*, bool>& walked,
                         std::set<std::string>& causes) const;
  [[nodiscard]] std::set<std::string> frontier(const Vertex& vertex) const;
  [[nodiscard]] bool needs_better_grade(const Vertex& vertex) const;
  [[nodiscard]] bool declared(const Vertex& vertex, const std::set<std::string>& statements, const Deal* deal) const;
  [[nodiscard]] Judgement indirect_origin(const Deal& deal) const;
  void judge_workers(Judgements& judgements) const;
  [[nodiscard]] std::vector<Facility> facilities() const;
  [[nodiscard]] std::string country_of(std::size_t party) const;
  [[nodiscard]] Interval date(const std::string& text) const;

  const Network& network_;
  const Facts& facts_;
  int as_of_ = 0;
  std::vector<Cell> supplier_rows_;  ///< the name cells
  std::vector<Party> parties_;
};

/// Folded as the networks need it: ASCII letters lower case, blanks for punctuation.
std::string folded(const std::string& text);
/// Whether a text names North Korea and nothing else.
bool is_dprk(const std::string& country);

}  // namespace assay::naive
