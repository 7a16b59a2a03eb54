#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Groups of workers: those that rows list, and the rest of each workforce that no row does.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// "Plant 2 / Needle Works / KP"; of a rest "Plant 2 / Needle Works / rest". In canonical order.
std::vector<std::string> groups_of(const GraphText& g) {
  const WorkerGroups& groups = g.graph.worker_groups;
  std::vector<std::uint32_t> order(groups.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&g](auto a, auto b) { return subject_before(g.graph, SubjectKind::worker_group, a, b); });
  const auto name = [&g](VertexId v) { return v == no_vertex ? "?" : entity_of(g.graph, v).name; };
  std::vector<std::string> all;
  for (const std::uint32_t group : order) {
    const Country nationality = groups.nationality[group];
    const std::string known =
        nationality.is_known() ? nationality.code() : std::string(to_string(nationality.known()));
    all.push_back(name(groups.facility[group]) + " / " + name(groups.employer[group]) + " / " +
                  (groups.implied[group] ? "rest" : known));
  }
  return all;
}

const std::string plant = "site,operator,country\nPlant 2,Needle Works,CN\n";

TEST(WorkerGroups, AreTheRowsAndTheRestOfEachSite) {
  const GraphText g({{"sites", plant}, {"workers", R"(
    site,employer,nationality,count
    Plant 2,Needle Works,CN,40
    Plant 2,Needle Works,North Korean,12)"}});
  EXPECT_THAT(groups_of(g), UnorderedElementsAre("Plant 2 / Needle Works / CN", "Plant 2 / Needle Works / KP",
                                                 "Plant 2 / Needle Works / rest"));
}

TEST(WorkerGroups, WhoseNationalityIsNotCertainStayOpen) {
  const GraphText g({{"workers", R"(
    site,employer,nationality
    Plant 2,Needle Works,Korean
    Plant 2,Needle Works,
    Plant 2,Needle Works,朝鲜族
    Plant 2,Needle Works,中国 (朝鲜族))"}});
  EXPECT_THAT(groups_of(g),
              UnorderedElementsAre("Plant 2 / Needle Works / ambiguous", "Plant 2 / Needle Works / blank",
                                   "Plant 2 / Needle Works / unreadable", "Plant 2 / Needle Works / CN",
                                   "Plant 2 / Needle Works / rest"));
  EXPECT_THAT(g.complaints("names no nationality for certain"), ElementsAre("workers.csv:2:22", "workers.csv:4:22"));
}

TEST(WorkerGroups, OfATableWithoutNationalitiesWereNotAsked) {
  const GraphText g({{"workers", "site,employer,labour_provider,count\nPlant 2,Needle Works,Hands Ltd,40\n"}});
  EXPECT_THAT(groups_of(g),
              UnorderedElementsAre("Plant 2 / Needle Works / not_asked", "Plant 2 / Needle Works / rest"));
}

TEST(UndisclosedRest, IsThereForEveryListedCompanyWithoutASite) {
  const GraphText g({{"suppliers", "supplier_name,country\nNeedle Works,CN\nThread Mill,TR\n"}, {"sites", plant}});
  EXPECT_THAT(groups_of(g), UnorderedElementsAre("Plant 2 / Needle Works / rest",
                                                 "undisclosed site of Thread Mill / Thread Mill / rest"));
}

TEST(UndisclosedRest, IsThereForEverySellerThoughNoRowDescribesIt) {
  const GraphText g({{"shipments", "shipment_id,consignor,buyer\nS1,Hill Mine,Iron Works\n"}});
  EXPECT_THAT(groups_of(g), ElementsAre("undisclosed site of Hill Mine / Hill Mine / rest"))
      << "a buyer that sells nothing is nobody's producer";
}

TEST(UndisclosedRest, IsNotAskedOfWhomOnlyARelationOrADeclarationNames) {
  const GraphText g({{"relations", "source,relation,target\nHill Holding,owns,Hill Mine\n"},
                     {"declarations", "party,statement\nQuay Metals,inputs_complete\n"}});
  EXPECT_THAT(groups_of(g), IsEmpty());
}

TEST(UndisclosedRest, OfANameThatFitsTwoIsAskedOfThemNotOfTheName) {
  const GraphText g({{"suppliers", "supplier_name,country\nFerry Trading,CN\nFerry Trading,RU\n"},
                     {"shipments", "shipment_id,consignor\nS1,Ferry Trading\n"}});
  EXPECT_THAT(groups_of(g), ElementsAre("undisclosed site of Ferry Trading / Ferry Trading / rest",
                                        "undisclosed site of Ferry Trading / Ferry Trading / rest"));
}

TEST(UndisclosedRest, OfASiteThatNobodyOperatesIsTheSites) {
  const GraphText g({{"sites", "site,operator,country\nPlant 2,,CN\n"}});
  EXPECT_THAT(groups_of(g), ElementsAre("Plant 2 / ? / rest"));
}

TEST(UndisclosedRest, HasNoCellOfItsOwn) {
  const GraphText g({{"sites", plant}});
  ASSERT_EQ(g.graph.worker_groups.size(), 1U);
  EXPECT_TRUE(g.graph.worker_groups.implied[0]);
  EXPECT_EQ(g.graph.worker_groups.nationality[0].known(), Known::not_asked);
  EXPECT_EQ(g.tables.text(g.graph.worker_groups.row[0]), "Plant 2") << "the row that implies it";
}

// ---- which site, which employer

TEST(WorkersSite, IsTheEmployersOwnOfThatName) {
  const GraphText g({{"sites", R"(
                       site,operator,country
                       Plant 2,Needle Works,CN
                       Plant 2,Thread Mill,TR)"},
                     {"workers", "site,employer,nationality\nplant 2,Thread Mill,TR\n"}});
  EXPECT_THAT(groups_of(g), UnorderedElementsAre("Plant 2 / Needle Works / rest", "Plant 2 / Thread Mill / TR",
                                                 "Plant 2 / Thread Mill / rest"));
}

TEST(WorkersSite, OfANameThatTwoSitesHaveIsNeither) {
  const GraphText g({{"sites", R"(
                       site,operator,country
                       Plant 2,Needle Works,CN
                       Plant 2,Thread Mill,TR)"},
                     {"workers", "site,employer,nationality\nPlant 2,,TR\n"}});
  EXPECT_EQ(g.show(g.graph.worker_groups.facility[0]), "ambiguous ?:Plant 2");
  EXPECT_EQ(g.graph.worker_groups.employer[0], no_vertex);
}

TEST(WorkersSite, ThatNoTableDescribesIsMadeOnce) {
  const GraphText g({{"workers", R"(
    site,employer,nationality
    Plant 9,Needle Works,CN
    PLANT 9,Needle Works,KP)"}});
  EXPECT_THAT(groups_of(g), UnorderedElementsAre("PLANT 9 / Needle Works / CN", "PLANT 9 / Needle Works / KP",
                                                 "PLANT 9 / Needle Works / rest"));
}

TEST(WorkersEmployer, ThatIsNotNamedIsTheOperator) {
  const GraphText g({{"sites", plant}, {"workers", "site,employer,nationality\nPlant 2,,KP\n"}});
  EXPECT_EQ(g.show(g.graph.worker_groups.employer[0]), "unresolved ?:Needle Works");
}

TEST(WorkersEmployer, StandsForAnOperatorThatNobodyNamesIfItIsTheOnlyOne) {
  const std::string site = "site,operator,country\nPlant 2,,CN\n";
  const GraphText one({{"sites", site}, {"workers", R"(
    site,employer,nationality
    Plant 2,,KP
    Plant 2,Needle Works,CN)"}});
  EXPECT_THAT(groups_of(one), UnorderedElementsAre("Plant 2 / Needle Works / KP", "Plant 2 / Needle Works / CN",
                                                   "Plant 2 / Needle Works / rest"));
  const GraphText two({{"sites", site}, {"workers", R"(
    site,employer,nationality
    Plant 2,,KP
    Plant 2,Needle Works,CN
    Plant 2,Thread Mill,TR)"}});
  EXPECT_THAT(groups_of(two), testing::IsSupersetOf({"Plant 2 / ? / KP", "Plant 2 / Needle Works / CN",
                                                     "Plant 2 / Thread Mill / TR", "Plant 2 / ? / rest"}));
}

// ---- labour providers

std::string provider(const std::string& text) {
  const GraphText g({{"workers", "site,employer,labour_provider\nPlant 2,Needle Works," + text + "\n"}});
  const VertexId vertex = g.graph.worker_groups.provider.at(0);
  const bool has_fact = std::any_of(g.graph.facts.begin(), g.graph.facts.end(), [vertex](const Fact& fact) {
    return fact.relation == Relation::labour_from && fact.to == vertex;
  });
  return g.show(vertex) + (has_fact ? ", a relation" : "");
}

TEST(LabourProvider, IsAPartyThatTheEmployerDependsOn) {
  EXPECT_EQ(provider("Hands Ltd"), "unresolved ?:Hands Ltd, a relation");
}

TEST(LabourProvider, IsNobodyWhereWorkersAreOwnStaff) {
  for (const std::string text : {"own staff", "Own Staff", "own employees", "自有员工", "none", "无"})
    EXPECT_EQ(provider(text), "nobody") << text;
}

TEST(LabourProvider, ThatIsNotSaidIsNobody) {
  EXPECT_EQ(provider(""), "nobody");
  EXPECT_EQ(provider("n/a"), "nobody");
}

// ---- rows that say nothing

TEST(WorkersRow, OfAFlatFileThatSaysNothingOfWorkersIsNone) {
  const GraphText g({{"flat", R"(
    supplier_name,supplier_country,employer,nationality,workers
    Needle Works,CN,,,
    Thread Mill,TR,,KP,12
    Quay Metals,DE,Quay Labour,,30)"}});
  std::vector<std::string> listed;
  for (const std::string& group : groups_of(g))
    if (group.find("rest") == std::string::npos) listed.push_back(group);
  EXPECT_THAT(listed, UnorderedElementsAre("? / ? / KP", "? / Quay Labour / blank"));
}

TEST(WorkersRow, OfATableOfWorkersIsAGroupHoweverLittleItSays) {
  const GraphText g({{"workers", "site,employer,nationality\nPlant 2,Needle Works,KP\n,,\n,Thread Mill,\n"}});
  const auto groups = groups_of(g);
  EXPECT_THAT(groups, testing::Contains("? / Thread Mill / blank"));
}

// ---- names

TEST(WorkerGroupEntity, IsNamedBySiteEmployerAndNationality) {
  const GraphText g({{"sites", plant}, {"workers", R"(
    site,employer,nationality,from
    Plant 2,Needle Works,North Korean,2018-03
    Plant 2,Needle Works,,)"}});
  EXPECT_EQ(worker_group_entity(g.graph, 0).id, "Plant 2/Needle Works/North Korean/2018-03");
  EXPECT_EQ(worker_group_entity(g.graph, 0).name, "workers at Plant 2 (North Korean)");
  EXPECT_EQ(worker_group_entity(g.graph, 1).id, "Plant 2/Needle Works/nationality not stated");
  EXPECT_EQ(worker_group_entity(g.graph, 2).id, "Plant 2/Needle Works/rest");
}

}  // namespace
}  // namespace assay::test
