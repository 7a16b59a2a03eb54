#pragma once

#include "readers/scan.h"

namespace assay {

/// Cells behind the last named column. Columns whose header cell is empty at the right edge are no columns while
/// nothing stands in them; a row that has something there is quarantined, for its cells may have shifted. When every
/// record of the file has the same number of cells more than the header and all of those are empty, the rows are
/// sound; one that differs makes all of them suspect.
void settle_spare_cells(InputFile& file, const Layout& layout);

}  // namespace assay
