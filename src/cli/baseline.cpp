#include "cli/baseline.h"

#include <charconv>
#include <filesystem>

#include "base/failure.h"
#include "base/text.h"
#include "store/store.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::optional<std::uint64_t> number_from(const std::string& word) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

KeptFile of_store(std::uint64_t number, const Arguments& arguments) {
  const std::string word = std::to_string(number);
  if (!arguments.has("--db"))
    throw Failure(Exit::usage, "--baseline " + word +
                                   " is the number of an audit, which needs --db FILE; a file of "
                                   "that name is ./" +
                                   word);
  const Store store = Store::open(arguments.text("--db"));
  KeptFile file{KeptFile::Role::baseline, 0, "audit " + word, Bytes(store.load(number).report), {}};
  file.digest = sha256(file.bytes.view());
  return file;
}

}  // namespace

Option baseline_option() {
  return {"--baseline", "FILE|AUDIT",
          "an earlier JSON report, or the number of an audit in --db: only flags and questions that are new or worse "
          "since count for the exit code"};
}

std::optional<KeptFile> baseline_of(const Arguments& arguments) {
  if (!arguments.has("--baseline")) return std::nullopt;
  const std::string word = arguments.text("--baseline");
  if (const auto number = number_from(word)) return of_store(*number, arguments);
  std::error_code error;
  if (!fs::is_regular_file(word, error))
    throw Failure(Exit::usage, "--baseline: there is no file " + escape_for_terminal(word) +
                                   "; assay audit PATH... --format json --output FILE writes one");
  // No path of the machine stands in a report.
  KeptFile file{KeptFile::Role::baseline, 0, fs::path(word).filename().string(), Bytes::map(word), {}};
  file.digest = sha256(file.bytes.view());
  return file;
}

}  // namespace assay
