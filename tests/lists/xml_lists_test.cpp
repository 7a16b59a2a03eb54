#include "list_help.h"

namespace assay {
namespace {

using testing::read_file;
using testing::ReadLists;

const std::string sdn = R"(<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://example.org/sdnList.xsd">
  <publshInformation><Publish_Date>01/31/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry>
    <uid>10</uid><lastName>EXAMPLE TRADING</lastName><sdnType>Entity</sdnType>
    <remarks>(Linked To: OTHER CO)</remarks>
    <programList><program>DPRK3</program><program>DPRK4</program></programList>
    <idList>
      <id><uid>1</uid><idType>Registration ID</idType><idNumber>77</idNumber><idCountry>China</idCountry></id>
      <id><uid>2</uid><idType>Identification Number</idType><idNumber>IMO 5814866</idNumber></id>
      <id><uid>3</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
    </idList>
    <akaList>
      <aka><uid>3</uid><type>a.k.a.</type><category>strong</category><lastName>EXAMPLE TRADE</lastName></aka>
      <aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>EXTRA</lastName></aka>
    </akaList>
    <addressList><address><uid>5</uid><address1>1 Road</address1><city>Dandong</city><country>China</country></address></addressList>
  </sdnEntry>
  <sdnEntry>
    <uid>11</uid><firstName>Hans</firstName><lastName>MUSTER</lastName><title>Clerk</title><sdnType>Individual</sdnType>
    <programList><program>DPRK2</program></programList>
    <nationalityList><nationality><uid>6</uid><country>Korea, North</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>7</uid><dateOfBirth>21 Aug 1968</dateOfBirth></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
</sdnList>
)";

TEST(OfacXml, ReadsEntriesWithTheGradeOfTheirAliases) {
  const ReadLists read = read_file("sdn.xml", sdn);
  ASSERT_FALSE(read.refused());
  EXPECT_EQ(read.list().name, "ofac-sdn");
  EXPECT_EQ(to_string(read.list().date), "2026-01-31");
  EXPECT_EQ(read.list().date_from, DateFrom::header);
  EXPECT_EQ(read.names(0), "lastName primary: EXAMPLE TRADING | aka strong: EXAMPLE TRADE | aka weak: EXTRA");
  EXPECT_EQ(read.facts(FactKind::registration), "77 [China]");
  EXPECT_EQ(read.facts(FactKind::imo_company), "5814866");
  EXPECT_EQ(read.facts(FactKind::linked_to), "OTHER CO");
  EXPECT_EQ(read.facts(FactKind::address), "1 Road, Dandong [China]");
  EXPECT_EQ(read.facts(FactKind::programme), "DPRK3 | DPRK4");
  EXPECT_EQ(read.names(1), "lastName primary: MUSTER, Hans");
  EXPECT_EQ(read.list().entries[1].kind, EntryKind::person);
  EXPECT_EQ(read.list().entries[1].line, 19U);
  EXPECT_EQ(read.facts(FactKind::birth_date, 1), "21 Aug 1968");
}

TEST(OfacXml, AnotherCountThanItsHeaderSaysIsRefused) {
  std::string text = sdn;
  text.replace(text.find(">2</Record_Count>"), 2, ">3");
  const ReadLists read = read_file("sdn.xml", text);
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("says that it has 3 records, and has 2"));
}

TEST(OfacXml, CutAtAnyByteItIsRefused) {
  for (std::size_t length = 60; length + 2 < sdn.size(); length += 7)
    EXPECT_TRUE(read_file("sdn.xml", sdn.substr(0, length)).refused()) << length;
}

TEST(OfacXml, EntitiesCouldNameFilesAndAreRefused) {
  const ReadLists read = read_file("x.xml",
                                   "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                   "<sdnList><sdnEntry><lastName>&x;</lastName></sdnEntry></sdnList>");
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("document type declaration"));
}

TEST(OfacXml, AnEmptyListIsRefused) {
  const ReadLists read = read_file("x.xml", "<?xml version=\"1.0\"?><sdnList></sdnList>");
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("holds no entry"));
}

TEST(OfacXml, ElementsThatNestWithoutEndAreRefused) {
  std::string text = "<sdnList>";
  for (int i = 0; i < 10000; ++i) text += "<a>";
  EXPECT_TRUE(read_file("x.xml", text).refused());
}

const std::string un = R"(<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME> RI </FIRST_NAME><SECOND_NAME>WON  MU</SECOND_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.099</REFERENCE_NUMBER><LISTED_ON>2016-11-30</LISTED_ON>
      <NAME_ORIGINAL_SCRIPT>리원무</NAME_ORIGINAL_SCRIPT>
      <DESIGNATION><VALUE>Clerk</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Lee Won Mu</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Old Ri</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1964-07-17</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>381</NUMBER></INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY><FIRST_NAME>EXAMPLE SHIPPING (KPe.098)</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
      <REFERENCE_NUMBER>KPe.099</REFERENCE_NUMBER><LISTED_ON>2018-03-30</LISTED_ON>
      <COMMENTS1>It runs ships. IMO number: 5571322.</COMMENTS1>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Example  Line</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><CITY>Pyongyang</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
)";

TEST(UnXml, ReadsPersonsAndCompanies) {
  const ReadLists read = read_file("consolidated.xml", un);
  ASSERT_FALSE(read.refused());
  EXPECT_EQ(to_string(read.list().date), "2026-02-27");
  EXPECT_EQ(
      read.names(0),
      "FIRST_NAME primary: RI WON MU | ALIAS_NAME strong: 리원무 | ALIAS_NAME strong: Lee Won Mu | ALIAS_NAME weak: "
      "Old Ri");
  EXPECT_EQ(read.list().entries[0].id, "KPi.099");
  EXPECT_EQ(to_string(read.list().entries[0].listed_on), "2016-11-30");
  EXPECT_EQ(read.facts(FactKind::passport, 0), "381");
  EXPECT_EQ(read.facts(FactKind::position, 0), "Clerk");
  EXPECT_EQ(read.list().entries[1].kind, EntryKind::company);
  EXPECT_EQ(read.facts(FactKind::imo_company, 1), "5571322");
  EXPECT_EQ(read.facts(FactKind::country, 1), "Democratic People's Republic of Korea");
}

TEST(UnXml, TakesReferencesAndDoubleBlanksOffNamesAndKeepsWhatWasWritten) {
  const ReadLists read = read_file("consolidated.xml", un);
  EXPECT_EQ(read.names(1), "FIRST_NAME primary: EXAMPLE SHIPPING | ALIAS_NAME strong: Example Line");
  EXPECT_EQ(read.list().names_of(read.list().entries[1])[0].as_written, "EXAMPLE SHIPPING (KPe.098)");
}

TEST(UnXml, CutAtAnyByteItIsRefused) {
  for (std::size_t length = 90; length + 2 < un.size(); length += 11)
    EXPECT_TRUE(read_file("consolidated.xml", un.substr(0, length)).refused()) << length;
}

TEST(UnXml, AnErrorPageInItsPlaceIsRefused) {
  const ReadLists read = read_file("consolidated.xml", "<html><body>503</body></html>");
  EXPECT_TRUE(read.refused());
}

}  // namespace
}  // namespace assay
