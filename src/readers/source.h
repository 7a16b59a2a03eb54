#pragma once

#include <string>
#include <vector>

#include "tables/input_file.h"

namespace assay {

/// A file to be read, before its format is known.
struct Source {
  std::string name;    ///< as reports show it: relative to what the user named, never a path of the machine
  std::string path;    ///< empty for a text in memory
  bool named = false;  ///< the user named the file itself, not a folder around it
  Bytes bytes;
};

/// The files that the paths name, sorted by name; folders are walked whole, hidden entries and links to folders are
/// not. Names that would be equal get the folders above them in front until they differ; the same file named twice
/// is "name (2)". What is neither file nor folder (a FIFO, a device) is no source: its name is put into `no_files`.
/// Throws Failure(io) for a path that does not exist or a folder that cannot be read.
std::vector<Source> find_sources(const std::vector<std::string>& paths, std::vector<std::string>& no_files);

/// The extension behind the last dot, in ASCII lower case: "csv"; empty when there is none.
std::string extension_of(const std::string& name);

}  // namespace assay
