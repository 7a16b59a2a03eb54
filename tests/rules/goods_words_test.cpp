#include "rules/goods_words.h"

#include <string>

#include <gtest/gtest.h>

#include "names/fold.h"
#include "support/graph_text.h"

// A measure names a part of what stands under a code: whether it names these goods, their description says.

namespace assay {
namespace {

/// What the description says of a measure on a commodity under a code: "yes", "no", "unknown".
std::string said_of(std::string_view commodity, std::string_view prefix, std::string_view description) {
  const Reference& reference = test::shipped_packs().reference;
  static const GoodsWords words(reference.tables);
  for (const Measure& measure : reference.measures.rows) {
    if (measure.commodity != commodity || measure.hs_prefix != prefix || measure.coverage == Coverage::full) continue;
    const Truth truth = words.names(measure, description_words(fold(description)));
    return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
  }
  ADD_FAILURE() << commodity << " under " << prefix;
  return {};
}

TEST(DescribedGoods, AreNamedByTheWordOfTheMeasure) {
  EXPECT_EQ(said_of("vanadium-ore", "261590", "vanadium ore"), "yes");
  EXPECT_EQ(said_of("vanadium-ore", "261590", "Concentrate of Vanadium, 60 t"), "yes");
  EXPECT_EQ(said_of("titanium-ore", "2614", "titanium ores"), "yes");
  EXPECT_EQ(said_of("titanium-ore", "2614", "Ilmenite sand"), "yes");
  EXPECT_EQ(said_of("gold", "261690", "gold ore"), "yes");
  EXPECT_EQ(said_of("rare-earth-minerals", "253090", "monazite"), "yes");
  EXPECT_EQ(said_of("statues", "9703", "bronze statue, monument"), "yes");
  EXPECT_EQ(said_of("statues", "830629", "Bronze Statues"), "yes");
}

TEST(DescribedGoods, AreNamedInChineseAndKoreanWordsInsideARun) {
  EXPECT_EQ(said_of("vanadium-ore", "261590", "进口钒矿砂"), "yes");
  EXPECT_EQ(said_of("titanium-ore", "2614", "钛精矿"), "yes");
  EXPECT_EQ(said_of("gold", "261690", "金精矿"), "yes");
  EXPECT_EQ(said_of("statues", "9703", "대형 동상"), "yes");
}

TEST(DescribedGoods, AreOthersWhereTheyAreNamedAsAnotherCommodityOfTheHeading) {
  EXPECT_EQ(said_of("vanadium-ore", "261590", "tantalum ore"), "no");
  EXPECT_EQ(said_of("vanadium-ore", "261590", "铌矿"), "no");
  EXPECT_EQ(said_of("rare-earth-minerals", "2612", "uranium ore"), "no");
}

TEST(DescribedGoods, AreNotToldByWhatIsBlankOrNamesNothing) {
  for (const char* text : {"", "ore", "concentrates", "as per invoice", "矿石"})
    EXPECT_EQ(said_of("vanadium-ore", "261590", text), "unknown") << text;
  EXPECT_EQ(said_of("statues", "9703", "works of art"), "unknown");
}

TEST(DescribedGoods, AreNotToldByAWordWithinAnother) {
  EXPECT_EQ(said_of("gold", "261690", "Goldfield minerals"), "unknown");
  EXPECT_EQ(said_of("gold", "261690", "冶金矿"), "unknown");
  EXPECT_EQ(said_of("statues", "830629", "statuettes"), "unknown");
}

TEST(DescribedGoods, AreNotToldByADescriptionThatNamesBothOrDenies) {
  EXPECT_EQ(said_of("vanadium-ore", "261590", "vanadium and niobium ore"), "unknown");
  EXPECT_EQ(said_of("vanadium-ore", "261590", "ore, non-vanadium"), "unknown");
  EXPECT_EQ(said_of("vanadium-ore", "261590", "tantalum ore without zircon"), "unknown");
  EXPECT_EQ(said_of("statues", "830629", "pedestal of a statue"), "unknown");
  EXPECT_EQ(said_of("gold", "261690", "不含黄金的矿石"), "unknown");
}

TEST(DescribedGoods, AreNotToldWhereTheWordItselfMayNotReachSoFar) {
  EXPECT_EQ(said_of("coal", "2704", "coke of coal"), "unknown");
  EXPECT_EQ(said_of("rare-earth-minerals", "2846", "rare earth oxide"), "unknown");
  EXPECT_EQ(said_of("iron", "72", "hot-rolled coils of iron or steel"), "unknown");
}

}  // namespace
}  // namespace assay
