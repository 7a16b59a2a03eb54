#include "cli/request.h"
#include "cli/rules_packs.h"
#include "report/layout.h"
#include "rules/tools/words.h"

namespace assay {
namespace {

class Sheet {
 public:
  Sheet(const Rule& rule, const Paint& paint, Terminal& terminal)
      : rule_(rule), paint_(paint), out_(terminal.out), width_(terminal.width) {}

  void write() {
    out_ << paint_.bold(rule_.id) << "  " << prose(rule_.title) << "\n\n";
    line("Question", rule_.question);
    line("If yes", rule_.gap_only ? "it is a gap in the data: an open question, never a flag"
                                  : "flagged, severity " + severity_words(rule_));
    line("If unknown", "an open question; how much it matters: " + gap_words(rule_.gap));
    line("Asked of", asked_of());
    line("Theme", rule_.theme + ": " + std::string(theme_words(rule_.theme)));
    line("Status", rule_.status);
    line("Why", rule_.why);
    for (const Citation& citation : rule_.references)
      line("Law", citation_words(citation) + (citation.url.empty() ? "" : "  " + citation.url));
    lines("In force in", rule_.jurisdictions);
    lines("Decided by", rule_.decide_by);
    lines("May be wrong", rule_.falsepositives);
    out_ << "\nTests\n";
    for (const RuleTest& test : rule_.tests)
      out_ << "  " << padded(to_string(test.expect), 14) << wrapped(prose(test.name), 16, width_) << '\n';
  }

 private:
  [[nodiscard]] std::string asked_of() const {
    std::string text = "every " + std::string(to_string(rule_.subject));
    for (char& c : text)
      if (c == '_') c = ' ';
    if (rule_.when) text += " to which it applies (`when` at line " + std::to_string(rule_.when->at.line) + ")";
    return text + (rule_.required ? "; required: an audit whose inputs cannot answer it stays open" : "");
  }

  void line(std::string_view title, std::string_view text) {
    if (text.empty()) return;
    constexpr std::size_t indent = 14;
    out_ << padded(title, indent) << wrapped(prose(text), indent, width_) << '\n';
  }

  void lines(std::string_view title, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) line(title, text);
  }

  const Rule& rule_;
  const Paint& paint_;
  std::ostream& out_;
  std::size_t width_;
};

std::vector<Option> options() {
  return {rules_option(),
          {"--color", "WHEN", "colours", "", {"auto", "always", "never"}},
          {"--verbose", "", "every diagnostic in full", "-v"}};
}

int run(const Arguments& arguments, Terminal& terminal) {
  NamedPacks packs;
  if (!load_named_packs(arguments, terminal, packs)) return static_cast<int>(Exit::rules_refused);
  const Paint paint{write_options_of(arguments, terminal, true).color};
  bool first = true;
  for (const std::string& id : arguments.operands) {
    const Rule& rule = packs.loaded.rules.rules[rule_named(packs.loaded.rules, id)];
    if (!first) terminal.out << '\n';
    first = false;
    Sheet(rule, paint, terminal).write();
  }
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command rules_show_command{"rules show",
                                 "RULE...",
                                 "what a rule asks, why, by which law, what decides it and when it errs",
                                 1,
                                 1000,
                                 options(),
                                 {"assay rules show dprk-direct-origin"},
                                 run};

}  // namespace assay
