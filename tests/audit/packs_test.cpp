#include "audit/packs.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "support/screened.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::string shipped_folder() {
  return std::string(ASSAY_SOURCE_DIR) + "/rules/dprk";
}

/// A copy of the shipped pack that a test may spoil.
class Copy {
 public:
  Copy() : path_(fs::temp_directory_path() / ("assay_packs_test_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::copy(shipped_folder(), path_, fs::copy_options::recursive);
  }
  ~Copy() { fs::remove_all(path_); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
  /// Takes the seal off, as one who changes a pack would before sealing it again.
  void unseal() const {
    std::istringstream lines(read("pack.yaml"));
    std::string rest;
    bool sealed = false;
    for (std::string line; std::getline(lines, line);) {
      sealed = line == "digests:" || (sealed && line.starts_with("  "));
      if (!sealed) rest += line + '\n';
    }
    write("pack.yaml", rest);
  }
  void remove(const std::string& name) const { fs::remove(path_ / name); }
  /// Replaces the first occurrence of a text that must be there.
  void replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = read(name);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(name, text.replace(at, from.size(), to));
  }

 private:
  fs::path path_;
};

std::unique_ptr<Audit> audit_with(const std::string& pack) {
  AuditRequest request;
  request.inputs = {std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/everything-disclosed"};
  request.rule_packs = {pack};
  request.lists = {test::list_of_fixtures()};
  request.as_of = parse_date("2025-03-31");
  return run_audit(request);
}

TEST(ShippedPack, IsTheFolderOfTheSources) {
  const std::vector<PackFile> embedded = shipped_pack();
  const std::vector<PackFile> folder = read_pack(shipped_folder());
  ASSERT_EQ(embedded.size(), folder.size());
  for (std::size_t i = 0; i < folder.size(); ++i) {
    EXPECT_EQ(embedded[i].name, folder[i].name);
    EXPECT_EQ(embedded[i].bytes, folder[i].bytes) << folder[i].name;
  }
}

TEST(ShippedPack, PassesItsOwnTests) {
  LoadedPacks loaded;
  Diagnostics diagnostics;
  EXPECT_TRUE(load_checked_packs(read_packs({}), loaded, diagnostics));
  EXPECT_TRUE(diagnostics.empty()) << format_diagnostic(diagnostics.front());
}

TEST(ReadPack, PassesOverHiddenAndForeignFiles) {
  const Copy copy;
  copy.write(".hidden.yaml", "no rule");
  copy.write("notes.txt", "no rule");
  EXPECT_EQ(read_pack(copy.path()).size(), read_pack(shipped_folder()).size());
}

TEST(ReadPack, FailsForAFolderThatIsNotThere) {
  EXPECT_THROW(read_pack("/no/such/pack"), Failure);
}

TEST(Packs, ThatAreSoundLetAnAuditRun) {
  const Copy copy;
  const auto audit = audit_with(copy.path());
  EXPECT_TRUE(audit->evaluated);
  EXPECT_EQ(audit->exit, Exit::clear);
}

TEST(Packs, OfWhichARuleIsMissingStopTheAudit) {
  const Copy copy;
  copy.remove("dprk-worker-nationality.yaml");
  const auto audit = audit_with(copy.path());
  EXPECT_FALSE(audit->evaluated);
  EXPECT_EQ(audit->exit, Exit::rules_refused);
  EXPECT_FALSE(audit->diagnostics.empty());
}

TEST(Packs, WhoseRulesFailTheirOwnTestsStopTheAuditAndNameTheTest) {
  const Copy copy;
  copy.unseal();
  copy.replace("dprk-direct-origin.yaml", "expect: flagged", "expect: clear");
  const auto audit = audit_with(copy.path());
  EXPECT_FALSE(audit->evaluated);
  EXPECT_EQ(audit->exit, Exit::rules_refused);
  ASSERT_FALSE(audit->diagnostics.empty());
  EXPECT_NE(audit->diagnostics.front().message.find("of rule dprk-direct-origin fails"), std::string::npos)
      << audit->diagnostics.front().message;
  EXPECT_EQ(audit->diagnostics.front().at.file, "dprk-direct-origin.yaml");
}

TEST(Packs, WhoseCountryTableWasEmptiedStopTheAudit) {
  const Copy copy;
  copy.unseal();
  const std::string countries = copy.read("data/countries.csv");
  copy.write("data/countries.csv", countries.substr(0, countries.find('\n') + 1));
  EXPECT_EQ(audit_with(copy.path())->exit, Exit::rules_refused);
}

TEST(PackAround, IsTheFolderWhereThatIsAPack) {
  const Copy copy;
  EXPECT_EQ(pack_around(copy.path() + "/dprk-direct-origin.yaml").size(), read_pack(copy.path()).size());
}

TEST(PackAround, PutsALoneFileInPlaceOfTheShippedRuleOfItsName) {
  const Copy copy;
  copy.remove("pack.yaml");
  LoadedPacks loaded;
  Diagnostics diagnostics;
  EXPECT_TRUE(load_packs({pack_around(copy.path() + "/dprk-direct-origin.yaml")}, loaded, diagnostics))
      << format_diagnostic(diagnostics.front());
}

}  // namespace
}  // namespace assay
