#pragma once

#include <string_view>

#include "reference/reference.h"

namespace assay {

/// Whether a name says of itself that it is a body of a state: it begins with the state's name ("DPRK Ministry of
/// Coal Industry") or ends in "of" and that name, and has a word of an office (ministry, bureau, committee …). A mere
/// direction ("North Korea"), which others use, is no such name, nor is "… in the DPRK".
bool names_state_body(std::string_view name, Country state, const Reference& reference);

}  // namespace assay
