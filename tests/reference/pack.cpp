#include "reference/pack.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "base/digest.h"

namespace assay::test {
namespace {

constexpr const char* manifest_name = "data/manifest.csv";

std::string manifest_of(const std::vector<PackFile>& files) {
  std::string text = "file,source,date,licence,sha256,max_age_days\n";
  for (const PackFile& file : files)
    if (file.name != manifest_name)
      text += file.name.substr(5) + ",made for a test,2026-01-02,none," + to_hex(sha256(file.bytes)) + ",30\n";
  return text;
}

}  // namespace

std::vector<PackFile> shipped_files() {
  const std::filesystem::path folder = std::filesystem::path(ASSAY_SOURCE_DIR) / "rules" / "dprk" / "data";
  std::vector<PackFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    files.push_back({"data/" + entry.path().filename().string(),
                     std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>())});
  }
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.name < b.name; });
  return files;
}

const Reference& shipped() {
  static const Reference reference = [] {
    Diagnostics diagnostics;
    Reference loaded = load_reference(shipped_files(), diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << format_diagnostic(diagnostic);
    return loaded;
  }();
  return reference;
}

std::vector<PackFile> small_files() {
  std::vector<PackFile> files = {
      {"data/border_zone.csv", "name,aliases,country,kind,unless,status,note\nDandong,丹东,CN,place,,project,\n"},
      {"data/countries.csv",
       "code,alpha_3,numeric,name,chinese,aliases,demonyms,status\nCN,CHN,156,China,中国,PRC,Chinese,primary\n"},
      {"data/exposure.csv", "hs_prefix,goods,reason,status,source\n2701,coal,banned,primary,a law\n"},
      {"data/korea.csv", "text,resolves_to,kind,status,note\nDPRK,KP,name,primary,\nKorea,ambiguous,name,project,\n"},
      {"data/places.csv", "code,name,aliases,country,role,status,note\nKPNAM,Nampo,남포,KP,port,geocoded,\n"},
      {"data/transformations.csv", "from,to,process,status\n2601,72,iron making,project\n"},
  };
  files.push_back({manifest_name, manifest_of(files)});
  return files;
}

void replace(std::vector<PackFile>& files, const std::string& name, const std::string& bytes) {
  for (PackFile& file : files)
    if (file.name == name) file.bytes = bytes;
  for (PackFile& file : files)
    if (file.name == manifest_name && name != manifest_name) file.bytes = manifest_of(files);
}

std::string said(Country country) {
  return country.is_known() ? country.code() : std::string(to_string(country.known()));
}

}  // namespace assay::test
