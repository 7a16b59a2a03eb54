#pragma once

#include <optional>

#include "lists/watch_list.h"
#include "reference/reference.h"

namespace assay {

/// The list of public record in the packs (data/public_record.csv) as the watch list `dprk-public-record`: parties
/// and vessels that the Security Council, the Treasury or the Union list for the DPRK, parties whose goods US Customs
/// detained, providers of labour, joint ventures. What sort of record an entry is stands in its programmes (un-1718,
/// ofac-dprk, eu-dprk, cbp-detention, labour-provider, joint-venture), before the programme of the list itself; its
/// source and status are facts. Precedents are no listed parties: they are counted as not screened. Date, age and
/// digest are those of the manifest. Nothing where no pack has such a table.
std::optional<WatchList> public_record(const Reference& reference);

}  // namespace assay
