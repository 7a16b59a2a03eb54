#include "lists/accept.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/running_digest.h"

namespace assay {
namespace {

std::string base_name(const std::string& name) {
  return name.substr(name.rfind('/') + 1);
}

/// In pieces whose pages are given back, so that a long list is not in memory at once.
std::string digest_of(const ListPart& part) {
  constexpr std::size_t piece = std::size_t{1} << 20;
  RunningDigest digest;
  for (std::string_view rest = part.bytes.view(); !rest.empty(); rest.remove_prefix(std::min(piece, rest.size()))) {
    digest.add(rest.substr(0, piece));
    let_go(part, rest.substr(0, piece));
  }
  return to_hex(digest.finish());
}

class Judge {
 public:
  Judge(std::string file, WatchList& list, Diagnostics& diagnostics)
      : file_(std::move(file)), list_(list), diagnostics_(diagnostics) {}

  void warn(std::string message, std::string hint) { tell(Level::warning, std::move(message), std::move(hint)); }
  void refuse(std::string message, std::string hint) {
    list_.refused = true;
    tell(Level::error, std::move(message), std::move(hint));
  }

 private:
  void tell(Level level, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.level = level;
    diagnostic.at = {file_, 0, 0};
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostics_.push_back(std::move(diagnostic));
  }

  std::string file_;
  WatchList& list_;
  Diagnostics& diagnostics_;
};

/// The list's own header counts before the command line, and that before list.yaml; each that differs is told.
void decide_date(const std::optional<Date>& given, const std::optional<ListManifest>& manifest, Judge& judge,
                 WatchList& list) {
  const std::pair<Date, DateFrom> sources[] = {
      {list.date, DateFrom::header},
      {given.value_or(Date{}), DateFrom::command_line},
      {manifest ? manifest->date : Date{}, DateFrom::list_yaml},
  };
  for (const auto& [date, from] : sources) {
    if (date.known != Known::yes) continue;
    if (list.date_from == DateFrom::nowhere) {
      list.date = date;
      list.date_from = from;
    } else if (date != list.date) {
      judge.warn(fmt::format("{} says {}, {} says {}: the first counts", to_string(list.date_from),
                             to_string(list.date), to_string(from), to_string(date)),
                 {});
    }
  }
  if (list.date_from == DateFrom::nowhere)
    judge.warn("its date is not known, so nobody is cleared by it",
               "name it as PATH@2022-01-31, or write `date: 2022-01-31` into a list.yaml beside it");
}

void check_digests(const ListManifest& manifest, bool named_file, Judge& judge, WatchList& list) {
  for (const auto& [name, digest] : manifest.digests) {
    const auto file = std::find_if(list.files.begin(), list.files.end(),
                                   [&](const ListFile& one) { return base_name(one.name) == name; });
    if (file == list.files.end()) {
      if (!named_file)
        judge.refuse(fmt::format("list.yaml names {}, which is no part of the list", name), "fetch the list again");
    } else if (file->sha256 != digest) {
      judge.refuse(fmt::format("{} is not the file that list.yaml speaks of: its SHA-256 is {}", name, file->sha256),
                   "fetch the list again, or write the new digest after a review");
    }
  }
}

void check_counts(const std::optional<ListManifest>& manifest, const ListOptions& options, Judge& judge,
                  WatchList& list) {
  const std::uint64_t now = list.entries.size();
  if (manifest && manifest->entries && *manifest->entries != now)
    judge.refuse(fmt::format("it has {} entries, list.yaml says {}", now, *manifest->entries),
                 "fetch the list again: a part of it may be missing");
  for (const auto& [name, before] : options.last_accepted)
    if (name == list.name && 2 * now < before)
      judge.refuse(fmt::format("it has {} entries, and had {} when it was last accepted", now, before),
                   "look what became of it before you use it");
}

/// Of a list in several files the one that people know it by.
std::string file_of_entries(const WatchList& list) {
  for (const ListFile& file : list.files)
    if (file.role == to_string(PartRole::entries)) return file.name;
  return list.files.front().name;
}

}  // namespace

void take_digests(std::span<const ListPart> parts, WatchList& list) {
  for (const ListPart& part : parts)
    list.files.push_back({part.name, std::string(to_string(part.role)), digest_of(part), part.bytes.view().size()});
  std::sort(list.files.begin(), list.files.end(),
            [](const ListFile& a, const ListFile& b) { return a.name < b.name; });
  std::string lines;
  for (const ListFile& file : list.files) lines += fmt::format("{}  {}\n", file.sha256, base_name(file.name));
  list.sha256 = list.files.size() == 1 ? list.files.front().sha256 : to_hex(sha256(lines));
}

void judge_list(const ListFolder& folder, const std::optional<ListManifest>& manifest, const ListOptions& options,
                WatchList& list, Diagnostics& diagnostics) {
  Judge judge(file_of_entries(list), list, diagnostics);
  if (manifest && !manifest->name.empty()) list.name = manifest->name;
  if (manifest && manifest->max_age_days) list.max_age_days = *manifest->max_age_days;
  if (manifest) check_digests(*manifest, folder.named_file, judge, list);
  if (list.refused) return;
  decide_date(folder.date, manifest, judge, list);
  check_counts(manifest, options, judge, list);
}

}  // namespace assay
