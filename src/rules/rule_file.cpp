#include "rules/rule_file.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "rules/condition.h"
#include "rules/field_value.h"
#include "rules/tools/words.h"

namespace assay {
namespace {

constexpr std::array<std::string_view, 5> severities = {"info", "low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 3> gaps = {"low", "medium", "high"};
constexpr std::array<std::string_view, 4> statuses = {"experimental", "test", "stable", "deprecated"};
constexpr std::array<std::string_view, 3> expectations = {"clear", "insufficient", "flagged"};

template <std::size_t size>
std::vector<std::string_view> list(const std::array<std::string_view, size>& words) {
  return {words.begin(), words.end()};
}

class RuleReader {
 public:
  RuleReader(const YamlDocument& document, Rule& rule, Diagnostics& diagnostics, const PackContext* context)
      : document_(document),
        rule_(rule),
        diagnostics_(diagnostics),
        context_(context),
        map_(document, document.root, "rule", diagnostics) {}

  void read() {
    rule_.at = {document_.file, 1, 1};
    map_.integer("assay", true, 1, 1, 1);
    read_header();
    read_gap();
    read_references();
    read_conditions();
    read_tests();
    map_.finish();
  }

 private:
  void complain(const YamlNode& at, std::string message, std::string hint = {}) {
    diagnostics_.push_back(document_.complain(at, std::move(message), std::move(hint)));
  }

  void read_header() {
    rule_.id = map_.text("id", true);
    if (const YamlNode* id = map_.optional("id"); id != nullptr && !is_rule_id(rule_.id))
      complain(*id, "an id is 3 to 64 small letters, digits and hyphens, a letter first");
    rule_.title = map_.text("title", true);
    const std::vector<std::string_view> themes = theme_names();
    if (const int theme = map_.word("theme", true, themes); theme >= 0)
      rule_.theme = themes[static_cast<std::size_t>(theme)];
    if (const int status = map_.word("status", false, list(statuses)); status >= 0)
      rule_.status = statuses[static_cast<std::size_t>(status)];
    rule_.question = map_.text("question", true);
    if (const YamlNode* question = map_.optional("question"); question != nullptr && !rule_.question.ends_with("?"))
      complain(*question, "a question ends with ?, and yes means flagged");
    rule_.why = map_.text("why", false);
    rule_.message = map_.text("message", true);
    std::vector<std::string_view> subjects;
    for (std::size_t i = 0; i < subject_kinds; ++i) subjects.push_back(to_string(static_cast<SubjectKind>(i)));
    if (const int subject = map_.word("subject", true, subjects); subject >= 0) {
      rule_.subject = static_cast<SubjectKind>(subject);
      constexpr std::array built = {SubjectKind::shipment, SubjectKind::worker_group, SubjectKind::company,
                                    SubjectKind::facility, SubjectKind::vessel,       SubjectKind::lot,
                                    SubjectKind::product};
      if (std::find(built.begin(), built.end(), rule_.subject) == built.end())
        complain(*map_.optional("subject"), fmt::format("not built yet: rules about a {}", to_string(rule_.subject)));
    }
    if (const YamlNode* severity = map_.require("severity"); severity != nullptr) {
      if (severity->kind == YamlNode::Kind::list)
        severity_ladder_ = severity;
      else if (const int word = map_.word("severity", true, list(severities)); word >= 0)
        rule_.severity = static_cast<Severity>(word);
    }
    rule_.decide_by = map_.texts("decide_by", true);
    rule_.falsepositives = map_.texts("falsepositives", false);
    rule_.jurisdictions = map_.texts("jurisdiction", false);
    if (const YamlNode* let = map_.optional("let")) {
      if (let->kind == YamlNode::Kind::map)
        let_ = let;
      else
        complain(*let, "`let` is a map from a name to a table or a list");
    }
  }

  Gap gap_word(MapReader& reader, std::string_view key) {
    const int word = reader.word(key, true, list(gaps));
    return word < 0 ? Gap::low : static_cast<Gap>(word);
  }

  void read_gap() {
    const YamlNode* gap = map_.require("gap");
    if (gap == nullptr) return;
    if (gap->kind == YamlNode::Kind::scalar) {
      const Gap one = gap_word(map_, "gap");
      rule_.gap = {one, one, one};
      return;
    }
    MapReader reader(document_, *gap, "gap", diagnostics_);
    rule_.gap.border_zone = gap_word(reader, "border_zone");
    rule_.gap.exposed = gap_word(reader, "exposed");
    rule_.gap.otherwise = gap_word(reader, "else");
    reader.finish();
  }

  void read_references() {
    const YamlNode* references = map_.require("references");
    if (references == nullptr) return;
    if (references->kind != YamlNode::Kind::list || references->items.empty()) {
      complain(*references, "empty list: a rule names at least one reference");
      return;
    }
    for (const YamlNode& item : references->items) {
      MapReader reader(document_, item, "reference", diagnostics_);
      Citation citation{reader.text("cite", true), reader.text("locator", false), reader.text("url", false)};
      reader.finish();
      rule_.references.push_back(std::move(citation));
    }
  }

  void read_conditions() {
    const ConditionParser parser{document_, rule_.subject, diagnostics_, let_, 0, context_};
    if (severity_ladder_ != nullptr) read_ladder(parser);
    if (const YamlNode* when = map_.optional("when")) {
      rule_.when.emplace();
      parser.parse(*when, *rule_.when);
    }
    const YamlNode* flag = map_.optional("flag_when");
    const YamlNode* gap = map_.optional("gap_when");
    if ((flag == nullptr) == (gap == nullptr)) {
      complain(flag != nullptr ? *gap : document_.root, "a rule has either `flag_when` or `gap_when`");
      return;
    }
    rule_.gap_only = gap != nullptr;
    parser.parse(flag != nullptr ? *flag : *gap, rule_.condition);
    refuse_unused_let();
    read_effective(parser);
  }

  static bool asks_measure(const Condition& condition) {
    return condition.kind == &measure_condition ||
           std::any_of(condition.children.begin(), condition.children.end(), asks_measure);
  }

  static Condition both_of(Condition first, Condition second) {
    Condition both{&all_condition, {}, nullptr, first.at, first.subject};
    both.children.push_back(std::move(first));
    both.children.push_back(std::move(second));
    return both;
  }

  /// Out of force is not asked; a day that is not known leaves open what would be flagged.
  void read_effective(const ConditionParser& parser) {
    const YamlNode* node = map_.optional("effective");
    if (node == nullptr) return;
    Condition effective{&effective_condition, {}, nullptr, {document_.file, node->line, node->column}, rule_.subject};
    if (!effective_condition.parse(parser, *node, effective)) return;
    if (asks_measure(rule_.condition))
      complain(*node, "a rule that asks `measure` takes its days from data/measures.csv", "remove `effective`");
    rule_.when = rule_.when ? both_of(std::move(*rule_.when), effective) : effective;
    rule_.condition = both_of(std::move(rule_.condition), std::move(effective));
  }

  /// A table that no condition asks is most likely one whose name is mistyped where it is meant.
  void refuse_unused_let() {
    if (let_ == nullptr) return;
    for (const YamlNode& name : let_->keys) {
      bool used = false;
      for (const std::string_view key : {"severity", "when", "flag_when", "gap_when"})
        if (const YamlNode* node = document_.root.find(key)) used = used || mentions(*node, name.text);
      if (!used) complain(name, fmt::format("`{}` is not used by any condition", name.text), "remove it, or ask it");
    }
  }

  static bool mentions(const YamlNode& node, std::string_view word) {
    if (node.kind == YamlNode::Kind::scalar) return node.text == word;
    return std::any_of(node.items.begin(), node.items.end(),
                       [word](const YamlNode& item) { return mentions(item, word); });
  }

  /// severity: [{when: condition, is: critical}, …, {is: high}]. The last rung has no condition.
  void read_ladder(const ConditionParser& parser) {
    const std::vector<YamlNode>& rungs = severity_ladder_->items;
    if (rungs.empty()) complain(*severity_ladder_, "empty list: a ladder has rungs");
    for (std::size_t i = 0; i < rungs.size(); ++i) {
      MapReader reader(document_, rungs[i], "rung", diagnostics_);
      SeverityRung rung;
      if (const int word = reader.word("is", true, list(severities)); word >= 0)
        rung.is = static_cast<Severity>(word);
      const YamlNode* when = reader.optional("when");
      reader.finish();
      const bool last = i + 1 == rungs.size();
      if (last != (when == nullptr))
        complain(rungs[i], last ? "the last rung has no condition: it holds when no other does"
                                : "only the last rung stands without a condition");
      if (last) rule_.severity = rung.is;
      if (when == nullptr) continue;
      read_rung(parser, *when, rung);
      rule_.ladder.push_back(std::move(rung));
    }
  }

  /// A rung may ask for the grade of the proof: where: {path.grade: {at_least: B}}.
  void read_rung(const ConditionParser& parser, const YamlNode& when, SeverityRung& rung) {
    const YamlNode* where = when.find("where");
    const YamlNode* grade = where == nullptr ? nullptr : where->find("path.grade");
    if (grade == nullptr) {
      rung.when.emplace();
      parser.parse(when, *rung.when);
      return;
    }
    const YamlNode* wanted = grade->find("at_least");
    rung.path_grade = grade_from(wanted != nullptr ? wanted->text : grade->text);
    if (!rung.path_grade || where->keys.size() != 1 || when.keys.size() != 1)
      complain(*grade, "the grade of a proof is asked by itself", "where: {path.grade: {at_least: B}}");
  }

  void read_tests() {
    const YamlNode* tests = map_.require("tests");
    if (tests == nullptr) return;
    if (tests->kind != YamlNode::Kind::list || tests->items.empty()) {
      complain(*tests, "empty list: a rule has tests");
      return;
    }
    for (const YamlNode& item : tests->items) read_test(item);
    const auto expects = [this](Verdict verdict) {
      return std::any_of(rule_.tests.begin(), rule_.tests.end(),
                         [verdict](const RuleTest& test) { return test.expect == verdict; });
    };
    for (const Verdict verdict : {Verdict::clear, Verdict::insufficient, Verdict::flagged}) {
      if (expects(verdict) || (rule_.gap_only && verdict == Verdict::flagged)) continue;
      complain(*tests, fmt::format("no test expects `{}`", to_string(verdict)),
               "a rule shows itself flagging, clearing and staying open");
    }
  }

  void read_test(const YamlNode& node) {
    MapReader reader(document_, node, "test", diagnostics_);
    RuleTest test;
    test.at = {document_.file, node.line, node.column};
    test.name = reader.text("name", true);
    if (const YamlNode* given = reader.require("given")) {
      if (given->kind != YamlNode::Kind::map || given->keys.empty())
        complain(*given, "`given` is a map from table to CSV text");
      for (std::size_t i = 0; i < given->keys.size(); ++i) {
        if (!table_from(given->keys[i].text) && given->keys[i].text != "lists")
          complain(given->keys[i], fmt::format("unknown table `{}`", given->keys[i].text),
                   "suppliers, shipments, relations, workers, sites, declarations, prices, lists");
        test.given.emplace_back(given->keys[i].text, given->items[i].text);
      }
    }
    test.subject = reader.text("subject", true);
    if (const int expect = reader.word("expect", true, list(expectations)); expect >= 0)
      test.expect = static_cast<Verdict>(expect);
    if (const int severity = reader.word("severity", false, list(severities)); severity >= 0)
      test.severity = static_cast<Severity>(severity);
    if (const YamlNode* at = reader.optional("severity"); at != nullptr && test.expect != Verdict::flagged)
      complain(*at, "only a flag has a severity", "remove the key, or expect: flagged");
    if (const YamlNode* as_of = reader.optional("as_of")) {
      test.as_of = as_of->text;
      if (const Date date = parse_date(as_of->text); date.known != Known::yes || date.precision != Precision::day)
        complain(*as_of, fmt::format("\"{}\" is no date", as_of->text), "write it as 2017-08-05");
    }
    test.path = reader.texts("path", false);
    test.missing = reader.texts("missing", false);
    reader.finish();
    rule_.tests.push_back(std::move(test));
  }

  const YamlDocument& document_;
  Rule& rule_;
  Diagnostics& diagnostics_;
  const PackContext* context_;
  MapReader map_;
  const YamlNode* let_ = nullptr;
  const YamlNode* severity_ladder_ = nullptr;
};

/// What `benchmark` gives a message.
bool is_price_word(std::string_view word) {
  constexpr std::array<std::string_view, 5> words = {"price.usd_per_tonne", "price.share", "price.benchmark",
                                                     "price.month", "price.source"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What `capacity` does.
bool is_capacity_word(std::string_view word) {
  return word == "capacity.tonnes" || word == "capacity.sold" || word == "capacity.year";
}

}  // namespace

std::string check_message(const Rule& rule) {
  const std::string& text = rule.message;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string::npos) return "a brace in the message is not closed";
    const std::string word = text.substr(at + 1, end - at - 1);
    const std::optional<Field> field = field_from(word);
    if (word == "subject.id" || word == "subject.name" || word == "path.hops" || word == "target.name") continue;
    if ((word == "owned.low" || word == "owned.high") && has_kind(rule.condition, owned_by_condition)) continue;
    if (word.starts_with("match.") && has_kind(rule.condition, name_match_condition)) continue;
    if (is_price_word(word) && has_kind(rule.condition, benchmark_condition)) continue;
    if (is_capacity_word(word) && has_kind(rule.condition, capacity_condition)) continue;
    if (word.starts_with("row.")) {
      if (names_column(rule.condition, word.substr(4))) continue;
      return fmt::format("the message names {{{}}}, which no table that the rule asks has", word);
    }
    if (!field || !belongs_to(*field, rule.subject))
      return fmt::format("the message names {{{}}}, which a rule about a {} does not have", word,
                         to_string(rule.subject));
  }
  return {};
}

bool is_rule_id(std::string_view id) {
  return id.size() >= 3 && id.size() <= 64 && id[0] >= 'a' && id[0] <= 'z' &&
         std::all_of(id.begin(), id.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool read_rule(const YamlDocument& document, Rule& rule, Diagnostics& diagnostics, const PackContext* context) {
  const std::size_t before = diagnostics.size();
  RuleReader(document, rule, diagnostics, context).read();
  if (const std::string wrong = check_message(rule); !wrong.empty()) {
    const YamlNode* message = document.root.find("message");
    diagnostics.push_back(document.complain(message == nullptr ? document.root : *message, wrong));
  }
  return diagnostics.size() == before;
}

}  // namespace assay
