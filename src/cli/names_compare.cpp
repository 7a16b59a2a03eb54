#include <cmath>
#include <optional>

#include "base/failure.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/pairs_file.h"
#include "names/compare.h"
#include "names/prepare.h"
#include "names/public_tool.h"
#include "names/weights.h"
#include "report/layout.h"

namespace assay {
namespace {

std::optional<NameKind> kind_of(std::string_view word) {
  if (word == "company" || word == "org" || word == "organization" || word == "organisation")
    return NameKind::company;
  if (word == "person" || word == "individual") return NameKind::person;
  if (word == "vessel") return NameKind::vessel;
  if (word.empty() || word == "unknown") return NameKind::unknown;
  return std::nullopt;
}

/// A score with three digits, which no locale changes; rounded down, so that a score below a threshold never looks as
/// if it had reached it.
std::string score_text(float score) {
  const auto thousandths = static_cast<unsigned>(std::floor(score * 1000 + 0.01F));
  const std::string digits = std::to_string(thousandths % 1000);
  return std::to_string(thousandths / 1000) + '.' + std::string(3 - digits.size(), '0') + digits;
}

PreparedName prepared(std::string_view text, NameKind kind) {
  PreparedName name = prepare(text, kind);
  weigh(name, {});
  return name;
}

NameComparison compared(const PreparedName& a, const PreparedName& b) {
  return compare(a, b);
}

std::string words_of_run(const NameForm& form, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text.append(i == 0 ? "" : " ").append(form.tokens[first + i].text);
  return text;
}

void write_left_over(const NameForm& form, const std::vector<bool>& matched, std::string_view side,
                     std::ostream& out) {
  for (std::size_t at = 0; at < form.tokens.size(); ++at)
    if (!matched[at])
      out << "  only in " << side << ": " << safe(form.tokens[at].text) << " ("
          << to_string(form.tokens[at].token_class) << ", weight " << score_text(form.tokens[at].weight) << ")\n";
}

void write_alignment(const PreparedName& a, const PreparedName& b, const NameComparison& result, std::ostream& out) {
  const NameForm& form_a = a.forms[result.form_a];
  const NameForm& form_b = b.forms[result.form_b];
  std::vector<bool> matched_a(form_a.tokens.size());
  std::vector<bool> matched_b(form_b.tokens.size());
  for (const AlignedTokens& pair : result.alignment) {
    out << "  " << padded(safe(words_of_run(form_a, pair.first_a, pair.count_a)), 20) << "  "
        << padded(safe(words_of_run(form_b, pair.first_b, pair.count_b)), 20) << "  "
        << padded(to_string(pair.likeness.relation), 8) << score_text(pair.likeness.similarity) << "  "
        << padded(to_string(form_a.tokens[pair.first_a].token_class), 8) << "weight " << score_text(pair.weight)
        << '\n';
    for (std::size_t i = 0; i < pair.count_a; ++i) matched_a[pair.first_a + i] = true;
    for (std::size_t i = 0; i < pair.count_b; ++i) matched_b[pair.first_b + i] = true;
  }
  write_left_over(form_a, matched_a, "the first", out);
  write_left_over(form_b, matched_b, "the second", out);
}

void write_comparison(const PreparedName& a, const PreparedName& b, std::ostream& out) {
  const NameComparison result = compared(a, b);
  out << "score " << score_text(result.score) << "  " << to_string(result.band) << '\n';
  if (!a.forms.empty() && !b.forms.empty()) {
    out << "words " << score_text(result.aligned) << ", joined " << score_text(result.joined) << '\n';
    if (a.forms.size() > 1) out << "first name read as: " << to_string(a.forms[result.form_a].origin) << '\n';
    if (b.forms.size() > 1) out << "second name read as: " << to_string(b.forms[result.form_b].origin) << '\n';
    write_alignment(a, b, result, out);
  }
  for (const LoweredBy& step : result.lowered)
    out << "  at most " << score_text(step.to) << ": " << says(step.rule) << '\n';
  for (const std::string& finding : finding_words(a)) out << "  note on the first name: " << finding << '\n';
  for (const std::string& finding : finding_words(b)) out << "  note on the second name: " << finding << '\n';
}

struct Scored {
  float score = 0;
  Band band = Band::no;
};

Scored scored(std::string_view a, std::string_view b, NameKind kind, bool public_tool) {
  if (public_tool) {
    const float score = public_tool_score(a, b);
    return {score, band_of(score)};
  }
  const NameComparison result = compared(prepared(a, kind), prepared(b, kind));
  return {result.score, result.band};
}

void write_pairs(const std::string& file, bool public_tool, std::ostream& out) {
  const PairsFile pairs = read_pairs(file);
  std::vector<std::string> cells = pairs.headers;
  cells.insert(cells.end(), {"score", "band"});
  write_csv_row(cells, out);
  for (std::size_t number = 0; number < pairs.rows.size(); ++number) {
    const std::vector<std::string>& row = pairs.rows[number];
    const std::string kind_word = pairs.kind < row.size() ? row[pairs.kind] : "";
    const std::optional<NameKind> kind = kind_of(kind_word);
    if (!kind)
      throw Failure(Exit::input_refused, escape_for_terminal(file) + ": row " + std::to_string(number + 1) +
                                             ": kind \"" + escape_for_terminal(kind_word) +
                                             "\" is none of company, org, person, vessel");
    const Scored result = scored(row[pairs.name_a], row[pairs.name_b], *kind, public_tool);
    cells = row;
    cells.push_back(score_text(result.score));
    cells.emplace_back(to_string(result.band));
    write_csv_row(cells, out);
  }
}

std::vector<Option> options() {
  return {
      {"--kind",
       "KIND",
       "what the names name; company where it is not given",
       "",
       {"company", "org", "person", "vessel"}},
      {"--pairs", "FILE", "compare every row of a CSV file with the columns name_a, name_b and kind"},
      {"--format",
       "FORMAT",
       "csv for --pairs, which is the default there; text for two names",
       "-f",
       {"text", "csv"}},
      {"--score", "SCORE", "assay, or ofac: what the public search tool of OFAC would say", "", {"assay", "ofac"}}};
}

int run(const Arguments& arguments, Terminal& terminal) {
  const bool public_tool = arguments.text("--score", "assay") == "ofac";
  const std::string format = arguments.text("--format");
  if (arguments.has("--pairs")) {
    if (!arguments.operands.empty()) throw Failure(Exit::usage, "either two names or --pairs FILE, not both");
    if (format == "text") throw Failure(Exit::usage, "--pairs writes csv");
    write_pairs(arguments.text("--pairs"), public_tool, terminal.out);
    return static_cast<int>(Exit::clear);
  }
  if (arguments.operands.size() != 2) throw Failure(Exit::usage, "which two names? assay names compare A B");
  if (format == "csv") throw Failure(Exit::usage, "--format csv needs --pairs FILE");
  const std::string& a = arguments.operands[0];
  const std::string& b = arguments.operands[1];
  const NameKind kind = kind_of(arguments.text("--kind", "company")).value_or(NameKind::company);
  if (public_tool) {
    const float score = public_tool_score(a, b);
    terminal.out << "score " << score_text(score) << "  " << to_string(band_of(score))
                 << "  (as the public tool would)\n";
  } else {
    write_comparison(prepared(a, kind), prepared(b, kind), terminal.out);
  }
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command names_compare_command{"names compare",
                                    "[A B]",
                                    "how alike two names are, word by word: flag, ask or no",
                                    0,
                                    2,
                                    options(),
                                    {"assay names compare \"Korea Ryonbong General Corp\" 조선련봉총회사",
                                     "assay names compare --pairs pairs.csv --format csv"},
                                    run};

}  // namespace assay
