#pragma once

#include <string_view>

namespace assay {

/// Gives what was allocated and freed back to the system. After a step that needed many small pieces for a while;
/// without it the process keeps what they held. Where the C library has no such call, nothing happens.
void give_back_memory();

/// Gives the pages that lie wholly within these bytes back. Only for bytes of a file that is mapped to be read: they
/// come again from the file when they are looked at. Anything else would lose its content.
void give_back_pages(std::string_view mapped);

}  // namespace assay
