#pragma once

#include <string>
#include <string_view>

namespace assay {

/// A name without what lists put around it: runs of white space are one blank, references to other entries, as in
/// "(KPe.027)", are taken off. The text itself where nothing is to be done, else a view of `scratch`.
std::string_view tidy_name(std::string_view text, std::string& scratch);

}  // namespace assay
