// Packs of others, damaged ones and cut ones: refused with a place, or the same as the whole.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "rules/pack_help.h"
#include "rules/seal.h"

namespace assay {
namespace {

using test::pack_of;
using test::replaced;
using test::shipped_text;

constexpr std::string_view rule_file = "dprk-loading-port.yaml";

struct Loaded {
  bool sound = false;
  LoadedPacks packs;
  Diagnostics diagnostics;
};

Loaded load(const std::vector<PackFile>& files) {
  Loaded result;
  result.sound = load_packs({files}, result.packs, result.diagnostics);
  return result;
}

std::filesystem::path hostile_folder() {
  const char* shared = std::getenv("ASSAY_SHARED");
  const std::filesystem::path root =
      shared != nullptr ? std::filesystem::path(shared) : std::filesystem::path(ASSAY_SOURCE_DIR) / ".." / "shared";
  return root / "badinput" / "own-hostile";
}

std::string read(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(HostilePack, RefusesEveryFileThatMustBeRefusedWithItsPlace) {
  if (!std::filesystem::exists(hostile_folder())) GTEST_SKIP() << "no shared material beside this checkout";
  const auto expect = nlohmann::json::parse(read(hostile_folder() / "EXPECT.json"));
  std::size_t refused = 0;
  for (const auto& [name, wanted] : expect.items()) {
    if (!name.starts_with("30-") || !wanted.value("or_refuse", false)) continue;
    ++refused;
    const Loaded loaded = load(pack_of({{name, read(hostile_folder() / name)}}));
    EXPECT_FALSE(loaded.sound) << name;
    ASSERT_FALSE(loaded.diagnostics.empty()) << name;
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
      EXPECT_EQ(diagnostic.at.file, name);
      EXPECT_GE(diagnostic.at.line, 1U) << name << diagnostic.message;
      EXPECT_GE(diagnostic.at.column, 1U) << name << diagnostic.message;
    }
  }
  EXPECT_GE(refused, 15U);
}

/// A fault, where it is put into a shipped rule, and by which name the refusal must call it.
struct Planted {
  std::string name;
  std::string part;  ///< of the rule as shipped
  std::string by;
  std::string called;
  std::string marked;  ///< the place of the refusal is the line that holds this
};

class PlantedFault : public ::testing::TestWithParam<Planted> {};

TEST_P(PlantedFault, IsRefusedByItsNameAndPlaceInAnOtherwiseValidRule) {
  const Planted& planted = GetParam();
  const std::string sound = shipped_text(rule_file);
  ASSERT_NE(sound.find(planted.part), std::string::npos) << "the shipped rule no longer says this";
  const std::string bytes = replaced(sound, planted.part, planted.by);
  const Loaded loaded = load(pack_of({{std::string(rule_file), bytes}}));
  EXPECT_FALSE(loaded.sound);
  const auto line = static_cast<std::uint32_t>(
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.find(planted.marked)), '\n'));
  bool found = false;
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    EXPECT_EQ(diagnostic.at.file, rule_file);
    EXPECT_GE(diagnostic.at.column, 1U);
    found = found || (diagnostic.at.line == line && diagnostic.message.find(planted.called) != std::string::npos);
  }
  std::string said;
  for (const Diagnostic& diagnostic : loaded.diagnostics) said += format_diagnostic(diagnostic);
  EXPECT_TRUE(found) << "no \"" << planted.called << "\" at line " << line << " of\n" << said;
}

std::string nested(int depth) {
  std::string text = "flag_when:\n  ";
  for (int i = 0; i < depth; ++i) text += "{not: ";
  text += "{where: {shipment.origin_country: KP}}";
  return text + std::string(static_cast<std::size_t>(depth), '}') + "\n";
}

const std::string follow = "    follow: [loaded_at, passed_through, carried_by, called_at]\n";
const std::string when = "  where: {shipment.origin_country: {not: KP}, shipment.discharge_country: {not: KP}}\n";
const std::string flag = "flag_when:\n";

std::string asks(const std::string& field_and_test) {
  return "  where: {" + field_and_test + "}\n";
}

INSTANTIATE_TEST_SUITE_P(
    HostilePack, PlantedFault,
    ::testing::Values(
        Planted{"OctalNumber", follow, follow + "    max_hops: 010\n", "octal number", "010"},
        Planted{"OctalCode", when, asks("shipment.hs_code: {under: [0270]}"), "octal number", "0270"},
        Planted{"ScientificNumber", follow, follow + "    max_hops: 1e1\n", "scientific", "1e1"},
        Planted{"ScientificCode", when, asks("shipment.hs_code: {under: [27e1]}"), "scientific", "27e1"},
        Planted{"HexadecimalNumber", follow, follow + "    max_hops: 0x10\n", "hexadecimal", "0x10"},
        Planted{"EmptyAll", when, "  all: []\n", "empty list", "all: []"},
        Planted{"EmptyAny", when, "  any: []\n", "empty list", "any: []"},
        Planted{"EmptyWhere", when, "  where: {}\n", "needs at least one field", "where: {}"},
        Planted{"RegexSyntax", when, asks("shipment.supplier: {matches: '('}"), "bad regex: missing )", "matches"},
        Planted{"RegexThatRepeatsARepetition", when, asks("shipment.supplier: {matches: '(a+)+$'}"),
                "bad regex: a repetition of a repetition", "matches"},
        Planted{"RegexTooLarge", when, asks("shipment.supplier: {matches: '((a{1,99}){1,99}){1,99}'}"), "bad regex",
                "matches"},
        Planted{"Tab", follow, "\tfollow: [loaded_at, passed_through, carried_by, called_at]\n", "tab", "\tfollow"},
        Planted{"SecondDocument", "status: stable\n", "status: stable\n---\nid: other\n", "second document", "---\n"},
        Planted{"UnknownKey", "severity: critical\n", "severty: critical\n", "unknown key: severty", "severty"},
        Planted{"UnknownCondition", flag + "  path:\n", flag + "  paht:\n", "unknown condition", "paht"},
        Planted{"UnknownOperator", "{not: KP}, ship", "{nto: KP}, ship", "unknown operator", "nto"},
        Planted{"UnknownField", "shipment.origin_country: {not", "shipment.origin_cuontry: {not", "unknown field",
                "cuontry"},
        Planted{"UnknownRelation", "[loaded_at, ", "[laoded_at, ", "unknown relation", "laoded_at"},
        Planted{"DuplicateKey", "status: stable\n", "status: stable\nstatus: test\n", "duplicate key",
                "status: test"},
        Planted{"MergeKey", "status: stable\n", "status: stable\n<<: {gap: low}\n", "merge key", "<<"},
        Planted{"Null", "title: Loaded in, or carried through, the DPRK\n", "title: ~\n", "null value", "title"},
        Planted{"NullInAnOperand", "{not: KP}, ship", "{not: }, ship", "null value", "{not: }"},
        Planted{"NothingBehindAKey", "theme: transit_dprk\n", "theme:\n", "null value", "theme"},
        Planted{"AliasCycle", "tests:\n", "tests:\n  - &again [*again]\n", "alias cycle", "&again"},
        Planted{"AliasOutsideTests", "references:\n", "references: &r [*r]\nfalse:\n", "outside tests", "&r"},
        Planted{"ConditionsTooDeep", flag, nested(20) + "other:\n", "too deep", "{not: {not:"},
        Planted{"YamlTooDeep", flag, nested(200) + "other:\n", "too deep", "{not: {not:"},
        Planted{"BidiControl", "title: Loaded in", "title: Loaded \xE2\x80\xAEin", "bidirectional", "title"},
        Planted{"InvisibleCharacter", "title: Loaded in", "title: Loaded\xE2\x80\x8B in", "U+200B", "title"},
        Planted{"Nul", "title: Loaded in", std::string("title: Loaded \0in", 17), "NUL character", "title"},
        Planted{"NulByAnEscape", "message: \"{subject.name}", "message: \"\\x00{subject.name}", "NUL character",
                "message"},
        Planted{"InvalidUtf8", "title: Loaded in", "title: Loaded \xFFin", "UTF-8", "title"},
        Planted{"Tag", "severity: critical\n", "severity: !!str critical\n", "tag", "!!str"},
        Planted{"NotATable", "      shipments: |\n", "      shipmens: |\n", "unknown table", "shipmens"},
        Planted{"NoQuestion", "pass through it?", "pass through it.", "a question ends with ?", "question"},
        Planted{"NotAWord", "severity: critical\n", "severity: crtical\n", "unknown word", "crtical"},
        Planted{"AnotherFormat", "assay: 1\n", "assay: 2\n", "assay must be 1", "assay: 2"}),
    [](const auto& one) { return one.param.name; });

TEST(HostilePack, AcceptsTheRuleWithoutAFault) {
  const Loaded loaded = load(pack_of({{std::string(rule_file), shipped_text(rule_file)}}));
  EXPECT_TRUE(loaded.sound) << (loaded.diagnostics.empty() ? "" : format_diagnostic(loaded.diagnostics.front()));
}

TEST(HostilePack, RefusesARuleInUtf16) {
  for (const bool big_endian : {false, true}) {
    std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : shipped_text(rule_file)) {
      if (big_endian) bytes += '\0';
      bytes += c;
      if (!big_endian) bytes += '\0';
    }
    const Loaded loaded = load(pack_of({{std::string(rule_file), bytes}}));
    EXPECT_FALSE(loaded.sound);
    ASSERT_FALSE(loaded.diagnostics.empty());
    EXPECT_NE(loaded.diagnostics.front().message.find("UTF-16"), std::string::npos);
    EXPECT_EQ(loaded.diagnostics.front().at.file, rule_file);
    EXPECT_EQ(loaded.diagnostics.front().at.line, 1U);
    EXPECT_EQ(loaded.diagnostics.front().at.column, 1U);
  }
}

TEST(HostilePack, ShippedPackIsSealed) {
  EXPECT_NE(shipped_text("pack.yaml").find("\ndigests:\n"), std::string::npos);
  const Loaded loaded = load(shipped_pack());
  for (const Diagnostic& diagnostic : loaded.diagnostics) ADD_FAILURE() << format_diagnostic(diagnostic);
  EXPECT_TRUE(loaded.sound) << "after a review of what changed: scripts/seal-pack";
}

TEST(HostilePack, RefusesASealedPackWithAFileLostAddedOrRenamed) {
  std::vector<PackFile> files = shipped_pack();
  const PackFile last = files.back();
  files.pop_back();
  EXPECT_FALSE(load(files).sound);
  files.push_back(last);
  EXPECT_TRUE(load(files).sound);
  files.push_back({"data/more.csv", "a\n1\n"});
  EXPECT_FALSE(load(files).sound);
  files.back().name = "another-rule.yaml";
  EXPECT_FALSE(load(files).sound);
}

/// What came of loading the shipped pack with one of its files cut.
enum class Cut : std::uint8_t { refused, identical };

/// `files` is whole again when it returns.
Cut load_cut(std::vector<PackFile>& files, std::size_t number, std::size_t length, std::size_t rules) {
  const std::string name = files[number].name;
  const bool only_the_last_line_end = length + 1 == files[number].bytes.size() && name == "pack.yaml";
  const std::string rest = files[number].bytes.substr(length);
  files[number].bytes.resize(length);
  const Loaded cut = load(files);
  files[number].bytes += rest;
  EXPECT_EQ(cut.sound, cut.diagnostics.empty()) << name << " cut at " << length;
  if (!cut.sound) {
    EXPECT_FALSE(cut.diagnostics.empty() || cut.diagnostics.front().at.file.empty()) << name << " cut at " << length;
    EXPECT_GE(cut.diagnostics.empty() ? 0 : cut.diagnostics.front().at.line, 1U) << name << " cut at " << length;
    return Cut::refused;
  }
  EXPECT_TRUE(only_the_last_line_end) << name << " cut at " << length << " is accepted";
  EXPECT_EQ(cut.packs.rules.rules.size(), rules);
  return Cut::identical;
}

/// The seal of the shipped pack, asked about one cut file at a time.
class Sealed {
 public:
  explicit Sealed(const std::vector<PackFile>& whole) : whole_(whole) {
    Diagnostics none;
    EXPECT_TRUE(parse_yaml("pack.yaml", shipped_text("pack.yaml"), pack_, none));
    digests_ = pack_.root.find("digests");
    for (const PackFile& file : whole) files_.push_back({&file, to_hex(sha256(file.bytes))});
    EXPECT_TRUE(check_seal(pack_, *digests_, files_, none).empty());
  }

  /// That it names the file, and no other, once it ends there.
  void refuses(std::size_t number, std::size_t length) {
    const std::string digest = files_[number].digest;
    files_[number].digest = to_hex(sha256(std::string_view(whole_[number].bytes).substr(0, length)));
    Diagnostics complaints;
    const std::vector<std::string> unsealed = check_seal(pack_, *digests_, files_, complaints);
    EXPECT_EQ(unsealed, std::vector<std::string>{whole_[number].name}) << "cut at " << length;
    EXPECT_EQ(complaints.size(), 1U);
    files_[number].digest = digest;
  }

 private:
  const std::vector<PackFile>& whole_;
  YamlDocument pack_;
  const YamlNode* digests_ = nullptr;
  std::vector<SealedFile> files_;
};

/// Whether the loader is asked about this prefix too, not the seal alone: where a line ends, and in between now and
/// then. It takes an hour to load a quarter of a million packs. ASSAY_ALL_PREFIXES=1 has them all loaded.
bool is_loaded(std::string_view bytes, std::size_t length) {
  static const bool all = std::getenv("ASSAY_ALL_PREFIXES") != nullptr;
  return all || length == 0 || bytes[length - 1] == '\n' || bytes[length] == '\n' || length % 97 == 0;
}

/// A part of the files, so that the parts can run beside each other.
constexpr std::size_t parts = 12;
class HostilePackPart : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Files, HostilePackPart, testing::Range(std::size_t{0}, parts));

/// Every prefix of pack.yaml and of every rule: refused, or it was the whole file but for the last line end.
TEST_P(HostilePackPart, RefusesEveryPrefixOfEveryShippedRuleAndOfPackYaml) {
  std::vector<PackFile> whole = shipped_pack();
  Sealed seal(whole);
  std::size_t prefixes = 0;
  std::size_t loaded = 0;
  std::size_t identical = 0;
  const std::size_t rules = load(whole).packs.rules.rules.size();
  for (std::size_t number = GetParam(); number < whole.size() && !HasFailure(); number += parts) {
    const std::string bytes = whole[number].bytes;
    if (whole[number].name.starts_with("data/")) continue;
    for (std::size_t length = 0; length < bytes.size() && !HasFailure(); ++length, ++prefixes) {
      const bool is_sealed = whole[number].name != "pack.yaml";  // which holds the seal
      if (is_sealed) seal.refuses(number, length);
      if (is_sealed && !is_loaded(bytes, length)) continue;
      ++loaded;
      if (load_cut(whole, number, length, rules) == Cut::identical) ++identical;
    }
  }
  std::cout << prefixes << " prefixes, " << loaded << " of them loaded, " << identical
            << " identical, all others refused\n";
  EXPECT_LE(identical, 1U);
}

/// The same of the tables, of which the loader is asked about each 1009th.
TEST(HostilePack, RefusesEveryPrefixOfEveryShippedTable) {
  const std::size_t step = std::getenv("ASSAY_ALL_PREFIXES") != nullptr ? 1 : 1009;
  std::vector<PackFile> whole = shipped_pack();
  Sealed seal(whole);
  std::size_t prefixes = 0;
  for (std::size_t number = 0; number < whole.size() && !HasFailure(); ++number) {
    const std::size_t size = whole[number].bytes.size();
    if (!whole[number].name.starts_with("data/")) continue;
    for (std::size_t length = 0; length < size && !HasFailure(); ++length, ++prefixes) {
      seal.refuses(number, length);
      if (length % step != 0) continue;
      EXPECT_EQ(load_cut(whole, number, length, 0), Cut::refused);
    }
  }
  std::cout << prefixes << " prefixes, all refused\n";
}

}  // namespace
}  // namespace assay
