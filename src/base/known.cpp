#include "base/known.h"

namespace assay {

std::string_view to_string(Known known) {
  switch (known) {
    case Known::yes:
      return "known";
    case Known::blank:
      return "blank";
    case Known::unreadable:
      return "unreadable";
    case Known::ambiguous:
      return "ambiguous";
    case Known::not_asked:
      return "not_asked";
  }
  return "unreadable";
}

}  // namespace assay
