#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/known.h"
#include "reference/country.h"
#include "reference/reference.h"

namespace assay {

using GoodsId = std::uint32_t;      ///< a pair of HS code and commodity text, as shipments carry it
using GoodsTextId = std::uint32_t;  ///< a commodity text by itself, folded
using PlacesId = std::uint32_t;     ///< what a port or transit cell says

constexpr unsigned no_heading = 0xFFFF;

/// An HS code cell. Six to ten digits (or two or four), dots and blanks between them allowed. An odd number of digits
/// may have lost a leading zero: unreadable. Scientific notation has lost digits: unreadable.
struct HsCode {
  std::string digits;
  Known known = Known::blank;
};
HsCode parse_hs(std::string_view text);
/// The first four digits as a number; no_heading when the code is shorter or not known.
unsigned heading_of(const HsCode& code);

/// What is traded: an HS code and a description, each known or not.
struct Goods {
  HsCode hs;
  unsigned heading = no_heading;  ///< heading_of() the code
  GoodsTextId text = 0;
  bool exposed = false;  ///< producible in the DPRK (data/exposure.csv), as far as the code says
  bool exposed_known = false;
};

struct GoodsPool {
  std::vector<Goods> goods;        ///< by GoodsId
  std::vector<std::string> texts;  ///< by GoodsTextId, folded; 0 is the empty text
  /// Statements about goods: what a declaration or a site writes.
  static constexpr GoodsTextId all = 0xFFFFFFFF;  ///< "all", "*", 全部
};

/// What a cell with one or several places says (a transit cell may hold "Dandong > Dalian" or "none").
struct PlacesValue {
  Known known = Known::blank;  ///< yes: every place in it was read, or it says none
  std::vector<PlaceReading> places;
  bool surely_dprk = false;  ///< one of them lies in the DPRK
  bool maybe_dprk = false;   ///< one of them may lie there, or is not known
};

struct PlacesPool {
  std::vector<PlacesValue> values;  ///< by PlacesId
};

}  // namespace assay
