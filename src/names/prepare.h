#pragma once

#include <string_view>

#include "names/name.h"

namespace assay {

/// Reads a name for comparison: scripts to Latin letters, words to classes, numbers to digits, brackets and
/// a.k.a. to forms of their own. The tables behind it are built once, on the first call, and are shared by all
/// threads. Any bytes are accepted. Weights stay 0: see weigh().
PreparedName prepare(std::string_view text, NameKind kind);

/// The same without the keys and sounds of the tokens, into a name that is used again: add_keys() fills them in. They
/// take long, and a search needs them of each word once only and not of each name.
void read_name(std::string_view text, NameKind kind, PreparedName& name);

}  // namespace assay
