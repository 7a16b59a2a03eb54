#include "report/ask_words.h"

#include <array>

namespace assay {
namespace {

using Form = SheetQuestion::Form;

struct Word {
  std::string_view field;
  std::string_view chinese;
};

constexpr auto words = std::to_array<Word>({
    {"supplier.name", "供应商名称"},
    {"supplier.country", "供应商所在国家（地区）"},
    {"supplier.address", "供应商地址"},
    {"supplier.region", "供应商所在省份"},
    {"supplier.city", "供应商所在城市"},
    {"supplier.owner", "股东名称"},
    {"supplier.share_pct", "持股比例"},
    {"shipment.id", "货运编号"},
    {"shipment.date", "发货日期"},
    {"shipment.supplier", "卖方"},
    {"shipment.buyer", "买方"},
    {"shipment.commodity", "商品名称"},
    {"shipment.hs_code", "商品编号（HS编码）"},
    {"shipment.quantity", "数量"},
    {"shipment.value", "货值"},
    {"shipment.unit_price", "单价"},
    {"shipment.origin_country", "原产国（地区）"},
    {"shipment.load_port", "装货港"},
    {"shipment.load_country", "装货国家（地区）"},
    {"shipment.transit", "途经港口或口岸"},
    {"shipment.discharge_port", "卸货港"},
    {"shipment.discharge_country", "卸货国家（地区）"},
    {"shipment.vessel", "船名"},
    {"shipment.imo", "国际海事组织船舶编号（IMO）"},
    {"shipment.document", "单证编号"},
    {"worker_group.site", "工作场所"},
    {"worker_group.employer", "用人单位"},
    {"worker_group.labour_provider", "劳务派遣单位"},
    {"worker_group.nationality", "工人国籍（以证件为准）"},
    {"worker_group.count", "工人人数"},
    {"worker_group.from", "用工开始日期"},
    {"worker_group.to", "用工结束日期"},
    {"worker_group.visa_type", "签证类型"},
    {"worker_group.paid_to", "工资支付对象"},
    {"worker_group.contract_years", "合同期限"},
    {"worker_group.upfront_share", "预付比例"},
    {"worker_group.housing", "住宿方式"},
    {"site.name", "场所名称"},
    {"site.operator", "经营单位"},
    {"site.country", "场所所在国家（地区）"},
    {"site.type", "场所类型"},
});

std::string word_for(std::string_view field) {
  for (const Word& word : words)
    if (word.field == field) return std::string(word.chinese);
  return std::string(field);  // the name of the column says more than a guess
}

}  // namespace

std::string english_question(Form form, std::string_view subject) {
  const std::string whose(subject);
  if (form == Form::all_workers) return "Who works for " + whose + ", by nationality, and who provided them?";
  if (form == Form::owners) return "Who owns " + whose + ", with shares that add up to 100 per cent, and since when?";
  return {};
}

std::string chinese_question(Form form, std::string_view field, std::string_view subject, Cause::Why why) {
  const std::string whose(subject);
  switch (form) {
    case Form::inputs:
      return whose + "所售货物使用了哪些原料？请列明供货方及原产国（地区）。";
    case Form::workers:
    case Form::all_workers:
      return whose + "雇用的工人按国籍各有多少人？由哪家单位派遣？（以证件为准，请勿提供个人姓名）";
    case Form::owners:
      return whose + "的全部股东是谁？请列明持股比例（合计应为100%）及起始日期。";
    case Form::cell:
      break;
  }
  if (why == Cause::Why::not_asked) return "请提供以下资料：" + word_for(field) + "。";
  if (why == Cause::Why::unreadable) return whose + "：“" + word_for(field) + "”所填内容无法识别，请更正。";
  if (why == Cause::Why::ambiguous) return whose + "：“" + word_for(field) + "”所填内容不明确，请说明。";
  return whose + "：请提供“" + word_for(field) + "”。";
}

std::string_view english_how(Form form) {
  switch (form) {
    case Form::inputs:
      return "statement: inputs_complete when all purchases have been listed to us, no_dprk_content when nothing in "
             "the "
             "goods comes from the DPRK; goods: all, or the goods as invoiced; from, to: the days for which it "
             "holds. If "
             "anything comes from the DPRK, leave the statement empty and list the purchase in the file of purchases";
    case Form::workers:
      return "statement: no_dprk_labour when no national of the DPRK works for you, directly or through others; "
             "goods: "
             "all; from, to: the days for which it holds. If any does, leave the statement empty and list the group "
             "in "
             "the file of workers";
    case Form::all_workers:
      return "list every group of workers by nationality in the file of workers, with the days for which it holds; "
             "then "
             "statement: no_dprk_labour when those are all, and no national of the DPRK works for you, directly or "
             "through others; goods: all; from, to: the days for which it holds";
    case Form::owners:
      return "list every owner in the file of owners (source: the owner, relation: owns, target: the company, with "
             "the "
             "share and since when); then statement: owners_complete when those are all; from, to: the days for "
             "which "
             "it holds";
    case Form::cell:
      break;
  }
  return "write it under answer, and name the document that shows it";
}

std::string_view chinese_how(Form form) {
  switch (form) {
    case Form::inputs:
      return "statement栏：全部采购已向我司列明的，填inputs_complete；货物不含任何朝鲜原产成分的，填no_dprk_content；"
             "goods栏：填all或发票品名；from、to栏：适用的起止日期。如含朝鲜原产成分，statement栏请留空，"
             "并在采购表中列明该笔采购";
    case Form::workers:
      return "statement栏：没有直接或通过他人雇用朝鲜籍工人的，填no_dprk_labour；goods栏：填all；"
             "from、to栏：适用的起止日期。如有朝鲜籍工人，statement栏请留空，并在工人表中列明人数";
    case Form::all_workers:
      return "请在工人表中按国籍逐组列明全部工人及起止日期；所列即为全部，且没有直接或通过他人雇用朝鲜籍工人的，"
             "statement栏填no_dprk_labour；goods栏：填all；from、to栏：适用的起止日期";
    case Form::owners:
      return "请在股东表中列明全部股东（source栏：股东，relation栏：owns，target栏：公司，并填持股比例及起始日期）；"
             "所列即为全部的，"
             "statement栏填owners_complete；from、to栏：适用的起止日期";
    case Form::cell:
      break;
  }
  return "请填入answer栏，并注明证明文件";
}

}  // namespace assay
