#include "cli/named_lists.h"

#include <fmt/format.h>

#include "audit/packs.h"
#include "audit/public_record.h"
#include "base/today.h"
#include "cli/request.h"
#include "report/layout.h"

namespace assay {
namespace {

/// "1 company", "420 vessels".
std::string kind_text(EntryKind kind, std::uint64_t count) {
  switch (kind) {
    case EntryKind::company:
      return counted(count, "company", "companies");
    case EntryKind::person:
    case EntryKind::vessel:
    case EntryKind::other:
      return counted(count, to_string(kind));
    case EntryKind::aircraft:
      return counted(count, "aircraft", "aircraft");
    case EntryKind::unknown:
      break;
  }
  return grouped(count) + " of unknown kind";
}

Json omitted_json(const std::vector<Omitted>& omitted) {
  Json list = Json::array();
  for (const Omitted& one : omitted)
    list.push_back(
        {{"reason", json_text(one.reason)}, {"count", one.count}, {"file", json_text(one.file)}, {"line", one.line}});
  return list;
}

Json files_json(const WatchList& list) {
  Json files = Json::array();
  for (const ListFile& file : list.files)
    files.push_back(
        {{"file", json_text(file.name)}, {"role", file.role}, {"sha256", file.sha256}, {"bytes", file.bytes}});
  return files;
}

Json kinds_json(const WatchList& list) {
  Json kinds = Json::object();
  const auto counts = list.count_by_kind();
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    if (counts[kind] != 0) kinds[std::string(to_string(static_cast<EntryKind>(kind)))] = counts[kind];
  return kinds;
}

}  // namespace

std::vector<Option> named_lists_options() {
  return {{"--as-of", "DATE", "the day for which it is asked how old they are (default: today, UTC)"},
          {"--format", "FORMAT", "how the answer is written", "-f", {"text", "json"}},
          {"--verbose", "", "every diagnostic in full", "-v"}};
}

NamedLists read_named_lists(const Arguments& arguments, Terminal& terminal) {
  NamedLists lists;
  lists.as_of = arguments.has("--as-of") ? as_of_from(arguments.text("--as-of")).first : today();
  if (!arguments.operands.empty()) {
    lists.reading = read_lists(arguments.operands, lists.diagnostics);
    check_lists_unchanged(lists.reading);
  } else if (auto built_in = public_record(load_reference(shipped_pack(), lists.diagnostics))) {
    lists.reading.lists.push_back(std::move(*built_in));
  }
  tell(lists.diagnostics, arguments, terminal);
  return lists;
}

std::string date_text(const WatchList& list) {
  if (list.date.known != Known::yes) return "not known";
  return fmt::format("{}, from {}", to_string(list.date), to_string(list.date_from));
}

std::string entries_text(const WatchList& list) {
  std::string text = counted(list.entries.size(), "entry", "entries");
  const auto counts = list.count_by_kind();
  std::string_view before = ": ";
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    if (counts[kind] == 0) continue;
    text += fmt::format("{}{}", before, kind_text(static_cast<EntryKind>(kind), counts[kind]));
    before = ", ";
  }
  return text;
}

Json list_json(const WatchList& list, Day as_of) {
  const Reliance reliance = rely_on(list, as_of);
  const bool dated = list.date.known == Known::yes;
  return {{"name", json_text(list.name)},
          {"format", list.format},
          {"given", json_text(list.given)},
          {"refused", list.refused},
          {"date", dated ? Json(to_string(list.date)) : Json()},
          {"date_from", dated ? Json(to_string(list.date_from)) : Json()},
          {"age_days", dated ? Json(as_of - list.date.first) : Json()},
          {"max_age_days", list.max_age_days},
          {"sha256", list.sha256},
          {"entries", list.entries.size()},
          {"kinds", kinds_json(list)},
          {"names", list.names.size()},
          {"complete", list.complete},
          {"no_hit_counts", reliance.no_hit},
          {"why_not", reliance.no_hit ? Json() : Json(reliance.why)},
          {"not_screened", omitted_json(list.not_screened)},
          {"left_out", omitted_json(list.dropped)},
          {"files", files_json(list)}};
}

void write_lists_json(const NamedLists& lists, std::ostream& out) {
  out << "{\"format\": \"assay-lists/1\",\n\"as_of\": " << json_line(day_to_string(lists.as_of));
  JsonList list(out, "lists");
  for (const WatchList& one : lists.reading.lists) list.add(list_json(one, lists.as_of));
  list.end();
  JsonList diagnostics(out, "diagnostics");
  for (const Diagnostic& one : lists.diagnostics)
    diagnostics.add({{"level", to_string(one.level)},
                     {"file", json_text(one.at.file)},
                     {"line", one.at.line},
                     {"column", one.at.column},
                     {"message", json_text(one.message)}});
  diagnostics.end();
  out << "}\n";
}

}  // namespace assay
