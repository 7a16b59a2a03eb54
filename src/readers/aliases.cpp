#include "readers/aliases.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "readers/header_words.h"

namespace assay {
namespace {

using F = Field;

// English words are those of bills of lading, facility lists and ERP exports; Chinese ones those of the customs
// declaration form and of common ERP exports.
constexpr HeaderWords vocabulary[] = {
    {F::supplier_id, Says::plain, 0,
     "supplier id, supplier no, supplier number, supplier code, supplier #, vendor id, vendor no, "
     "vendor number, vendor code, vendor #, seller id, 供应商编码, 供应商代码, 供应商编号, "
     "供应商id, 供方编号"},
    {F::supplier_id, Says::plain, 1, "company id, 厂商编号"},
    {F::supplier_id, Says::number, 0, "id, 编号"},
    {F::supplier_id, Says::number, 1, "代码"},
    {F::supplier_name, Says::plain, 0,
     "supplier name, supplier, vendor name, vendor, seller name, seller, sold by, 供应商名称, "
     "供应商, 供方名称, 供方, 卖方名称, 卖方"},
    {F::supplier_name, Says::plain, 1, "company name, company, 企业名称, 公司名称"},
    {F::supplier_name, Says::plain, 2, "exporter name, exporter, 境外收发货人"},
    {F::supplier_name, Says::plain, 3, "shipper name, shipper, 发货人"},
    {F::supplier_name, Says::plain, 4, "manufacturer name, manufacturer, 厂商名称, 厂商"},
    {F::supplier_name, Says::plain, 5, "local name, native name, chinese name, 中文名称"},
    {F::supplier_name, Says::bare, 0, "name, 名称"},
    {F::supplier_country, Says::plain, 0,
     "supplier country, supplier country code, country of supplier, vendor country, "
     "seller country, company country, 供应商国家, 供应商国别, 供应商所在国"},
    {F::supplier_country, Says::bare, 0,
     "country, country code, country name, 国家, 国别, 国家代码, 所在国, 所在国家"},
    {F::supplier_address, Says::plain, 0,
     "supplier address, vendor address, seller address, company address, 供应商地址, 公司地址"},
    {F::supplier_address, Says::plain, 1, "registered address, 注册地址"},
    {F::supplier_address, Says::bare, 0, "address, full address, 地址, 详细地址"},
    {F::supplier_address, Says::bare, 2, "street"},
    {F::supplier_address, Says::bare, 1, "street address"},
    {F::supplier_city, Says::plain, 0, "supplier city, vendor city"},
    {F::supplier_city, Says::bare, 0, "city, 城市, 市, 地级市"},
    {F::supplier_city, Says::bare, 1, "town, prefecture, 州"},
    {F::supplier_city, Says::bare, 2, "county, 县"},
    {F::supplier_region, Says::plain, 0, "supplier region, supplier province, supplier state"},
    {F::supplier_region, Says::bare, 0, "region, province, 省, 省份"},
    {F::supplier_region, Says::bare, 1, "state, 地区"},
    {F::supplier_tier, Says::plain, 0, "tier, supplier tier, 层级"},
    {F::supplier_tier, Says::plain, 1, "level, 级别"},
    {F::supplier_commodity, Says::plain, 0, "supplier commodity, commodity, commodities, goods supplied"},
    {F::supplier_commodity, Says::plain, 1, "mineral, minerals, metal, 商品, 矿种, 金属"},
    {F::supplier_commodity, Says::plain, 2, "main products, products, product, 主营产品, 产品名称"},
    {F::supplier_hs_code, Says::plain, 0,
     "supplier hs code, hs code, hs codes, hs, hs no, hs number, hts, hts code, tariff code, "
     "tariff number, commodity code, customs code, hs编码, hs码, 海关编码, 商品编码, 商品编号, "
     "税则号列, 税号"},
    {F::supplier_registration_no, Says::plain, 0,
     "registration no, registration number, company registration no, company registration number, "
     "business registration no, business registration number, reg no, company number, 注册号, "
     "工商注册号, 登记号"},
    {F::supplier_uscc, Says::plain, 0,
     "uscc, unified social credit code, social credit code, 统一社会信用代码, 社会信用代码, "
     "信用代码"},
    {F::supplier_uscc, Says::plain, 1, "business licence no, business license no"},
    {F::supplier_lei, Says::plain, 0, "lei, lei code, legal entity identifier"},
    {F::supplier_parent, Says::plain, 0, "parent supplier id, parent supplier, parent id"},
    {F::supplier_parent, Says::plain, 1, "parent company, parent, 母公司, 上级公司"},
    {F::supplier_owner, Says::plain, 0, "owner, owner name, owner id, 所有者"},
    {F::supplier_owner, Says::plain, 1, "shareholder, shareholder name, 股东, 股东名称"},
    {F::supplier_owner, Says::plain, 2, "beneficial owner, 受益所有人"},
    {F::supplier_owner, Says::plain, 3, "ultimate parent, 实际控制人"},
    {F::supplier_share_pct, Says::plain, 0,
     "share pct, share percent, share %, share, shareholding, ownership pct, ownership percent, "
     "% owned, percent owned, stake, pct, 持股比例, 出资比例, 股权比例, 股比"},
    {F::supplier_alias, Says::plain, 0, "supplier alias, alias, aliases, aka, also known as, other names, 别名"},
    {F::supplier_alias, Says::plain, 1, "trade name, trading name, 商号"},
    {F::supplier_alias, Says::plain, 2, "former name, former names, formerly known as, 曾用名"},
    {F::supplier_alias, Says::plain, 3, "english name, 英文名称"},
    {F::supplier_phone, Says::plain, 0,
     "supplier phone, phone, phone no, phone number, telephone, telephone no, telephone number, tel, tel no, 电话, "
     "联系电话, "
     "电话号码, 전화, 전화번호"},
    {F::supplier_phone, Says::plain, 1, "mobile, mobile phone, 手机"},
    {F::supplier_phone, Says::plain, 2, "fax, fax number, 传真"},
    {F::supplier_email, Says::plain, 0, "supplier email, email, email address, 邮箱, 电子邮箱, 电子邮件, 이메일"},
    {F::supplier_website, Says::plain, 0, "supplier website, website, homepage, web domain, 网站, 网址, 홈페이지"},
    {F::supplier_website, Says::plain, 1, "url"},
    {F::supplier_bank_account, Says::plain, 0,
     "supplier bank account, bank account, bank account no, bank account number, iban, 银行账号, 银行账户"},
    {F::supplier_incorporated, Says::plain, 0,
     "incorporated, incorporated on, incorporation date, date of incorporation, founded on, 成立日期"},
    {F::supplier_incorporated, Says::plain, 1, "registration date, 注册日期"},
    {F::shipment_id, Says::plain, 0,
     "shipment id, shipment no, shipment number, shipment, consignment id, consignment no, "
     "发货单号, 出货单号"},
    {F::shipment_id, Says::plain, 1,
     "bill of lading no, bill of lading number, bill of lading, bl no, bl number, bl, 提单号, "
     "提运单号"},
    {F::shipment_id, Says::plain, 2, "awb no, awb, waybill no, 运单号"},
    {F::shipment_id, Says::plain, 3, "entry no, entry number, 报关单号"},
    {F::shipment_id, Says::number, 4, "id, 编号"},
    {F::shipment_date, Says::plain, 0,
     "shipment date, ship date, shipping date, date of shipment, departure date, "
     "date of departure, departed, on board date, 装船日期, 发货日期, 出运日期, 启运日期"},
    {F::shipment_date, Says::plain, 1, "date, 日期"},
    {F::shipment_date, Says::plain, 2, "bl date, bill of lading date"},
    {F::shipment_date, Says::plain, 3, "export date, 出口日期"},
    {F::shipment_date, Says::plain, 4, "etd"},
    {F::shipment_date, Says::plain, 5, "arrival date, 到货日期, 到港日期"},
    {F::shipment_date, Says::plain, 6, "import date, 进口日期"},
    {F::shipment_date, Says::plain, 7, "eta"},
    {F::shipment_date, Says::plain, 8, "entry date, 申报日期"},
    {F::shipment_supplier, Says::plain, 0, "consignor, consignor id"},
    {F::shipment_supplier, Says::plain, 1, "consignor name"},
    {F::shipment_buyer, Says::plain, 0, "buyer, buyer name, purchaser, sold to, 买方, 买方名称, 采购方"},
    {F::shipment_buyer, Says::plain, 1, "buyer id"},
    {F::shipment_buyer, Says::plain, 2, "consignee, consignee name, 收货人, 境内收发货人"},
    {F::shipment_buyer, Says::plain, 3, "consignee id"},
    {F::shipment_buyer, Says::plain, 4, "importer, importer name, 进口商"},
    {F::shipment_buyer, Says::plain, 5, "importer of record"},
    {F::shipment_buyer, Says::plain, 6, "customer, customer name, 客户"},
    {F::shipment_buyer, Says::plain, 7, "消费使用单位"},
    {F::shipment_commodity, Says::plain, 0, "commodity, commodity description, 商品名称, 品名"},
    {F::shipment_commodity, Says::plain, 1, "mineral, metal, 商品, 矿种, 金属"},
    {F::shipment_commodity, Says::plain, 2, "product, product name, 产品名称"},
    {F::shipment_commodity, Says::plain, 3,
     "goods, goods description, description of goods, item description, 货物名称"},
    {F::shipment_commodity, Says::plain, 4, "description, 货物描述"},
    {F::shipment_commodity, Says::plain, 5, "material"},
    {F::shipment_hs_code, Says::plain, 0,
     "hs code, hs codes, hs, hs no, hs number, hts, hts code, tariff code, tariff number, "
     "commodity code, customs code, hs编码, hs码, 海关编码, 商品编码, 商品编号, 税则号列, 税号"},
    {F::shipment_quantity, Says::plain, 0,
     "quantity, quantity t, quantity kg, quantity mt, qty, qty t, qty kg, 数量, 成交数量, "
     "数量及单位"},
    {F::shipment_quantity, Says::plain, 1, "net weight, net weight kg, net weight t, net kg, 净重"},
    {F::shipment_quantity, Says::plain, 2, "weight, weight kg, weight t, 重量"},
    {F::shipment_quantity, Says::plain, 3, "gross weight, gross weight kg, gross kg, 毛重"},
    {F::shipment_value, Says::plain, 0,
     "value, value usd, total value, total price, declared value, customs value, 总价, 成交总价, "
     "总值, 货值"},
    {F::shipment_value, Says::plain, 1, "fob value"},
    {F::shipment_value, Says::plain, 2, "cif value"},
    {F::shipment_value, Says::plain, 3, "invoice value"},
    {F::shipment_value, Says::plain, 4, "amount, amount usd, 金额"},
    {F::shipment_origin_country, Says::plain, 0,
     "origin country, origin country code, country of origin, country origin, coo, made in, "
     "原产国, 原产国家"},
    {F::shipment_origin_country, Says::plain, 1, "origin, 原产地"},
    {F::shipment_origin_country, Says::plain, 2, "产地"},
    {F::shipment_load_port, Says::plain, 0,
     "load port, port load, port of loading, port of lading, loading port, departure port, "
     "port of departure, pol, 启运港, 起运港, 装货港, 装运港"},
    {F::shipment_load_country, Says::plain, 0,
     "load country, loading country, country of loading, country of export, export country, "
     "departure country, 启运国, 启运国家, 起运国"},
    {F::shipment_load_country, Says::plain, 1, "country of dispatch, 出口国"},
    {F::shipment_transit, Says::plain, 0, "transit, via, transit ports"},
    {F::shipment_transit, Says::plain, 1,
     "transit port, transhipment port, transshipment port, 经停港, 中转港, 中转地"},
    {F::shipment_transit, Says::plain, 2, "route"},
    {F::shipment_transit, Says::plain, 3, "transit country, transit countries, 中转国, 过境国"},
    {F::shipment_discharge_port, Says::plain, 0,
     "discharge port, port discharge, port of discharge, port of unlading, unloading port, pod, "
     "卸货港"},
    {F::shipment_discharge_port, Says::plain, 1,
     "arrival port, destination port, port of destination, 目的港, 指运港"},
    {F::shipment_discharge_port, Says::plain, 2, "destination, 入境口岸"},
    {F::shipment_discharge_country, Says::plain, 0, "discharge country, country of discharge"},
    {F::shipment_discharge_country, Says::plain, 1, "destination country, country of destination, 目的国, 运抵国"},
    {F::shipment_discharge_country, Says::plain, 2, "import country, 进口国"},
    {F::shipment_vessel, Says::plain, 0, "vessel, vessel name, ship, ship name, 船名, 船舶"},
    {F::shipment_vessel, Says::plain, 1, "运输工具名称"},
    {F::shipment_imo, Says::plain, 0, "imo, imo no, imo number, vessel imo, ship imo, imo编号, imo号"},
    {F::shipment_flag, Says::plain, 0, "flag, flag state, vessel flag, 船旗, 船旗国"},
    {F::shipment_document, Says::plain, 0, "document, documents, document no, document id, 文件编号, 单证号"},
    {F::shipment_document, Says::plain, 1, "licence no, license no, permit no, 许可证号"},
    {F::shipment_document, Says::plain, 2, "certificate no, certificate of origin, 证书编号, 原产地证"},
    {F::shipment_lot, Says::plain, 0, "lot, lot no, lot id, lot number, 批号, 批次"},
    {F::shipment_lot, Says::plain, 1, "batch, batch no"},
    {F::shipment_lot, Says::plain, 2, "heat no, 炉号"},
    {F::shipment_mode, Says::plain, 0, "mode, transport mode, mode of transport, 运输方式"},
    {F::shipment_exemption_code, Says::plain, 0,
     "exemption code, exemption, exemption claimed, exemption no, licence claim, license claim, 豁免, 豁免代码, "
     "豁免编号"},
    {F::shipment_unit_price, Says::plain, 0, "unit price, unit value, price per unit, 单价, 成交单价"},
    {F::shipment_currency, Says::plain, 0, "currency, currency code, 币制, 币种"},
    {F::shipment_currency, Says::plain, 1, "value currency, invoice currency"},
    {F::shipment_unit, Says::plain, 0, "quantity unit, unit of quantity, qty unit"},
    {F::shipment_unit, Says::plain, 1, "unit of measure, uom, 计量单位, 成交单位"},
    {F::shipment_unit, Says::plain, 2, "unit, units, 单位"},
    {F::shipment_incoterm, Says::plain, 0, "incoterm, incoterms, 成交方式, 贸易条款"},
    {F::shipment_incoterm, Says::plain, 1, "terms of delivery, delivery terms, trade terms"},
    {F::shipment_grade_pct, Says::plain, 0, "grade pct, grade %, grade percent, 品位"},
    {F::shipment_grade_pct, Says::plain, 1, "assay pct, assay %, content pct, content %, purity pct, purity %, 含量"},
    {F::shipment_contract_date, Says::plain, 0,
     "contract date, date of contract, contract signed, 合同日期, 签约日期, 合同签订日期"},
    {F::shipment_contract_date, Says::plain, 1, "order date, po date, 订单日期"},
    {F::shipment_arrived, Says::plain, 0, "arrived, arrival date, date of arrival, 到货日期, 到港日期"},
    {F::shipment_arrived, Says::plain, 1, "import date, 进口日期"},
    {F::shipment_arrived, Says::plain, 2, "eta"},
    {F::shipment_arrived, Says::plain, 3, "entry date, 申报日期"},
    {F::shipment_notification, Says::plain, 0,
     "notification, notification no, notification number, committee notification, un notification, 通报编号"},
    {F::relation_source, Says::plain, 0, "source, source id"},
    {F::relation_source, Says::owners, 0,
     "owner, owner id, shareholder, shareholder name, holding company, investor, 股东, 股东名称, "
     "出资人, 投资方"},
    {F::relation_source, Says::owners, 1, "owner name, parent company, 母公司"},
    {F::relation_word, Says::plain, 0, "relation, relationship, relation type, relationship type, 关系, 关系类型"},
    {F::relation_word, Says::bare, 1, "type"},
    {F::relation_target, Says::plain, 0, "target, target id"},
    {F::relation_target, Says::owners, 0,
     "owned, owned id, subsidiary, subsidiary name, investee, 被投资企业, 被投资方, 子公司"},
    {F::relation_target, Says::owners, 1, "owned name"},
    {F::relation_share_pct, Says::plain, 0,
     "share pct, share percent, share %, share, shareholding, ownership pct, ownership percent, "
     "% owned, percent owned, stake, pct, 持股比例, 出资比例, 股权比例, 股比"},
    {F::relation_from, Says::plain, 0,
     "from, since, from date, start date, valid from, 入股日期, 开始日期, 生效日期"},
    {F::relation_from, Says::plain, 1, "as of"},
    {F::relation_to, Says::plain, 0, "to, until, to date, end date, valid to, 退出日期, 结束日期, 截止日期"},
    {F::workers_site, Says::plain, 0, "site id, facility id, factory id, plant id, 工厂编号"},
    {F::workers_site, Says::plain, 1,
     "site, site name, facility, facility name, factory, factory name, plant, plant name, mill, "
     "workplace, 工厂, 工厂名称"},
    {F::workers_site, Says::plain, 2, "厂区, 车间"},
    {F::workers_employer, Says::plain, 0, "employer, employer name, 雇主, 用人单位"},
    {F::workers_employer, Says::plain, 1, "employer id, 用工单位"},
    {F::workers_labour_provider, Says::plain, 0,
     "labour provider, labor provider, labour agency, labor agency, manpower agency, "
     "recruitment agency, 劳务公司, 劳务派遣公司, 派遣公司, 派遣单位"},
    {F::workers_labour_provider, Says::plain, 1, "recruiter, agency, agency name, 劳务中介, 中介"},
    {F::workers_labour_provider, Says::plain, 2, "agency id"},
    {F::workers_labour_provider, Says::plain, 3, "labour contractor, labor contractor"},
    {F::workers_labour_provider, Says::plain, 4, "contractor"},
    {F::workers_nationality, Says::plain, 0,
     "workers nationality, worker nationality, nationality of workers, nationality, 国籍, "
     "工人国籍, 劳工国籍"},
    {F::workers_nationality, Says::plain, 1, "citizenship"},
    {F::workers_count, Says::plain, 0,
     "workers count, worker count, number of workers, no of workers, headcount, workers, "
     "工人人数, 用工人数, 人数"},
    {F::workers_count, Says::plain, 1, "count, number of employees, employees, 员工人数, 职工人数"},
    {F::workers_from, Says::plain, 0, "from, from date, start date, contract start, 开始日期"},
    {F::workers_to, Says::plain, 0, "to, to date, end date, contract end, 结束日期"},
    {F::workers_visa_type, Says::plain, 0, "visa type, visa, permit type, 签证类型, 签证"},
    {F::workers_paid_to, Says::plain, 0, "paid to, payee, wages paid to, 工资支付对象, 收款人, 代发单位"},
    {F::workers_contract_years, Says::plain, 0, "contract years, contract term, 合同期限"},
    {F::workers_upfront_share, Says::plain, 0, "upfront share, advance share, advance, 预付比例"},
    {F::workers_housing, Says::plain, 0, "housing, dormitory, accommodation, 住宿方式, 宿舍"},
    {F::site_id, Says::plain, 0, "site id, facility id, factory id, plant id, 工厂编号, 设施编号"},
    {F::site_id, Says::number, 0, "id, 编号"},
    {F::site_name, Says::plain, 0,
     "site, site name, facility, facility name, factory, factory name, plant, plant name, mill, "
     "工厂, 工厂名称, 厂名, 设施, 设施名称"},
    {F::site_name, Says::bare, 1, "name, 名称"},
    {F::site_name, Says::plain, 1, "生产企业, 生产销售单位"},
    {F::site_operator, Says::plain, 0,
     "operator, operator name, operated by, site operator, facility operator, 经营者, 运营商, "
     "运营企业"},
    {F::site_operator, Says::plain, 1, "operator id"},
    {F::site_country, Says::plain, 0, "site country, facility country, factory country, plant country, 工厂所在国"},
    {F::site_country, Says::bare, 0, "country, country code, country name, 国家, 国别, 国家代码, 所在国, 所在国家"},
    {F::site_region, Says::plain, 0, "site region, site province, facility region"},
    {F::site_region, Says::bare, 0, "region, province, 省, 省份"},
    {F::site_region, Says::bare, 1, "state, 地区"},
    {F::site_city, Says::plain, 0, "site city, facility city, factory city"},
    {F::site_city, Says::bare, 0, "city, 城市, 市, 地级市"},
    {F::site_city, Says::bare, 1, "town, prefecture, 州"},
    {F::site_city, Says::bare, 2, "county, 县"},
    {F::site_type, Says::plain, 0, "site type, facility type, factory type, 设施类型, 工厂类型"},
    {F::site_type, Says::bare, 0, "type, 类型"},
    {F::site_type, Says::bare, 1, "kind"},
    {F::site_commodity, Says::plain, 0, "site commodity, facility commodity"},
    {F::site_commodity, Says::bare, 0, "commodity, commodities"},
    {F::site_commodity, Says::bare, 1, "mineral, minerals, metal, 商品, 矿种"},
    {F::site_commodity, Says::bare, 2, "product, products, 产品名称"},
    {F::site_capacity, Says::plain, 0,
     "capacity, annual capacity, yearly capacity, capacity per year, capacity t per year, capacity tpa, capacity t, "
     "年产能, 产能"},
    {F::site_capacity, Says::plain, 1, "production capacity, nameplate capacity, 生产能力"},
    {F::site_capacity_unit, Says::plain, 0, "capacity unit, unit of capacity, 产能单位"},
    {F::site_process, Says::plain, 0, "process, process type, processing, processing type, 工艺, 加工工艺"},
    {F::declaration_party, Says::plain, 0, "party, party name, party id, declaring party, 声明方, 当事方"},
    {F::declaration_statement, Says::plain, 0, "statement, declaration, 声明, 声明内容"},
    {F::declaration_goods, Says::plain, 0, "goods, 货物名称"},
    {F::declaration_goods, Says::bare, 0, "commodity"},
    {F::declaration_from, Says::plain, 0, "from, from date, valid from, period from, 开始日期, 生效日期"},
    {F::declaration_to, Says::plain, 0, "to, to date, valid to, period to, 结束日期, 截止日期"},
    {F::declaration_document, Says::plain, 0, "document, document no, document id, 文件编号"},
    {F::declaration_issuer, Says::plain, 0, "issuer, issued by, 签发机构, 出具方"},
    {F::declaration_date, Says::plain, 0, "declaration date, statement date, issue date, date of issue, 签发日期"},
    {F::declaration_date, Says::plain, 1, "date, 日期"},
    {F::declaration_grade, Says::plain, 0, "grade, evidence grade, 等级"},

    {F::price_hs_code, Says::plain, 0, "hs, hs code, hs6, price hs code, 海关编码, 商品编码"},
    {F::price_month, Says::plain, 0, "month, price month, period, 月份"},
    {F::price_unit_price, Says::plain, 0, "unit price, price, benchmark, benchmark price, 基准价, 市场价"},
};

std::string without_blanks(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

std::vector<Alias> split_words() {
  std::vector<Alias> aliases;
  const auto add = [&aliases](std::span<const HeaderWords> rows) {
    for (const HeaderWords& row : rows)
      for (const std::string_view word : split(row.words, ","))
        aliases.push_back({row.field, word, row.says, row.rank});
  };
  add(vocabulary);
  add(words_of_traces());
  return aliases;
}

/// Sorted by text without blanks; aliases of one text stay in the order of the table.
const std::vector<std::pair<std::string, const Alias*>>& by_text() {
  static const auto index = [] {
    std::vector<std::pair<std::string, const Alias*>> entries;
    for (const Alias& alias : all_aliases()) entries.emplace_back(without_blanks(alias.text), &alias);
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return entries;
  }();
  return index;
}

}  // namespace

std::span<const Alias> all_aliases() {
  static const std::vector<Alias> aliases = split_words();
  return aliases;
}

std::vector<const Alias*> aliases_of(std::string_view normalised) {
  const auto& index = by_text();
  auto entry = std::lower_bound(index.begin(), index.end(), normalised,
                                [](const auto& a, std::string_view text) { return a.first < text; });
  std::vector<const Alias*> found;
  for (; entry != index.end() && entry->first == normalised; ++entry) found.push_back(entry->second);
  return found;
}

std::string_view almost_alias(std::string_view normalised) {
  if (count_code_points(normalised) < 5) return {};
  std::vector<std::string_view> candidates;
  for (const auto& [text, alias] : by_text())
    if (count_code_points(text) >= 5) candidates.push_back(text);
  const std::string_view near = nearest(normalised, candidates, 1);
  for (const auto& [text, alias] : by_text())
    if (!near.empty() && text == near) return alias->text;
  return {};
}

}  // namespace assay
