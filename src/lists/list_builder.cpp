#include "lists/list_builder.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lists/in_order.h"
#include "lists/tidy.h"

namespace assay {
namespace {

void count(std::vector<Omitted>& omitted, std::string_view reason, const std::string& file, std::uint32_t line) {
  const auto same =
      std::find_if(omitted.begin(), omitted.end(), [&](const Omitted& o) { return o.reason == reason; });
  if (same != omitted.end())
    ++same->count;
  else
    omitted.push_back({std::string(reason), 1, file, line});
}

/// Few words, each in many entries.
bool repeats(FactKind kind) {
  switch (kind) {
    case FactKind::programme:
    case FactKind::country:
    case FactKind::nationality:
    case FactKind::flag:
    case FactKind::vessel_type:
    case FactKind::source:
    case FactKind::status:
      return true;
    default:
      return false;
  }
}

}  // namespace

void ListBuilder::tell(Level level, std::uint32_t line, std::uint32_t column, std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.level = level;
  diagnostic.at = {file_, line, column};
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics_.push_back(std::move(diagnostic));
}

void ListBuilder::in_part(const ListPart& part) {
  file_ = part.name;
  const auto file = std::find_if(list_.files.begin(), list_.files.end(),
                                 [&](const ListFile& one) { return one.name == part.name; });
  file_number_ = static_cast<std::uint16_t>(file - list_.files.begin());
}

std::uint16_t ListBuilder::field_number(std::string_view field) {
  const auto known = field_numbers_.find(field);
  if (known != field_numbers_.end()) return known->second;
  const auto number = static_cast<std::uint16_t>(list_.fields.size());
  list_.fields.emplace_back(field);
  field_numbers_.emplace(list_.texts.add(field), number);
  return number;
}

std::string_view ListBuilder::keep_once(std::string_view text) {
  const auto known = often_repeated_.find(text);
  if (known != often_repeated_.end()) return known->second;
  const std::string_view kept = list_.texts.add(text);
  often_repeated_.emplace(kept, kept);
  return kept;
}

/// What is a part of the remarks is not kept a second time.
std::string_view ListBuilder::keep(FactKind kind, std::string_view text, std::string_view remarks) {
  if (repeats(kind)) return keep_once(text);
  const std::size_t at = remarks.find(text);
  return at == std::string_view::npos ? list_.texts.add(text) : remarks.substr(at, text.size());
}

std::optional<std::uint32_t> ListBuilder::add(const Draft& draft) {
  if (draft.names.empty()) {
    drop("it has no name", draft.line);
    return std::nullopt;
  }
  const auto number = static_cast<std::uint32_t>(list_.entries.size());
  ListEntry entry;
  entry.id = list_.texts.add(draft.id.empty() ? fmt::format("line {}", draft.line) : draft.id);
  entry.kind = draft.kind;
  entry.file = file_number_;
  entry.line = draft.line;
  entry.listed_on = draft.listed_on;
  entry.delisted_on = draft.delisted_on;
  list_.entries.push_back(entry);
  add_to(number, draft);
  return number;
}

void ListBuilder::add_to(std::uint32_t entry, const Draft& more) {
  std::string_view remarks;
  for (const Draft::Fact& fact : more.facts)
    if (fact.kind == FactKind::remarks && remarks.empty()) {
      remarks = list_.texts.add(fact.text);
      list_.facts.push_back({remarks, {}, entry, field_number(fact.field), fact.kind});
    } else {
      const std::string_view text = keep(fact.kind, fact.text, remarks);
      list_.facts.push_back({text, keep_once(fact.country), entry, field_number(fact.field), fact.kind});
    }
  std::string scratch;
  for (const Draft::Name& name : more.names) {
    const std::string_view as_written = keep(FactKind::remarks, name.text, remarks);
    const std::string_view tidy = tidy_name(as_written, scratch);
    const std::string_view text = tidy.data() == scratch.data() ? list_.texts.add(tidy) : tidy;
    list_.names.push_back({text, as_written, entry, field_number(name.field), name.quality});
  }
}

void ListBuilder::drop(std::string_view reason, std::uint32_t line) {
  list_.complete = false;
  count(list_.dropped, reason, file_, line);
}

void ListBuilder::pass_over(std::string_view reason, std::uint32_t line) {
  count(list_.not_screened, reason, file_, line);
}

void ListBuilder::warn(std::uint32_t line, std::string message, std::string hint) {
  tell(Level::warning, line, 0, std::move(message), std::move(hint));
}

void ListBuilder::miss(std::uint32_t line, std::string message, std::string hint) {
  list_.complete = false;
  warn(line, std::move(message), std::move(hint));
}

void ListBuilder::refuse(std::uint32_t line, std::uint32_t column, std::string message, std::string hint) {
  list_.refused = true;
  tell(Level::error, line, column, std::move(message), std::move(hint));
}

void ListBuilder::finish() {
  if (refused()) return;
  put_in_order(list_);
  std::uint64_t dropped = 0;
  for (const Omitted& omitted : list_.dropped) {
    dropped += omitted.count;
    file_ = omitted.file;
    warn(omitted.line,
         fmt::format("{} of its records {} left out: {}", omitted.count, omitted.count == 1 ? "is" : "are",
                     omitted.reason),
         "until that is mended, nobody is cleared by this list");
  }
  if (list_.entries.empty())
    refuse(0, 0, "holds no entry", "an empty list would clear everybody");
  else if (dropped > list_.entries.size())
    refuse(0, 0, "more of its records were left out than read", "it may be another format, or damaged");
}

}  // namespace assay
