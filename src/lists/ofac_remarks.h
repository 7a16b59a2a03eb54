#pragma once

#include <string_view>

#include "lists/draft.h"

namespace assay {

/// Takes the remarks of an entry of the US Treasury apart: identifiers, birth, nationality, links, contacts, and weak
/// aliases, which stand nowhere else in the files of commas: "DOB 1962; IMO 8713471; a.k.a. 'X'; Linked To: Y." The
/// whole remark is kept besides. The kind of the draft must be known.
void read_ofac_remarks(std::string_view remarks, std::string_view field, Draft& draft);

}  // namespace assay
