#include "naive_engine.h"

#include <map>
#include <sstream>
#include <stdexcept>

#include "audit/audit.h"
#include "audit/decide.h"
#include "audit/packs.h"
#include "readers/read.h"
#include "support/screened.h"

namespace assay::naive {

namespace {

/// A cell by file and row (from 0), as the engine counts them.
std::pair<std::string, std::size_t> row_of(const Run& run, CellRef cell) {
  return {run.tables.file_of(run.tables.tables[cell.table]).name, cell.record};
}

int tag_of(const Run& run, const Network& network, CellRef cell) {
  const auto [file, row] = row_of(run, cell);
  for (const Sheet& sheet : network.sheets)
    if (sheet.file == file) return sheet.rows[row].tag;
  return -1;
}

std::string vertex_key(const Run& run, const World& world, VertexId vertex) {
  if (vertex == no_vertex) return "nobody";
  const CellRef name = run.graph.vertices.name[vertex];
  if (run.graph.vertices.standing[vertex] == Standing::listed) {
    const auto [file, row] = row_of(run, name);
    return world.key(world.party_at(file, row));
  }
  const bool one_of_several = run.graph.vertices.standing[vertex] == Standing::ambiguous;
  return (one_of_several ? "one of " : "unlisted ") + folded(run.tables.text(name));
}

}  // namespace

const LoadedPacks& shipped_packs() {
  static const LoadedPacks packs = [] {
    LoadedPacks loaded;
    Diagnostics diagnostics;
    if (load_packs({shipped_pack()}, loaded, diagnostics)) return loaded;
    throw std::runtime_error("the shipped pack is refused: " + format_diagnostic(diagnostics.at(0)));
  }();
  return packs;
}

const Facts& shipped_facts() {
  static const Facts facts = [] {
    std::map<std::string, std::string> files;
    for (const PackFile& file : shipped_pack()) files[file.name] = file.bytes;
    return read_facts(files.at("data/transformations.csv"), files.at("data/exposure.csv"));
  }();
  return facts;
}

std::unique_ptr<Run> run(const Network& network, const std::string& as_of) {
  auto result = std::make_unique<Run>();
  ReadResult read = read_texts(csv_of(network), result->diagnostics);
  result->tables = std::move(read.tables);
  result->refused = read.refused;
  for (const LedgerEntry& entry : ledger_of(result->tables))
    result->excluded_rows += entry.rejected + entry.quarantined;
  result->graph =
      build_graph(result->tables, shipped_packs().reference, parse_date(as_of).first, result->diagnostics);
  result->evaluation = test::evaluate_screened(shipped_packs().rules, result->graph);
  return result;
}

int Run::exit_code() const {
  bool open = excluded_rows > 0;
  bool flagged = false;
  for (const Finding& finding : evaluation.findings) {
    flagged = flagged || (finding.verdict == Verdict::flagged && finding.severity >= Severity::high);
    open = open || finding.verdict == Verdict::insufficient;
  }
  if (refused) return 4;
  if (flagged) return 1;
  return open || evaluation.verdict == Verdict::insufficient ? 3 : 0;
}

std::string subject_key(const Run& run, const World& world, const Network& network, SubjectKind kind,
                        std::uint32_t subject) {
  const SupplyGraph& graph = run.graph;
  if (kind == SubjectKind::shipment)
    return "shipment #" +
           std::to_string(tag_of(run, network, graph.shipments.cell(subject, Field::shipment_supplier)));
  if (kind != SubjectKind::worker_group) return "";
  const WorkerGroups& groups = graph.worker_groups;
  if (!groups.implied[subject]) return "group #" + std::to_string(tag_of(run, network, groups.row[subject]));
  const VertexId site = groups.facility[subject];
  const Standing standing = graph.vertices.standing[site];
  const CellRef name = graph.vertices.name[site];
  const VertexId party = graph.vertices.party[site];
  if (standing == Standing::implied) return "rest of " + vertex_key(run, world, party);
  if (standing == Standing::listed) return "rest of " + world.site_of(tag_of(run, network, name));
  return "rest of site " + folded(run.tables.text(name)) + " of " + vertex_key(run, world, party);
}

std::string cause_of(const Run& run, const Missing& missing) {
  if (missing.why == Cause::Why::not_asked) {
    const bool is_of_workers = missing.field.rfind("worker_group.", 0) == 0;
    return is_of_workers && !run.tables.has(TableKind::workers) ? "no table of workers"
                                                                : "not asked " + missing.field;
  }
  if (missing.why == Cause::Why::frontier) return "frontier " + folded(missing.subject.name);
  const CellPlace place = run.tables.place(missing.cell);
  return "cell " + place.file + ":" + std::to_string(place.record) + ":" + place.field;
}

Judgements judgements_of(const Run& run, const Network& network) {
  const World world(network, shipped_facts(), day_to_string(run.graph.as_of));
  Judgements judgements;
  const std::vector<Rule>& rules = shipped_packs().rules.rules;
  for (std::uint16_t number = 0; number < rules.size(); ++number)
    for (const auto& [letter, id] : rule_names) {
      if (rules[number].id != id) continue;
      const auto subjects = static_cast<std::uint32_t>(run.graph.subjects(rules[number].subject));
      for (std::uint32_t subject = 0; subject < subjects; ++subject) {
        const WhyNot why = why_not(run.evaluation, number, subject);
        if (!why.applicable) continue;
        Judgement judgement{why.verdict, {}};
        for (const Missing& missing : why.missing) judgement.causes.insert(cause_of(run, missing));
        judgements[letter + (" " + subject_key(run, world, network, rules[number].subject, subject))] = judgement;
      }
    }
  return judgements;
}

std::map<std::string, Verdict> worst_of_all_rules(const Run& run, const Network& network) {
  const World world(network, shipped_facts(), day_to_string(run.graph.as_of));
  std::map<std::string, Verdict> worst;
  const std::vector<Rule>& rules = shipped_packs().rules.rules;
  for (std::uint16_t number = 0; number < rules.size(); ++number) {
    const SubjectKind kind = rules[number].subject;
    for (std::uint32_t subject = 0; subject < run.graph.subjects(kind); ++subject) {
      if (!run.graph.is_subject(kind, subject)) continue;
      const WhyNot why = why_not(run.evaluation, number, subject);
      if (!why.applicable) continue;
      std::string key = subject_key(run, world, network, kind, subject);
      if (key.empty()) {  // by the row that names it: two rows may claim one number
        const CellRef name = run.graph.vertices.name[subject];
        key = row_of(run, name).first + " #" + std::to_string(tag_of(run, network, name));
      }
      Verdict& verdict = worst.try_emplace(key, Verdict::clear).first->second;
      verdict = std::max(verdict, why.verdict);
    }
  }
  return worst;
}

std::string json_of(const Network& network, const std::string& as_of) {
  Audit audit;
  audit.as_of = parse_date(as_of).first;
  audit.packs = shipped_packs();
  ReadResult read = read_texts(csv_of(network), audit.diagnostics);
  audit.tables = std::move(read.tables);
  audit.ledger = ledger_of(audit.tables);
  audit.graph = build_graph(audit.tables, audit.packs.reference, audit.as_of, audit.diagnostics);
  audit.evaluation = test::evaluate_screened(audit.packs.rules, audit.graph);
  audit.evaluated = true;
  decide({}, read.refused, audit);
  sort_diagnostics(audit.diagnostics);
  std::ostringstream out;
  json_writer.write(audit, {}, out);
  return out.str();
}

}  // namespace assay::naive
