#pragma once

#include <string_view>

#include "base/known.h"

namespace assay {

struct Number {
  double value = 0;
  Known known = Known::blank;
};

/// A decimal number with a point: 12, 12.5, -3, 1,200.50 (groups of three). Read without a locale. 9.12E+17,
/// 1.234,5 and 12 kg are `unreadable`; 1,234 (a group or a decimal comma?) is `ambiguous`. Full-width digits count
/// as digits. An empty text or a word for unknown is `blank`.
Number parse_number(std::string_view text);

/// 0 to 100; a sign of per cent behind it is allowed. Outside that range `unreadable`.
Number parse_percent(std::string_view text);

}  // namespace assay
