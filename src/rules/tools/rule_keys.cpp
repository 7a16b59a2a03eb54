#include "rules/tools/rule_keys.h"

#include <array>

namespace assay {
namespace {

constexpr std::string_view text = R"({"$ref": "#/definitions/text"})";
constexpr std::string_view texts = R"({"$ref": "#/definitions/texts"})";
constexpr std::string_view condition = R"({"$ref": "#/definitions/condition"})";
constexpr std::string_view severity = R"({"$ref": "#/definitions/severity"})";

constexpr auto keys = std::to_array<RuleKey>({
    {"assay", true, R"({"const": 1})", "the version of the format: 1"},
    {"id", true, R"({"type": ["string", "boolean"], "pattern": "^[a-z][a-z0-9-]{2,63}$"})",
     "the name of the rule, and of its file; never used again for another"},
    {"title", true, text, "a few words"},
    {"theme", true, R"({"$ref": "#/definitions/theme"})", "the group under which reports list it"},
    {"status", false, R"({"enum": ["experimental", "test", "stable", "deprecated"]})",
     "how far the rule may be relied on"},
    {"subject", true, R"({"$ref": "#/definitions/subject"})", "what gets the verdict: one verdict for each"},
    {"severity", true,
     R"({"oneOf": [{"$ref": "#/definitions/severity"}, {"type": "array", "minItems": 1, "items": {"type": "object", )"
     R"("required": ["is"], "additionalProperties": false, "properties": {"is": {"$ref": "#/definitions/severity"}, )"
     R"("when": {"$ref": "#/definitions/rung"}}}}]})",
     "how bad a flag is: a word, or a ladder whose first rung that surely holds counts"},
    {"gap", true,
     R"({"oneOf": [{"$ref": "#/definitions/gap"}, {"type": "object", "required": ["border_zone", "exposed", "else"], )"
     R"("additionalProperties": false, "properties": {"border_zone": {"$ref": "#/definitions/gap"}, )"
     R"("exposed": {"$ref": "#/definitions/gap"}, "else": {"$ref": "#/definitions/gap"}}}]})",
     "how much an open question matters: a word, or a ladder by exposure"},
    {"question", true, R"({"type": "string", "minLength": 2, "pattern": "\\?$"})",
     "a question to be answered with yes or no, where yes is flagged"},
    {"why", false, text, "why the answer matters, for the officer"},
    {"references", true,
     R"({"type": "array", "minItems": 1, "items": {"type": "object", "required": ["cite"], )"
     R"("additionalProperties": false, "properties": {"cite": {"$ref": "#/definitions/text"}, )"
     R"("locator": {"$ref": "#/definitions/text"}, "url": {"$ref": "#/definitions/text"}}}})",
     "the law or the publication that it rests on, with the paragraph"},
    {"jurisdiction", false, texts, "where the law holds; without it everywhere"},
    {"let", false, R"({"type": "object"})", "tables and lists of the rule's own, by name"},
    {"effective", false,
     R"({"type": "object", "additionalProperties": false, "properties": {"from": {"$ref": "#/definitions/text"}, )"
     R"("to": {"$ref": "#/definitions/text"}, "on": {"$ref": "#/definitions/text"}}})",
     "the days on which it is in force, and the date of the subject that must lie within"},
    {"when", false, condition, "of which subjects it is asked; not applicable to all others"},
    {"flag_when", false, condition, "what flags a subject"},
    {"gap_when", false, condition, "what is a gap in the data: an open question, never a flag"},
    {"message", true, text, "the sentence of a finding; words in braces are filled in"},
    {"decide_by", true, texts, "documents or data that settle an open question"},
    {"falsepositives", false, texts, "when a flag is wrong; printed under it"},
    {"tests", true, R"({"type": "array", "minItems": 2, "items": {"$ref": "#/definitions/test"}})",
     "small tables and what must come out: at least one flagged, one clear, one open"},
});

constexpr auto keys_of_tests = std::to_array<RuleKey>({
    {"name", true, text, "what it shows"},
    {"given", true, R"({"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}})",
     "tables as CSV text, by the name of the table"},
    {"subject", true, text, "kind:name, such as shipment:S2"},
    {"expect", true, R"({"enum": ["clear", "insufficient", "flagged"]})", "the verdict"},
    {"severity", false, severity, "of the flag"},
    {"as_of", false, R"({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})",
     "the day of the audit; without it 2030-01-01"},
    {"path", false, texts, "the entities of the proof, in order, all of them"},
    {"missing", false, texts, "what must be among the open causes: a field, or the party that does not disclose"},
});

}  // namespace

std::span<const RuleKey> rule_keys() {
  return keys;
}

std::span<const RuleKey> test_keys() {
  return keys_of_tests;
}

}  // namespace assay
