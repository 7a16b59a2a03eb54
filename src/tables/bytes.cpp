#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/failure.h"
#include "base/text.h"
#include "tables/input_file.h"

namespace assay {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw Failure(Exit::io, "cannot read " + escape_for_terminal(path) + ": " + why);
}

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

/// Closes the file when the mapping is made: it holds without it, and many inputs would use the descriptors up.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      // Not blocking, so that a FIFO without a writer is refused instead of waited for.
      : descriptor_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {
    if (descriptor_ < 0) fail(path, reason_of(errno));
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

struct Bytes::Mapping {
  std::string path;
  void* address = nullptr;  ///< none for an empty file, which cannot be mapped
  std::size_t size = 0;
  timespec modified{};

  Mapping() = default;
  ~Mapping() {
    if (address != nullptr) ::munmap(address, size);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  [[nodiscard]] bool is_as_in(const struct stat& status) const {
    return S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) == size &&
           status.st_mtim.tv_sec == modified.tv_sec && status.st_mtim.tv_nsec == modified.tv_nsec;
  }
};

Bytes::Bytes(std::string held) : held_(std::make_shared<const std::string>(std::move(held))), view_(*held_) {}

Bytes Bytes::map(const std::string& path) {
  const OpenFile file(path);
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) fail(path, reason_of(errno));
  if (!S_ISREG(status.st_mode)) fail(path, S_ISDIR(status.st_mode) ? "it is a folder" : "it is not a regular file");

  auto mapping = std::make_shared<Mapping>();
  mapping->path = path;
  mapping->modified = status.st_mtim;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size != 0) {
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
    if (address == MAP_FAILED) fail(path, reason_of(errno));
    mapping->address = address;
    mapping->size = size;
    ::madvise(address, size, MADV_SEQUENTIAL);  // advice only: without it reading is slower, not wrong
  }
  Bytes bytes;
  bytes.view_ = {static_cast<const char*>(mapping->address), mapping->size};
  bytes.mapping_ = std::move(mapping);
  return bytes;
}

void Bytes::check_unchanged() const {
  if (!mapping_) return;
  struct stat status {};
  if (::stat(mapping_->path.c_str(), &status) != 0) fail(mapping_->path, reason_of(errno));
  if (!mapping_->is_as_in(status)) fail(mapping_->path, "it was changed while it was read");
}

}  // namespace assay
