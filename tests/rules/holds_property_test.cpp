// What one rule says of a party because of what another says of its sales: random sales, some without a seller. A yes
// stays a yes and a no stays a no, whoever sold them.

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/ask.h"

namespace assay::test {
namespace {

struct Sale {
  std::string seller, origin;
};

const std::vector<std::string> sellers = {"Tango Metals", "Uniform Ores", "Victor Works"};

std::string csv_of(const std::vector<Sale>& sales) {
  std::string csv = "shipment_id,supplier,buyer,origin_country\n";
  for (std::size_t i = 0; i < sales.size(); ++i)
    csv += fmt::format("S{},{},Iron Works,{}\n", i, sales[i].seller, sales[i].origin);
  return csv;
}

/// Whether some sale of the same seller is of DPRK origin.
bool naive(const std::vector<Sale>& sales, std::size_t lot) {
  for (const Sale& sale : sales)
    if (sale.seller == sales[lot].seller && sale.origin == "KP") return true;
  return false;
}

/// Every way in which blank cells may turn out.
void each_world(std::vector<Sale> sales, const std::function<void(const std::vector<Sale>&)>& visit) {
  for (Sale& sale : sales) {
    std::string& blank = sale.seller.empty() ? sale.seller : sale.origin;
    if (!blank.empty()) continue;
    for (const std::string& known : &blank == &sale.seller ? sellers : std::vector<std::string>{"KP", "AU"}) {
      blank = known;
      each_world(sales, visit);
    }
    return;
  }
  visit(sales);
}

}  // namespace

RC_GTEST_PROP(HoldsProperty, StandsByItsAnswersWhoeverTheSellersAre, ()) {
  std::vector<Sale> sales(*rc::gen::inRange<std::size_t>(1, 6));
  for (Sale& sale : sales)
    sale = {*rc::gen::inRange(0, 5) == 0 ? "" : *rc::gen::elementOf(sellers),
            *rc::gen::element<std::string>("KP", "AU", "AU", "CN", "")};
  // The other rule is the one below; a rule that asks for itself would be refused.
  OneRule rule("holds: {rule: the-other, on: seller}", {}, "shipment",
               {{"the-other.yaml", rule_of("where: {shipment.origin_country: KP}", {}, "shipment", "the-other")}});
  RC_ASSERT(rule.complaint() == "");
  rule.ask("shipments", csv_of(sales));
  RC_LOG() << csv_of(sales);
  for (std::size_t lot = 0; lot < sales.size(); ++lot) {
    const std::string verdict = rule.verdict("S" + std::to_string(lot));
    const std::string found = verdict.substr(0, verdict.find(' '));
    RC_ASSERT((found == "insufficient") == (verdict.find(" ?") != std::string::npos));
    bool some_yes = false;
    bool some_no = false;
    each_world(sales, [&](const std::vector<Sale>& known) { (naive(known, lot) ? some_yes : some_no) = true; });
    if (found != "insufficient") RC_ASSERT(found == (some_no ? "clear" : "flagged"));
    if (some_yes && some_no) RC_ASSERT(found == "insufficient");
    if (!sales[lot].seller.empty() && !some_yes) RC_ASSERT(found == "clear");
  }
}

}  // namespace assay::test
