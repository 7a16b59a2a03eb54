#include "graph/ultimate.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

/// Folded words, as fold_name() leaves them.
constexpr auto words_of_firms = std::to_array<std::string_view>({"ab",           "ag",
                                                                 "agency",       "ao",
                                                                 "arm",          "army",
                                                                 "as",           "asset",
                                                                 "assets",       "association",
                                                                 "bank",         "bhd",
                                                                 "brothers",     "bureau",
                                                                 "bv",           "capital",
                                                                 "center",       "centre",
                                                                 "cjsc",         "co",
                                                                 "coal",         "commerce",
                                                                 "committee",    "construction",
                                                                 "cooperative",  "corp",
                                                                 "department",   "development",
                                                                 "energy",       "enterprise",
                                                                 "enterprises",  "equity",
                                                                 "estate",       "export",
                                                                 "exports",      "factory",
                                                                 "finance",      "financial",
                                                                 "foundation",   "fund",
                                                                 "funds",        "general",
                                                                 "global",       "gmbh",
                                                                 "gold",         "government",
                                                                 "group",        "holding",
                                                                 "holdings",     "import",
                                                                 "imports",      "inc",
                                                                 "industrial",   "industries",
                                                                 "industry",     "institute",
                                                                 "insurance",    "international",
                                                                 "investment",   "investments",
                                                                 "iron",         "jsc",
                                                                 "jv",           "kg",
                                                                 "kk",           "llc",
                                                                 "llp",          "logistics",
                                                                 "ltd",          "management",
                                                                 "metal",        "metals",
                                                                 "mine",         "mineral",
                                                                 "minerals",     "mines",
                                                                 "mining",       "ministry",
                                                                 "municipality", "national",
                                                                 "nominee",      "nominees",
                                                                 "nv",           "office",
                                                                 "ojsc",         "oy",
                                                                 "partners",     "partnership",
                                                                 "pjsc",         "plc",
                                                                 "port",         "private",
                                                                 "properties",   "pte",
                                                                 "pty",          "public",
                                                                 "resources",    "sa",
                                                                 "sac",          "sarl",
                                                                 "se",           "services",
                                                                 "shareholders", "shipping",
                                                                 "smelter",      "smelting",
                                                                 "sons",         "spa",
                                                                 "srl",          "state",
                                                                 "steel",        "supply",
                                                                 "tech",         "technologies",
                                                                 "technology",   "trade",
                                                                 "traders",      "trading",
                                                                 "trust",        "trustees",
                                                                 "union",        "university",
                                                                 "various",      "ventures",
                                                                 "works",        "ао",
                                                                 "банк",         "группа",
                                                                 "зао",          "оао",
                                                                 "ооо",          "пао",
                                                                 "фонд",         "холдинг"});

/// Parts of words in scripts that write no blanks between them.
constexpr auto parts_of_firms = std::to_array<std::string_view>(
    {"公司", "集团", "集團", "商社", "贸易", "貿易", "矿",   "礦",   "银行", "銀行", "中心", "企业", "企業",
     "工厂", "工廠", "部",   "局",   "회사", "무역", "총국", "그룹", "은행", "광산", "会社", "會社", "株式"});

/// How many characters beyond ASCII a text has: bytes that do not continue one.
std::size_t wide_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }));
}

}  // namespace

bool is_name_of_firm(std::string_view name) {
  constexpr std::size_t longest_of_a_person = 4;  // in Chinese characters or Hangul
  const std::string folded = fold_name(name);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::any_of(folded.begin(), folded.end(), is_digit)) return true;
  if (wide_characters(folded) > longest_of_a_person) return true;
  for (const std::string_view word : split(folded, " "))
    if (std::binary_search(words_of_firms.begin(), words_of_firms.end(), word)) return true;
  return std::any_of(parts_of_firms.begin(), parts_of_firms.end(),
                     [&folded](std::string_view part) { return folded.find(part) != std::string::npos; });
}

Bits ultimate_owners(const SupplyGraph& graph) {
  Bits owners(graph.vertices.size());
  Bits others(graph.vertices.size());
  const auto mark = [&others](VertexId vertex) {
    if (vertex != no_vertex) others.set(vertex);
  };
  for (std::size_t i = 0; i < graph.shipments.size(); ++i) {
    mark(graph.shipments.seller[i]);
    mark(graph.shipments.buyer[i]);
  }
  for (const StatedDeal& deal : graph.stated_deals) {
    mark(deal.seller);
    mark(deal.buyer);
  }
  for (const VertexId party : graph.sites.operator_) mark(party);
  for (const VertexId party : graph.worker_groups.employer) mark(party);
  for (const VertexId party : graph.worker_groups.provider) mark(party);
  for (const Fact& fact : graph.facts) {
    const bool of_persons = fact.relation == Relation::owned_by || fact.relation == Relation::controlled_by ||
                            fact.relation == Relation::directed_by;
    mark(fact.from);  // what is owned, controlled or directed is no person
    if (!of_persons) mark(fact.to);
    if (fact.relation == Relation::owned_by && fact.to != no_vertex) owners.set(fact.to);
  }
  const Vertices& v = graph.vertices;
  Bits ultimate(v.size());
  for (VertexId i = 0; i < v.size(); ++i) {
    if (!owners.test(i) || others.test(i)) continue;
    if (v.kind[i] != VertexKind::company || v.standing[i] != Standing::unresolved) continue;
    if (!is_name_of_firm(graph.tables->text(v.name[i]))) ultimate.set(i);
  }
  return ultimate;
}

}  // namespace assay
