#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "metamorphic_change.h"
#include "naive_engine.h"
#include "support/screened.h"

namespace assay::naive {

namespace {

std::string shared_folder() {
  const char* named = std::getenv("ASSAY_SHARED");
  return named != nullptr ? named : std::string(ASSAY_SOURCE_DIR) + "/../shared";
}

std::unique_ptr<Audit> audit_of(const std::string& path, const std::string& as_of) {
  AuditRequest request;
  request.inputs = {path};
  request.lists = {test::list_of_fixtures()};
  request.as_of = parse_date(as_of);
  return run_audit(request);
}

}  // namespace

TEST(FacilityList, OfNothingButNamesAndCountriesAsksFewQuestionsAndFlagsNothing) {
  const std::string list = shared_folder() + "/data/os-hub-samples/facility_list_15.csv";
  if (!std::filesystem::exists(list)) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  const auto audit = audit_of(list, "2022-02-03");
  std::size_t questions = 0;
  for (const Finding& finding : audit->evaluation.findings) {
    if (finding.verdict == Verdict::insufficient) ++questions;
    if (finding.verdict == Verdict::flagged) {
      EXPECT_LE(finding.severity, Severity::low);
    }
  }
  EXPECT_GT(questions, 0U) << "a list of suppliers proves nothing";
  EXPECT_LE(questions, 20U);
  EXPECT_EQ(audit->exit, Exit::open);
  EXPECT_GT(audit->ledger.at(0).used, 300U);

  std::ostringstream out;
  text_writer.write(*audit, {}, out);
  const std::string text = out.str();
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 60) << text;
}

TEST(EverythingDisclosed, IsClear) {
  const auto audit = audit_of(std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/everything-disclosed", "2025-03-31");
  EXPECT_EQ(audit->exit, Exit::clear);
  EXPECT_EQ(audit->verdict, Verdict::clear);
}

TEST(EverythingDisclosed, IsOpenWithoutAnyOneRowThatClosesSomething) {
  const Network whole = read_folder(std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/everything-disclosed");
  ASSERT_EQ(run(whole, "2025-03-31")->exit_code(), 0);
  int deleted = 0;
  each_deleted_row(whole, [&](const Change& change) {
    const bool is_mine = change.table == "sites" && change.says.back() == '1';
    if (change.table != "declarations" && !is_mine) return true;
    ++deleted;
    EXPECT_EQ(run(change.network, "2025-03-31")->exit_code(), 3) << change.says << "\n" << show(change.network);
    return true;
  });
  EXPECT_EQ(deleted, 8) << "seven declarations and the mine";
}

TEST(EverythingDisclosed, IsOpenOnceItsStatementsHaveExpired) {
  const auto audit = audit_of(std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/everything-disclosed", "2025-04-01");
  EXPECT_EQ(audit->exit, Exit::open);
}

}  // namespace assay::naive
