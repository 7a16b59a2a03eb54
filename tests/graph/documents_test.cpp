#include "graph/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Documents: which papers are a shipment's, of what kind they are, and on which days they are in force.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string shipments =
    "shipment_id,date,supplier,buyer,hs_code,origin_country,document,lot\n"
    "S1,2018-01-10,Ferry Trading,Iron Works,270111,RU,COO-7,L-4\n"
    "S2,2018-01-10,Ferry Trading,Iron Works,270111,RU,,L-5\n";
const std::string columns = "document,type,covers,origin_country,issue_date,expiry_date\n";

GraphText with(const std::string& documents, const std::string& goods = shipments) {
  return GraphText({{"shipments", goods}, {"documents", columns + flush_left(documents)}});
}

/// "COO-7", or "COO-7 ?covers" for one that may be of it.
std::vector<std::string> papers(const GraphText& g, std::string_view shipment) {
  std::vector<std::string> all;
  for (const PaperOf& paper : documents_of(g.graph, g.shipment(shipment))) {
    std::string one(g.tables.text(g.graph.documents.row[paper.document]));
    if (!paper.sure) one += " ?" + std::string(info(paper.because.field).name);
    all.push_back(one);
  }
  return all;
}

TEST(Documents, AreOfTheShipmentsAndLotsThatTheyCover) {
  const GraphText g = with(R"(
      COO-1,certificate of origin,S1; S9,RU,2018-01-01,2018-12-31
      COO-2,certificate of origin,l-4,RU,2018-01-01,2018-12-31
      COO-3,certificate of origin,S9,RU,2018-01-01,2018-12-31)");
  EXPECT_THAT(papers(g, "S1"), ElementsAre("COO-1", "COO-2"));
  EXPECT_THAT(papers(g, "S2"), IsEmpty());
}

TEST(Documents, ThatDoNotSayWhatTheyCoverMayBeOfAnyGoodsAndAreOfThoseThatNameThem) {
  const GraphText g = with("COO-7,certificate of origin,,RU,2018-01-01,2018-12-31\n");
  EXPECT_THAT(papers(g, "S1"), ElementsAre("COO-7"));
  EXPECT_THAT(papers(g, "S2"), ElementsAre("COO-7 ?document.covers"));
}

TEST(Documents, OfOtherGoodsAreNotTheirsThoughARowNamesThem) {
  EXPECT_THAT(papers(with("COO-7,certificate of origin,S2,RU,2018-01-01,2018-12-31\n"), "S1"), IsEmpty());
}

TEST(Documents, MayBeOfGoodsThatDoNotSayTheirNumberOrLot) {
  const GraphText g = with("COO-1,certificate of origin,L-9,RU,2018-01-01,2018-12-31\n",
                           "shipment_id,date,supplier,buyer,hs_code,origin_country,lot\n"
                           "S1,2018-01-10,Ferry Trading,Iron Works,270111,RU,\n"
                           "S2,2018-01-10,Ferry Trading,Iron Works,270111,RU,L-5\n");
  EXPECT_THAT(papers(g, "S1"), ElementsAre("COO-1 ?shipment.lot"));
  EXPECT_THAT(papers(g, "S2"), IsEmpty());
}

TEST(Documents, AreNoneWithoutATableOfThem) {
  const GraphText g({{"shipments", shipments}});
  EXPECT_EQ(g.graph.documents.size(), 0U);
  EXPECT_THAT(papers(g, "S1"), IsEmpty());
}

TEST(Documents, StandInTheOrderOfWhatTheySay) {
  const std::string first = "COO-1,certificate of origin,S1,RU,2018-01-01,2018-12-31\n";
  const std::string second = "COO-2,licence,S1,RU,2018-01-01,2018-12-31\n";
  EXPECT_EQ(papers(with(first + second), "S1"), papers(with(second + first), "S1"));
}

// ---- of what kind

Truth is_certificate(const std::string& type) {
  return is_of_kind(with("4711," + type + ",S1,RU,2018-01-01,\n").graph.documents, 0, Paper::certificate_of_origin);
}

TEST(Documents, AreOfTheKindThatTheirTypeSays) {
  EXPECT_EQ(is_certificate("Certificate of Origin (Form A)"), Truth::yes);
  EXPECT_EQ(is_certificate("原产地证明"), Truth::yes);
  EXPECT_EQ(is_certificate("bill of lading"), Truth::no);
  EXPECT_EQ(is_certificate(""), Truth::unknown);
}

// ---- on which days

/// Whether a document is in force on a day, and past its last one.
std::pair<Truth, Truth> days(const std::string& type, const std::string& issued, const std::string& expires,
                             const std::string& on) {
  const GraphText g = with("4711," + type + ",S1,RU," + issued + "," + expires + "\n");
  return {valid_on(g.graph.documents, 0, parse_date(on)), out_of_date(g.graph.documents, 0, parse_date(on))};
}

TEST(Documents, AreInForceFromTheirDayToTheirLast) {
  EXPECT_EQ(days("licence", "2018-01-01", "2018-01-31", "2018-01-01"), std::pair(Truth::yes, Truth::no));
  EXPECT_EQ(days("licence", "2018-01-01", "2018-01-31", "2018-01-31"), std::pair(Truth::yes, Truth::no));
  EXPECT_EQ(days("licence", "2018-01-01", "2018-01-31", "2018-02-01"), std::pair(Truth::no, Truth::yes));
  EXPECT_EQ(days("licence", "2018-01-01", "2018-01-31", "2017-12-31"), std::pair(Truth::no, Truth::no));
}

TEST(Documents, WithDatesThatAreNotWholeStayOpenWhereTheDayFallsIntoThem) {
  EXPECT_EQ(days("licence", "2018-01", "2018-03", "2018-01-15"), std::pair(Truth::unknown, Truth::no));
  EXPECT_EQ(days("licence", "2018-01", "2018-03", "2018-03-15"), std::pair(Truth::unknown, Truth::unknown));
  EXPECT_EQ(days("licence", "2018-01", "2018-03", "2018-02-15"), std::pair(Truth::yes, Truth::no));
  EXPECT_EQ(days("licence", "2018-01-01", "2018-03-31", ""), std::pair(Truth::unknown, Truth::unknown));
}

TEST(Documents, ThatMustSayHowLongTheyHoldAndDoNotStayOpen) {
  EXPECT_EQ(days("licence", "2018-01-01", "", "2018-02-01"), std::pair(Truth::unknown, Truth::unknown));
  EXPECT_EQ(days("bill of lading", "2018-01-01", "", "2018-02-01"), std::pair(Truth::yes, Truth::no));
  EXPECT_EQ(days("bill of lading", "", "", "2018-02-01"), std::pair(Truth::unknown, Truth::no));
}

}  // namespace
}  // namespace assay::test
