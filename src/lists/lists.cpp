#include "lists/lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "lists/accept.h"
#include "lists/formats.h"
#include "lists/list_folder.h"
#include "lists/list_xml.h"

namespace assay {
namespace {

// The formats, each told by its content. A list of the user's own comes last: it takes any table with a `name`.
constexpr std::array formats = {&ofac_csv,   &ofac_xml,          &un_xml,   &eu_csv,
                                &us_csl_csv, &opensanctions_csv, &ftm_json, &own_csv};

constexpr std::size_t head_size = std::size_t{64} << 10;

const ListFormat* format_of(ListPart& part) {
  const std::string_view head = part.text().substr(0, head_size);
  for (const ListFormat* format : formats)
    if (const auto role = format->sniff(head)) {
      part.role = *role;
      return format;
    }
  return nullptr;
}

/// What a file is that no format knows, as far as that helps.
std::string what_it_is(std::string_view text) {
  std::string_view root = root_of(text.substr(0, head_size));
  const std::string_view begin = trim(text.substr(0, 64));
  if (text.empty()) return "it is empty";
  if (begin.starts_with("PK")) return "it is a workbook or an archive";
  if (!begin.starts_with('<')) return "no format of a watch list begins like it";
  if (root == "html" || root == "HTML" || begin.starts_with("<!DOCTYPE html")) return "it is a web page";
  if (root == "Sanctions") return "it is the advanced XML of the US Treasury; fetch sdn.xml or sdn.csv";
  return fmt::format("no list has the root element {}", shorten(root, 40));
}

/// Files that make one list.
struct Candidate {
  const ListFormat* format = nullptr;
  std::vector<ListPart> parts;  ///< in the order of their roles
};

void tell(Diagnostics& diagnostics, Level level, const std::string& file, std::string message,
          std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.level = level;
  diagnostic.at.file = file;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics.push_back(std::move(diagnostic));
}

/// The files of commas of the US Treasury belong together; of any other format each file is a list.
std::vector<Candidate> candidates_of(const std::vector<ListPart>& files) {
  std::vector<Candidate> candidates;
  Candidate trio{&ofac_csv, {}};
  for (const ListPart& file : files) {
    ListPart part = file;
    const ListFormat* format = format_of(part);
    if (format == &ofac_csv)
      trio.parts.push_back(std::move(part));
    else if (format != nullptr)
      candidates.push_back({format, {std::move(part)}});
  }
  const auto by_role = [](const ListPart& a, const ListPart& b) { return a.role < b.role; };
  std::stable_sort(trio.parts.begin(), trio.parts.end(), by_role);
  if (!trio.parts.empty()) candidates.push_back(std::move(trio));
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.parts.front().name < b.parts.front().name; });
  return candidates;
}

/// Two files of one role: of two lists, or of one on two days. Nobody can say which aliases belong to which entries.
bool has_rivals(const Candidate& candidate, Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < candidate.parts.size(); ++i) {
    const ListPart& one = candidate.parts[i - 1];
    const ListPart& other = candidate.parts[i];
    if (one.role != other.role || one.role == PartRole::comments) continue;
    tell(diagnostics, Level::error, other.name,
         fmt::format("holds {} of a list, and so does {}", to_string(one.role), one.name),
         "keep each list in a folder of its own");
    return true;
  }
  return false;
}

/// "lists/watch.csv" → "watch".
std::string stem_of(const std::string& name) {
  const std::string base = name.substr(name.rfind('/') + 1);
  return base.substr(0, base.find('.', 1));
}

void clear(WatchList& list) {
  list.entries.clear();
  list.names.clear();
  list.facts.clear();
  list.texts = {};
  list.complete = false;
}

WatchList read_candidate(const ListFolder& folder, const Candidate& candidate,
                         const std::optional<ListManifest>& manifest, const ListOptions& options,
                         Diagnostics& diagnostics) {
  WatchList list;
  const std::string& first = candidate.parts.front().name;
  list.given = folder.named_file ? folder.given : first.substr(0, first.rfind('/'));
  list.format = candidate.format->name;
  list.max_age_days = candidate.format->max_age_days;
  take_digests(candidate.parts, list);
  if (has_rivals(candidate, diagnostics)) {
    list.refused = true;
  } else {
    ListBuilder builder(list, diagnostics);
    candidate.format->read(candidate.parts, builder);
    builder.finish();
  }
  if (list.name.empty()) list.name = stem_of(first);
  if (!list.refused) judge_list(folder, manifest, options, list, diagnostics);
  if (list.refused) clear(list);
  return list;
}

class Route {
 public:
  Route(Diagnostics& diagnostics, const ListOptions& options) : diagnostics_(diagnostics), options_(options) {}

  void read(const GivenLists& given) {
    for (std::size_t i = 0; i < given.folders.size(); ++i) {
      if (given.folders[i].first_of_given) begin_given(given.specs[i], given.numbers[i]);
      read_folder(given.folders[i], given.numbers[i]);
      const bool last = i + 1 == given.folders.size() || given.folders[i + 1].first_of_given;
      if (last && found_of_given_ == 0) refuse_given(given.folders[i]);
    }
    name_apart();
    sort_diagnostics(diagnostics_);
  }

  ListReading take() { return std::move(reading_); }

 private:
  void begin_given(const std::string& spec, std::uint32_t number) {
    found_of_given_ = 0;
    keep(KeptFile::Role::list_given, number, spec, {}, {});
  }

  void refuse_given(const ListFolder& folder) {
    reading_.refused = true;
    tell(diagnostics_, Level::error, folder.given, "there is no watch list in this folder",
         "docs/LISTS.md says which formats are read");
  }

  void keep(KeptFile::Role role, std::uint32_t number, const std::string& name, const Bytes& bytes, Digest digest) {
    KeptFile file;
    file.role = role;
    file.pack = number;
    file.name = name;
    file.bytes = bytes;
    file.digest = digest;
    reading_.kept.push_back(std::move(file));
  }

  static Digest digest_of(const ListPart& part, const std::vector<WatchList>& lists) {
    for (const WatchList& list : lists)
      for (const ListFile& file : list.files)
        if (file.name == part.name) return from_hex(file.sha256);
    return sha256(part.bytes.view());
  }

  static Digest from_hex(std::string_view hex) {
    Digest digest{};
    const auto nibble = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    for (std::size_t i = 0; i < digest.size(); ++i)
      digest[i] = static_cast<std::uint8_t>(nibble(hex[2 * i]) << 4 | nibble(hex[2 * i + 1]));
    return digest;
  }

  std::optional<ListManifest> manifest_of(const ListFolder& folder, std::size_t lists, bool& broken) {
    if (!folder.manifest) return std::nullopt;
    auto manifest = read_list_yaml(folder.manifest->name, folder.manifest->bytes.view(), diagnostics_);
    broken = !manifest;
    if (lists == 1 || broken) return manifest;
    broken = true;
    tell(diagnostics_, Level::error, folder.manifest->name,
         fmt::format("speaks of one list, and there are {} beside it", lists),
         "keep each list in a folder of its own");
    return std::nullopt;
  }

  void read_folder(const ListFolder& folder, std::uint32_t number) {
    const std::vector<Candidate> candidates = candidates_of(folder.files);
    bool broken = false;
    const std::optional<ListManifest> manifest = manifest_of(folder, candidates.size(), broken);
    std::vector<WatchList> lists;
    for (const Candidate& candidate : candidates) {
      WatchList list = read_candidate(folder, candidate, manifest, options_, diagnostics_);
      if (broken) {
        list.refused = true;
        clear(list);
      }
      lists.push_back(std::move(list));
    }
    pass_over_strangers(folder, candidates, number);
    keep_files(folder, candidates, lists, number);
    found_of_given_ += lists.size() + (broken ? 1 : 0);
    reading_.refused |= broken;
    for (WatchList& list : lists) {
      reading_.refused |= list.refused;
      reading_.lists.push_back(std::move(list));
    }
  }

  void pass_over_strangers(const ListFolder& folder, const std::vector<Candidate>& candidates, std::uint32_t number) {
    for (const ListPart& file : folder.files) {
      const bool used = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return std::any_of(candidate.parts.begin(), candidate.parts.end(),
                           [&](const ListPart& part) { return part.name == file.name; });
      });
      if (used) continue;
      if (folder.named_file) {
        refuse_named(file, number);
      } else {
        keep(KeptFile::Role::list_passed_over, number, file.name, {}, {});
        tell(diagnostics_, Level::note, file.name, "is no watch list and is not read");
      }
    }
  }

  void refuse_named(const ListPart& file, std::uint32_t number) {
    reading_.refused = true;
    ++found_of_given_;
    keep(KeptFile::Role::list_file, number, file.name, file.bytes, sha256(file.bytes.view()));
    tell(diagnostics_, Level::error, file.name, "is no watch list that is known: " + what_it_is(file.text()),
         "docs/LISTS.md says which formats are read");
  }

  void keep_files(const ListFolder& folder, const std::vector<Candidate>& candidates,
                  const std::vector<WatchList>& lists, std::uint32_t number) {
    for (const Candidate& candidate : candidates)
      for (const ListPart& part : candidate.parts)
        keep(KeptFile::Role::list_file, number, part.name, part.bytes, digest_of(part, lists));
    if (folder.manifest)
      keep(KeptFile::Role::list_file, number, folder.manifest->name, folder.manifest->bytes,
           sha256(folder.manifest->bytes.view()));
  }

  /// Two lists of one name would be one in a report.
  void name_apart() {
    std::map<std::string, int> times;
    for (WatchList& list : reading_.lists)
      if (const int nth = ++times[list.name]; nth > 1) list.name += fmt::format(" ({})", nth);
  }

  Diagnostics& diagnostics_;
  const ListOptions& options_;
  ListReading reading_;
  std::size_t found_of_given_ = 0;
};

ListReading read_given(const GivenLists& given, Diagnostics& diagnostics, const ListOptions& options) {
  Route route(diagnostics, options);
  route.read(given);
  return route.take();
}

}  // namespace

ListReading read_lists(std::span<const std::string> specs, Diagnostics& diagnostics, const ListOptions& options) {
  return read_given(find_lists(specs), diagnostics, options);
}

ListReading read_kept_lists(std::span<const KeptFile> kept, Diagnostics& diagnostics, const ListOptions& options) {
  return read_given(kept_lists(kept), diagnostics, options);
}

ListReading read_list_texts(const std::string& given, const std::vector<std::pair<std::string, std::string>>& texts,
                            Diagnostics& diagnostics, const ListOptions& options) {
  std::vector<KeptFile> kept(1 + texts.size());
  kept[0].role = KeptFile::Role::list_given;
  kept[0].name = given;
  const std::string folder = given.substr(0, given.find('@'));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    kept[i + 1].role = KeptFile::Role::list_file;
    kept[i + 1].name = folder + "/" + texts[i].first;
    kept[i + 1].bytes = Bytes(texts[i].second);
  }
  return read_kept_lists(kept, diagnostics, options);
}

void check_lists_unchanged(const ListReading& reading) {
  for (const KeptFile& file : reading.kept) file.bytes.check_unchanged();
}

}  // namespace assay
