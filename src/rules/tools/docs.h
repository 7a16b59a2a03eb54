#pragma once

#include <string>
#include <vector>

#include "rules/load.h"

namespace assay {

/// A page of the manual of a pack: its file name and its text in Markdown.
struct Page {
  std::string file;
  std::string text;
};

/// One page a rule, named by its id, and README.md, by-theme.md and by-law.md, which lead to them. `files` are those
/// that the rules were loaded from. The same rules make the same bytes.
std::vector<Page> rule_pages(const Rules& rules, const std::vector<std::vector<PackFile>>& files);

}  // namespace assay
