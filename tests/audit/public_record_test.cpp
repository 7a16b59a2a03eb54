#include "audit/public_record.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "audit/packs.h"

namespace assay {
namespace {

const WatchList& shipped_list() {
  static const Reference reference = [] {
    Diagnostics diagnostics;
    return load_reference(shipped_pack(), diagnostics);
  }();
  static const WatchList list = std::move(*public_record(reference));
  return list;
}

const ListEntry* entry_of(std::string_view id) {
  const auto& entries = shipped_list().entries;
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const ListEntry& one) { return one.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

std::string facts(std::string_view id, FactKind kind) {
  std::string text;
  for (const ListFact& fact : shipped_list().facts_of(*entry_of(id), kind))
    text += (text.empty() ? "" : " | ") + std::string(fact.text);
  return text;
}

TEST(PublicRecord, SaysWhatSortOfRecordEachEntryIs) {
  ASSERT_NE(entry_of("un-KPe.057"), nullptr);
  EXPECT_EQ(facts("un-KPe.057", FactKind::programme), "un-1718 | joint-venture | DPRK");
  EXPECT_EQ(facts("un-KPe.057", FactKind::imo_company), "5963351");
  EXPECT_EQ(facts("un-KPe.057", FactKind::status), "primary");
  EXPECT_EQ(to_string(entry_of("un-KPe.057")->listed_on), "2018-03-30");
}

TEST(PublicRecord, EveryEntryHasASourceAndAStatus) {
  for (const ListEntry& entry : shipped_list().entries) {
    EXPECT_EQ(shipped_list().facts_of(entry, FactKind::source).size(), 1U) << entry.id;
    EXPECT_EQ(shipped_list().facts_of(entry, FactKind::status).size(), 1U) << entry.id;
    EXPECT_FALSE(shipped_list().facts_of(entry, FactKind::programme).empty()) << entry.id;
  }
}

TEST(PublicRecord, APrecedentIsNobodyToBeFound) {
  for (const ListName& name : shipped_list().names) EXPECT_EQ(name.text.find("e.l.f."), std::string_view::npos);
  ASSERT_EQ(shipped_list().not_screened.size(), 1U);
  EXPECT_EQ(shipped_list().not_screened[0].count, 1U);
}

TEST(PublicRecord, TheOriginIsThatOfTheManifest) {
  EXPECT_EQ(shipped_list().name, "dprk-public-record");
  EXPECT_EQ(shipped_list().date_from, DateFrom::pack);
  EXPECT_EQ(shipped_list().sha256.size(), 64U);
  EXPECT_GT(shipped_list().max_age_days, 0);
  EXPECT_TRUE(shipped_list().complete);
}

TEST(PublicRecord, APackWithoutTheTableHasNoSuchList) {
  EXPECT_FALSE(public_record(Reference{}).has_value());
}

}  // namespace
}  // namespace assay
