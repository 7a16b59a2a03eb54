#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/failure.h"
#include "graph/graph.h"
#include "report/comparison.h"
#include "rules/evaluate.h"
#include "rules/load.h"
#include "tables/kept_file.h"
#include "tables/tables.h"

namespace assay {

struct StepTime {
  std::string_view step;
  double seconds = 0;
};

/// What the user says that the audit is about. Reports repeat it; it changes no verdict. Empty where nothing is said.
struct StatedScope {
  std::string company, importer_of_record;
  std::vector<std::string> jurisdictions;  ///< UN, EU, or the two letters of a country
  std::string from, to;                    ///< the days of its period
};

/// An audit as writers read it. Everything in it is decided; a writer only says it. Holds the whole route's values,
/// so that evidence is made only for what is shown. Not copyable: parts refer to each other.
struct Audit {
  Audit() = default;
  Audit(const Audit&) = delete;
  Audit& operator=(const Audit&) = delete;

  Day as_of = 0;
  StatedScope scope;
  std::vector<KeptFile> kept;  ///< what it was made from: files of packs, then inputs
  LoadedPacks packs;
  Tables tables;
  SupplyGraph graph;
  std::shared_ptr<const Screening> screening;  ///< null before parties were compared with lists
  Evaluation evaluation;
  bool evaluated = false;           ///< false: it stopped before (a pack was refused); nothing was asked of anybody
  std::vector<LedgerEntry> ledger;  ///< by file, in order of name
  Diagnostics diagnostics;          ///< sorted
  std::optional<Comparison> comparison;  ///< with --baseline; nothing before it was evaluated
  Exit exit = Exit::internal;
  Verdict verdict = Verdict::insufficient;
  std::uint64_t flags = 0;              ///< flagged findings
  std::uint64_t questions = 0;          ///< open findings
  std::uint64_t accepted = 0;           ///< open questions that --fail-on-open lets pass
  std::uint64_t failing_flags = 0;      ///< flags at or above --fail-on, those of the baseline left out
  std::uint64_t failing_questions = 0;  ///< questions at or above --fail-on-open, those of the baseline left out
  std::uint64_t known_flags = 0;        ///< flags at or above --fail-on that the baseline has too, no less grave
  std::uint64_t known_questions = 0;    ///< the same of questions
  std::string flag_threshold;           ///< the word given to --fail-on, for the last line
  std::string open_threshold;           ///< the word given to --fail-on-open, for the last line
  bool include_clear = false;
  std::vector<StepTime> timings;
};

struct WriteOptions {
  bool color = false;
  std::size_t width = 100;      ///< columns of the terminal
  std::size_t show_flags = 20;  ///< text: this many flags in full, the rest counted
  std::size_t show_questions = 10;
  bool verbose = false;  ///< text: every question in full, and the rules' questions beside the flags
};

/// A report format: one file, one line in the list of writers.
struct Writer {
  std::string_view name;  ///< text, json …
  std::string_view says;  ///< for --help
  void (*write)(const Audit& audit, const WriteOptions& options, std::ostream& out);
};

std::span<const Writer> writers();
/// Null when there is no format of that name.
const Writer* find_writer(std::string_view name);

/// Whether a finding counts for the exit code as far as the baseline goes: always without one.
bool counts_for_exit(const Audit& audit, std::size_t number);

/// The program's version and the packs it has, as one line of JSON.
std::string version_json(std::string_view version, std::span<const PackInfo> packs);

extern const Writer text_writer;
extern const Writer json_writer;
extern const Writer sarif_writer;
extern const Writer markdown_writer;
extern const Writer html_writer;

}  // namespace assay
