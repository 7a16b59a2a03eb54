#include "names/index.h"

#include <algorithm>
#include <numeric>
#include <time.h>
#include <tuple>

#include "base/hash.h"
#include "names/list_forms.h"
#include "names/name_search.h"
#include "names/prepare.h"
#include "names/share_work.h"
#include "names/word_memo.h"

namespace assay {
namespace {

/// So many names are prepared, looked up and searched by one thread at a time.
constexpr std::size_t names_of_piece = 256;

/// Seconds of the processor that this thread took.
double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void best_first(std::vector<NameHit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const NameHit& a, const NameHit& b) {
    return std::tuple(a.query, -a.score, a.entry) < std::tuple(b.query, -b.score, b.entry);
  });
}

/// Names by text and kind: `order` holds all, equal ones together and ascending, `starts` where each distinct one
/// begins and the end.
struct DistinctNames {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> starts;

  [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
};

DistinctNames distinct_names(std::span<const NameText> names) {
  struct Hashed {
    std::uint64_t hash = 0;
    std::uint32_t name = 0;
  };
  std::vector<Hashed> hashed;
  hashed.reserve(names.size());
  for (const NameText& name : names)
    hashed.push_back(
        {hash_text(name.text, static_cast<std::uint64_t>(name.kind)), static_cast<std::uint32_t>(hashed.size())});
  const auto key = [&](const Hashed& one) {
    return std::tuple(one.hash, names[one.name].kind, names[one.name].text);
  };
  std::sort(hashed.begin(), hashed.end(), [&](const Hashed& a, const Hashed& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return std::tuple(key(a), a.name) < std::tuple(key(b), b.name);
  });
  DistinctNames distinct;
  distinct.order.reserve(names.size());
  for (std::size_t i = 0; i < hashed.size(); ++i) {
    if (i == 0 || key(hashed[i]) != key(hashed[i - 1])) distinct.starts.push_back(static_cast<std::uint32_t>(i));
    distinct.order.push_back(hashed[i].name);
  }
  distinct.starts.push_back(static_cast<std::uint32_t>(names.size()));
  return distinct;
}

/// What one thread needs.
struct Worker {
  NameSearch search;
  std::vector<PreparedName> prepared;
  std::vector<const KnownWord*> words;
  std::vector<std::size_t> words_of;  ///< by prepared name: where its words begin, and the end
};

/// Looks up the words of the names and fills in what they weigh.
void resolve(Worker& worker, std::size_t count) {
  worker.search.forget();
  worker.words.clear();
  worker.words_of.assign(1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    PreparedName& name = worker.prepared[i];
    worker.search.look_up(name, worker.words);
    std::size_t at = worker.words_of.back();
    for (NameForm& form : name.forms)
      for (NameToken& token : form.tokens) token.weight = worker.words[at++]->weight;
    worker.words_of.push_back(at);
  }
}

/// Searches some of the distinct names. `query` of the hits is the number of the distinct name.
void search_piece(Worker& worker, std::span<const NameText> names, const DistinctNames& distinct, std::size_t begin,
                  std::size_t end, float threshold, std::vector<NameHit>& hits) {
  SearchFigures& figures = worker.search.figures();
  worker.prepared.resize(std::max(worker.prepared.size(), end - begin));
  const double began = thread_seconds();
  for (std::size_t i = begin; i < end; ++i) {
    const NameText& name = names[distinct.order[distinct.starts[i]]];
    read_name(name.text, name.kind, worker.prepared[i - begin]);
  }
  const double prepared = thread_seconds();
  resolve(worker, end - begin);
  const double resolved = thread_seconds();
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t first = worker.words_of[i - begin];
    const auto words = std::span(worker.words).subspan(first, worker.words_of[i - begin + 1] - first);
    worker.search.find(worker.prepared[i - begin], words, threshold, static_cast<std::uint32_t>(i), hits);
  }
  figures.names += end - begin;
  figures.prepare_seconds += prepared - began;
  figures.resolve_seconds += resolved - prepared;
  figures.search_seconds += thread_seconds() - resolved;
}

void add_up(SearchFigures& sum, const SearchFigures& one) {
  sum.names += one.names;
  sum.postings += one.postings;
  sum.candidates += one.candidates;
  sum.scored += one.scored;
  sum.prepare_seconds += one.prepare_seconds;
  sum.resolve_seconds += one.resolve_seconds;
  sum.search_seconds += one.search_seconds;
}

}  // namespace

NameIndex::NameIndex(std::span<const PreparedName> list, const TokenWeights& weights)
    : forms_(std::make_unique<const ListForms>(make_list_forms(list))), weights_(&weights) {}

NameIndex::~NameIndex() = default;

std::vector<NameHit> NameIndex::search(const PreparedName& name, float threshold) const {
  WordMemo memo(*forms_, *weights_);
  NameSearch search(*forms_, memo);
  std::vector<NameHit> hits;
  std::vector<const KnownWord*> words;
  PreparedName asked = name;
  search.look_up(asked, words);
  search.find(asked, words, threshold, 0, hits);
  best_first(hits);
  return hits;
}

std::vector<NameHit> NameIndex::search_all(std::span<const NameText> names, float threshold, std::size_t threads,
                                           SearchFigures* figures) const {
  const DistinctNames distinct = distinct_names(names);
  WordMemo memo(*forms_, *weights_);
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i)
    workers.push_back({{*forms_, memo}, {}, {}, {}});
  std::vector<std::vector<NameHit>> pieces(distinct.size() / names_of_piece + 1);
  share_work(distinct.size(), names_of_piece, threads, [&](std::size_t begin, std::size_t end, std::size_t thread) {
    search_piece(workers[thread], names, distinct, begin, end, threshold, pieces[begin / names_of_piece]);
  });
  std::vector<NameHit> hits;
  for (const std::vector<NameHit>& piece : pieces)
    for (const NameHit& hit : piece)
      for (std::size_t at = distinct.starts[hit.query]; at < distinct.starts[hit.query + 1]; ++at)
        hits.push_back({distinct.order[at], hit.entry, hit.score});
  best_first(hits);
  if (figures != nullptr)
    for (const Worker& worker : workers) add_up(*figures, worker.search.figures());
  return hits;
}

}  // namespace assay
