#include "naive_evaluator.h"

#include <algorithm>
#include <chrono>
#include <sstream>

#include "naive_csv.h"

namespace assay::naive {

namespace {

constexpr int slack = 7;
constexpr int look_back = 730;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool is_blank(const std::string& text) {
  return text.empty() || text == "n/a" || text == "various";
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// The code of a country; "?" for none that is known, "K?" for the Korea that may be either.
std::string country(const std::string& text) {
  static const std::map<std::string, std::string> codes = {
      {"KP", "KP"}, {"North Korea", "KP"}, {"CN", "CN"},    {"中国", "CN"},   {"Chinese", "CN"},
      {"RU", "RU"}, {"AU", "AU"},          {"JP", "JP"},    {"SE", "SE"},     {"FI", "FI"},
      {"NZ", "NZ"}, {"VN", "VN"},          {"Korea", "K?"}, {"Korean", "K?"}, {"North Korean", "KP"},
      {"DE", "DE"}, {"Australia", "AU"}};
  const auto code = codes.find(text);
  return code == codes.end() ? "?" : code->second;
}

bool may_be_dprk(const std::string& code) {
  return code == "KP" || code == "?" || code == "K?";
}

/// The country of a place: a LOCODE's first letters, or the one name that the networks use. "!" where the country
/// that the row states beside it contradicts the name, or may.
std::string place(const std::string& text, const std::string& stated) {
  static const std::set<std::string> countries = {"KP", "CN", "RU", "AU", "JP", "SE"};
  std::string code = "?";
  if (text == "Nampo") code = stated == "?" || stated == "K?" || stated == "KP" ? "KP" : "!";
  if (text.size() == 5 && text == trimmed(text) && countries.count(text.substr(0, 2)) == 1) code = text.substr(0, 2);
  return stated == "K?" && code != "KP" && code != "?" ? "!" : code;
}

std::string hs_digits(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  return all_digits(text) && text.size() >= 2 && text.size() % 2 == 0 && text.size() <= 10 ? text : "";
}

bool starts_with(const std::string& text, const std::string& prefix) {
  return text.rfind(prefix, 0) == 0;
}

Truth same(const Vertex& a, const Vertex& b) {
  if (a.kind == Vertex::Kind::nobody || b.kind == Vertex::Kind::nobody) return Truth::no;
  if (a.kind == Vertex::Kind::unlisted || b.kind == Vertex::Kind::unlisted)
    return a.kind == b.kind && a.text == b.text ? Truth::yes : Truth::no;
  if (a.kind == Vertex::Kind::party && b.kind == Vertex::Kind::party)
    return a.parties == b.parties ? Truth::yes : Truth::no;
  for (const std::size_t party : a.parties)
    if (b.parties.count(party) == 1) return Truth::unknown;
  return Truth::no;
}

Truth in_time(const Interval& from, const Interval& to) {
  if (from.last <= to.first + slack && from.first >= to.last - look_back) return Truth::yes;
  return from.first <= to.last + slack && from.last >= to.first - look_back ? Truth::unknown : Truth::no;
}

void note(std::set<std::string>* causes, const std::string& cause) {
  if (causes != nullptr) causes->insert(cause);
}

Judgement verdict_of(Truth truth, std::set<std::string> causes) {
  if (truth == Truth::yes) return {Verdict::flagged, {}};
  if (truth == Truth::no) return {Verdict::clear, {}};
  return {Verdict::insufficient, std::move(causes)};
}

}  // namespace

std::string folded(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool gap = std::string(" -.,\"'()[]").find(c) != std::string::npos;
    if (gap && (result.empty() || result.back() == ' ')) continue;
    result += gap ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return trimmed(result);
}

bool is_dprk(const std::string& text) {
  return country(trimmed(text)) == "KP";
}

Facts read_facts(const std::string& transformations, const std::string& exposure) {
  Facts facts;
  int tag = 0;
  const Sheet pairs = sheet_of("transformations.csv", transformations, tag);
  for (const Row& row : pairs.rows)
    facts.transformations.emplace(row.cells[static_cast<std::size_t>(pairs.column("from"))],
                                  row.cells[static_cast<std::size_t>(pairs.column("to"))]);
  const Sheet goods = sheet_of("exposure.csv", exposure, tag);
  for (const Row& row : goods.rows)
    facts.exposed.insert(row.cells[static_cast<std::size_t>(goods.column("hs_prefix"))]);
  return facts;
}

World::World(const Network& network, const Facts& facts, const std::string& as_of)
    : network_(network), facts_(facts) {
  as_of_ = 1000000;
  as_of_ = date(as_of).first;
  find_parties();
  find_deals();
}

namespace {

/// Whether a sheet has what makes it the table that it is. Else all its rows are put aside.
bool is_read(const Sheet& sheet) {
  using Any = std::vector<std::string>;
  static const std::multimap<std::string, std::vector<Any>> needs = {
      {"suppliers", {{"name"}, {"country"}}},
      {"shipments", {{"supplier"}, {"origin_country", "load_port", "load_country", "date", "buyer", "id"}}},
      {"shipments", {{"id"}, {"date", "buyer"}, {"origin_country", "load_port", "load_country"}}},
      {"relations", {{"source"}, {"target"}, {"relation"}}},
      {"sites", {{"name"}, {"operator", "type", "country"}}},
      {"workers", {{"site", "employer"}, {"nationality", "count"}}},
      {"declarations", {{"party"}, {"statement"}}}};
  const auto has = [&](const std::string& column) { return sheet.column(column) >= 0; };
  const auto has_any = [&](const Any& columns) { return std::any_of(columns.begin(), columns.end(), has); };
  const auto [low, high] = needs.equal_range(sheet.table);
  return std::any_of(low, high,
                     [&](const auto& one) { return std::all_of(one.second.begin(), one.second.end(), has_any); });
}

}  // namespace

std::vector<const Sheet*> World::sheets(const std::string& table) const {
  std::vector<const Sheet*> result;
  for (const Sheet& sheet : network_.sheets)
    if (sheet.table == table && is_read(sheet)) result.push_back(&sheet);
  return result;
}

namespace {

Cell cell_of(const Sheet& sheet, std::size_t row, const std::string& field) {
  const int column = sheet.column(field);
  return {&sheet, row, field, column < 0 ? "" : trimmed(sheet.rows[row].cells[static_cast<std::size_t>(column)])};
}

/// The country of a row of suppliers: a "Korea" is the one in which its city lies.
std::string country_of_row(const Cell& any) {
  const std::string code = country(cell_of(*any.sheet, any.row, "country").text);
  return code == "K?" && cell_of(*any.sheet, any.row, "city").text == "Nampo" ? "KP" : code;
}

}  // namespace

Cell World::cell(const Deal& deal, const std::string& field) const {
  return cell_of(*deal.sheet, deal.row, field);
}

std::vector<std::vector<Cell>> World::rows(const std::string& table, const std::vector<std::string>& fields) const {
  std::vector<std::vector<Cell>> result;
  for (const Sheet* sheet : sheets(table))
    for (std::size_t row = 0; row < sheet->rows.size(); ++row) {
      result.emplace_back();
      for (const std::string& field : fields) result.back().push_back(cell_of(*sheet, row, field));
    }
  return result;
}

/// A column that no file has was not asked; else the cell is the cause, whether its own file has the column or not.
std::string World::cause(const Cell& cell) const {
  static const std::map<std::string, std::string> prefixes = {
      {"suppliers", "supplier"}, {"shipments", "shipment"},   {"relations", "relation"},
      {"sites", "site"},         {"workers", "worker_group"}, {"declarations", "declaration"}};
  for (const Sheet* sheet : sheets(cell.sheet->table))
    if (sheet->column(cell.field) >= 0)
      return "cell " + cell.sheet->file + ":" + std::to_string(cell.row + 1) + ":" + cell.field;
  return "not asked " + prefixes.at(cell.sheet->table) + "." + cell.field;
}

Interval World::date(const std::string& text) const {
  std::string digits = text;
  std::replace(digits.begin(), digits.end(), '/', '-');
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  char a = 0;
  char b = 0;
  std::istringstream in(digits);
  in >> year >> a >> month >> b >> day;
  const std::size_t year_ends = digits.find('-');
  if (digits.substr(0, year_ends).size() != 4 || !all_digits(digits.substr(0, 4))) return {};
  using namespace std::chrono;
  const auto days = [](const year_month_day& d) { return static_cast<int>(sys_days(d).time_since_epoch().count()); };
  const auto y = std::chrono::year(year);
  Interval result{true, days(y / January / 1), days(y / December / 31)};
  if (month != 0)
    result = {true, days(y / std::chrono::month(month) / 1), days(sys_days(y / std::chrono::month(month) / last))};
  if (day != 0) result.first = result.last = days(y / std::chrono::month(month) / std::chrono::day(day));
  return result;
}

void World::find_parties() {
  const auto table = rows("suppliers", {"name", "country", "registration_no"});
  std::vector<std::size_t> party(table.size());
  for (std::size_t i = 0; i < party.size(); ++i) party[i] = i;
  const auto join = [&party](std::size_t a, std::size_t b) {
    const std::size_t old = party[b];
    std::replace(party.begin(), party.end(), old, party[a]);
  };
  const auto code = [&](std::size_t i) { return country_of_row(table[i][0]); };
  const auto number = [&](std::size_t i) { return is_blank(table[i][2].text) ? "" : table[i][2].text; };
  const auto known = [&](std::size_t i) { return code(i) != "?" && code(i) != "K?"; };
  const auto cells = [&](std::size_t i) { return table[i][0].sheet->rows[table[i][0].row].cells; };
  for (std::size_t i = 0; i < party.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      if (table[i][0].sheet == table[j][0].sheet && cells(i) == cells(j)) join(j, i);  // the same row once more
      if (known(i) && code(i) == code(j) && !number(i).empty() && number(i) == number(j)) join(j, i);
      if (!known(i) || code(i) != code(j) || folded(table[i][0].text) != folded(table[j][0].text)) continue;
      std::set<std::string> numbers;  // of all rows of this name and country
      for (std::size_t k = 0; k < party.size(); ++k)
        if (code(k) == code(i) && folded(table[k][0].text) == folded(table[i][0].text) && !number(k).empty())
          numbers.insert(number(k));
      if (numbers.size() < 2 || (number(i).empty() && number(j).empty())) join(j, i);
    }
  for (std::size_t i = 0; i < party.size(); ++i) {
    supplier_rows_.push_back(table[i][0]);
    Party all;
    for (std::size_t j = 0; j < party.size(); ++j)
      if (party[j] == i) {
        all.rows.push_back(j);
        all.names.insert(folded(table[j][0].text));
      }
    if (!all.rows.empty()) parties_.push_back(all);
  }
}

Vertex World::whom(const std::string& text) const {
  const std::string reference = trimmed(text);
  if (is_blank(reference)) return {};
  Vertex vertex{Vertex::Kind::unlisted, {}, folded(reference)};
  for (std::size_t party = 0; party < parties_.size(); ++party)
    for (const std::size_t row : parties_[party].rows) {
      const Cell& name = supplier_rows_[row];
      const bool is_id = cell_of(*name.sheet, name.row, "id").text == reference;
      if (is_id || folded(name.text) == folded(reference)) vertex.parties.insert(party);
    }
  if (!vertex.parties.empty()) vertex.kind = vertex.parties.size() == 1 ? Vertex::Kind::party : Vertex::Kind::one_of;
  return vertex;
}

void World::find_deals() {
  const auto past = [this](Interval when) { return when.known && when.first <= as_of_ ? when : Interval{}; };
  for (const auto& row : rows("shipments", {"supplier", "buyer", "date"}))
    deals.push_back({row[0].sheet, row[0].row, false, row[0], row[1], whom(row[0].text), whom(row[1].text),
                     past(date(row[2].text))});
  for (const auto& row : rows("relations", {"source", "target", "relation", "from", "to"})) {
    const Interval from = past(date(row[3].text));
    const Interval to = past(date(row[4].text));
    const bool known = from.known && to.known && from.first <= to.last;
    const Interval when = known ? Interval{true, from.first, to.last} : Interval{};
    const std::string& word = row[2].text;
    const bool unknown = word != "buys_from" && word != "supplies" && word != "owns" && word != "controls";
    if (unknown || word == "buys_from")
      deals.push_back({row[0].sheet, row[0].row, true, row[1], row[0], whom(row[1].text), whom(row[0].text), when});
    if (unknown || word == "supplies")
      deals.push_back({row[0].sheet, row[0].row, true, row[0], row[1], whom(row[0].text), whom(row[1].text), when});
  }
}

std::string World::country_of(std::size_t party) const {
  std::string worst;
  for (const std::size_t row : parties_[party].rows) {
    const std::string code = country_of_row(supplier_rows_[row]);
    const auto badness = [](const std::string& c) { return c == "KP" ? 3 : c == "K?" ? 2 : c == "?" ? 1 : 0; };
    if (worst.empty() || badness(code) > badness(worst)) worst = code;
  }
  return worst;
}

Truth World::link(const Deal& from, const Deal& to, std::set<std::string>* causes) const {
  if (&from == &to) return Truth::no;
  const bool to_anyone = from.buyer.kind == Vertex::Kind::nobody;
  const Truth party = to_anyone ? Truth::unknown : same(from.buyer, to.seller);
  const Truth time = in_time(from.date, to.date);
  const std::string a = from.is_virtual ? "" : hs_digits(cell(from, "hs_code").text).substr(0, 4);
  const std::string b = to.is_virtual ? "" : hs_digits(cell(to, "hs_code").text).substr(0, 4);
  Truth goods = Truth::unknown;
  if (a.size() == 4 && b.size() == 4) {
    bool pair = a == b;
    for (const auto& [before, after] : facts_.transformations)
      pair = pair || (starts_with(a, before) && starts_with(b, after));
    goods = pair ? Truth::yes : Truth::no;
  }
  Truth all = both(both(party, time), goods);
  if (from.is_virtual || to.is_virtual) all = both(all, Truth::unknown);
  if (all != Truth::unknown) return all;
  for (const Deal* deal : {&from, &to}) {
    if (!deal->is_virtual) continue;
    for (const char* field : {"relation", "source", "target", "from", "to"}) note(causes, cause(cell(*deal, field)));
  }
  if (party == Truth::unknown) {
    if (from.buyer.kind != Vertex::Kind::party) note(causes, cause(from.buyer_cell));
    if (!to_anyone && to.seller.kind != Vertex::Kind::party) note(causes, cause(to.seller_cell));
  }
  for (const Deal* deal : {&from, &to}) {
    if (deal->is_virtual) continue;
    if (time == Truth::unknown && deal->date.first != deal->date.last) note(causes, cause(cell(*deal, "date")));
    if (goods == Truth::unknown && (deal == &from ? a : b).size() != 4) note(causes, cause(cell(*deal, "hs_code")));
  }
  return all;
}

Truth World::local(const Deal& deal, std::set<std::string>* causes) const {
  Truth truth = Truth::no;
  const auto add = [&truth, causes](Truth more, const std::string& why) {
    truth = either(truth, more);
    if (more == Truth::unknown) note(causes, why);
  };
  if (!deal.is_virtual) {
    const Cell origin = cell(deal, "origin_country");
    if (may_be_dprk(country(origin.text)))
      add(country(origin.text) == "KP" ? Truth::yes : Truth::unknown, cause(origin));
  }
  if (deal.seller.kind == Vertex::Kind::nobody) add(Truth::unknown, cause(deal.seller_cell));
  if (deal.seller.kind == Vertex::Kind::unlisted) add(Truth::unknown, "frontier " + deal.seller.text);
  const bool one_of_several = deal.seller.kind == Vertex::Kind::one_of;
  for (const std::size_t party : deal.seller.parties) {
    const std::string code = country_of(party);
    if (one_of_several && may_be_dprk(code)) add(Truth::unknown, cause(deal.seller_cell));
    if (!one_of_several && code == "KP") truth = Truth::yes;
    if (!one_of_several && may_be_dprk(code) && code != "KP")
      for (const std::size_t row : parties_[party].rows)
        add(Truth::unknown, cause(cell_of(*supplier_rows_[row].sheet, supplier_rows_[row].row, "country")));
  }
  for (const auto& site : rows("sites", {"operator", "country", "commodity"})) {
    const Truth operated = same(whom(site[0].text), deal.seller);
    const std::string code = country(site[1].text);
    if (operated == Truth::no || !may_be_dprk(code)) continue;
    const std::string goods = deal.is_virtual ? "" : folded(cell(deal, "commodity").text);
    const bool makes_them = !is_blank(goods) && goods == folded(site[2].text);
    if (operated == Truth::yes && code == "KP" && makes_them && !deal.is_virtual) {
      truth = Truth::yes;
      continue;
    }
    if (operated == Truth::unknown) add(Truth::unknown, cause(one_of_several ? deal.seller_cell : site[0]));
    if (code != "KP") add(Truth::unknown, cause(site[1]));
    if (!makes_them) add(Truth::unknown, cause(site[2]));
    if (is_blank(goods) && !deal.is_virtual) add(Truth::unknown, cause(cell(deal, "commodity")));
  }
  return truth;
}

bool World::needs_better_grade(const Vertex& vertex) const {
  if (vertex.kind != Vertex::Kind::party) return true;  // nobody says where it is
  const std::size_t party = *vertex.parties.begin();
  for (const std::size_t number : parties_[party].rows) {
    const Sheet& sheet = *supplier_rows_[number].sheet;
    const std::size_t row = supplier_rows_[number].row;
    const std::string code = country(cell_of(sheet, row, "country").text);
    if (may_be_dprk(code)) return true;
    bool asked = false;
    bool open = false;
    for (const char* field : {"name", "address", "city", "region"}) {
      const std::string text = cell_of(sheet, row, field).text;
      const bool zone = text.find("Dandong") != std::string::npos || text.find("丹东") != std::string::npos;
      if (zone && code == "CN") return true;
      if (std::string(field) == "name" || sheet.column(field) < 0) continue;
      asked = true;
      open = open || is_blank(text);
    }
    if ((open || !asked) && (code == "CN" || code == "RU")) return true;
  }
  for (const Facility& site : facilities())
    if (same(site.operated_by, vertex) != Truth::no && may_be_dprk(site.country)) return true;
  for (const auto& group : rows("workers", {"employer", "site", "nationality"})) {
    Vertex employer = whom(group[0].text);
    std::vector<Facility> sites;  // a row that names no employer means the operator, if one site has that name
    for (const Facility& site : facilities())
      if (site.is_listed && folded(site.name) == folded(group[1].text)) sites.push_back(site);
    if (employer.kind == Vertex::Kind::nobody && sites.size() == 1) employer = sites[0].operated_by;
    const bool asked = group[2].sheet->column("nationality") >= 0;
    if (asked && same(employer, vertex) != Truth::no && may_be_dprk(country(group[2].text))) return true;
  }
  for (const Deal& deal : deals) {
    if (deal.is_virtual || same(deal.seller, vertex) == Truth::no) continue;
    const Cell origin = cell(deal, "origin_country");
    if (deal.sheet->column("origin_country") >= 0 && may_be_dprk(country(origin.text))) return true;
    const Judgement loaded = loading(deal);
    for (const std::string& why : loaded.causes)
      if (deal.sheet->column(why.substr(why.find_last_of(".:") + 1)) >= 0) return true;
    if (loaded.verdict == Verdict::flagged) return true;
  }
  return false;
}

bool World::declared(const Vertex& vertex, const std::set<std::string>& statements, const Deal* deal) const {
  if (vertex.kind != Vertex::Kind::party) return false;  // a name that no table of suppliers has vouches for nobody
  for (const auto& row : rows("declarations", {"party", "statement", "goods", "from", "to", "date", "grade"})) {
    const Interval from = date(row[3].text);
    const Interval to = date(row[4].text);
    const Interval made = date(row[5].text);
    if (same(whom(row[0].text), vertex) != Truth::yes || statements.count(row[1].text) == 0) continue;
    if (!from.known || !to.known || !made.known || made.first > as_of_ || from.first > to.last) continue;
    const std::string grade = row[6].text == "A" || row[6].text == "B" || row[6].text == "D" ? row[6].text : "C";
    if (grade > "B" && needs_better_grade(vertex)) continue;
    if (deal == nullptr) {
      if (from.last <= as_of_ && as_of_ <= to.first) return true;
      continue;
    }
    if (!deal->date.known || from.last > deal->date.first || deal->date.last > to.first) continue;
    const std::string goods = folded(row[2].text);
    const std::string text = deal->is_virtual ? "" : folded(cell(*deal, "commodity").text);
    const std::string digits = deal->is_virtual ? "" : hs_digits(cell(*deal, "hs_code").text);
    const bool everything = goods == "all" || goods == "*" || goods == "全部";
    const bool by_text = !is_blank(goods) && goods == text;
    const bool by_code = all_digits(goods) && goods.size() >= 2 && goods.size() <= 10 && starts_with(digits, goods);
    if (everything || by_text || by_code) return true;
  }
  return false;
}

bool World::closed(const Deal& deal) const {
  if (declared(deal.seller, {"inputs_complete", "no_dprk_content"}, &deal)) return true;
  if (deal.is_virtual || deal.seller.kind == Vertex::Kind::one_of) return false;
  const std::string goods = folded(cell(deal, "commodity").text);
  for (const auto& site : rows("sites", {"operator", "type", "commodity", "country"}))
    if (same(whom(site[0].text), deal.seller) == Truth::yes && site[1].text == "mine" && !is_blank(goods) &&
        folded(site[2].text) == goods && !may_be_dprk(country(site[3].text)))
      return true;
  return false;
}

std::set<std::string> World::frontier(const Vertex& vertex) const {
  if (vertex.kind != Vertex::Kind::party) return {"frontier " + vertex.text};
  std::set<std::string> names;
  for (const std::string& name : parties_[*vertex.parties.begin()].names) names.insert("frontier " + name);
  return names;
}

/// All walks over sure links that pass no deal twice, except that they may end where they began.
bool World::in_sure_reach(const Deal& deal, const Deal& subject, std::set<const Deal*> walked) const {
  walked.insert(&deal);
  for (const Deal& before : deals) {
    if (link(before, deal) != Truth::yes) continue;
    if (local(before) == Truth::yes) return true;
    if (walked.count(&before) == 0 && &before != &subject && in_sure_reach(before, subject, walked)) return true;
  }
  return false;
}

/// The same over links that are possible; what makes each walk's end or its links uncertain is a cause.
bool World::in_possible_reach(const Deal& deal, const Deal& subject, std::map<const Deal*, bool>& walked,
                              std::set<std::string>& causes) const {
  walked[&deal] = false;
  bool any = false;
  for (const Deal& before : deals) {
    std::set<std::string> here;
    if (link(before, deal, &here) == Truth::no) continue;
    const Truth tainted = local(before, &here);
    const bool open = before.seller.kind != Vertex::Kind::nobody && !closed(before);
    if (open) here.merge(frontier(before.seller));
    if (before.seller.kind == Vertex::Kind::one_of) here.insert(cause(before.seller_cell));
    const auto known = walked.find(&before);
    if (tainted != Truth::no || open ||
        (known != walked.end() ? known->second : in_possible_reach(before, subject, walked, causes))) {
      any = true;
      causes.merge(here);
    }
  }
  return walked[&deal] = any;
}

Judgement World::indirect_origin(const Deal& deal) const {
  if (in_sure_reach(deal, deal, {})) return {Verdict::flagged, {}};
  if (deal.seller.kind == Vertex::Kind::nobody) return {Verdict::insufficient, {cause(deal.seller_cell)}};
  if (!closed(deal)) {
    std::set<std::string> causes = frontier(deal.seller);
    if (deal.seller.kind == Vertex::Kind::one_of) causes.insert(cause(deal.seller_cell));
    return {Verdict::insufficient, causes};
  }
  std::set<std::string> causes;
  std::map<const Deal*, bool> walked;
  const bool reached = in_possible_reach(deal, deal, walked, causes);
  return verdict_of(reached ? Truth::unknown : Truth::no, causes);
}

Judgement World::loading(const Deal& deal) const {
  const Cell port = cell(deal, "load_port");
  const Cell from = cell(deal, "load_country");
  const Cell transit = cell(deal, "transit");
  const std::string by_country = country(from.text);
  const std::string by_port = place(port.text, by_country);
  std::set<std::string> causes;
  Truth truth = Truth::no;
  if (by_port == "KP" || by_country == "KP") {
    truth = Truth::yes;
  } else if (by_port == "!" || (may_be_dprk(by_port) && may_be_dprk(by_country))) {
    truth = Truth::unknown;
    causes = {cause(port), cause(from)};
  }
  std::istringstream places(transit.text);
  std::string word;
  Truth passed = is_blank(transit.text) ? Truth::unknown : Truth::no;
  for (std::string one; std::getline(places, one, '>');)
    if (const std::string code = place(trimmed(one), "?"); trimmed(one) != "none" && may_be_dprk(code))
      passed = either(passed, code == "KP" ? Truth::yes : Truth::unknown);
  if (passed == Truth::unknown) causes.insert(cause(transit));
  return verdict_of(either(truth, passed), causes);
}

std::string World::key(const Vertex& vertex) const {
  if (vertex.kind == Vertex::Kind::nobody) return "nobody";
  if (vertex.kind == Vertex::Kind::unlisted) return "unlisted " + vertex.text;
  if (vertex.kind == Vertex::Kind::one_of) return "one of " + vertex.text;
  int least = -1;
  for (const std::size_t row : parties_[*vertex.parties.begin()].rows) {
    const int tag = supplier_rows_[row].sheet->rows[supplier_rows_[row].row].tag;
    least = least < 0 ? tag : std::min(least, tag);
  }
  return "party #" + std::to_string(least);
}

Vertex World::party_at(const std::string& file, std::size_t row) const {
  for (std::size_t party = 0; party < parties_.size(); ++party)
    for (const std::size_t number : parties_[party].rows)
      if (supplier_rows_[number].sheet->file == file && supplier_rows_[number].row == row)
        return {Vertex::Kind::party, {party}, {}};
  return {};
}

std::string World::site_of(int tag) const {
  for (const Facility& facility : facilities())
    if (facility.tags.count(tag) == 1) return facility.subject;
  return "?";
}

/// Rows of sites that say the same are one. A row of workers means the one site of that name whose operator is the
/// employer, or where one of the two is not said; else a site that no table describes.
std::vector<Facility> World::facilities() const {
  std::vector<Facility> all;
  for (const auto& site : rows("sites", {"name", "operator", "country", "commodity"})) {
    Facility facility;
    facility.name = site[0].text;
    facility.operated_by = whom(site[1].text);
    if (site[2].sheet->column("country") >= 0) facility.country = country(site[2].text);
    facility.is_listed = true;
    for (const Cell& cell : site)  // one without a name is called after what else the row says
      if (is_blank(facility.called) && !is_blank(cell.text)) facility.called = cell.text;
    if (facility.called.empty()) continue;
    std::size_t one = 0;
    while (one < all.size() &&
           (folded(all[one].called) != folded(facility.called) ||
            key(all[one].operated_by) != key(facility.operated_by) || all[one].country != facility.country))
      ++one;
    if (one == all.size()) all.push_back(facility);
    all[one].tags.insert(site[0].sheet->rows[site[0].row].tag);
    all[one].subject = "site #" + std::to_string(*all[one].tags.begin());
  }
  const std::size_t listed = all.size();
  std::map<std::size_t, std::map<std::string, Vertex>> employers;  // that rows of workers name, by facility
  for (const auto& group : rows("workers", {"site", "employer"})) {
    if (is_blank(group[0].text)) continue;
    const Vertex employer = whom(group[1].text);
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < listed; ++i) {
      const bool unsaid = employer.kind == Vertex::Kind::nobody || all[i].operated_by.kind == Vertex::Kind::nobody;
      if (folded(all[i].name) == folded(group[0].text) && (unsaid || key(employer) == key(all[i].operated_by)))
        fitting.push_back(i);
    }
    if (fitting.size() == 1) {
      if (employer.kind != Vertex::Kind::nobody) employers[fitting[0]].emplace(key(employer), employer);
      continue;
    }
    const std::string subject = "site " + folded(group[0].text) + " of " + key(employer);
    if (std::none_of(all.begin(), all.end(), [&](const Facility& other) { return other.subject == subject; }))
      all.push_back({subject, group[0].text, group[0].text, employer});
  }
  for (const auto& [facility, named] : employers)  // where nobody says who operates it, the only employer does
    if (all[facility].operated_by.kind == Vertex::Kind::nobody && named.size() == 1)
      all[facility].operated_by = named.begin()->second;
  std::vector<Vertex> companies;
  for (std::size_t party = 0; party < parties_.size(); ++party)
    companies.push_back({Vertex::Kind::party, {party}, {}});
  for (const Deal& deal : deals)
    if (!deal.is_virtual && deal.seller.kind == Vertex::Kind::unlisted) companies.push_back(deal.seller);
  for (const auto& group : rows("workers", {"employer", "site"})) {
    const Vertex employer = whom(group[0].text);
    if (employer.kind == Vertex::Kind::unlisted) companies.push_back(employer);
    if (employer.kind == Vertex::Kind::nobody && is_blank(group[1].text)) companies.push_back({});
  }
  for (const Vertex& company : companies) {
    const bool has_one = std::any_of(all.begin(), all.end(), [&](const Facility& other) {
      return key(company) == (company.kind == Vertex::Kind::nobody ? other.subject : key(other.operated_by));
    });
    if (!has_one) all.push_back({key(company), "", "a site that no row names", company});
  }
  return all;
}

void World::judge_workers(Judgements& judgements) const {
  for (const auto& group : rows("workers", {"nationality"})) {
    const std::string code = country(group[0].text);
    const Truth truth = code == "KP" ? Truth::yes : may_be_dprk(code) ? Truth::unknown : Truth::no;
    judgements["E01 group #" + std::to_string(group[0].sheet->rows[group[0].row].tag)] =
        verdict_of(truth, {cause(group[0])});
  }
  bool asked = false;
  for (const Sheet* sheet : sheets("workers")) asked = asked || sheet->column("nationality") >= 0;
  for (const Facility& facility : facilities()) {
    const Vertex& who = facility.operated_by;
    std::set<std::string> open = frontier(who);
    if (who.kind == Vertex::Kind::nobody) open = {"frontier " + folded(facility.called)};
    const bool vouched = declared(who, {"no_dprk_labour"}, nullptr);
    if (!asked) open = {sheets("workers").empty() ? "no table of workers" : "not asked worker_group.nationality"};
    judgements["E01 rest of " + facility.subject] = verdict_of(asked && vouched ? Truth::no : Truth::unknown, open);
  }
}

Judgements World::judge() const {
  Judgements judgements;
  for (const Deal& deal : deals) {
    if (deal.is_virtual) continue;
    const std::string subject = " shipment #" + std::to_string(deal.sheet->rows[deal.row].tag);
    std::set<std::string> causes;
    const Truth origin = local(deal, &causes);
    judgements["A01" + subject] = verdict_of(origin, causes);

    const std::string digits = hs_digits(cell(deal, "hs_code").text);
    const bool exposed =
        digits.empty() || std::any_of(facts_.exposed.begin(), facts_.exposed.end(), [&](const auto& code) {
          return starts_with(digits, code) || starts_with(code, digits);
        });
    const Cell stated = cell(deal, "origin_country");
    const std::string code = country(stated.text);
    if (code != "KP") {  // else the rule on declared origin has said it
      judgements["A02" + subject] = indirect_origin(deal);
      judgements["B01" + subject] = loading(deal);
    }
    if (exposed)
      judgements["A11" + subject] =
          verdict_of(code == "?" || code == "K?" ? Truth::unknown : Truth::no, {cause(stated)});
  }
  judge_workers(judgements);
  return judgements;
}

}  // namespace assay::naive
