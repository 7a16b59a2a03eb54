#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/name.h"

namespace assay {

/// A part of a written name that is a name of its own.
struct NamePart {
  std::u32string text;
  FormOrigin origin = FormOrigin::whole;
};

/// Cuts a name at brackets, a.k.a., f.k.a., formerly, dba. The first part is the name itself without them; references
/// of lists such as (KPe.018) are dropped. Brackets stay in the first part when nothing stands outside them.
std::vector<NamePart> parts_of(std::u32string_view name);

}  // namespace assay
