#include "naive_evidence.h"

#include "naive_csv.h"

namespace assay::naive {

namespace {

/// The proof's place in the chain of deals, and what it has passed.
struct Walk {
  const World& world;
  const Deal* at = nullptr;
  int deals_passed = 0;
  bool arrived = false;
};

/// What the raw text holds at the place that a step names, against what the step says it holds.
std::string fault_of_place(const Network& network, const CellPlace& place) {
  for (const auto& [name, text] : csv_of(network)) {
    if (name != place.file) continue;
    const auto records = split_csv(text);
    if (place.record >= records.size() || place.field_index == 0 || place.field_index > records[0].size())
      return "no such cell: record " + std::to_string(place.record);
    const PlacedCell& cell = records[place.record][place.field_index - 1];
    if (cell.line != place.line || cell.column != place.column)
      return "the cell begins at " + std::to_string(cell.line) + ":" + std::to_string(cell.column);
    if (cell.text != place.text) return "the cell says \"" + cell.text + "\"";
    const std::string table = name.substr(0, name.find('.'));
    const std::string field =
        field_of_header(table == "later_shipments" ? "shipments" : table, records[0][place.field_index - 1].text);
    return field == place.field ? "" : "the column is " + field;
  }
  return "no such file";
}

const Deal* deal_of(const World& world, const CellPlace& place) {
  for (const Deal& deal : world.deals)
    if (!deal.is_virtual && deal.sheet->file == place.file && deal.row + 1 == place.record) return &deal;
  return nullptr;
}

bool same_goods(const World& world, const Deal& deal, const Network& network, const CellPlace& site) {
  const std::string goods = folded(world.cell(deal, "commodity").text);
  for (const Sheet& sheet : network.sheets)
    if (sheet.file == site.file && sheet.column("commodity") >= 0)
      return !goods.empty() &&
             goods == folded(sheet.rows[site.record - 1].cells[static_cast<std::size_t>(sheet.column("commodity"))]);
  return false;
}

/// Whether the row of a place belongs to the seller of the deal at hand: a row of suppliers or of sites.
bool is_sellers(const Walk& walk, const Network& network, const CellPlace& place) {
  if (walk.at == nullptr) return false;
  const std::string seller = walk.world.key(walk.at->seller);
  for (const Sheet& sheet : network.sheets) {
    if (sheet.file != place.file) continue;
    if (sheet.table == "suppliers")
      return walk.world.key(walk.world.party_at(place.file, place.record - 1)) == seller;
    const int column = sheet.column("operator");
    return column >= 0 &&
           walk.world.key(walk.world.whom(sheet.rows[place.record - 1].cells[static_cast<std::size_t>(column)])) ==
               seller;
  }
  return false;
}

/// Goes one step; what is wrong with it, or nothing.
std::string go(Walk& walk, const Network& network, Relation relation, const CellPlace& place) {
  const Deal* deal = deal_of(walk.world, place);
  switch (relation) {
    case Relation::sold_by:
      if (deal != walk.at || place.field != "supplier") return "this is not the seller of the deal at hand";
      return walk.at->seller.kind == Vertex::Kind::party || walk.at->seller.kind == Vertex::Kind::unlisted
                 ? ""
                 : "nobody knows for certain who the seller is";
    case Relation::supplied_by:
      if (deal == nullptr || place.field != "buyer") return "this is no buyer of a deal";
      if (walk.at == nullptr || walk.world.link(*deal, *walk.at) != Truth::yes)
        return "the link does not surely hold";
      walk.at = deal;
      ++walk.deals_passed;
      return "";
    case Relation::declares_origin:
      walk.arrived = is_dprk(place.text);
      return walk.arrived && deal == walk.at && place.field == "origin_country" ? "" : "this declares no DPRK origin";
    case Relation::located_in: {
      const bool by_city = place.field == "city" && place.text == "Nampo";  // beside a "Korea"
      walk.arrived = is_dprk(place.text) || by_city;
      return walk.arrived && is_sellers(walk, network, place) && (by_city || place.field == "country")
                 ? ""
                 : "not in the DPRK";
    }
    case Relation::works_at:
      return is_sellers(walk, network, place) && same_goods(walk.world, *walk.at, network, place)
                 ? ""
                 : "the site is not the seller's, or does not make these goods";
    case Relation::loaded_at:
    case Relation::passed_through:
      walk.arrived = deal != nullptr && walk.world.loading(*deal).verdict == Verdict::flagged &&
                     place.text.find_first_not_of(' ') != std::string::npos;
      return walk.arrived && deal == walk.at ? "" : "not loaded in the DPRK";
    case Relation::has_workers:
      return place.field == "employer" || place.field == "site" ? "" : "no row of workers";
    case Relation::national_of:
      walk.arrived = is_dprk(place.text) || place.text == "North Korean";
      return walk.arrived && place.field == "nationality" ? "" : "no DPRK nationality";
    default:
      return "a relation that no rule follows";
  }
}

}  // namespace

std::string fault_of_proof(const Run& run, const World& world, const Network& network, const std::string& rule,
                           const FindingText& flag) {
  if (flag.evidence.empty()) return "no evidence";
  Walk walk{world};
  const EvidenceStep* before = nullptr;
  for (const EvidenceStep& step : flag.evidence) {
    if (!step.cell.exists()) return "a step without a cell: " + step.says;
    const CellPlace place = run.tables.place(step.cell);
    if (before == nullptr) walk.at = deal_of(world, place);
    std::string fault = fault_of_place(network, place);
    if (before != nullptr && step.kind == EvidenceStep::Kind::edge && !(before->to == step.from))
      fault = "the step before ends at " + before->to.name;
    if (fault.empty()) fault = go(walk, network, step.relation, place);
    if (!fault.empty())
      return step.says + " (" + place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
             ", " + place.field + " \"" + place.text + "\"): " + fault;
    before = &step;
  }
  if (!walk.arrived) return "the proof does not arrive in the DPRK";
  if (rule == "A02" && walk.deals_passed == 0) return "the path has fewer than three hops";
  return "";
}

}  // namespace assay::naive
