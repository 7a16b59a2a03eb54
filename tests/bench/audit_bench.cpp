// Times whole audits of a folder, step by step: assay_bench FOLDER [RUNS]. Prints medians, by the clock and by the
// processor (which tells more on a machine that others use too), the ratio of each step to a memchr for line ends
// over the same bytes in the same run, and the peak of anonymous memory (mapped files do not count) against the bytes
// of the input. For comparison within one run; no test depends on a figure.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "audit/audit.h"
#include "report/report.h"

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Anonymous bytes that the process holds now.
double anonymous_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("RssAnon:")) return std::strtod(line.c_str() + 8, nullptr) * 1024;
  return 0;
}

/// Seconds that the processor worked: for the whole process, or for the thread that asks.
double processor_seconds(clockid_t whose) {
  timespec time{};
  clock_gettime(whose, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Looks at the memory, and at the work of all other threads, every two milliseconds.
class Watch {
 public:
  explicit Watch(Clock::time_point began)
      : began_(began), thread_([this] {
          while (!done_) {
            const double work = processor_seconds(CLOCK_PROCESS_CPUTIME_ID);
            samples_.push_back({since(began_), anonymous_bytes(), work - processor_seconds(CLOCK_THREAD_CPUTIME_ID)});
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
          }
        }) {}
  ~Watch() { stop(); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  void stop() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
  }
  /// The highest it saw from one second to another.
  [[nodiscard]] double peak(double from, double to) const {
    double most = 0;
    for (const Sample& sample : samples_)
      if (sample.at >= from && sample.at <= to) most = std::max(most, sample.bytes);
    return most;
  }
  /// What the processor worked from one second to another, as far as the samples tell.
  [[nodiscard]] double work(double from, double to) const { return work_at(to) - work_at(from); }

 private:
  struct Sample {
    double at = 0, bytes = 0, work = 0;
  };
  [[nodiscard]] double work_at(double time) const {
    if (samples_.empty()) return 0;
    Sample before = samples_.front();
    for (const Sample& sample : samples_) {
      if (sample.at >= time && sample.at > before.at)
        return before.work + (sample.work - before.work) * (time - before.at) / (sample.at - before.at);
      before = sample;
    }
    return before.work;
  }

  Clock::time_point began_;
  std::vector<Sample> samples_;
  std::atomic<bool> done_{false};
  std::thread thread_;
};

std::uint64_t count_lines(std::string_view bytes) {
  std::uint64_t lines = 0;
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
    ++lines;
    ++at;
  }
  return lines;
}

struct Measured {
  std::vector<std::string> steps;
  std::map<std::string, std::vector<double>> seconds;
  std::map<std::string, std::vector<double>> work;  ///< of the processor; absent where nobody looked
  std::map<std::string, double> peak;               ///< anonymous bytes; absent where nobody looked
  double bytes = 0, rows = 0;

  void note(const std::string& step, double time) {
    if (std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
    seconds[step].push_back(time);
  }
  void note_peak(const std::string& step, double bytes_held, double worked) {
    peak[step] = std::max(peak[step], bytes_held);
    work[step].push_back(worked);
  }
};

void run_once(const assay::AuditRequest& request, Measured& measured) {
  const double before = anonymous_bytes();
  const auto began = Clock::now();
  Watch watch(began);
  const auto audit = assay::run_audit(request);
  const double routed = since(began);
  std::ostringstream out;
  assay::text_writer.write(*audit, {}, out);
  const double all = since(began);
  watch.stop();
  double named = 0;
  for (const assay::StepTime& step : audit->timings) {  // one after the other
    measured.note(std::string(step.step), step.seconds);
    measured.note_peak(std::string(step.step), watch.peak(named, named + step.seconds) - before,
                       watch.work(named, named + step.seconds));
    named += step.seconds;
  }
  measured.note_peak("text report", watch.peak(routed, all) - before, watch.work(routed, all));
  measured.note_peak("whole audit", watch.peak(0, all) - before, watch.work(0, all));
  measured.note("rest of the route", routed - named);
  measured.note("text report", all - routed);
  measured.note("whole audit", all);
  std::uint64_t lines = 0;
  const auto scan = Clock::now();
  const double worked = processor_seconds(CLOCK_THREAD_CPUTIME_ID);
  for (const assay::InputFile& file : audit->tables.files) lines += count_lines(file.bytes.view());
  measured.note("memchr", since(scan));
  measured.work["memchr"].push_back(processor_seconds(CLOCK_THREAD_CPUTIME_ID) - worked);
  measured.bytes = measured.rows = 0;
  for (const assay::LedgerEntry& entry : audit->ledger) {
    measured.bytes += static_cast<double>(entry.bytes);
    measured.rows += static_cast<double>(entry.rows);
  }
  if (lines == 0) std::cerr << "no lines\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: assay_bench FOLDER [RUNS]\n";
    return 2;
  }
  assay::AuditRequest request;
  request.inputs = {argv[1]};
  request.as_of = assay::exact_date(2024, 12, 31);
  const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
  Measured measured;
  for (int run = 0; run < runs; ++run) run_once(request, measured);
  const double scan = median(measured.seconds["memchr"]);
  const double scan_work = median(measured.work["memchr"]);
  std::cout << fmt::format("{:.0f} rows, {:.1f} MB, median of {} runs\n", measured.rows, measured.bytes / 1e6, runs);
  std::cout << fmt::format("{:<20} {:>9} {:>9} {:>11} {:>9} {:>9}\n", "step", "seconds", "x memchr", "processor s",
                           "x memchr", "peak MB");
  for (const std::string& step : measured.steps) {
    const double seconds = median(measured.seconds[step]);
    std::cout << fmt::format("{:<20} {:>9.3f} {:>9.1f}", step, seconds, seconds / scan);
    if (const auto work = measured.work.find(step); work != measured.work.end())
      std::cout << fmt::format(" {:>11.3f} {:>9.1f}", median(work->second), median(work->second) / scan_work);
    if (const auto peak = measured.peak.find(step); peak != measured.peak.end())
      std::cout << fmt::format(" {:>9.1f}", peak->second / 1e6);
    std::cout << '\n';
  }
  const double most = measured.peak["whole audit"];
  std::cout << fmt::format("anonymous memory at its peak {:.1f} MB, {:.3f} x the input\n", most / 1e6,
                           most / measured.bytes);
  return 0;
}
