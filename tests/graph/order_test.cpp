#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/evaluate.h"
#include "support/graph_text.h"

// Nothing that is shown knows where a row stood.

namespace assay::test {
namespace {

using Lines = std::vector<std::string>;

std::string joined(const std::string& header, const Lines& lines) {
  std::string text = header + "\n";
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// All that a graph shows: vertices in canonical order, shipments and groups in the order in which they are listed.
std::vector<std::string> shown(const SupplyGraph& graph, const GraphText& g) {
  std::vector<std::string> all;
  for (const VertexId v : g.by_rank()) all.push_back(g.show(v) + " " + entity_of(graph, v).name);
  for (const SubjectKind kind : {SubjectKind::shipment, SubjectKind::worker_group}) {
    std::vector<std::uint32_t> order(graph.subjects(kind));
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return subject_before(graph, kind, a, b); });
    for (const std::uint32_t subject : order) all.push_back(subject_entity(graph, kind, subject).id);
  }
  return all;
}

const std::string suppliers_header = "supplier_id,supplier_name,country,city,uscc";
const Lines suppliers = {
    "V-1,Ferry Trading Co Ltd,CN,Dandong,91210600MA0AAAAA1W",
    "V-2,\"FERRY TRADING CO., LTD.\",CN,,91210600ma0aaaaa1w",
    "V-3,Iron Works,DE,,",
    "V-4,IRON WORKS,DE,,",
    "V-5,Iron works,Germany,,",
    "V-6,Quay Metals,CN,,91210600MA0BBBBB15",
    "V-7,Quay Metals,CN,,91210600MA0CCCCC1D",
    "V-8,Quay Metals,CN,,",
    "V-9,Hill Mine,KP,,",
};
const std::string shipments_header =
    "shipment_id,date,consignor,buyer,commodity,hs_code,origin_country,load_port,transit,discharge_country";
const Lines shipments = {
    "S1,2018-03-01,Hill Mine,Ferry Trading Co Ltd,iron ore,260111,KP,,none,CN",
    "S2,2018-05-01,V-2,Iron Works,iron ore,260111,,CNDAL,none,DE",
    ",2018-05-01,Quay Metals,Iron Works,iron ore,2601,CN,CNDAL,none,DE",
    ",2018-05-01,Quay Metals,Iron Works,iron ore,2601,CN,CNDAL,none,DE",
    ",2018-05-01,Quay Metals,Iron Works,iron ore,2601,CN,CNDAL,Rajin,DE",
    ",2018-05-01,Quay Metals,Iron Works,iron ore,2601,CN,CNDAL,none,KP",
    "S5,,Hidden Pit,,iron ore,,CN,,,",
    "S5,,hidden pit,,iron ore,,AU,,,",
    "S6,2018-06,HIDDEN PIT,Quay Metals,iron ore,2601,Korea,,,",
};
const std::string sites_header = "site,operator,country,type,commodity";
const Lines sites = {
    "Plant 2,Iron Works,DE,factory,pig iron",
    "PLANT 2,Iron Works,DE,factory,steel",
    "Red Ridge,Quay Metals,CN,mine,iron ore",
};
const std::string workers_header = "site,employer,nationality,workers,from";
const Lines workers = {
    "Plant 2,Iron Works,KP,40,2018-01",
    "plant 2,,PL,10,",
    "Plant 9,Ferry Trading Co Ltd,,10,",
};

TableTexts tables_of(const Lines& a, const Lines& b, const Lines& c, const Lines& d) {
  return {{"suppliers", joined(suppliers_header, a)},
          {"shipments", joined(shipments_header, b)},
          {"sites", joined(sites_header, c)},
          {"workers", joined(workers_header, d)}};
}

Lines shuffled(Lines lines) {
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[*rc::gen::inRange<std::size_t>(0, i)]);
  return lines;
}

RC_GTEST_PROP(OrderOfRows, DoesNotShowInIdsNamesOrRanks, ()) {
  static const GraphText straight(tables_of(suppliers, shipments, sites, workers));
  static const std::vector<std::string> expected = shown(straight.graph, straight);
  const GraphText g(tables_of(shuffled(suppliers), shuffled(shipments), shuffled(sites), shuffled(workers)));
  RC_ASSERT(shown(g.graph, g) == expected);
}

/// What a report would say of every finding, without the places of cells, which do move with their rows.
std::vector<std::string> findings_of(const GraphText& g) {
  const Evaluation evaluation = evaluate(shipped_packs().rules, g.graph);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
    const FindingText text = describe(evaluation, i);
    std::string line = text.id + " " + text.fingerprint + " " + text.path_fingerprint + " " + text.subject.id + " " +
                       text.message + " " + std::to_string(evaluation.findings[i].settles);
    for (const EvidenceStep& step : text.evidence)  // a row of the pack's tables is no cell
      line += "; " + step.says + " " + (step.cell.exists() ? g.tables.place(step.cell).text : step.reference_text);
    for (const Missing& missing : text.missing) line += "; " + missing.subject.id + " " + missing.field;
    for (const Ask& ask : text.ask) line += "; " + ask.whom.id + " " + ask.what;
    all.push_back(std::move(line));
  }
  return all;
}

RC_GTEST_PROP(OrderOfRows, DoesNotShowInFindings, ()) {
  static const std::vector<std::string> expected =
      findings_of(GraphText(tables_of(suppliers, shipments, sites, workers)));
  const GraphText g(tables_of(shuffled(suppliers), shuffled(shipments), shuffled(sites), shuffled(workers)));
  const std::vector<std::string> found = findings_of(g);
  RC_ASSERT(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) RC_ASSERT(found[i] == expected[i]);
}

TEST(OrderOfRows, DoesNotShowInTheNameOfAPartyWithSeveralSpellings) {
  const auto name = [](const std::string& a, const std::string& b) {
    const GraphText g({{"suppliers", "supplier_name,country\n" + a + ",CN\n" + b + ",CN\n"}});
    return g.companies();
  };
  EXPECT_EQ(name("Ferry Trading", "FERRY TRADING"), name("FERRY TRADING", "Ferry Trading"));
}

TEST(OrderOfRows, DoesNotShowInTheIdOfAPartyWhoseNumberIsWrittenInTwoWays) {
  const auto id = [](const std::string& a, const std::string& b) {
    const GraphText g(
        {{"suppliers", "supplier_name,country,uscc\nFerry Trading,CN," + a + "\nFerry Trading,CN," + b}});
    return g.companies();
  };
  EXPECT_EQ(id("91210600MA0AAAAA1W", "91210600ma0aaaaa1w"), id("91210600ma0aaaaa1w", "91210600MA0AAAAA1W"));
}

TEST(OrderOfRows, DoesNotShowInTheNameOfASiteWithSeveralSpellings) {
  const auto name = [](const std::string& a, const std::string& b) {
    const GraphText g({{"sites", "site,operator,country\n" + a + ",Iron Works,DE\n" + b + ",Iron Works,DE\n"}});
    return entity_of(g.graph, g.graph.sites.facility.at(0));
  };
  EXPECT_EQ(name("Plant 2", "PLANT 2"), name("PLANT 2", "Plant 2"));
}

TEST(OrderOfRows, DoesNotShowInTheIdsOfRowsWithoutAnIdThatDifferSomewhere) {
  // The rows agree in all but one field, so that field tells which is which.
  for (const std::string field : {"load_country", "transit", "discharge_country", "quantity", "vessel", "document"}) {
    const auto id_of_kp = [&field](const std::string& rows) {
      const GraphText g({{"shipments", "date,consignor,buyer,commodity," + field + "\n" + rows}});
      for (std::uint32_t s = 0; s < g.graph.shipments.size(); ++s) {
        const CellRef cell = g.graph.shipments.cell(s, *field_from("shipment." + field));
        if (g.tables.text(cell) == "KP") return shipment_entity(g.graph, s).id;
      }
      return std::string("none");
    };
    const std::string a = "2018-05-01,Ferry Trading,Iron Works,iron ore,KP\n";
    const std::string b = "2018-05-01,Ferry Trading,Iron Works,iron ore,CN\n";
    EXPECT_EQ(id_of_kp(a + b), id_of_kp(b + a)) << field;
  }
}

}  // namespace
}  // namespace assay::test
