#include "cli/output.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/failure.h"
#include "base/text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& file, const std::string& why) {
  throw Failure(Exit::io, "cannot write " + escape_for_terminal(file) + ": " + why);
}

bool to_stdout(const Output& output) {
  return output.file.empty() || output.file == "-";
}

void check_places(const std::vector<Output>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i)
    for (std::size_t j = i + 1; j < outputs.size(); ++j) {
      const bool both_stdout = to_stdout(outputs[i]) && to_stdout(outputs[j]);
      if (both_stdout || outputs[i].file == outputs[j].file)
        throw Failure(Exit::usage, "two reports would go to " +
                                       (both_stdout ? "standard output" : escape_for_terminal(outputs[i].file)) +
                                       "; give each --format its own --output FILE");
    }
}

/// Removes the file unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& target) : name_(target + ".XXXXXX") {
    const int descriptor = ::mkstemp(name_.data());
    if (descriptor == -1) fail(target, std::strerror(errno));
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
    ::close(descriptor);
  }
  ~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Sees the bytes on the disk, then puts them in the target's place.
  void become(const std::string& target) {
    const int descriptor = ::open(name_.c_str(), O_RDONLY | O_CLOEXEC);
    const bool safe = descriptor != -1 && ::fsync(descriptor) == 0;
    if (descriptor != -1) ::close(descriptor);
    if (!safe || ::rename(name_.c_str(), target.c_str()) != 0) fail(target, std::strerror(errno));
    name_.clear();
  }

 private:
  std::string name_;
};

void write_to(const std::string& name, const std::string& target, const std::function<void(std::ostream&)>& write) {
  errno = 0;
  std::ofstream out(name, std::ios::binary);
  if (!out) fail(target, std::strerror(errno));
  write(out);
  out.close();
  if (!out) fail(target, errno == 0 ? "it is incomplete" : std::strerror(errno));
}

}  // namespace

std::vector<Output> outputs_of(const Arguments& arguments) {
  std::vector<Output> outputs;
  std::vector<std::string> waiting;  // files whose format has not come yet
  bool last_is_free = false;
  for (const Given& given : arguments.options) {
    if (given.option == "--format") {
      outputs.push_back({find_writer(given.value), {}});
      last_is_free = waiting.empty();
      if (last_is_free) continue;
      outputs.back().file = waiting.front();
      waiting.erase(waiting.begin());
    } else if (given.option == "--output") {
      if (last_is_free) {
        outputs.back().file = given.value;
      } else {
        waiting.push_back(given.value);
      }
      last_is_free = false;
    }
  }
  for (std::string& file : waiting) outputs.push_back({&text_writer, std::move(file)});
  if (outputs.empty()) outputs.push_back({&text_writer, {}});
  check_places(outputs);
  return outputs;
}

void write_file(const std::string& file, const std::function<void(std::ostream&)>& write) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    write_to(file, file, write);
    return;
  }
  TemporaryFile temporary(file);
  write_to(temporary.name(), file, write);
  temporary.become(file);
}

}  // namespace assay
