#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/builder.h"

namespace assay {

constexpr double parts_of_percent = whole_share / 100.0;

/// "17.2": per cent, without a sign and without zeros at the end.
std::string percent(Parts parts);

/// A share as a cell writes it, in parts of the whole.
struct ShareReading {
  Parts low = 0;
  Parts high = whole_share;
  Known known = Known::blank;
  bool has_sign = false;  ///< a sign of per cent: its scale needs no guess
};

/// "50", "17.2 %", "25-50 %" (an interval: -, –, —, ~, 至 or "to" between two numbers). Between two parts of the
/// whole the lower counts as least and the upper as most. Anything else, and what lies outside 0 to 100, is
/// unreadable.
ShareReading parse_share(std::string_view text);

/// Reads the shares of one table's column and adds them to the graph, one for each owned_by. A column whose numbers
/// all lie above 0 and at most at 1 may hold fractions or per cent: none of them is known then.
class ShareColumn {
 public:
  ShareColumn(Builder& builder, Field field)
      : builder_(builder), field_(field), first_(builder.graph.shares.size()) {}
  ~ShareColumn() = default;
  ShareColumn(const ShareColumn&) = delete;
  ShareColumn& operator=(const ShareColumn&) = delete;

  /// For the fact that was added last. Where the table has no such column the share is not asked.
  void add(Rows& rows, Date from, Date to);
  /// The same, of a fact whose share the table's column does not speak of.
  void add_unknown(Date from, Date to);
  /// After the last row.
  void finish();

 private:
  Builder& builder_;
  Field field_;
  std::size_t first_;
  std::vector<bool> has_sign_;  ///< of each share from first_ on
};

}  // namespace assay
