// entities.ftm.json of OpenSanctions and others: FollowTheMoney, one entity a line. Sanctions and identity papers are
// entities of their own there and are joined to the party that they name.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/ftm_line.h"
#include "lists/ftm_texts.h"
#include "lists/schema_kind.h"

namespace assay {
namespace {

std::optional<PartRole> sniff(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const auto has = [line](std::string_view word) { return line.find(word) != std::string_view::npos; };
  if (line.starts_with('{') && has("\"schema\"") && has("\"properties\"")) return PartRole::entries;
  return std::nullopt;
}

/// What an entity of its own says of a party.
struct Remote {
  std::string of;  ///< id of the party
  Draft says;
};

class Reader {
 public:
  explicit Reader(ListBuilder& builder) : builder_(builder) {}

  void add(const FtmEntity& entity, std::uint32_t line) {
    last_seen_ = std::max(last_seen_, entity.last_seen.substr(0, 10));
    if (entity.schema == "Sanction") return add_sanction(entity);
    if (entity.schema == "Identification" || entity.schema == "Passport") return add_paper(entity);
    const auto kind = kind_of_schema(entity.schema);
    if (!kind) return builder_.pass_over(fmt::format("{} is no party", shorten(entity.schema, 40)), line);
    if (entity.target == false)
      return builder_.pass_over(fmt::format("{} that nobody lists (target: false)", entity.schema), line);
    Draft draft;
    draft.id = entity.id;
    draft.kind = *kind;
    draft.line = line;
    // The first name is the primary one, so names come before the rest.
    for (const bool named : {true, false})
      for (const auto& [property, value] : entity.properties)
        if ((property == "name") == named) add_property(draft, property, value);
    builder_.add(draft);
  }

  void finish() {
    builder_.list().date = parse_date(last_seen_);
    if (remotes_.empty() || builder_.refused()) return;
    std::vector<std::pair<std::string_view, std::uint32_t>> by_id;
    for (std::uint32_t i = 0; i < builder_.list().entries.size(); ++i)
      by_id.emplace_back(builder_.list().entries[i].id, i);
    std::sort(by_id.begin(), by_id.end());
    for (const Remote& remote : remotes_) join(remote, by_id);
  }

 private:
  void add_sanction(const FtmEntity& entity) {
    Remote remote;
    for (const auto& [property, value] : entity.properties) {
      if (property == "program" || property == "programId")
        remote.says.add_fact(FactKind::programme, value, "program");
      if (property == "reason") remote.says.add_fact(FactKind::reason, value, "reason");
      if (property == "authority") remote.says.add_fact(FactKind::source, value, "authority");
    }
    const std::string_view listed = entity.first("listingDate");
    remote.says.listed_on = parse_date(listed.empty() ? entity.first("startDate") : listed);
    keep(entity, "entity", std::move(remote));
  }

  void add_paper(const FtmEntity& entity) {
    Remote remote;
    const FactKind kind = entity.schema == "Passport" ? FactKind::passport : FactKind::national_id;
    remote.says.add_fact(kind, entity.first("number"), "number", entity.first("country"));
    keep(entity, "holder", std::move(remote));
  }

  void keep(const FtmEntity& entity, std::string_view owner, Remote remote) {
    for (const auto& [property, value] : entity.properties)
      if (property == owner) {
        remote.of = value;
        remotes_.push_back(remote);
      }
  }

  void join(const Remote& remote, const std::vector<std::pair<std::string_view, std::uint32_t>>& by_id) {
    const auto at = std::lower_bound(by_id.begin(), by_id.end(), std::make_pair(std::string_view(remote.of), 0U));
    if (at == by_id.end() || at->first != remote.of)
      return builder_.pass_over("a sanction or paper of somebody who is no target", 0);
    builder_.add_to(at->second, remote.says);
    ListEntry& entry = builder_.list().entries[at->second];
    const Date& listed = remote.says.listed_on;
    if (listed.known == Known::yes && (entry.listed_on.known != Known::yes || listed.first < entry.listed_on.first))
      entry.listed_on = listed;
  }

  ListBuilder& builder_;
  std::string last_seen_;
  std::vector<Remote> remotes_;
};

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  builder.list().name = "ftm";
  const ListPart& part = parts.front();
  builder.in_part(part);
  Reader reader(builder);
  FtmLines lines;
  FtmEntity entity;
  std::string_view rest = part.text();
  std::string_view window = rest.substr(0, 0);
  for (std::uint32_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view text = trim(rest.substr(0, end));
    const bool last = end == rest.size();
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (text.empty()) continue;
    if (lines.read(text, entity))
      reader.add(entity, line);
    else if (last)
      return builder.refuse(line, 0, "the list is cut: its last line is no whole entity",
                            "fetch it again: a part of it is missing");
    else
      builder.drop("it is no entity in JSON", line);
    window = {window.data(), static_cast<std::size_t>(rest.data() - window.data())};
    if (window.size() > (std::size_t{1} << 20)) {
      let_go(part, window);
      window = rest.substr(0, 0);
    }
  }
  reader.finish();
}

}  // namespace

const ListFormat ftm_json{"ftm-json", published_max_age, sniff, read};

}  // namespace assay
