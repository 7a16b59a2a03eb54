#include "readers/reading.h"

#include <utility>

#include "readers/tell.h"

namespace assay {

void refuse(Reading& reading, Diagnostics& diagnostics, Location at, std::string message, std::string hint) {
  InputFile& file = reading.file;
  file.refused = true;
  file.quarantined = false;
  reading.tables.clear();
  tell(diagnostics, Level::error, std::move(at), std::move(message), std::move(hint));
}

}  // namespace assay
