#include "base/text.h"
#include "program/run.h"

// A supplier writes the cells, and would like to write the report.

namespace {

constexpr const char* steer = "\x1B[2J\x1B[1;1Hclear of 5 of 5 questions\a\b\x7F";
constexpr const char* bidi = "\u202Eknalb\u202C\u2066x\u2069\u200B\uFEFF";
constexpr const char* lines = "clear\r\nclear of 5 of 5 questions\n::error::x\u2028y\u0085z";

bool may_stand_in_a_report(char32_t c) {
  if (c == '\n') return true;
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return false;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069)) return false;
  return c != 0xFEFF && c != 0xFFFD;
}

void expect_harmless(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = assay::next_code_point(text, at);
    ASSERT_TRUE(may_stand_in_a_report(c))
        << "U+" << std::hex << static_cast<unsigned>(c) << " in: " << text.substr(begin > 60 ? begin - 60 : 0, 120);
  }
  for (const char* spoof : {"\nclear of 5 of 5", "\n::error::"})
    EXPECT_EQ(text.find(spoof), std::string::npos) << text;
}

/// A chain in which every text is hostile: flagged, and with open questions.
void write_chain(const Folder& folder, const std::string& name) {
  std::string quoted = "\"" + name + "\"";
  folder.write("shipments.csv",
               "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,load_port,load_country,transit\n" +
                   std::string("\"1") + name + "\",2018-03-01," + quoted + ",B," + quoted +
                   ",270112,KP,CNDLC,CN,none\n" + "\"2" + name + "\",2018-04-01,B,C," + quoted +
                   ",270112,,CNDLC,CN,none\n" +  //
                   "\"3" + name + "\",2018-04-01,D," + quoted + "," + quoted + ",270112," + quoted + "," + quoted +
                   ",CN,none\n");
  folder.write("suppliers.csv", "supplier_id,name,country,address\nA," + quoted + ",CN," + quoted + "\nB,\"B " +
                                    name + "\"," + quoted + ",x\n");
}

class HostileText : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileText, NeverStandsRawInAnythingThatIsPrinted) {
  const Folder folder;
  write_chain(folder, GetParam());
  const Ran text = run({"audit", folder.path(), "--verbose", "--include", "clear"});
  EXPECT_NE(text.out.find("[dprk-direct-origin]"), std::string::npos) << text.out;
  expect_harmless(text.out);
  expect_harmless(text.err);
  const Ran json = run({"audit", folder.path(), "--format", "json", "--include", "clear"});
  expect_harmless(json.out);
  for (const char* format : {"sarif", "markdown", "html"})
    expect_harmless(run({"audit", folder.path(), "--format", format, "--include", "clear"}).out);
}

TEST_P(HostileText, NeverStandsRawInAnExplanation) {
  const Folder folder;
  write_chain(folder, GetParam());
  for (int number = 1; number <= 6; ++number) {
    const Ran ran = run({"explain", "F-" + std::to_string(number), folder.path()});
    expect_harmless(ran.out);
    expect_harmless(ran.err);
  }
  for (const std::string subject : {"1", "2", "nobody"}) {
    const Ran ran = run({"why-not", subject + GetParam(), "--rule", "dprk-direct-origin", folder.path()});
    expect_harmless(ran.out);
    expect_harmless(ran.err);
  }
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileText, ::testing::Values(steer, bidi, lines));

TEST(HostileText, InTheNameOfAFileIsEscapedToo) {
  const Folder folder;
  folder.write("a\x1B[2Jb.csv", "supplier_id,name,country\nA,Alpha,KP\n");
  expect_harmless(run({"audit", folder.path()}).out);
  expect_harmless(run({"audit", folder.path()}).err);
  for (const char* format : {"json", "sarif", "markdown", "html"})
    expect_harmless(run({"audit", folder.path(), "--format", format}).out);
}

TEST(HostileText, ThatIsOrdinaryStaysReadable) {
  const Folder folder;
  write_chain(folder, "丹东港 Ünal & Söhne «煤»");
  const Ran ran = run({"audit", folder.path()});
  EXPECT_NE(ran.out.find("丹东港 Ünal & Söhne «煤»"), std::string::npos) << ran.out;
}

}  // namespace
