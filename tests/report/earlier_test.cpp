#include "report/earlier.h"

#include <gtest/gtest.h>

#include "base/failure.h"

// A baseline is a file of which nobody knows who wrote it: it is read whole, or refused with a reason.

namespace assay {
namespace {

constexpr std::string_view report = R"({
"format": "assay-audit/1", "as_of": "2025-03-31",
"inputs": [{"file": "a.csv", "tables": ["suppliers", "a table of later days"],
            "columns": ["supplier.name", "supplier.country", "supplier.moon"]}],
"packs": [{"id": "dprk", "version": "0.1.0", "rules": 2, "sha256": "00"}],
"findings": [
{"id": "F-1", "fingerprint": "f1", "path_fingerprint": "p1", "rule": "r-one", "also": [], "severity": "critical",
 "verdict": "flagged", "subject": {"kind": "shipment", "id": "S", "name": "S"}, "message": "m",
 "evidence": [{"says": "x", "at": null}], "missing": []},
{"id": "F-2", "fingerprint": "f2", "path_fingerprint": "f2", "rule": "r-two", "also": ["r-one", "a-rule"],
 "severity": "medium", "verdict": "insufficient", "subject": {"kind": "company", "id": "X", "name": "X"},
 "message": "m", "missing": [{"field": "inputs"}]},
{"id": "F-3", "verdict": "clear"}]})";

TEST(EarlierReport, HoldsWhatIsCompared) {
  const EarlierReport earlier = read_earlier_report(report, "base.json");
  EXPECT_EQ(earlier.as_of, "2025-03-31");
  EXPECT_EQ(earlier.packs.at(0).digest, "00");
  ASSERT_EQ(earlier.findings.size(), 2);
  EXPECT_EQ(earlier.findings[0].verdict, Verdict::flagged);
  EXPECT_EQ(earlier.findings[1].missing_field, "inputs");
  EXPECT_EQ(earlier.findings[1].waits, (std::vector<std::string>{"a-rule", "r-one", "r-two"}));
}

TEST(EarlierReport, PassesOverTablesAndColumnsThatThisProgramDoesNotKnow) {
  const EarlierReport earlier = read_earlier_report(report, "base.json");
  EXPECT_EQ(earlier.tables, std::vector<TableKind>{TableKind::suppliers});
  EXPECT_EQ(earlier.columns, (std::vector<Field>{Field::supplier_name, Field::supplier_country}));
}

TEST(EarlierReport, IsReadWholeOrRefusedWhateverByteIsDamaged) {
  for (std::size_t at = 0; at < report.size(); ++at)
    for (const char byte : {'\0', '"', '}', '7', '\xFF'}) {
      std::string text(report);
      text[at] = byte;
      try {
        (void)read_earlier_report(text, "base.json");
      } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), Exit::usage);
        EXPECT_TRUE(std::string(failure.what()).starts_with("--baseline base.json: ")) << failure.what();
      }
    }
}

TEST(EarlierReport, IsRefusedWhereverItIsCut) {
  for (std::size_t size = 0; size < report.size(); ++size)
    EXPECT_THROW((void)read_earlier_report(report.substr(0, size), "base.json"), Failure) << size;
}

}  // namespace
}  // namespace assay
