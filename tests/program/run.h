#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "cli/main.h"

/// What a run of the program printed, and its exit code.
struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// Runs the program in this process, as if its output went to files. Of the environment it sees what is given here.
inline Ran run_in(const assay::Environment& environment, const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  assay::Terminal terminal{out, err};
  terminal.environment = environment;
  const int code = assay::run_words(words, terminal);
  return {code, out.str(), err.str()};
}

inline Ran run(const std::vector<std::string>& words) {
  return run_in({}, words);
}

inline std::string fixture(const std::string& name) {
  return std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/" + name;
}

/// The watch list of the fixtures, for `--lists`; audits below fixtures/audits take it from the assay.yaml there.
inline std::string list_of_fixtures() {
  return std::string(ASSAY_SOURCE_DIR) + "/fixtures/lists/invented";
}

/// A folder of this test alone, removed at the end.
class Folder {
 public:
  Folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    std::string name = "assay_test_" + std::string(test->test_suite_name()) + "_" + test->name();
    std::replace(name.begin(), name.end(), '/', '_');  // of tests with parameters
    path_ = std::filesystem::temp_directory_path() / (name + "_" + std::to_string(::getpid()));
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string path(const std::string& name = {}) const { return (path_ / name).string(); }
  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path(name);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

 private:
  std::filesystem::path path_;
};
