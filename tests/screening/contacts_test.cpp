#include "screening/contacts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What addresses, telephone numbers, mail addresses and websites are compared by.

namespace assay {
namespace {

bool same(FactKind kind, std::string_view a, std::string_view b) {
  const auto x = contact_key(kind, a);
  return x && x == contact_key(kind, b);
}

bool tells_nothing(FactKind kind, std::string_view text) {
  return !contact_key(kind, text);
}

TEST(TelephoneNumber, IsTheSameWithAndWithoutCodesAndMarks) {
  EXPECT_TRUE(same(FactKind::phone, "+86 (415) 555-01-77", "0086-415-5550177"));
  EXPECT_FALSE(same(FactKind::phone, "+86 415 5550177", "+86 415 5550178"));
}

TEST(TelephoneNumber, TellsNothingWhenItIsShort) {
  EXPECT_TRUE(tells_nothing(FactKind::phone, "55501"));
  EXPECT_TRUE(tells_nothing(FactKind::phone, "on request"));
}

TEST(Address, IsTheSameInAnyOrderOfItsParts) {
  EXPECT_TRUE(same(FactKind::address, "Room 1201, 88 Jinjiang Street, Yuanbao District, Dandong",
                   "88 Jinjiang St., Rm. 1201, Yuanbao, Dandong"));
}

TEST(Address, IsAnotherWithAnotherNumber) {
  EXPECT_FALSE(same(FactKind::address, "12 Anping Road, Weihai", "14 Anping Road, Weihai"));
}

TEST(Address, TellsNothingWithoutANumberOrWithATownAlone) {
  EXPECT_TRUE(tells_nothing(FactKind::address, "Dandong, Liaoning, China"));
  EXPECT_TRUE(tells_nothing(FactKind::address, "Dandong 118000"));
}

TEST(Mail, IsComparedWhole) {
  EXPECT_TRUE(same(FactKind::email, "Sales@Quay-Ore.example ", "sales@quay-ore.example"));
  EXPECT_FALSE(same(FactKind::email, "hill@163.com", "quay@163.com"));
  EXPECT_TRUE(tells_nothing(FactKind::email, "sales at quay"));
}

TEST(Website, IsItsHost) {
  EXPECT_TRUE(same(FactKind::website, "https://www.quay-ore.example/about", "quay-ore.example"));
  EXPECT_TRUE(tells_nothing(FactKind::website, "www.163.com"));
}

}  // namespace
}  // namespace assay
