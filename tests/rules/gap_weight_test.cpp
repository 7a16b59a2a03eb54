// How much an open question weighs: gaps that hold and gaps that only may, shares that are held in part; and that one
// cell is one question, however many rules ask it.

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ask.h"

namespace assay::test {
namespace {

using testing::Contains;

/// The gap of the only open question about a field.
std::string gap_of(const Evaluation& evaluation, const std::string& field) {
  std::vector<std::string> gaps;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
    const FindingText text = describe(evaluation, i);
    const bool is_it = std::any_of(text.missing.begin(), text.missing.end(),
                                   [&field](const Missing& one) { return one.field == field; });
    if (is_it) gaps.emplace_back(to_string(evaluation.findings[i].gap));
  }
  EXPECT_EQ(gaps.size(), 1U) << field;
  return gaps.empty() ? "none" : gaps.front();
}

/// A pack of one rule that asks for a gap.
TEST(GapWeight, OfAGapThatOnlyMayBeThereIsLow) {
  std::string text = rule_of("where: {shipment.origin_country: {ambiguous: true}}");
  text.replace(text.find("flag_when"), 9, "gap_when");
  text.replace(text.find("gap: "), text.find('\n', text.find("gap: ")) - text.find("gap: "), "gap: high");
  LoadedPacks packs;
  Diagnostics diagnostics;
  ASSERT_TRUE(load_packs({pack_of(text)}, packs, diagnostics)) << format_diagnostic(diagnostics.front());
  for (const auto& [origin, gap] : {std::pair{"Korea", "high"}, std::pair{"", "low"}}) {
    const ReadResult read = read_texts(
        {{"shipments.csv", std::string("shipment_id,supplier,origin_country\nS1,A,") + origin + "\n"}}, diagnostics);
    const SupplyGraph graph = build_graph(read.tables, packs.reference, 25000, diagnostics);
    EXPECT_EQ(gap_of(evaluate(packs.rules, graph), "shipment.origin_country"), gap) << origin;
  }
}

TEST(GapWeight, OfOwnersThatNoInputStatesIsAColumn) {
  OneRule rule("owned_by: {owners: {country: KP}, rule: ofac-50}", "", "company");
  rule.ask("suppliers", "name,country\nQuay Ore,CN\n");
  ASSERT_EQ(rule.evaluation().not_examined.size(), 1U);
  EXPECT_EQ(rule.evaluation().not_examined.front().field, Field::supplier_owner);
  EXPECT_TRUE(rule.evaluation().findings.empty());
  rule.ask("suppliers", "name,country,owner\nQuay Ore,CN,\n");
  EXPECT_EQ(rule.evaluation().findings.size(), 1U);
}

TEST(BorderZone, OfAGroupIsAPlaceAndNotAName) {
  OneRule rule("where: {worker_group.in_border_zone: true}", "", "worker_group");
  const std::string workers = "site,employer,nationality,count\nPlant 2,Dandong Needle Works,CN,40\n";
  rule.ask({{"workers", workers}, {"suppliers", "name,country,address\nDandong Needle Works,CN,\n"}});
  EXPECT_EQ(rule.verdict("Plant 2"), "insufficient ?supplier.address");
  rule.ask({{"workers", workers},
            {"suppliers", "name,country,address\nDandong Needle Works,CN,\"9 Quay Road, Dandong\"\n"}});
  EXPECT_EQ(rule.verdict("Plant 2"), "flagged");
  rule.ask({{"workers", workers},
            {"suppliers", "name,country,address\nDandong Needle Works,CN,\n"},
            {"sites", "site,operator,country,city,type\nPlant 2,Dandong Needle Works,CN,Dandong,factory\n"}});
  EXPECT_EQ(rule.verdict("Plant 2"), "flagged");
  rule.ask({{"workers", "site,employer,nationality,count\nPlant 2,Needle Works,CN,40\n"},
            {"suppliers", "name,country,address\nNeedle Works,CN,\"9 Quay Road, Guangzhou\"\n"}});
  EXPECT_EQ(rule.verdict("Plant 2"), "clear");
}

/// The whole pack asks of one cell: one question, with the heaviest rule and all others beside it.
TEST(OneCell, IsOneQuestion) {
  const LoadedPacks packs = [] {
    LoadedPacks loaded;
    Diagnostics diagnostics;
    load_packs({shipped_pack()}, loaded, diagnostics);
    return loaded;
  }();
  Diagnostics diagnostics;
  const ReadResult read = read_texts(
      {{"shipments.csv",
        "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,load_country\n"
        "S1,2018-03-01,Hill Zinc,Iron Works,zinc,790111,Korea,KR\n"},
       {"suppliers.csv", "name,country\nHill Zinc,Korea\nIron Works,DE\n"},
       {"workers.csv", "site,employer,nationality,count\nPlant 2,Iron Works,Korean,40\n"},
       {"smelters.csv", "metal,smelter_name,smelter_country,declared_by\nZinc,Hill Refinery,Korea,Hill Zinc\n"}},
      diagnostics);
  const SupplyGraph graph = build_graph(read.tables, packs.reference, 25000, diagnostics);
  const Evaluation evaluation = evaluate(packs.rules, graph);
  std::map<std::string, std::vector<FindingText>> about;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
    if (evaluation.findings[i].verdict != Verdict::insufficient) continue;
    const FindingText text = describe(evaluation, i);
    for (const Missing& one : text.missing)
      if (one.why == Cause::Why::ambiguous) about[one.field].push_back(text);
  }
  for (const char* field :
       {"shipment.origin_country", "supplier.country", "worker_group.nationality", "smelter.country"})
    EXPECT_EQ(about[field].size(), 1U) << field;
  EXPECT_THAT(about["shipment.origin_country"].at(0).also, Contains("dprk-direct-origin"));
}

}  // namespace
}  // namespace assay::test
