#include "naive_network.h"

#include <algorithm>
#include <initializer_list>

#include "naive_csv.h"

namespace assay::naive {

namespace {

using Texts = std::vector<std::string>;

struct PartyTemplate {
  std::string name, country, address, city;
};

struct GoodsTemplate {
  std::string text, hs;
};

const std::vector<PartyTemplate> party_templates = {
    {"Alpha Ore Pty Ltd", "AU", "1 Pit Road, Newman", "Newman"},
    {"Beta Trading Co., Ltd.", "CN", "8 Harbour Street, \"Tower B\"", "Qingdao"},
    {"Gamma Steel GmbH", "RU", "4 Mira Street", "Moscow"},
    {"Delta Mining Corporation", "KP", "2 Mountain Road", "Nampo"},
    {"Epsilon Smelting", "AU", "17 Furnace Lane", "Perth"},
    {"Dandong Star Trade", "CN", "5 River Road, Dandong", "Dandong"},
    {"丹东海星贸易", "CN", "江边街 5 号", "Qingdao"},
    {"Zeta Coal", "RU", "3 Colliery Road", "Kemerovo"},
    {"Eta Metals", "CN", "60 Park Road", "Qingdao"},
};

/// Pairs of raw and made goods, so that chains meet the transformations; the last ones are no mineral.
const std::vector<GoodsTemplate> goods_templates = {
    {"iron ore", "260111"},           {"pig iron", "720110"},       {"anthracite", "270111"},   {"coke", "270400"},
    {"copper concentrate", "260300"}, {"refined copper", "740311"}, {"frozen squid", "030743"}, {"toys", "950300"},
};

/// Around one day: the slack of 7 days, the look-back of 730, both at their very edges, and precisions.
const Texts tidy_dates = {"2017-03-15", "2017-03-08", "2017-03-07", "2017-03-22", "2017-03-23", "2017-03-14",
                          "2015-03-16", "2015-03-15", "2017-05-01", "2016-11-30", "2017/8/5",   "2018-06-30"};
const Texts messy_dates = {"2017-03", "2017-02",    "2017",       "2015-03", "",       "n/a",
                           "soon",    "03/04/2016", "2018-08-01", "2018-07", "2017-04"};

/// What a seed decides for the whole network.
struct Maker {
  Dice dice;
  unsigned mess = 0;  ///< per cent of cells that are not tidy
  std::vector<PartyTemplate> parties;
  std::size_t main_goods = 0;
  int tag = 0;
  Network network;

  explicit Maker(std::uint64_t seed) : dice(seed) {}

  const std::string& cell(const Texts& tidy, const Texts& messy) { return dice.of(dice.chance(mess) ? messy : tidy); }

  std::string reference() {
    if (dice.chance(mess))
      return dice.of({"", "", "Unlisted Partner 7", "Nobody & Sons", "n/a", "unlisted partner 7"});
    const std::size_t party = dice.below(parties.size());
    switch (dice.below(8)) {
      case 0:
        return "P" + std::to_string(party + 1);
      case 1:
        return " P" + std::to_string(party + 1) + " ";
      case 2:
        return upper(parties[party].name);
      default:
        return parties[party].name;
    }
  }

  static std::string upper(std::string text) {
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
  }

  GoodsTemplate goods() {
    const std::size_t pair = dice.chance(75) ? main_goods : dice.below(goods_templates.size() / 2);
    GoodsTemplate result = goods_templates[2 * pair + dice.below(2)];
    if (dice.chance(mess)) result.hs = dice.of({"", "26", "2601", "26011", "2.6E+05", "n/a", "2701", "99", "27"});
    if (dice.chance(mess)) result.text = dice.of({"", "Iron-Ore", "IRON ORE", "various"});
    if (dice.chance(10) && result.hs.size() == 6) result.hs.insert(4, ".");
    return result;
  }

  void add(Sheet& sheet, Texts cells) { sheet.rows.push_back({tag++, std::move(cells)}); }
  /// Hands a sheet over, with some of its columns missing when the network is messy.
  void hand_over(Sheet sheet, std::initializer_list<const char*> may_be_missing);

  void make_parties();
  void make_shipments();
  void make_relations();
  void make_sites();
  void make_workers();
  void make_declarations();
};

void Maker::hand_over(Sheet sheet, std::initializer_list<const char*> may_be_missing) {
  for (const char* name : may_be_missing) {
    if (!dice.chance(mess / 4)) continue;
    const auto at = sheet.column(name);
    sheet.columns.erase(sheet.columns.begin() + at);
    for (Row& row : sheet.rows) row.cells.erase(row.cells.begin() + at);
  }
  network.sheets.push_back(std::move(sheet));
}

void Maker::make_parties() {
  const std::size_t count = 2 + dice.below(5);
  const std::size_t first = dice.below(party_templates.size());
  Sheet sheet{"suppliers", "suppliers.csv", {"id", "name", "country", "address", "city", "registration_no"}, {}};
  for (std::size_t i = 0; i < count; ++i) {
    PartyTemplate party = party_templates[(first + i) % party_templates.size()];
    if (i > 0 && dice.chance(12)) {  // a namesake, in the same country or another
      party = parties[dice.below(i)];
      if (dice.chance(60)) party.country = dice.of({"KP", "CN", "RU", "AU"});
      if (dice.chance(30)) party.name = upper(party.name);
    }
    if (dice.chance(mess / 2)) party.country = dice.of({"", "Korea", "xx", "n/a", "North Korea", "KP", "中国"});
    if (dice.chance(mess / 2)) party.address.clear();
    if (dice.chance(mess / 2)) party.city = dice.of({"", "Dandong"});
    parties.push_back(party);
    const std::string registration = dice.chance(20) ? dice.of({"R-1", "R-2", "R-3", "n/a"}) : "";
    add(sheet, {"P" + std::to_string(i + 1), party.name, party.country, party.address, party.city, registration});
  }
  hand_over(std::move(sheet), {"id", "address", "city", "registration_no"});
}

void Maker::make_shipments() {
  const std::size_t count = 1 + dice.below(9);
  const std::size_t in_first = dice.chance(15) ? dice.below(count) : count;
  const Texts columns = {"id",      "date",           "supplier",  "buyer",        "commodity",
                         "hs_code", "origin_country", "load_port", "load_country", "transit"};
  Sheet sheet{"shipments", "shipments.csv", columns, {}};
  for (std::size_t i = 0; i < count; ++i) {
    if (i == in_first && i > 0) {
      hand_over(std::move(sheet), {"buyer", "hs_code", "commodity", "load_port", "transit", "origin_country"});
      sheet = {"shipments", "later_shipments.csv", columns, {}};
    }
    const GoodsTemplate what = goods();
    std::string port = dice.of({"AUPHE", "CNDLC", "RUVVO", "CNTAO"});
    if (dice.chance(6)) port = "KPNAM";
    std::string from = port.substr(0, 2);
    if (dice.chance(mess)) port = dice.of({"", "Port Nowhere", "KPNAM", "n/a", "Nampo"});
    if (dice.chance(mess)) from = dice.of({"", "KP", "Korea", "xx", "AU"});
    add(sheet,
        {"S" + std::to_string(i + 1), cell(tidy_dates, messy_dates), reference(), reference(), what.text, what.hs,
         dice.chance(12) ? "KP" : cell({"AU", "CN", "RU", "Australia"}, {"", "Korea", "xx", "n/a", "North Korea"}),
         port, from,
         cell({"none", "none", "none", "none", "CNDLC", "CNDLC > RUVVO", "CNDLC > KPNAM"},
              {"", "Port Nowhere", "KPRJN > Port Nowhere", "n/a", "none"})});
  }
  hand_over(std::move(sheet),
            {"date", "buyer", "hs_code", "commodity", "origin_country", "load_port", "load_country", "transit"});
}

void Maker::make_relations() {
  Sheet sheet{"relations", "relations.csv", {"source", "relation", "target", "from", "to"}, {}};
  for (std::size_t i = 1 + dice.below(3); i > 0; --i)
    add(sheet, {reference(), cell({"buys_from", "supplies", "owns", "controls"}, {"", "befriends", "buys_from"}),
                reference(), cell({"2016-01-01", "2017-03-01", "", "2015"}, messy_dates),
                cell({"2018-01-01", "2017-03-31", "", "2017"}, messy_dates)});
  hand_over(std::move(sheet), {"from", "to"});
}

void Maker::make_sites() {
  Sheet sheet{"sites", "sites.csv", {"name", "operator", "country", "type", "commodity"}, {}};
  for (std::size_t i = 1 + dice.below(3); i > 0; --i)
    add(sheet, {cell({dice.of({"Works ", "WORKS "}) + std::to_string(i)}, {"", "Works 1"}), reference(),
                dice.chance(10) ? "KP" : cell({"AU", "CN", "RU"}, {"", "Korea", "xx", "KP"}),
                cell({"mine", "factory", "mine"}, {"", "depot"}), goods().text});
  hand_over(std::move(sheet), {"commodity", "type"});
}

void Maker::make_workers() {
  Sheet sheet{"workers", "workers.csv", {"site", "employer", "nationality", "count"}, {}};
  for (std::size_t i = 1 + dice.below(3); i > 0; --i) {
    std::string site = dice.of({"Works 1", "Works 2", "works 1", "Works 3"});
    if (dice.chance(mess)) site = dice.of({"", "Works 99"});
    std::string employer = dice.chance(30) ? "" : reference();
    if (site.empty() && employer.empty()) employer = parties[0].name;
    add(sheet, {site, employer,
                dice.chance(8) ? "KP" : cell({"CN", "RU", "Chinese", "AU"}, {"", "Korean", "xx", "North Korean"}),
                std::to_string(10 * i)});
  }
  hand_over(std::move(sheet), {"nationality"});
}

void Maker::make_declarations() {
  Sheet sheet{"declarations", "declarations.csv", {"party", "statement", "goods", "from", "to", "date", "grade"}, {}};
  const auto declare = [&](const std::string& party, const std::string& statement) {
    const GoodsTemplate what = goods();
    add(sheet,
        {party, statement, cell({"all", "all", "全部", what.text, what.hs.substr(0, 4)}, {"", "*", what.hs, "coal"}),
         cell({"2010-01-01", "2010-01-01", "2015", "2017-03-01"}, {"", "2017-03", "soon", "2017-03-16"}),
         cell({"2020-12-31", "2020-12-31", "2018-06-30", "2021"}, {"", "2017-12-31", "2018", "2017-03-14"}),
         cell({"2018-05-01", "2018", "2018-06-30"}, {"", "2018-07-01", "03/04/2016"}),
         dice.chance(20) ? "C" : cell({"A", "B"}, {"", "C", "D", "E"})});
  };
  const bool everyone = dice.chance(60);
  for (const PartyTemplate& party : parties) {
    if (everyone || dice.chance(50)) declare(party.name, dice.of({"inputs_complete", "no_dprk_content"}));
    if (everyone || dice.chance(50)) declare(party.name, "no_dprk_labour");
  }
  if (dice.chance(30)) declare(reference(), cell({"inputs_complete", "owners_complete"}, {"", "all is well"}));
  if (dice.chance(10)) declare("Unlisted Partner 7", "inputs_complete");
  hand_over(std::move(sheet), {"grade", "goods"});
}

}  // namespace

std::uint64_t Dice::next() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

int Sheet::column(const std::string& name) const {
  const auto at = std::find(columns.begin(), columns.end(), name);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

Network random_network(std::uint64_t seed) {
  Maker maker(seed);
  maker.mess = std::vector<unsigned>{0, 3, 8, 20, 45}[maker.dice.below(5)];
  maker.main_goods = maker.dice.below(goods_templates.size() / 2);
  maker.make_parties();
  maker.make_shipments();
  if (maker.dice.chance(45)) maker.make_relations();
  if (maker.dice.chance(60)) maker.make_sites();
  if (maker.dice.chance(70)) maker.make_workers();
  if (maker.dice.chance(85)) maker.make_declarations();
  return std::move(maker.network);
}

std::vector<std::pair<std::string, std::string>> csv_of(const Network& network) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const Sheet& sheet : network.sheets) {
    std::vector<std::string> headers;
    for (const std::string& column : sheet.columns) headers.push_back(header_of_field(sheet.table, column));
    std::string text = csv_line(headers, std::vector<bool>(headers.size()));
    for (const Row& row : sheet.rows) {
      std::vector<bool> quoted(row.cells.size());
      for (std::size_t i = 0; i < quoted.size(); ++i) quoted[i] = (row.tag + static_cast<int>(i)) % 7 == 0;
      text += "\n" + csv_line(row.cells, quoted);
    }
    files.emplace_back(sheet.file, text + "\n");
  }
  return files;
}

std::string show(const Network& network) {
  std::string all;
  for (const auto& [name, text] : csv_of(network)) all += "--- " + name + "\n" + text;
  return all;
}

}  // namespace assay::naive
