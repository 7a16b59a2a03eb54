#include "graph/closure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// What vouches for what a party does not say, and what does not.

namespace assay::test {
namespace {

const std::string columns = "party,statement,goods,from,to,date,grade\n";
const std::string good = "Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-06-01,A\n";
const std::string sale =
    "shipment_id,date,consignor,buyer,commodity,hs_code,origin_country\n"
    "S1,2018-05-01,Ferry Trading,Iron Works,Iron Ore,260111,AU\n";
const std::string listed = "supplier_name,country,city\nFerry Trading,DE,Hamburg\n";

/// Whether the inputs of Ferry Trading are closed for the sale of S1.
bool closes(const TableTexts& tables, std::string_view as_of = "2018-06-30") {
  const GraphText g(tables, as_of);
  const Closure closure(g.graph, doubtful_parties(g.graph));
  const std::uint32_t s = g.shipment("S1");
  const Shipments& shipments = g.graph.shipments;
  return closure
      .inputs(shipments.seller[s], &g.graph.goods.goods[shipments.goods[s]], shipments.date[s].first,
              shipments.date[s].last())
      .exists();
}

bool declared(const std::string& row, const std::string& shipments = sale, const std::string& suppliers = listed) {
  return closes({{"suppliers", suppliers}, {"shipments", shipments}, {"declarations", columns + row}});
}

TEST(Declaration, ThatSaysAllCloses) {
  EXPECT_TRUE(declared(good));
}

TEST(Declaration, WithAnyOneBlankCellClosesNothing) {
  EXPECT_FALSE(declared(",inputs_complete,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,all,,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,all,2018-01-01,,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,,A\n"));
}

TEST(Declaration, WithoutAGradeIsASuppliersOwnWord) {
  EXPECT_TRUE(declared("Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-06-01,\n"));
  EXPECT_TRUE(declared("Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-06-01,D\n"));
}

TEST(Declaration, WithoutAColumnItNeedsClosesNothing) {
  for (const std::string missing : {"goods", "from", "to", "date"}) {
    std::string header = "party,statement";
    std::string row = "Ferry Trading,inputs_complete";
    for (const auto& [column, text] : {std::pair<std::string, std::string>{"goods", "all"},
                                       {"from", "2018-01-01"},
                                       {"to", "2018-12-31"},
                                       {"date", "2018-06-01"}}) {
      if (column == missing) continue;
      header += "," + column;
      row += "," + text;
    }
    EXPECT_FALSE(closes({{"suppliers", listed}, {"shipments", sale}, {"declarations", header + "\n" + row + "\n"}}))
        << missing;
  }
}

TEST(Declaration, ThatCannotBeReadClosesNothingAndIsToldToTheUser) {
  EXPECT_FALSE(declared("Ferry Trading,we are fine,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,all,soon,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,all,2018-01-01,03/04/2019,2018-06-01,A\n"));
  const GraphText g(
      {{"declarations", columns + "Ferry Trading,we are fine,all,2018-01-01,2018-12-31,2018-06-01,A\n"}});
  EXPECT_THAT(g.complaints("\"we are fine\" is no statement that is known"),
              testing::ElementsAre("declarations.csv:2:15"));
  EXPECT_THAT(g.complaints("this declaration closes nothing"), testing::SizeIs(1));
}

TEST(Declaration, IssuedAfterTheDayOfTheAuditClosesNothingYet) {
  EXPECT_TRUE(declared("Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-06-30,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-07-01,A\n"));
}

TEST(Declaration, MayRunBeyondTheDayOfTheAudit) {
  EXPECT_TRUE(declared("Ferry Trading,inputs_complete,all,2018-01-01,2030-12-31,2018-06-01,A\n"));
}

TEST(Declaration, OfAnotherStatementDoesNotCloseInputs) {
  EXPECT_TRUE(declared("Ferry Trading,no_dprk_content,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,no_dprk_labour,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(declared("Ferry Trading,owners_complete,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
}

TEST(Declaration, OfAnotherPartyClosesNothing) {
  EXPECT_FALSE(declared("Quay Metals,inputs_complete,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
}

TEST(Declaration, OfAnAmbiguousPartyClosesNothing) {
  EXPECT_FALSE(declared(good, sale, listed + "Ferry Trading,AT,Wien\n"));
}

// ---- goods

bool covers(const std::string& goods) {
  return declared("Ferry Trading,inputs_complete," + goods + ",2018-01-01,2018-12-31,2018-06-01,A\n");
}

TEST(DeclaredGoods, MayBeAll) {
  for (const std::string word : {"all", "All goods", "*", "全部", "所有"}) EXPECT_TRUE(covers(word)) << word;
}

TEST(DeclaredGoods, MayBeTheTextOfTheSale) {
  EXPECT_TRUE(covers("IRON-ORE"));
  EXPECT_FALSE(covers("coal"));
  EXPECT_FALSE(covers("ore")) << "a part of the text is another text";
}

TEST(DeclaredGoods, MayBeTheFirstDigitsOfTheCode) {
  EXPECT_TRUE(covers("26"));
  EXPECT_TRUE(covers("2601"));
  EXPECT_TRUE(covers("260111"));
  EXPECT_FALSE(covers("2"));
  EXPECT_FALSE(covers("2602"));
  EXPECT_FALSE(covers("26011100")) << "longer than what the sale says";
}

TEST(DeclaredGoods, DoNotCoverASaleWhoseOwnGoodsAreNotKnown) {
  const std::string no_code =
      "shipment_id,date,consignor,buyer,commodity,hs_code\n"
      "S1,2018-05-01,Ferry Trading,Iron Works,,2.6E+07\n";
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,26,2018-01-01,2018-12-31,2018-06-01,A\n", no_code));
  EXPECT_FALSE(declared("Ferry Trading,inputs_complete,iron ore,2018-01-01,2018-12-31,2018-06-01,A\n", no_code));
}

// ---- time

bool covers_sale_on(const std::string& date, const std::string& from, const std::string& to) {
  const std::string shipments = "shipment_id,date,consignor,buyer,commodity,hs_code,origin_country\nS1," + date +
                                ",Ferry Trading,Iron Works,Iron Ore,260111,AU\n";
  return declared("Ferry Trading,inputs_complete,all," + from + "," + to + ",2018-06-01,A\n", shipments);
}

TEST(DeclaredPeriod, IncludesItsFirstAndLastDay) {
  EXPECT_TRUE(covers_sale_on("2018-01-01", "2018-01-01", "2018-03-31"));
  EXPECT_TRUE(covers_sale_on("2018-03-31", "2018-01-01", "2018-03-31"));
  EXPECT_FALSE(covers_sale_on("2017-12-31", "2018-01-01", "2018-03-31"));
  EXPECT_FALSE(covers_sale_on("2018-04-01", "2018-01-01", "2018-03-31"));
}

TEST(DeclaredPeriod, CoversAMonthOnlyWhole) {
  EXPECT_TRUE(covers_sale_on("2018-03", "2018-03-01", "2018-03-31"));
  EXPECT_FALSE(covers_sale_on("2018-03", "2018-03-02", "2018-12-31"));
  EXPECT_FALSE(covers_sale_on("2018-03", "2018-01-01", "2018-03-30"));
}

TEST(DeclaredPeriod, OfMonthsBeginsAtTheEndOfOneAndEndsAtTheBeginOfTheOther) {
  EXPECT_FALSE(covers_sale_on("2018-01-30", "2018-01", "2018-03")) << "it may hold from the 31st only";
  EXPECT_TRUE(covers_sale_on("2018-01-31", "2018-01", "2018-03"));
  EXPECT_TRUE(covers_sale_on("2018-03-01", "2018-01", "2018-03"));
  EXPECT_FALSE(covers_sale_on("2018-03-02", "2018-01", "2018-03")) << "it may hold to the 1st only";
}

TEST(DeclaredPeriod, DoesNotCoverASaleOfUnknownDate) {
  EXPECT_FALSE(covers_sale_on("", "2018-01-01", "2018-12-31"));
  EXPECT_FALSE(covers_sale_on("2018-07-01", "2018-01-01", "2018-12-31")) << "after the day of the audit";
}

TEST(DeclaredPeriod, ThatEndsBeforeItBeginsCoversNothing) {
  EXPECT_FALSE(covers_sale_on("2018-03-01", "2018-12-31", "2018-01-01"));
}

// ---- grade

bool with_grade(const std::string& grade, const std::string& suppliers, const std::string& shipments = sale,
                const TableTexts& more = {}) {
  TableTexts tables = more;
  tables.list.emplace_back("suppliers", suppliers);
  tables.list.emplace_back("shipments", shipments);
  tables.list.emplace_back("declarations",
                           columns + "Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-06-01," + grade);
  return closes(tables);
}

/// Whether B is good enough and C is not; the other ways to be are failures of the test.
bool needs_b(const std::string& suppliers, const std::string& shipments = sale, const TableTexts& more = {}) {
  EXPECT_TRUE(with_grade("A", suppliers, shipments, more));
  EXPECT_TRUE(with_grade("B", suppliers, shipments, more));
  const bool with_c = with_grade("C", suppliers, shipments, more);
  EXPECT_EQ(with_grade("", suppliers, shipments, more), with_c) << "no grade is C";
  EXPECT_EQ(with_grade("excellent", suppliers, shipments, more), with_c) << "nor is a word";
  EXPECT_EQ(with_grade("D", suppliers, shipments, more), with_c);
  return !with_c;
}

TEST(DeclaredGrade, DoesNotMatterFarFromTheBorderAndWithoutADoubt) {
  EXPECT_FALSE(needs_b(listed));
}

TEST(DeclaredGrade, IsBOrBetterInTheBorderZone) {
  EXPECT_TRUE(needs_b("supplier_name,country,city\nFerry Trading,CN,Dandong\n"));
  EXPECT_FALSE(needs_b("supplier_name,country,city\nFerry Trading,CN,Guangzhou\n"));
}

TEST(DeclaredGrade, IsBOrBetterWhereThePartyMayBeInTheBorderZone) {
  EXPECT_TRUE(needs_b("supplier_name,country,city\nFerry Trading,CN,\n"));
  EXPECT_TRUE(needs_b("supplier_name,country\nFerry Trading,RU\n"));
  EXPECT_FALSE(needs_b("supplier_name,country\nFerry Trading,DE\n"));
}

TEST(DeclaredGrade, DoesNotMatterWhereNoRowDescribesTheParty) {
  const std::string nobody = "supplier_name,country\nSomebody Else,DE\n";
  EXPECT_FALSE(with_grade("A", nobody)) << "what is said of a name alone vouches for no one";
}

TEST(DeclaredGrade, IsBOrBetterWhereTheCountryIsOrMayBeTheDprk) {
  EXPECT_TRUE(needs_b("supplier_name,country,city\nFerry Trading,KP,Hamburg\n"));
  EXPECT_TRUE(needs_b("supplier_name,country,city\nFerry Trading,Korea,Hamburg\n"));
  EXPECT_TRUE(needs_b("supplier_name,country,city\nFerry Trading,xx,Hamburg\n"));
}

TEST(DeclaredGrade, IsBOrBetterWhereAnotherSaleHasOrMayHaveDprkOrigin) {
  for (const auto& [origin, doubt] :
       {std::pair<std::string, bool>{"KP", true}, {"", true}, {"Korea", true}, {"KR", false}, {"CN", false}})
    EXPECT_EQ(needs_b(listed, sale + "S9,2011-01-01,Ferry Trading,Iron Works,squid,030743," + origin + "\n"), doubt)
        << origin;
}

TEST(DeclaredGrade, IsBOrBetterWhereASaleTouchedOrMayHaveTouchedTheDprk) {
  const auto route = [](const std::string& cells) {
    return "shipment_id,date,consignor,buyer,commodity,hs_code,origin_country,load_port,load_country,transit\n"
           "S1,2018-05-01,Ferry Trading,Iron Works,Iron Ore,260111,AU," +
           cells + "\n";
  };
  EXPECT_FALSE(needs_b(listed, route("CNDLC,CN,none")));
  EXPECT_TRUE(needs_b(listed, route("KPNAM,,none")));
  EXPECT_TRUE(needs_b(listed, route("CNDLC,CN,Rajin")));
  EXPECT_TRUE(needs_b(listed, route("CNDLC,CN,")));
  EXPECT_TRUE(needs_b(listed, route(",,none")));
  EXPECT_TRUE(needs_b(listed, route("Nampo,CN,none"))) << "the port contradicts the country";
}

TEST(DeclaredGrade, IsNotRaisedByAColumnThatNobodyHas) {
  const std::string no_origin =
      "shipment_id,date,consignor,buyer,commodity,hs_code\n"
      "S1,2018-05-01,Ferry Trading,Iron Works,Iron Ore,260111\n";
  EXPECT_FALSE(needs_b(listed, no_origin));
}

TEST(DeclaredGrade, IsBOrBetterWhereWorkersAreOrMayBeFromTheDprk) {
  for (const auto& [nationality, doubt] : {std::pair<std::string, bool>{"KP", true},
                                           {"Korean", true},
                                           {"", true},
                                           {"Chinese (ethnic Korean)", false},
                                           {"DE", false}})
    EXPECT_EQ(needs_b(listed, sale,
                      {{"workers", "site,employer,nationality\nPlant 2,Ferry Trading," + nationality + "\n"}}),
              doubt)
        << nationality;
}

TEST(DeclaredGrade, IsBOrBetterWhereASiteIsOrMayBeInTheDprk) {
  for (const auto& [country, doubt] :
       {std::pair<std::string, bool>{"KP", true}, {"", true}, {"Korea", true}, {"AU", false}})
    EXPECT_EQ(needs_b(listed, sale, {{"sites", "site,operator,country\nYard,Ferry Trading," + country + "\n"}}),
              doubt)
        << country;
}

TEST(DeclaredGrade, IsBOrBetterWhereADoubtfulNameMayMeanTheParty) {
  const std::string twins =
      "supplier_id,supplier_name,country,city\nFerry Trading,Ferry One,DE,Hamburg\n"
      "V-2,Ferry One,AT,Wien\n";
  EXPECT_FALSE(needs_b(twins));
  EXPECT_TRUE(needs_b(twins, sale + "S9,2018-05-01,Ferry One,Iron Works,squid,030743,KP\n"));
}

// ---- mines

bool mined(const std::string& site, const std::string& shipments = sale) {
  return closes({{"suppliers", listed},
                 {"shipments", shipments},
                 {"sites", "site,operator,country,type,commodity\n" + site + "\n"}});
}

TEST(OwnMine, ThatYieldsTheGoodsClosesTheirInputs) {
  EXPECT_TRUE(mined("Red Ridge,Ferry Trading,AU,mine,iron-ore"));
  EXPECT_TRUE(mined("Red Ridge,Ferry Trading,AU,Quarry,Iron Ore"));
  EXPECT_TRUE(mined("Red Ridge,Ferry Trading,AU,矿山,IRON ORE"));
}

TEST(OwnMine, OfOtherGoodsOrAnotherPartyClosesNothing) {
  EXPECT_FALSE(mined("Red Ridge,Ferry Trading,AU,mine,coal"));
  EXPECT_FALSE(mined("Red Ridge,Ferry Trading,AU,mine,"));
  EXPECT_FALSE(mined("Red Ridge,Quay Metals,AU,mine,iron ore"));
  EXPECT_FALSE(mined("Red Ridge,,AU,mine,iron ore"));
}

TEST(OwnMine, ThatIsNoMineClosesNothing) {
  EXPECT_FALSE(mined("Red Ridge,Ferry Trading,AU,smelter,iron ore"));
  EXPECT_FALSE(mined("Red Ridge,Ferry Trading,AU,,iron ore"));
}

TEST(OwnMine, InTheDprkOrNobodyKnowsWhereClosesNothing) {
  for (const std::string country : {"KP", "", "Korea", "xx"})
    EXPECT_FALSE(mined("Red Ridge,Ferry Trading," + country + ",mine,iron ore")) << country;
  EXPECT_TRUE(mined("Red Ridge,Ferry Trading,KR,mine,iron ore"));
}

TEST(OwnMine, DoesNotCloseASaleThatDoesNotSayItsGoods) {
  EXPECT_FALSE(mined("Red Ridge,Ferry Trading,AU,mine,iron ore",
                     "shipment_id,date,consignor,buyer,commodity,hs_code\n"
                     "S1,2018-05-01,Ferry Trading,Iron Works,,260111\n"));
}

// ---- workforce

bool staffed(const std::string& row, const std::string& suppliers = listed, std::string_view as_of = "2018-06-30") {
  const GraphText g({{"suppliers", suppliers}, {"declarations", columns + row}}, as_of);
  const Closure closure(g.graph, doubtful_parties(g.graph));
  return closure.workforce(g.company("Ferry Trading")).exists();
}

TEST(Workforce, IsVouchedForByADeclarationThatHoldsOnTheDayOfTheAudit) {
  EXPECT_TRUE(staffed("Ferry Trading,no_dprk_labour,,2018-01-01,2018-12-31,2018-06-01,A\n"))
      << "labour knows no goods";
  EXPECT_TRUE(staffed("Ferry Trading,no_dprk_labour,,2018-06-30,2018-06-30,2018-06-30,A\n"));
  EXPECT_FALSE(staffed("Ferry Trading,no_dprk_labour,,2018-01-01,2018-06-29,2018-06-01,A\n"));
  EXPECT_FALSE(staffed("Ferry Trading,no_dprk_labour,,2018-01-01,2018-06,2018-06-01,A\n"))
      << "it may end on the first of June";
}

TEST(Workforce, IsNotVouchedForByOtherStatements) {
  EXPECT_FALSE(staffed("Ferry Trading,inputs_complete,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
  EXPECT_FALSE(staffed("Ferry Trading,no_dprk_content,all,2018-01-01,2018-12-31,2018-06-01,A\n"));
}

TEST(Workforce, InTheBorderZoneNeedsGradeB) {
  const std::string dandong = "supplier_name,country,city\nFerry Trading,CN,Dandong\n";
  EXPECT_TRUE(staffed("Ferry Trading,no_dprk_labour,,2018-01-01,2018-12-31,2018-06-01,B\n", dandong));
  EXPECT_FALSE(staffed("Ferry Trading,no_dprk_labour,,2018-01-01,2018-12-31,2018-06-01,C\n", dandong));
}

TEST(Workforce, OfNobodyIsNotVouchedFor) {
  const GraphText g({{"declarations", columns + good}});
  EXPECT_FALSE(Closure(g.graph, doubtful_parties(g.graph)).workforce(no_vertex).exists());
}

}  // namespace
}  // namespace assay::test
