#include "screening/contacts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// What addresses, telephone numbers, mail addresses and websites are compared by.

namespace assay {
namespace {

const Reference& shipped() {
  return test::shipped_packs().reference;
}

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

/// An address with what the columns beside it say.
std::optional<AddressKey> address(std::string_view text, std::string_view country = {}, std::string_view city = {},
                                  std::string_view region = {}) {
  return address_key(text, {shipped().country(country).country, city, region}, shipped());
}

bool are_one(const std::optional<AddressKey>& a, const std::optional<AddressKey>& b) {
  return a && b && is_same_address(*a, *b);
}

TEST(Address, IsTheSameInAnyOrderOfItsParts) {
  EXPECT_TRUE(are_one(address("Room 1201, 88 Jinjiang Street, Yuanbao District, Dandong"),
                      address("88 Jinjiang St., Rm. 1201, Yuanbao, Dandong")));
}

TEST(Address, IsTheSameWithItsCountryInAColumnOfItsOwn) {
  const auto listed = address("Room 2105, Trend Centre, 29-31 Cheung Lee Street, Chai Wan, Hong Kong", "China");
  EXPECT_TRUE(are_one(address("Rm 2105, Trend Centre, 29-31 Cheung Lee St, Chai Wan", "HK"), listed));
  EXPECT_TRUE(are_one(address("Rm 2105, Trend Centre, 29-31 Cheung Lee St, Chai Wan, Hong Kong, China"), listed));
  EXPECT_TRUE(are_one(address("Rm 2105, Trend Centre, 29-31 Cheung Lee St, Chai Wan, HK", "HK"), listed));
}

TEST(Address, IsTheSameWithItsCityInAColumnOfItsOwn) {
  const auto listed = address("419-201, Tongyi Lu, Huancui Qu, Weihai, Shandong 264200", "China");
  EXPECT_TRUE(are_one(address("419-201 Tongyi Road, Huancui District", "CN", "Weihai", "Shandong"), listed));
  EXPECT_TRUE(are_one(address("419-201 Tongyi Rd, Huancui District, Weihai", "CN"), listed));
  EXPECT_TRUE(
      are_one(address("419-201 Tongyi Rd, Huancui District, Weihai City, Shandong Province, 264200"), listed));
}

TEST(Address, IsAnotherWithAnotherNumber) {
  EXPECT_FALSE(are_one(address("12 Anping Road, Huancui, Weihai"), address("14 Anping Road, Huancui, Weihai")));
  const auto listed = address("Room 2105, Trend Centre, 29-31 Cheung Lee Street, Chai Wan, Hong Kong", "China");
  EXPECT_FALSE(are_one(address("Room 1403, Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK"), listed));
  EXPECT_FALSE(are_one(address("Room 2105, Trend Centre, 12 Cheung Lee Street, Chai Wan", "HK"), listed));
  EXPECT_FALSE(are_one(address("Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK"), listed));
}

TEST(Address, IsTheSameWithAndWithoutABoxInANumberedRoom) {
  const auto listed =
      address("Room 2105, DL1849, Trend Centre, 29-31 Cheung Lee Street, Chai Wan, Hong Kong", "China");
  EXPECT_TRUE(are_one(address("Rm 2105, Trend Centre, 29-31 Cheung Lee St, Chai Wan", "HK"), listed));
  EXPECT_TRUE(are_one(address("Room 2105, DL1849, Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK"), listed));
  EXPECT_FALSE(are_one(address("Room 2105, DL1850, Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK"), listed));
  EXPECT_FALSE(are_one(address("Room 1403, Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK"), listed));
  // Where no room has a number of its own, the code is the room.
  EXPECT_FALSE(are_one(address("DL1849, Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK"),
                       address("Trend Centre, 29-31 Cheung Lee Street, Chai Wan", "HK")));
}

TEST(Address, IsAnotherInAnotherCountryProvinceOrPostalDistrict) {
  const auto listed = address("8 Long Street, Old Town, Springwell, Shandong 264200", "CN");
  EXPECT_FALSE(are_one(address("8 Long Street, Old Town, Springwell", "US"), listed));
  EXPECT_FALSE(are_one(address("8 Long Street, Old Town, Springwell, Liaoning", "CN"), listed));
  EXPECT_FALSE(are_one(address("8 Long Street, Old Town, Springwell, Shandong 264211", "CN"), listed));
  EXPECT_TRUE(are_one(address("8 Long Street, Old Town, Springwell"), listed));
}

TEST(Address, TellsNothingWithoutANumberOrOfFewWords) {
  EXPECT_FALSE(address("Dandong, Liaoning, China"));
  EXPECT_FALSE(address("Dandong 118000"));
  EXPECT_FALSE(address("12 Anping Road, Hong Kong"));
  EXPECT_FALSE(address("Dandong, Zhenxing, Lower Quay, Liaoning 118000, China"));  // a postal code is no number in it
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
