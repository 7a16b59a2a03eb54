#pragma once

#include "readers/reading.h"

namespace assay {

/// A workbook (.xlsx, .xls, .ods). Its sheets are not read: a file that was named is refused, one in a folder is
/// quarantined, so that nothing that it may say is taken for said or for absent.
Reading read_workbook(const Source& source, Diagnostics& diagnostics);

}  // namespace assay
