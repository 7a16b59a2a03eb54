// The law against a naive reading of measures.csv and exceptions.csv, as texts and cell by cell.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;

/// Strong Kleene by hand: 0 no, 1 unknown, 2 yes.
struct Naive {
  const DataTable& measures;
  const DataTable& exceptions;

  static std::string cell(const DataTable& table, const DataRow& row, std::string_view column) {
    return row.cells[*table.column(column)];
  }

  static int in_interval(const std::string& date, const std::string& from, const std::string& to) {
    std::string first = date;
    std::string last = date;
    if (date.empty()) return 1;
    if (date.size() == 4) first += "-01-01", last += "-12-31";
    if (date.size() == 7) first += "-01", last += "-31";  // as texts, no day of the month comes after the 31st
    const std::string end = to.empty() ? "9999-12-31" : to;
    if (first >= from && last <= end) return 2;
    // A month that ends before its 31st: the end of an interval of the table is a day that exists.
    return last < from || first > end ? 0 : 1;
  }

  static int code(const std::string& goods, const std::string& prefix) {
    if (prefix.empty()) return 0;
    if (prefix == "*") return 2;
    if (goods.empty()) return 1;
    if (goods.substr(0, prefix.size()) == prefix) return 2;
    return prefix.substr(0, goods.size()) == goods ? 1 : 0;
  }

  static std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> found(1);
    for (const char c : text)
      if (c == ';')
        found.emplace_back();
      else if (c != ' ' || !found.back().empty())
        found.back() += c;
    return found;
  }

  /// Whether an exemption code, written as the id of an exception, claims the exception: the id itself, or one of its
  /// words within it.
  static bool claims(const DataTable& table, const DataRow& row, const std::string& claim) {
    if (claim.empty()) return false;
    const auto plain = [](std::string text) {
      std::replace(text.begin(), text.end(), '-', ' ');
      std::transform(text.begin(), text.end(), text.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      return " " + text + " ";
    };
    std::vector<std::string> words = parts(cell(table, row, "claimed_by"));
    words.push_back(cell(table, row, "id"));
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return !word.empty() && plain(claim).find(plain(word)) != std::string::npos;
    });
  }

  [[nodiscard]] int defence(const DataRow& measure, const std::string& date, const std::string& claim) const {
    for (const std::string& id : parts(cell(measures, measure, "exception_ids")))
      for (const DataRow& row : exceptions.rows) {
        if (cell(exceptions, row, "id") != id || !claims(exceptions, row, claim)) continue;
        if (in_interval(date, cell(exceptions, row, "from"), cell(exceptions, row, "to")) == 0) continue;
        for (const std::string& what : parts(cell(exceptions, row, "covers")))
          if (what == "*" || what == cell(measures, measure, "commodity") ||
              what == cell(measures, measure, "measure_id"))
            return 1;
      }
    return 0;
  }

  [[nodiscard]] int bars(const std::string& jurisdiction, const std::string& goods, const std::string& date,
                         const std::string& claim) const {
    int best = 0;
    for (const DataRow& row : measures.rows) {
      if (cell(measures, row, "direction") != "from_kp" || cell(measures, row, "jurisdiction") != jurisdiction)
        continue;
      int truth = code(goods, cell(measures, row, "hs_prefix"));
      if (cell(measures, row, "coverage") != "full") truth = std::min(truth, 1);
      truth = std::min(truth,
                       in_interval(date, cell(measures, row, "effective_from"), cell(measures, row, "effective_to")));
      truth = std::min(truth, 2 - defence(row, date, claim));
      best = std::max(best, truth);
    }
    return best;
  }
};

struct Goods {
  std::string code, date, claim;
};

rc::Gen<std::string> any_code(const DataTable& measures) {
  std::vector<std::string> prefixes;
  for (const DataRow& row : measures.rows) prefixes.push_back(row.cells[*measures.column("hs_prefix")]);
  const auto pairs = rc::gen::container<std::vector<int>>(5, rc::gen::inRange(0, 100));
  return rc::gen::apply(
      [prefixes](const std::string& prefix, std::size_t digits, const std::vector<int>& tail, int kind) {
        std::string code = kind == 0 || prefix == "*" ? "" : prefix;
        for (const int pair : tail) {
          code += static_cast<char>('0' + pair / 10);
          code += static_cast<char>('0' + pair % 10);
        }
        code.resize(std::min(code.size(), digits));
        return kind == 1 ? std::string() : code;
      },
      rc::gen::elementOf(prefixes), rc::gen::element<std::size_t>(2, 4, 6, 8, 10), pairs, rc::gen::inRange(0, 8));
}

/// Mostly the days around a boundary, which chance would seldom meet.
rc::Gen<std::string> any_date() {
  const std::vector<std::string> days = {
      "2016-03-01", "2016-03-02", "2016-11-29", "2016-11-30", "2016-12-31", "2017-01-01", "2017-08-04",
      "2017-08-05", "2017-08-31", "2017-09-01", "2017-09-04", "2017-09-05", "2017-09-10", "2017-09-11",
      "2017-12-10", "2017-12-11", "2017-12-21", "2017-12-22", "2018-01-21", "2018-01-22", "2018-02-26",
      "2018-02-27", "2020-12-30", "2020-12-31", "2011-04-18", "2011-04-19", "2016-02-29"};
  return rc::gen::apply(
      [](const std::string& day, int precision) {
        return precision == 0   ? std::string()
               : precision == 1 ? day.substr(0, 4)
               : precision <= 3 ? day.substr(0, 7)
                                : day;
      },
      rc::gen::elementOf(days), rc::gen::inRange(0, 10));
}

std::string word_of(int truth) {
  return truth == 2 ? "flagged" : truth == 1 ? "insufficient" : "clear";
}

/// Asks the rule of one jurisdiction about some goods, and compares each verdict with the naive one.
void compare_with_naive(OneRule& rule, const std::string& jurisdiction) {
  const Naive naive{rule.reference().tables.at("measures"), rule.reference().tables.at("exceptions")};
  std::vector<std::string> claims = {"", ""};
  for (const DataRow& row : naive.exceptions.rows) claims.push_back(row.cells.front());
  const auto goods = *rc::gen::container<std::vector<Goods>>(
      20, rc::gen::build<Goods>(rc::gen::set(&Goods::code, any_code(naive.measures)),
                                rc::gen::set(&Goods::date, any_date()),
                                rc::gen::set(&Goods::claim, rc::gen::elementOf(claims))));
  std::string csv = "shipment_id,supplier,date,hs_code,exemption_code\n";
  for (std::size_t i = 0; i < goods.size(); ++i)
    csv += "S" + std::to_string(i) + ",T," + goods[i].date + "," + goods[i].code + "," + goods[i].claim + "\n";
  rule.ask("shipments", csv);
  for (std::size_t i = 0; i < goods.size(); ++i) {
    const std::string verdict(to_string(rule.why("S" + std::to_string(i)).verdict));
    const std::string expected = word_of(naive.bars(jurisdiction, goods[i].code, goods[i].date, goods[i].claim));
    if (verdict != expected)
      RC_FAIL(jurisdiction + " " + goods[i].code + " " + goods[i].date + " " + goods[i].claim + ": " + verdict +
              ", expected " + expected);
  }
  const VerdictCounts& counts = rule.evaluation().by_rule.front();
  RC_ASSERT(counts.flagged + counts.insufficient + counts.clear == goods.size());
}

RC_GTEST_PROP(MeasureProperty, SaysOfTheUnWhatANaiveReadingOfTheTableSays, ()) {
  static OneRule rule("measure: {direction: from_kp, jurisdictions: [UN]}");
  compare_with_naive(rule, "UN");
}

RC_GTEST_PROP(MeasureProperty, SaysOfTheEuWhatANaiveReadingOfTheTableSays, ()) {
  static OneRule rule("measure: {direction: from_kp, jurisdictions: [EU]}");
  compare_with_naive(rule, "EU");
}

RC_GTEST_PROP(MeasureProperty, SaysOfBritainWhatANaiveReadingOfTheTableSays, ()) {
  static OneRule rule("measure: {direction: from_kp, jurisdictions: [GB]}");
  compare_with_naive(rule, "GB");
}

TEST(MeasureProperty, IsNeverBetterForLessData) {
  // A shorter code, a coarser date or none can open a verdict, never clear one that was flagged.
  OneRule rule("measure: {direction: from_kp, jurisdictions: [UN]}");
  std::string csv = "shipment_id,supplier,date,hs_code\n";
  std::vector<std::string> ids;
  const std::vector<std::string> codes = {"27011200", "720110", "611020", "841350", "260700", "261400", "950300"};
  const std::vector<std::string> dates = {"2017-08-20", "2017-12-30", "2016-03-15", "2018-05-05"};
  for (const std::string& code : codes)
    for (const std::string& date : dates)
      for (const std::size_t digits : {8U, 4U, 2U, 0U})
        for (const std::size_t letters : {10U, 7U, 4U, 0U}) {
          ids.push_back("S" + std::to_string(ids.size()));
          csv += ids.back() + ",T," + date.substr(0, letters) + "," + code.substr(0, digits) + "\n";
        }
  rule.ask("shipments", csv);
  for (std::size_t whole = 0; whole < ids.size(); whole += 16) {
    const Verdict full = rule.why(ids[whole]).verdict;
    for (std::size_t i = whole; i < whole + 16; ++i) {
      const Verdict less = rule.why(ids[i]).verdict;
      EXPECT_TRUE(less == full || less == Verdict::insufficient) << ids[i];
    }
  }
}

}  // namespace
}  // namespace assay
