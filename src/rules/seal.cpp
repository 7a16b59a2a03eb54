#include "rules/seal.h"

#include <algorithm>

#include <fmt/format.h>

namespace assay {
namespace {

constexpr std::string_view pack_file = "pack.yaml";
constexpr std::string_view how_to_seal = "after a review: scripts/seal-pack DIR";

bool is_digest(const YamlNode& node) {
  return node.kind == YamlNode::Kind::scalar && node.text.size() == 64 &&
         node.text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

class SealCheck {
 public:
  SealCheck(const YamlDocument& pack, const std::vector<SealedFile>& files, Diagnostics& diagnostics)
      : pack_(pack), files_(files), diagnostics_(diagnostics) {}

  std::vector<std::string> run(const YamlNode& digests) {
    if (digests.kind != YamlNode::Kind::map) {
      complain(digests, "`digests` is a map from a file of the pack to its SHA-256");
      return {};
    }
    for (std::size_t i = 0; i < digests.keys.size(); ++i) check(digests.keys[i], digests.items[i]);
    for (const SealedFile& one : files_) {
      if (one.file->name == pack_file || digests.find(one.file->name) != nullptr) continue;
      complain(digests, fmt::format("{} is in the pack, but `digests` does not vouch for it", one.file->name));
      unsealed_.push_back(one.file->name);
    }
    std::sort(unsealed_.begin(), unsealed_.end());
    return std::move(unsealed_);
  }

 private:
  void check(const YamlNode& name, const YamlNode& digest) {
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&name](const SealedFile& one) { return one.file->name == name.text; });
    if (!is_digest(digest))
      complain(digest, "this is no SHA-256: 64 digits and letters a to f");
    else if (found == files_.end() || name.text == pack_file)
      complain(name, fmt::format("the pack has no file {}", name.text));
    else if (found->digest != digest.text) {
      complain(digest, fmt::format("{} is not the file that was sealed: it was changed or cut", name.text));
      unsealed_.push_back(name.text);
    }
  }

  void complain(const YamlNode& at, std::string message) {
    diagnostics_.push_back(pack_.complain(at, std::move(message), std::string(how_to_seal)));
  }

  const YamlDocument& pack_;
  const std::vector<SealedFile>& files_;
  Diagnostics& diagnostics_;
  std::vector<std::string> unsealed_;
};

}  // namespace

std::vector<std::string> check_seal(const YamlDocument& pack, const YamlNode& digests,
                                    const std::vector<SealedFile>& files, Diagnostics& diagnostics) {
  return SealCheck(pack, files, diagnostics).run(digests);
}

}  // namespace assay
