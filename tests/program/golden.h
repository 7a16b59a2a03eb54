#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

/// Compares with tests/program/golden/NAME. ASSAY_UPDATE_GOLDEN=1 rewrites the file instead, for a person to read the
/// difference before it is committed; what was found otherwise lies beside it as NAME.received.
inline void expect_golden(const std::string& name, const std::string& found) {
  const std::string path = std::string(ASSAY_SOURCE_DIR) + "/tests/program/golden/" + name;
  if (std::getenv("ASSAY_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream out(path, std::ios::binary);
    out << found;
    ASSERT_TRUE(out) << "cannot write " << path;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path << " is missing; ASSAY_UPDATE_GOLDEN=1 writes it";
  std::ostringstream wanted;
  wanted << in.rdbuf();
  if (wanted.str() == found) return;
  std::ofstream(path + ".received", std::ios::binary) << found;
  EXPECT_EQ(wanted.str(), found) << "differs from " << name << "; ASSAY_UPDATE_GOLDEN=1 accepts it";
}
