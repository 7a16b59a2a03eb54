#include "readers/workbook.h"

#include <string>

#include "readers/tell.h"

namespace assay {

Reading read_workbook(const Source& source, Diagnostics& diagnostics) {
  Reading reading;
  reading.file.name = source.name;
  reading.file.bytes = source.bytes;
  const Location whole_file{source.name, 0, 0};
  const char* const message = "is a workbook; only delimited text is read";
  const char* const advice = "save each sheet as \"CSV UTF-8 (comma delimited)\" and give those files";
  if (source.named) {
    refuse(reading, diagnostics, whole_file, message, advice);
  } else {
    reading.file.quarantined = true;
    reading.file.records.push_back(source.bytes.view().size());
    tell(diagnostics, Level::warning, whole_file, std::string(message) + ": the file is quarantined", advice);
  }
  return reading;
}

}  // namespace assay
