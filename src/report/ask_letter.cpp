#include "report/ask.h"
#include "report/ask_words.h"
#include "report/layout.h"
#include "report/markdown_text.h"

namespace assay {
namespace {

constexpr std::string_view opening_english =
    "We are examining whether our supply chain holds minerals or goods from the Democratic People's Republic of "
    "Korea "
    "(DPRK), or work of its nationals. Our data do not answer the questions below. Please answer them in the sheet "
    "that "
    "comes with this letter, the first ones first, and name the documents that show it. What you cannot answer, "
    "leave "
    "empty: an empty cell stays a question and is not taken for a no.";
constexpr std::string_view opening_chinese =
    "我司正在核查供应链中是否含有原产于朝鲜民主主义人民共和国（朝鲜）的矿产品或货物，以及是否使用朝鲜籍工人。"
    "现有资料尚不能回答下列问题。请按顺序在随附表格中逐项答复，并注明证明文件。不能答复的请留空；空白不视为否定答复"
    "。";
constexpr std::string_view closing_english =
    "Please sign for each answer: issuer is who signs, date the day of signing. Leave grade empty; we judge the "
    "documents. An answer that something does come from the DPRK is as welcome as any other: list it in the file of "
    "purchases, of workers or of owners.";
constexpr std::string_view closing_chinese =
    "每项答复请注明签署方（issuer栏）及签署日期（date栏）；grade栏请留空，由我司评定证明文件。"
    "如确有朝鲜原产货物或朝鲜籍工人，请如实在采购表、工人表或股东表中列明。";

void point(std::string_view title, std::string_view text, std::ostream& out) {
  if (!text.empty()) out << "   - " << title << ": " << markdown_text(text) << '\n';
}

}  // namespace

void write_letter(const Sheet& sheet, const Audit& audit, std::ostream& out) {
  const std::string name = markdown_text(safe(sheet.party.name, 200));
  out << "# Questions to " << name << " / 致" << name << "的询问函\n\n"
      << "As of / 截至 " << day_to_string(audit.as_of) << "\n\n"
      << opening_english << "\n\n"
      << opening_chinese << "\n\n";
  std::size_t number = 0;
  for (const SheetQuestion& one : sheet.questions) {
    out << ++number << ". " << markdown_text(one.english) << "\n   " << markdown_text(one.chinese) << '\n';
    point("cell / 单元格", one.where, out);
    point("settled by / 证明文件", one.document, out);
    point("how to answer", english_how(one.form), out);
    point("填写说明", chinese_how(one.form), out);
  }
  out << '\n' << closing_english << "\n\n" << closing_chinese << '\n';
}

}  // namespace assay
