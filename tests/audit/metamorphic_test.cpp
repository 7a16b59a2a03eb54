#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "metamorphic_change.h"
#include "naive_engine.h"

namespace assay::naive {

namespace {

struct Story {
  std::string name;
  std::string as_of;
  Network network;
};

/// The fixtures, and as many random networks.
std::vector<Story> stories(std::uint64_t random_networks) {
  const std::string fixtures = std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/";
  std::vector<Story> all = {{"everything-disclosed", "2025-03-31", read_folder(fixtures + "everything-disclosed")},
                            {"coal-through-a-trader", "2024-12-31", read_folder(fixtures + "coal-through-a-trader")}};
  for (std::uint64_t seed = 0; seed < random_networks; ++seed)
    all.push_back({"seed " + std::to_string(seed), network_as_of, random_network(1000000 + seed)});
  return all;
}

/// The worst verdict of each subject over the rules. A party stands under each of its rows.
std::map<std::string, Verdict> worst_verdicts(const Judgements& judgements) {
  std::map<std::string, Verdict> worst;
  for (const auto& [key, judgement] : judgements) {
    Verdict& verdict = worst.try_emplace(key.substr(4), Verdict::clear).first->second;
    verdict = std::max(verdict, judgement.verdict);
  }
  return worst;
}

struct Audited {
  std::map<std::string, Verdict> verdicts;
  int exit_code = 0;
};

Audited audited(const Network& network, const std::string& as_of) {
  const auto one = run(network, as_of);
  return {worst_verdicts(judgements_of(*one, network)), one->exit_code()};
}

/// The same over every rule of the pack, not only those that the naive evaluator knows.
Audited audited_by_all(const Network& network, const std::string& as_of) {
  const auto one = run(network, as_of);
  return {worst_of_all_rules(*one, network), one->exit_code()};
}

/// Whether the verdict rests on a statement, or on a mine of the seller's own, that is still there.
bool is_vouched(const World& world, const std::string& subject) {
  for (const Deal& deal : world.deals)
    if (!deal.is_virtual && subject == "shipment #" + std::to_string(deal.sheet->rows[deal.row].tag))
      return world.closed(deal);
  const Judgements judgements = world.judge();
  const auto rest = judgements.find("E01 " + subject);
  return rest != judgements.end() && subject.find("rest of") == 0 && rest->second.verdict == Verdict::clear;
}

/// Whether two rows of suppliers have one name or one number: a data conflict, unless they are one party.
bool has_namesakes(const Network& network) {
  std::set<std::string> seen;
  for (const Sheet& sheet : network.sheets)
    for (const Row& row : sheet.rows)
      for (const char* column : {"name", "registration_no"})
        if (const int at = sheet.column(column); sheet.table == "suppliers" && at >= 0)
          if (const std::string text = folded(row.cells[static_cast<std::size_t>(at)]); !text.empty())
            if (!seen.insert(column + (" " + text)).second) return true;
  return false;
}

/// A cell that says who somebody is, or whom a row means. Without it the row speaks of somebody else, who is asked in
/// turn; what a declaration vouches for of the first one stands.
bool names_somebody(const Change& change) {
  static const std::set<std::string> cells = {"suppliers id",       "suppliers name",   "suppliers registration_no",
                                              "shipments supplier", "shipments buyer",  "relations source",
                                              "relations target",   "sites name",       "sites operator",
                                              "workers site",       "workers employer", "declarations party"};
  return cells.count(change.table + " " + change.column) == 1;
}

/// Half of a contradiction: one of two namesakes, or one of the two cells that say where goods were loaded.
bool is_half_of_a_conflict(const Change& change, bool has_conflict) {
  const bool of_identity = change.table == "suppliers" && (change.column.empty() || names_somebody(change));
  return (of_identity && has_conflict) || change.column == "load_port" || change.column == "load_country";
}

/// What may excuse that a subject is clear after something was taken away. Every use is counted.
struct Excuses {
  bool by_voucher = false;  ///< whether a declaration that says "this is all there is" may
  int vouched = 0;
  int conflicts = 0;
  int parties = 0;
};

/// Parties and sites have the key of the row that names them: "suppliers.csv #3".
bool is_party(const std::string& subject) {
  return subject.find(".csv #") != std::string::npos;
}

/// What a change hid: subjects that were flagged or open and are clear now, or an audit that ends with 0 now, without
/// an excuse. Empty when it hid nothing.
using Auditor = Audited (*)(const Network& network, const std::string& as_of);
std::string hidden_by(const Change& change, const Story& story, const Audited& before, Excuses& excuses,
                      Auditor audit = audited) {
  const Audited after = audit(change.network, story.as_of);
  const World world(change.network, shipped_facts(), story.as_of);
  const bool is_conflict = is_half_of_a_conflict(change, has_namesakes(story.network));
  std::string hidden;
  bool gone = false;
  for (const auto& [subject, verdict] : before.verdicts) {
    const auto now = after.verdicts.find(subject);
    gone = gone || now == after.verdicts.end();
    if (verdict == Verdict::clear || now == after.verdicts.end() || now->second != Verdict::clear) continue;
    if (excuses.by_voucher && is_party(subject)) {  // what it bought, or its name, went with what was taken
      ++excuses.parties;
    } else if (is_conflict) {
      ++excuses.conflicts;
    } else if (excuses.by_voucher && is_vouched(world, subject)) {
      ++excuses.vouched;
    } else {
      hidden += "  now clear: " + subject + "\n";
    }
  }
  // A row may have been the only open subject itself; nothing else may take the last question away.
  const bool was_the_subject = gone && change.tag >= 0;
  if (before.exit_code != 0 && after.exit_code == 0 && !is_conflict && !was_the_subject)
    hidden += "  now ends with 0\n";
  return hidden.empty() ? "" : change.says + "\n" + hidden;
}

using Json = nlohmann::ordered_json;

/// What the order of rows may change: where things stand (line, column, record, field_index, also_at, excerpt), the
/// order of inputs and of diagnostics (by place), and digests of bytes.
void drop_places(Json& json) {
  if (json.is_object())
    for (const char* key : {"line", "column", "record", "field_index", "also_at", "excerpt", "sha256"})
      if (!(std::string(key) == "record" && json.contains("record") && json["record"].is_object())) json.erase(key);
  if (json.is_structured())
    for (Json& child : json) drop_places(child);
}

std::string without_places(const std::string& report) {
  Json json = Json::parse(report);
  drop_places(json);
  for (const char* list : {"inputs", "diagnostics"}) std::sort(json[list].begin(), json[list].end());
  return json.dump(1);
}

}  // namespace

TEST(Metamorphic, BlankingACellNeverClearsAnything) {
  Excuses excuses;
  for (const Story& story : stories(150)) {
    const Audited before = audited(story.network, story.as_of);
    std::string hidden;
    each_blanked_cell(story.network, [&](const Change& change) {
      excuses.by_voucher = names_somebody(change);
      hidden = hidden_by(change, story, before, excuses);
      return hidden.empty();
    });
    ASSERT_EQ(hidden, "") << story.name << "\n" << show(story.network);
  }
  RecordProperty("cleared_because_vouched", excuses.vouched);
  RecordProperty("cleared_because_of_a_conflict", excuses.conflicts);
}

TEST(Metamorphic, BlankingACellNeverClearsAnythingWhicheverRuleAsks) {
  Excuses excuses;
  for (const Story& story : stories(40)) {
    const Audited before = audited_by_all(story.network, story.as_of);
    std::string hidden;
    each_blanked_cell(story.network, [&](const Change& change) {
      excuses.by_voucher = names_somebody(change);
      hidden = hidden_by(change, story, before, excuses, audited_by_all);
      return hidden.empty();
    });
    ASSERT_EQ(hidden, "") << story.name << "\n" << show(story.network);
  }
  RecordProperty("cleared_because_vouched", excuses.vouched);
  RecordProperty("cleared_because_of_a_conflict", excuses.conflicts);
  RecordProperty("parties_that_went_with_what_was_taken", excuses.parties);
}

TEST(Metamorphic, DeletingARowClearsOnlyWhatSomebodyVouchedForWhicheverRuleAsks) {
  Excuses excuses{true};
  for (const Story& story : stories(60)) {
    const Audited before = audited_by_all(story.network, story.as_of);
    std::string hidden;
    each_deleted_row(story.network, [&](const Change& change) {
      excuses.by_voucher = change.table != "declarations";
      hidden = hidden_by(change, story, before, excuses, audited_by_all);
      return hidden.empty();
    });
    ASSERT_EQ(hidden, "") << story.name << "\n" << show(story.network);
  }
  RecordProperty("cleared_because_vouched", excuses.vouched);
  RecordProperty("cleared_because_of_a_conflict", excuses.conflicts);
  RecordProperty("parties_that_went_with_what_was_taken", excuses.parties);
}

TEST(Metamorphic, DeletingAColumnOrAFileClearsNoAuditAndOnlyWhatSomebodyVouchedFor) {
  Excuses excuses{true};
  for (const Story& story : stories(300)) {
    const Audited before = audited(story.network, story.as_of);
    std::string hidden;
    const Visit check = [&](const Change& change) {
      hidden += hidden_by(change, story, before, excuses);
      return hidden.empty();
    };
    each_deleted_column(story.network, check);
    each_deleted_file(story.network, check);
    ASSERT_EQ(hidden, "") << story.name << "\n" << show(story.network);
  }
  RecordProperty("cleared_because_vouched", excuses.vouched);
  RecordProperty("cleared_because_of_a_conflict", excuses.conflicts);
}

TEST(Metamorphic, DeletingARowClearsOnlyWhatSomebodyVouchedFor) {
  // A declaration, or a mine that sells its own ore, may say that what remains is all there is. Then the row that is
  // gone is no longer missed. A row that was half of a data conflict takes the conflict with it.
  Excuses excuses{true};
  for (const Story& story : stories(300)) {
    const Audited before = audited(story.network, story.as_of);
    std::string hidden;
    each_deleted_row(story.network, [&](const Change& change) {
      if (change.table != "declarations") hidden = hidden_by(change, story, before, excuses);
      return hidden.empty();
    });
    ASSERT_EQ(hidden, "") << story.name << "\n" << show(story.network);
  }
  RecordProperty("cleared_because_vouched", excuses.vouched);
  RecordProperty("cleared_because_of_a_conflict", excuses.conflicts);
}

TEST(Metamorphic, DeletingADeclarationClearsNothing) {
  Excuses none;
  for (const Story& story : stories(300)) {
    const Audited before = audited(story.network, story.as_of);
    std::string hidden;
    each_deleted_row(story.network, [&](const Change& change) {
      if (change.table == "declarations") hidden = hidden_by(change, story, before, none);
      return hidden.empty();
    });
    ASSERT_EQ(hidden, "") << story.name << "\n" << show(story.network);
  }
}

TEST(Metamorphic, OrderOfRowsColumnsAndFilesChangesOnlyPlaces) {
  for (const Story& story : stories(300)) {
    const std::string report = without_places(json_of(story.network, story.as_of));
    for (const std::uint64_t order : {1U, 2U, 3U}) {
      const Network other = shuffled(story.network, order);
      ASSERT_EQ(report, without_places(json_of(other, story.as_of)))
          << story.name << "\n"
          << show(story.network) << "--- and in another order:\n"
          << show(other);
    }
  }
}

TEST(Metamorphic, RowsThatAreThereTwiceSayNothingNew) {
  for (const Story& story : stories(300)) {
    const Judgements once = judgements_of(*run(story.network, story.as_of), story.network);
    for (const char* table : {"suppliers", "shipments", "relations", "sites", "workers", "declarations"}) {
      const Network twice = with_rows_twice(story.network, table);
      const Judgements again = judgements_of(*run(twice, story.as_of), twice);
      for (const auto& [subject, judgement] : once) {
        const auto found = again.find(subject);
        ASSERT_NE(found, again.end()) << table << " twice, " << subject << "\n"
                                      << story.name << "\n"
                                      << show(story.network);
        ASSERT_EQ(judgement.verdict, found->second.verdict) << table << " twice, " << subject << "\n"
                                                            << story.name << "\n"
                                                            << show(story.network);
      }
    }
  }
}

}  // namespace assay::naive
