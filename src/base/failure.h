#pragma once

#include <stdexcept>
#include <string>

namespace assay {

/// Exit codes of the program (docs/DESIGN.md); lower floors name them only to say why they stopped.
enum class Exit : int {
  clear = 0,
  flagged = 1,
  usage = 2,
  open = 3,
  input_refused = 4,
  rules_refused = 5,
  list_refused = 6,
  store_busy = 7,
  io = 8,
  integrity = 9,
  limit = 10,
  internal = 70,
};

/// The machine's failure or ours (cannot open, a limit, a ledger out of balance). Mistakes in the user's data or
/// rules are Diagnostics, never exceptions. Caught once, in main, and printed as one sentence.
class Failure : public std::runtime_error {
 public:
  Failure(Exit code, const std::string& sentence) : std::runtime_error(sentence), code_(code) {}
  [[nodiscard]] Exit code() const { return code_; }

 private:
  Exit code_;
};

}  // namespace assay
