#include "base/truth.h"

namespace assay {

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::clear:
      return "clear";
    case Verdict::insufficient:
      return "insufficient";
    case Verdict::flagged:
      return "flagged";
  }
  // Nothing but a broken enum comes here; it must not read as an all-clear.
  return "insufficient";
}

}  // namespace assay
