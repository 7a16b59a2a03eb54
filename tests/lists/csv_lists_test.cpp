#include "list_help.h"

namespace assay {
namespace {

using testing::read_file;
using testing::ReadLists;

TEST(EuCsv, ReadsPersonsCompaniesAndVessels) {
  const ReadLists read = read_file(
      "list.csv",
      "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,nationality,imoNumber,address\n"
      "32017R1509,1,EU-PRK,XV.A,Asset freeze,16.7.2009,He buys.,Person,Yun Ho-mu,Yun Ho Mu; Yun Mu,DPRK.,,\n"
      ",2,EU-PRK,XVI,Ban,2.3.2016,,Vessel,Example 7,,,8713471,\n"
      "32017R1509,,EU-PRK,XV.B,Asset freeze,2016,,LegalEntity,Example Trading,,,,\"Pyongyang, DPRK\"\n");
  ASSERT_EQ(read.list().entries.size(), 3U);
  EXPECT_EQ(read.list().name, "eu-2017-1509");
  EXPECT_EQ(read.names(0), "name primary: Yun Ho-mu | alias strong: Yun Ho Mu | alias strong: Yun Mu");
  EXPECT_EQ(read.list().entries[0].id, "XV.A/1");
  EXPECT_EQ(to_string(read.list().entries[0].listed_on), "2009-07-16");
  EXPECT_EQ(read.facts(FactKind::nationality, 0), "DPRK");
  EXPECT_EQ(read.facts(FactKind::reason, 0), "He buys.");
  EXPECT_EQ(read.facts(FactKind::imo, 1), "8713471");
  EXPECT_EQ(read.list().entries[2].id, "line 4");
  EXPECT_EQ(read.facts(FactKind::address, 2), "Pyongyang, DPRK");
  EXPECT_EQ(to_string(read.list().entries[2].listed_on), "2016");
}

const std::string csl_header =
    "_id,source,entity_number,type,programs,name,title,addresses,start_date,end_date,vessel_flag,remarks,alt_names,"
    "ids\n";

TEST(UsCsl, ReadsTheListsOfSeveralDepartments) {
  const ReadLists read = read_file(
      "csl.csv",
      csl_header +
          "7,Entity List (EL),,,,EXAMPLE WORKS,,\"1 Road, Dandong, CN; KP\",2022-04-07,,,,\"EX WORKS; EW\",\n"
          "8,SDN,8,Vessel,DPRK4; DPRK2,EXAMPLE 7,,,,,Cambodia,(Linked To: OTHER CO),,\"IMO 8713471, Vessel "
          "Registration Identification; KP, 2014-08-30, K47, Passport; Male, Gender\"\n");
  ASSERT_EQ(read.list().entries.size(), 2U);
  EXPECT_EQ(read.names(0), "name primary: EXAMPLE WORKS | alt_names strong: EX WORKS | alt_names strong: EW");
  EXPECT_EQ(read.list().entries[0].kind, EntryKind::unknown) << "the list does not say what it is";
  EXPECT_EQ(read.facts(FactKind::address, 0), "1 Road, Dandong [CN]");
  EXPECT_EQ(read.facts(FactKind::country, 0), "CN | KP");
  EXPECT_EQ(to_string(read.list().entries[0].listed_on), "2022-04-07");
  EXPECT_EQ(read.facts(FactKind::programme, 1), "DPRK4 | DPRK2");
  EXPECT_EQ(read.facts(FactKind::imo, 1), "8713471");
  EXPECT_EQ(read.facts(FactKind::passport, 1), "K47 [KP]");
  EXPECT_EQ(read.facts(FactKind::linked_to, 1), "OTHER CO");
  EXPECT_EQ(read.facts(FactKind::flag, 1), "Cambodia");
}

TEST(UsCsl, ALastRecordWithoutLineEndMayBeCutAndIsRefused) {
  const ReadLists read = read_file("csl.csv", csl_header + "7,EL,,,,EXAMPLE WORKS,,,,,,,,");
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("no line end"));
}

TEST(UsCsl, ARecordOfAnotherLengthIsLeftOutAndNobodyIsClearedAnyMore) {
  const ReadLists read =
      read_file("csl.csv", csl_header + "7,EL,,,,A,,,,,,,,\n8,EL,,,,B,,,,,,,\n9,EL,,,,C,,,,,,,,\n", "csl@2026-01-01");
  EXPECT_FALSE(read.refused());
  ASSERT_EQ(read.list().dropped.size(), 1U);
  EXPECT_EQ(read.list().dropped[0].line, 3U);
  EXPECT_FALSE(rely_on(read.list(), testing::day("2026-01-01")).no_hit);
}

TEST(OpenSanctions, ReadsTargetsAndPassesOverWhatIsNoParty) {
  const ReadLists read =
      read_file("targets.simple.csv",
                "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\",\"identifiers\","
                "\"sanctions\","
                "\"phones\",\"emails\",\"dataset\",\"last_seen\"\n"
                "\"Q1\",\"Company\",\"Example Trading\",\"ExTrade;示例贸易\",\"\",\"kp;cn\",\"1 "
                "Road\",\"HWUPKR0MPOU8FGXBT394;123\","
                "\"DPRK - 2017\",\"\",\"\",\"Some list\",\"2026-03-10T15:36:30\"\n"
                "\"Q2\",\"Vessel\",\"Example 7\",\"\",\"\",\"\",\"\",\"IMO8713471\",\"\",\"\",\"\",\"Some list\","
                "\"2026-03-11T15:36:30\"\n"
                "\"Q3\",\"Position\",\"Minister\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"Some "
                "list\",\"2026-03-10T15:36:30\"\n");
  ASSERT_EQ(read.list().entries.size(), 2U);
  EXPECT_EQ(read.names(0), "name primary: Example Trading | aliases strong: ExTrade | aliases strong: 示例贸易");
  EXPECT_EQ(read.facts(FactKind::lei), "HWUPKR0MPOU8FGXBT394");
  EXPECT_EQ(read.facts(FactKind::other_id), "123");
  EXPECT_EQ(read.facts(FactKind::country), "kp | cn");
  EXPECT_EQ(read.facts(FactKind::imo, 1), "8713471");
  EXPECT_EQ(to_string(read.list().date), "2026-03-11") << "the last day on which an entry was seen";
  ASSERT_EQ(read.list().not_screened.size(), 1U);
  EXPECT_TRUE(read.list().complete) << "a position is nobody";
}

TEST(OwnCsv, ReadsTheColumnsThatItHas) {
  const ReadLists read =
      read_file("watch.csv",
                "id,name,aliases,weak_aliases,kind,country,imo,registration_no,program,source,listed_on\n"
                "A1,Example Trading,ExTrade; Ex Trade,ET,company,CN,,77; 78,own,a letter,2026-01-05\n"
                ",Example 7,,,vessel,KP,8713471,,,,\n",
                "watch@2026-02");
  ASSERT_EQ(read.list().entries.size(), 2U);
  EXPECT_EQ(read.list().name, "watch");
  EXPECT_EQ(
      read.names(0),
      "name primary: Example Trading | aliases strong: ExTrade | aliases strong: Ex Trade | weak_aliases weak: ET");
  EXPECT_EQ(read.facts(FactKind::registration), "77 | 78");
  EXPECT_EQ(read.facts(FactKind::source), "a letter");
  EXPECT_EQ(to_string(read.list().entries[0].listed_on), "2026-01-05");
  EXPECT_EQ(read.list().entries[1].id, "line 3");
  EXPECT_EQ(read.facts(FactKind::imo, 1), "8713471");
  EXPECT_TRUE(read.diagnostics.empty());
}

TEST(OwnCsv, TheHeaderMayBeWrittenAsPeopleDo) {
  const ReadLists read =
      read_file("watch.csv", "Name,Weak aliases,Listed-on\nExample,EX,2026-01-05\n", "watch@2026-02");
  EXPECT_EQ(read.names(), "name primary: Example | weak_aliases weak: EX");
  EXPECT_EQ(to_string(read.list().entries[0].listed_on), "2026-01-05");
  EXPECT_TRUE(read.diagnostics.empty());
}

TEST(OwnCsv, SaysWhatItCannotUse) {
  const ReadLists read =
      read_file("watch.csv", "name,kind,imo,colour,listed_on\nExample,ferry,8713472,red,05/01/2026\n");
  EXPECT_FALSE(read.refused());
  EXPECT_TRUE(read.says("\"ferry\" is no kind of entry"));
  EXPECT_TRUE(read.says("imo has a wrong check digit"));
  EXPECT_TRUE(read.says("the column \"colour\" is not read"));
  EXPECT_TRUE(read.says("listed_on is no date"));
}

TEST(OwnCsv, ARowWithoutNameIsLeftOutEvenIfItHasAnAlias) {
  const ReadLists read = read_file("watch.csv", "name,aliases\nExample,\n,Alias\n", "watch@2026-02-01");
  EXPECT_EQ(read.list().entries.size(), 1U);
  EXPECT_FALSE(read.list().complete);
  EXPECT_TRUE(read.says("it has no name"));
}

TEST(OwnCsv, WithoutLineEndItIsReadWithAWarning) {
  const ReadLists read = read_file("watch.csv", "name\nExample");
  EXPECT_FALSE(read.refused());
  EXPECT_TRUE(read.says("look whether it is whole"));
}

TEST(OwnCsv, BytesThatAreNoUtf8AreRefused) {
  EXPECT_TRUE(read_file("watch.csv", "name\nEx\xFFmple\n").refused());
}

TEST(OwnCsv, AQuoteThatNobodyClosesIsRefused) {
  const ReadLists read = read_file("watch.csv", "name\n\"Example\nOther\n");
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("never closed"));
}

TEST(OwnCsv, AByteOrderMarkIsNoPartOfTheHeader) {
  EXPECT_EQ(read_file("watch.csv", "\xEF\xBB\xBFname\r\nExample\r\n").names(), "name primary: Example");
}

TEST(Lists, ATableOfSuppliersIsNoListThoughItHasNames) {
  const ReadLists read =
      read_file("suppliers.csv", "supplier_id,name,country,mineral,hs_code\nS1,Example,CN,coal,2701\n");
  EXPECT_TRUE(read.refused());
}

TEST(Lists, ATableWithoutNamesIsNoList) {
  const ReadLists read = read_file("shipments.csv", "shipment_id,date\nS1,2017-01-01\n");
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.reading.lists.empty());
}

}  // namespace
}  // namespace assay
