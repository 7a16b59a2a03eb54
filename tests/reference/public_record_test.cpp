#include <gtest/gtest.h>

#include "reference/load.h"

namespace assay {
namespace {

const std::string header =
    "id,kind,name,aliases,weak_aliases,records,programme,imo,imo_company,flag,country,listed_on,measure,about,"
    "partners,"
    "source,status,note\n";

std::string first_mistake(const std::string& rows) {
  Diagnostics diagnostics;
  check_public_record({"data/public_record.csv", header + rows}, diagnostics);
  return diagnostics.empty() ? std::string{} : diagnostics.front().message;
}

TEST(PublicRecord, SoundRowsPass) {
  EXPECT_EQ(first_mistake("a,vessel,Example 7,,,un-1718; ofac-dprk,DPRK,8713471,,KP,,2018-03-30,,,,a list,primary,\n"
                          "b,company,Example,,,joint-venture,,,5571322,,KP; CN,,,,,a report,secondary,\n"),
            "");
}

TEST(PublicRecord, ANumberOfAShipMustHaveItsCheckDigit) {
  EXPECT_EQ(first_mistake("a,vessel,Example 7,,,un-1718,DPRK,8713472,,,,,,,,a list,primary,\n"),
            "this is no IMO number of a vessel");
}

TEST(PublicRecord, EachRowSaysWhatSortOfRecordItIsAndWhereItIsFrom) {
  EXPECT_NE(first_mistake("a,company,Example,,,,,,,,,,,,,a list,primary,\n"), "");
  EXPECT_NE(first_mistake("a,company,Example,,,rumour,,,,,,,,,,a list,primary,\n"), "");
  EXPECT_EQ(first_mistake("a,company,Example,,,un-1718,,,,,,,,,,,primary,\n"), "the row has no source");
  EXPECT_NE(first_mistake("a,company,Example,,,un-1718,,,,,,,,,,a list,,\n"), "");
}

TEST(PublicRecord, AnIdStandsOnce) {
  EXPECT_EQ(first_mistake("a,company,Example,,,un-1718,,,,,,,,,,a list,primary,\n"
                          "a,company,Other,,,un-1718,,,,,,,,,,a list,primary,\n"),
            "this id is there twice");
}

}  // namespace
}  // namespace assay
