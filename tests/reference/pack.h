#pragma once

#include <string>
#include <vector>

#include "reference/reference.h"

namespace assay::test {

/// The data files of the shipped pack, as they lie in the source tree.
std::vector<PackFile> shipped_files();

/// The shipped tables, loaded once; the test fails when a diagnostic says that they are wrong.
const Reference& shipped();

/// Small tables without a mistake, for tests that break one of them.
std::vector<PackFile> small_files();

/// Replaces a file's bytes and the digest in the manifest.
void replace(std::vector<PackFile>& files, const std::string& name, const std::string& bytes);

/// "KP", "ambiguous", "unreadable", "blank".
std::string said(Country country);

}  // namespace assay::test
