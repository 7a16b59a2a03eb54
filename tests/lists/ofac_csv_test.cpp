#include "list_help.h"

namespace assay {
namespace {

using testing::read_file;
using testing::read_files;
using testing::ReadLists;
using testing::Texts;

const std::string entries =
    "10,\"EXAMPLE TRADING CO., LTD.\",-0- ,\"DPRK3] [DPRK4\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Company Number IMO "
    "5814866; Registration Number 2400341 (Hong Kong); Linked To: OTHER CO; a.k.a. 'EXTRA'.\"\r\n"
    "11,\"MUSTER, Hans\",individual,\"DPRK2\",\"Clerk\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 21 Aug 1968; nationality "
    "Korea, North; Passport A12 (Korea, North) expires 2 May 2020.\"\r\n"
    "12,\"EXAMPLE 7\",vessel,\"DPRK4\",-0- ,HMXY,General Cargo,-0- ,-0- ,Cambodia,-0- ,\"Vessel Registration "
    "Identification IMO 8713471; MMSI 445539000.\"\r\n\x1A";
const std::string addresses = "10,1,\"1 Example Road\",\"Dandong\",\"China\",-0- \r\n\x1A";
const std::string aliases = "10,1,\"aka\",\"EXAMPLE TRADE\",-0- \r\n12,2,\"fka\",\"OLD EXAMPLE\",-0- \r\n\x1A";

const Texts trio = {{"sdn.csv", entries}, {"add.csv", addresses}, {"alt.csv", aliases}};

TEST(OfacCsv, JoinsAddressesAndAliasesToTheEntryThatTheyName) {
  const ReadLists read = read_files(trio, "sdn@2026-01-31");
  ASSERT_EQ(read.list().entries.size(), 3U);
  EXPECT_EQ(read.list().name, "ofac-sdn");
  EXPECT_TRUE(read.list().complete);
  EXPECT_EQ(read.names(0),
            "SDN_Name primary: EXAMPLE TRADING CO., LTD. | Remarks weak: EXTRA | alt_name strong: EXAMPLE TRADE");
  EXPECT_EQ(read.names(2), "SDN_Name primary: EXAMPLE 7 | alt_name strong: OLD EXAMPLE");
  EXPECT_EQ(read.facts(FactKind::address), "1 Example Road, Dandong [China]");
  EXPECT_EQ(read.facts(FactKind::programme), "DPRK3 | DPRK4");
  EXPECT_TRUE(read.diagnostics.empty());
}

TEST(OfacCsv, TakesTheRemarksApart) {
  const ReadLists read = read_files(trio);
  EXPECT_EQ(read.facts(FactKind::imo_company, 0), "5814866");
  EXPECT_EQ(read.facts(FactKind::imo, 0), "") << "the number of a company is not that of a ship";
  EXPECT_EQ(read.facts(FactKind::registration, 0), "2400341 [Hong Kong]");
  EXPECT_EQ(read.facts(FactKind::linked_to, 0), "OTHER CO");
  EXPECT_EQ(read.facts(FactKind::birth_date, 1), "21 Aug 1968");
  EXPECT_EQ(read.facts(FactKind::nationality, 1), "Korea, North");
  EXPECT_EQ(read.facts(FactKind::passport, 1), "A12 [Korea, North]");
  EXPECT_EQ(read.facts(FactKind::imo, 2), "8713471");
  EXPECT_EQ(read.facts(FactKind::mmsi, 2), "445539000");
  EXPECT_EQ(read.facts(FactKind::call_sign, 2), "HMXY");
  EXPECT_EQ(read.facts(FactKind::flag, 2), "Cambodia");
}

TEST(OfacCsv, ANumberOfAShipWhoseCheckDigitFailsIdentifiesNobodyAsAShip) {
  const ReadLists read = read_file("sdn.csv",
                                   "1,\"X\",vessel,\"DPRK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Vessel Registration "
                                   "Identification IMO 8713472.\"\n\x1A");
  EXPECT_EQ(read.facts(FactKind::imo), "");
  EXPECT_EQ(read.facts(FactKind::other_id), "8713472");
}

TEST(OfacCsv, AppendsWhatOfARemarkHadNoRoom) {
  const Texts files = {
      {"sdn.csv",
       "1,\"X\",-0- ,\"DPRK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Linked To: A; Registration Num\"\n\x1A"},
      {"add.csv", "1,1,-0- ,-0- ,-0- ,-0- \n\x1A"},
      {"alt.csv", "1,1,aka,Y,-0- \n\x1A"},
      {"sdn_comments.csv", "1,\"ber 77 (China); a.k.a. 'XX'.\"\n\x1A"}};
  const ReadLists read = read_files(files);
  EXPECT_EQ(read.facts(FactKind::registration), "77 [China]");
  EXPECT_EQ(read.names(), "SDN_Name primary: X | Remarks weak: XX | alt_name strong: Y");
}

TEST(OfacCsv, IsToldByItsProgrammesFromTheListBesideIt) {
  const ReadLists read =
      read_file("cons_prim.csv", "1,\"X\",\"individual\",\"NS-PLC\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1A");
  EXPECT_EQ(read.list().name, "ofac-consolidated");
}

TEST(OfacCsv, AMissingEndMarkIsAWarning) {
  const ReadLists read = read_file("x.csv", "1,\"X\",individual,DPRK2,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n");
  EXPECT_FALSE(read.refused());
  EXPECT_TRUE(read.says("no end mark"));
}

TEST(OfacCsv, WithoutAliasesNobodyIsCleared) {
  const ReadLists read = read_file("sdn.csv", entries, "sdn@2026-01-31");
  EXPECT_FALSE(read.refused());
  EXPECT_TRUE(read.says("comes without its aliases"));
  EXPECT_FALSE(rely_on(read.list(), testing::day("2026-01-31")).no_hit);
}

TEST(OfacCsv, AliasesOfAnEntryThatIsNotThereMeanThatEntriesAreMissing) {
  Texts files = trio;
  files[2].second = "10,1,aka,A,-0- \r\n99,2,aka,B,-0- \r\n\x1A";
  const ReadLists read = read_files(files, "sdn@2026-01-31");
  EXPECT_FALSE(read.list().complete);
  EXPECT_TRUE(read.says("an entry that the list does not have"));
}

TEST(OfacCsv, AliasesAloneAreNoList) {
  const ReadLists read = read_files({{"alt.csv", aliases}});
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("aliases of a list without the entries"));
}

TEST(OfacCsv, TwoListsInOneFolderAreNotMixed) {
  Texts files = trio;
  files.emplace_back("sdn2.csv", entries);
  const ReadLists read = read_files(files);
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("a folder of its own"));
}

TEST(OfacCsv, CutAnywhereInTheMiddleOfARecordItIsRefused) {
  const std::size_t first = entries.find('\n') + 1;
  const std::size_t second = entries.find('\n', first) + 1;
  for (std::size_t length = 1; length < entries.size(); ++length) {
    const bool at_record_end = length == first || length == second || length + 1 == entries.size();
    const ReadLists read = read_file("sdn.csv", entries.substr(0, length), "sdn@2026-01-31");
    EXPECT_EQ(read.refused(), !at_record_end) << length << ": " << entries.substr(0, length);
  }
}

TEST(OfacCsv, CutBetweenRecordsTheAliasesOfThoseWhoAreLostShowIt) {
  Texts files = trio;
  files[0].second = entries.substr(0, entries.find("12,\"EXAMPLE 7\""));
  const ReadLists read = read_files(files, "sdn@2026-01-31");
  EXPECT_FALSE(rely_on(read.list(), testing::day("2026-01-31")).no_hit);
}

}  // namespace
}  // namespace assay
