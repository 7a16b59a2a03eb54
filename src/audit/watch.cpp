#include "audit/watch.h"

#include <iterator>
#include <utility>

#include "audit/public_record.h"
#include "lists/lists.h"

namespace assay {

bool read_watch_lists(const AuditRequest& request, Audit& audit, std::vector<WatchList>& lists) {
  ListReading reading = request.again != nullptr ? read_kept_lists(*request.again, audit.diagnostics)
                                                 : read_lists(request.lists, audit.diagnostics);
  for (WatchList& list : reading.lists)
    if (!list.refused) lists.push_back(std::move(list));
  std::move(reading.kept.begin(), reading.kept.end(), std::back_inserter(audit.kept));
  if (std::optional<WatchList> record = public_record(audit.packs.reference)) lists.push_back(std::move(*record));
  return !reading.refused;
}

}  // namespace assay
