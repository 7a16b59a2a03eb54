#pragma once

namespace assay {

/// Gives what was allocated and freed back to the system. After a step that needed many small pieces for a while;
/// without it the process keeps what they held. Where the C library has no such call, nothing happens.
void give_back_memory();

}  // namespace assay
