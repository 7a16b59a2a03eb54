// Times the search of many names in a list: names_bench LIST.csv [--count N] [--threshold T] [--threads N]
// [--people FILE] [--show N]. LIST.csv has the columns list, uid, kind, programs, name and name_type. Without
// --people the names are made up (seed fixed): suppliers, and one in 500 a name of the list in disguise. With it they
// are the lines of the file, and only the people of the list are compared with them, as an audit does. Seconds of the
// processor stand beside seconds of the clock, which other work on the machine makes longer. The peak of anonymous
// memory is the system's own record of the process, without mapped files.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <unordered_set>
#include <vector>

#include "base/memory.h"
#include "names/index.h"
#include "names/list_file.h"
#include "names/made_names.h"
#include "names/prepare.h"

namespace {

using namespace assay;

struct Options {
  std::string list;
  std::string people;
  std::size_t count = 1'000'000;
  float threshold = 0.80F;
  std::size_t threads = 2;
  std::size_t show = 0;  ///< so many of the hits are printed
};

struct Times {
  double clock = 0;
  double processor = 0;
};

Times now() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  const auto clock = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration<double>(clock).count(), seconds(used.ru_utime) + seconds(used.ru_stime)};
}

/// Anonymous megabytes that the process holds now.
double anonymous_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("RssAnon:")) return std::strtod(line.c_str() + 8, nullptr) / 1024;
  return 0;
}

/// Runs the step and prints what it took, and the memory afterwards.
template <class Step>
Times timed(const char* name, Step step) {
  const Times began = now();
  step();
  const Times ended = now();
  const Times took{ended.clock - began.clock, ended.processor - began.processor};
  std::printf("%-28s %7.2f s   processor %7.2f s   anonymous %6.1f MB\n", name, took.clock, took.processor,
              anonymous_megabytes());
  return took;
}

/// Texts one behind the other, so that a million names are one piece of memory.
struct Texts {
  std::string bytes;
  std::vector<std::size_t> ends;

  void add(std::string_view text) {
    bytes += text;
    ends.push_back(bytes.size());
  }
  [[nodiscard]] std::vector<NameText> names(NameKind kind) const {
    std::vector<NameText> names;
    names.reserve(ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      names.push_back({std::string_view(bytes).substr(begin, end - begin), kind});
      begin = end;
    }
    return names;
  }
};

Texts made_texts(const Options& options, const std::vector<TestName>& list) {
  MadeRandom random(20170805);
  Texts texts;
  for (std::size_t i = 0; i < options.count; ++i)
    texts.add(random.one_in(500)  ? disguised(list[random.below(list.size())].text, random)
              : random.one_in(50) ? made_foreign_supplier(random)
                                  : made_supplier(random));
  return texts;
}

Texts texts_of_file(const std::string& file) {
  Texts texts;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) texts.add(line);
  return texts;
}

std::size_t distinct_words(const Texts& texts) {
  std::unordered_set<std::string_view> words;
  for (const NameText& name : texts.names(NameKind::company))
    for (std::size_t at = 0; at < name.text.size();) {
      const std::size_t end = std::min(name.text.find(' ', at), name.text.size());
      words.insert(name.text.substr(at, end - at));
      at = end + 1;
    }
  return words.size();
}

/// The most that the process held at any time, by looking fifty times a second.
class Watch {
 public:
  Watch()
      : thread_([this](const std::stop_token& stop) {
          while (!stop.stop_requested()) {
            most_ = std::max(most_, anonymous_megabytes());
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
          }
        }) {}
  double stop() {
    thread_.request_stop();
    thread_.join();
    return most_;
  }

 private:
  double most_ = 0;
  std::jthread thread_;
};

void print_search(const std::vector<NameText>& names, const std::vector<NameHit>& hits, const SearchFigures& figures,
                  const Times& took) {
  const auto count = static_cast<double>(names.size());
  const auto distinct = static_cast<double>(figures.names);
  std::size_t alerts = 0;
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (i == 0 || hits[i].query != hits[i - 1].query) ++alerts;
  std::printf("  processor: prepare %.2f s, resolve %.2f s, search %.2f s\n", figures.prepare_seconds,
              figures.resolve_seconds, figures.search_seconds);
  std::printf("  %zu distinct names; each: %.1f postings, %.2f candidates, %.3f compared in full\n", figures.names,
              static_cast<double>(figures.postings) / distinct, static_cast<double>(figures.candidates) / distinct,
              static_cast<double>(figures.scored) / distinct);
  std::printf("  %.0f names/s by the clock, %.0f names per processor second\n", count / took.clock,
              count / took.processor);
  std::printf("  %zu hits, %zu names with an alert (%.3f %%)\n", hits.size(), alerts,
              100 * static_cast<double>(alerts) / count);
}

void run(const Options& options) {
  std::vector<TestName> entries = read_list_file(options.list);
  if (!options.people.empty())
    std::erase_if(entries, [](const TestName& entry) { return entry.kind != NameKind::person; });
  const Texts texts = options.people.empty() ? made_texts(options, entries) : texts_of_file(options.people);
  std::printf("%zu names of the list, %zu names to screen, %zu distinct words, threshold %.2f, %zu threads\n",
              entries.size(), texts.ends.size(), distinct_words(texts), static_cast<double>(options.threshold),
              options.threads);
  const double before = anonymous_megabytes();
  Watch watch;
  std::vector<PreparedName> list;
  TokenWeights weights;
  timed("prepare the list", [&] {
    for (const TestName& entry : entries) {
      list.push_back(prepare(entry.text, entry.kind));
      add_to(weights, list.back());
    }
    for (PreparedName& name : list) weigh(name, weights);
  });
  std::unique_ptr<NameIndex> index;
  timed("dictionary and postings", [&] {
    index = std::make_unique<NameIndex>(list, weights);
    give_back_memory();
  });
  const std::vector<NameText> names = texts.names(options.people.empty() ? NameKind::company : NameKind::person);
  std::vector<NameHit> hits;
  SearchFigures figures;
  const Times took =
      timed("search", [&] { hits = index->search_all(names, options.threshold, options.threads, &figures); });
  print_search(names, hits, figures, took);
  for (std::size_t i = 0; i < std::min(options.show, hits.size()); ++i) {
    const NameHit& hit = hits[i * hits.size() / std::min(options.show, hits.size())];
    const TestName& entry = entries[hit.entry];
    std::printf("  %.3f  %.*s  =  %s (%s)\n", static_cast<double>(hit.score),
                static_cast<int>(names[hit.query].text.size()), names[hit.query].text.data(), entry.text.c_str(),
                std::string(to_string(entry.kind)).c_str());
  }
  std::printf("  anonymous memory: %.1f MB at most, of which the texts %.1f MB\n", watch.stop(), before);
}

Options options_of(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const char* value = i + 1 < count ? words[i + 1] : "";
    if (!word.starts_with("--")) {
      options.list = word;
      continue;
    }
    ++i;
    if (word == "--count") options.count = std::strtoull(value, nullptr, 10);
    if (word == "--threshold") options.threshold = std::strtof(value, nullptr);
    if (word == "--threads") options.threads = std::strtoull(value, nullptr, 10);
    if (word == "--show") options.show = std::strtoull(value, nullptr, 10);
    if (word == "--people") options.people = value;
  }
  return options;
}

}  // namespace

int main(int count, char** words) {
  const Options options = options_of(count, words);
  if (options.list.empty()) {
    std::fputs("usage: names_bench LIST.csv [--count N] [--threshold T] [--threads N] [--people FILE] [--show N]\n",
               stderr);
    return 2;
  }
  run(options);
  return 0;
}
