#include <algorithm>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "lists/in_order.h"
#include "lists/tidy.h"

namespace assay {
namespace {

/// Facts that come in any order are grouped by entry and kind, and equals stay as they came.
RC_GTEST_PROP(InOrder, IsAStableSortByEntryAndKind, ()) {
  const auto count = *rc::gen::inRange<std::uint32_t>(1, 8);
  const auto found = *rc::gen::container<std::vector<std::pair<std::uint32_t, int>>>(
      rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, count), rc::gen::inRange(0, 4)));
  WatchList list;
  list.entries.resize(count);
  using Key = std::pair<std::uint32_t, int>;
  std::map<Key, std::vector<std::string_view>> expected;
  for (const auto& [entry, kind] : found) {
    const std::string_view text = list.texts.add(std::to_string(list.facts.size()));
    list.facts.push_back({text, {}, entry, 0, static_cast<FactKind>(kind)});
    list.names.push_back({text, text, entry, 0, AliasQuality::strong});
    expected[{entry, kind}].push_back(text);
  }
  put_in_order(list);
  std::size_t seen = 0;
  for (std::uint32_t entry = 0; entry < count; ++entry) {
    RC_ASSERT(std::is_sorted(list.names_of(list.entries[entry]).begin(), list.names_of(list.entries[entry]).end(),
                             [](const ListName& a, const ListName& b) {
                               return std::stoi(std::string(a.text)) < std::stoi(std::string(b.text));
                             }));
    for (int kind = 0; kind < 4; ++kind) {
      std::vector<std::string_view> texts;
      for (const ListFact& fact : list.facts_of(list.entries[entry], static_cast<FactKind>(kind)))
        texts.push_back(fact.text);
      RC_ASSERT(texts == expected[Key(entry, kind)]);
      seen += texts.size();
    }
  }
  RC_ASSERT(seen == found.size());
}

TEST(TextStore, TextsStayWhereTheyAreWhenMoreCome) {
  TextStore store;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 5000; ++i) kept.push_back(store.add(std::string(200, 'a') + std::to_string(i)));
  const std::string_view large = store.add(std::string(1 << 20, 'x'));
  const TextStore moved = std::move(store);
  for (int i = 0; i < 5000; ++i)
    ASSERT_EQ(kept[static_cast<std::size_t>(i)], std::string(200, 'a') + std::to_string(i));
  EXPECT_EQ(large.size(), std::size_t{1} << 20);
  EXPECT_GE(moved.capacity(), large.size());
}

TEST(TidyName, LeavesWhatIsNoReference) {
  std::string scratch;
  EXPECT_EQ(tidy_name("A (KPe.018)", scratch), "A");
  EXPECT_EQ(tidy_name("A (KPe.018) B", scratch), "A B");
  EXPECT_EQ(tidy_name("A (KPx.018)", scratch), "A (KPx.018)");
  EXPECT_EQ(tidy_name("A (Holdings)", scratch), "A (Holdings)");
  EXPECT_EQ(tidy_name("  A \t B\n", scratch), "A B");
  EXPECT_EQ(tidy_name("(KPe.018)", scratch), "(KPe.018)") << "a name is never emptied";
}

}  // namespace
}  // namespace assay
