#pragma once

#include <string>
#include <string_view>

#include "lists/watch_list.h"

namespace assay {

/// individual, vessel, aircraft in any case; blank and "entity" are companies; else unknown.
EntryKind ofac_kind(std::string_view type);

/// aka, fka, nka, with or without points.
bool is_ofac_alias_word(std::string_view text);

/// ofac-consolidated when most entries are listed under the programmes of the lists beside the SDN list (sectoral
/// sanctions, correspondent accounts, military companies …), else ofac-sdn. The files themselves do not say.
std::string ofac_list_name(const WatchList& list);

}  // namespace assay
