#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/condition.h"
#include "rules/evaluator.h"
#include "screening/screening.h"

namespace assay {

/// Which entries of which watch lists a rule means.
struct Against {
  std::vector<std::string> lists;         ///< by name; empty: all
  std::vector<std::string> programs;      ///< of the entry; empty: all
  std::vector<std::string> not_programs;  ///< none of these
};

/// Entries about the DPRK on sanctions lists: no detentions, ventures or mentions of the public record.
Against listed_for_dprk();

/// against: {list: NAME | [NAMES], program: [WORDS], not_program: [WORDS]}. A programme fits a word that it begins
/// with, up to digits or a hyphen: DPRK is DPRK, DPRK2 and DPRK-NKSPEA. DPRK also means an entry that lies there.
bool parse_against(const ConditionParser& parser, const YamlNode& node, Against& against);
/// "ofac-sdn, programme DPRK"; "any watch list".
std::string to_string(const Against& against);

/// How a party must be tied to an entry.
struct Listing {
  Against against;
  bool by_identifier = true;
  bool by_name = true;
  bool by_contact = false;
  bool corroborated = false;             ///< of names: only where the country agrees too
  std::vector<FactKind> contacts;        ///< which kinds of contact; empty: all
  std::optional<int> founded_within;     ///< days: only if the party was set up so soon after the entry was listed
  std::optional<float> flag_at, ask_at;  ///< of names; nothing: those of the comparison
};

/// What a hit says to the question: no for one that is cleared or not meant.
Truth truth_of(const Listing& listing, const Evaluator& evaluator, const Hit& hit);
/// The hits that say yes, else those that leave it open; the surest first.
std::vector<const Hit*> hits_that_count(const Listing& listing, const Evaluator& evaluator, VertexId vertex);
/// Whether a vertex is listed. A name that fits several parties: what all of them are.
Truth listed(const Listing& listing, const Evaluator& evaluator, VertexId vertex);
/// By vertex.
Answer listed_parties(const Listing& listing, const Evaluator& evaluator);

/// The steps that show a hit: the cell, the entry, how the two were compared.
void prove_hit(const Evaluator& evaluator, const Hit& hit, Grounds& out);
/// Words for messages: match.name, match.list, match.entry, match.programme, match.score, match.date.
void add_match_words(const Evaluator& evaluator, const Hit& hit, Grounds& out);
/// What leaves open whether a vertex is listed: a likeness, or lists that were not read, or are too old for a no.
void add_listing_causes(const Listing& listing, const Evaluator& evaluator, VertexId vertex, Grounds& out);
/// What a no rests on: the lists that were read, and who was taken for somebody else.
void explain_unlisted(const Listing& listing, const Evaluator& evaluator, VertexId vertex, Grounds& out);

/// The name of an entry: its primary one.
std::string name_of_entry(const Screening& screening, const Hit& hit);

}  // namespace assay
