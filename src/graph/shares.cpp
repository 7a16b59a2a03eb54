#include "graph/shares.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/number.h"
#include "base/text.h"

namespace assay {
namespace {

/// The whole number of parts below and above; the same when the number has no finer digits than parts.
ShareReading parts_of(double percent) {
  const double exact = percent * parts_of_percent;
  const double nearest_part = std::round(exact);
  const bool is_whole = std::abs(exact - nearest_part) < 1e-4;
  ShareReading share;
  share.low = static_cast<Parts>(is_whole ? nearest_part : std::floor(exact));
  share.high = static_cast<Parts>(is_whole ? nearest_part : std::ceil(exact));
  share.known = Known::yes;
  return share;
}

/// "25-50": both ends, if the text is two numbers around one of the signs.
bool parse_range(std::string_view text, ShareReading& share) {
  constexpr std::array<std::string_view, 6> signs = {"–", "—", "~", "至", " to ", "-"};
  for (const std::string_view sign : signs) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    const Number low = parse_percent(text.substr(0, at));
    const Number high = parse_percent(text.substr(at + sign.size()));
    if (low.known != Known::yes || high.known != Known::yes || low.value > high.value) return false;
    share = parts_of(low.value);
    share.high = parts_of(high.value).high;
    return true;
  }
  return false;
}

}  // namespace

std::string percent(Parts parts) {
  std::string text = fmt::format("{}.{:04}", parts / (whole_share / 100), parts % (whole_share / 100));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

ShareReading parse_share(std::string_view text) {
  text = trim(text);
  ShareReading share;
  const Number number = parse_percent(text);
  share.known = number.known;
  if (number.known == Known::yes)
    share = parts_of(number.value);
  else if (number.known != Known::blank && !parse_range(text, share))
    share.known = number.known;
  share.has_sign = text.ends_with("%") || text.ends_with("％");
  return share;
}

void ShareColumn::add_unknown(Date from, Date to) {
  const SupplyGraph& graph = builder_.graph;
  Share share;
  share.fact = static_cast<std::uint32_t>(graph.facts.size() - 1);
  share.from = from;
  share.to = to;
  share.cell = graph.facts.back().cell;
  builder_.graph.shares.push_back(share);
  has_sign_.push_back(false);
}

void ShareColumn::add(Rows& rows, Date from, Date to) {
  add_unknown(from, to);
  if (!rows.has(field_)) return;
  const ShareReading reading = parse_share(rows.text(field_));
  Share& share = builder_.graph.shares.back();
  share.cell = rows.cell(field_);
  share.low = reading.low;
  share.high = reading.high;
  share.known = reading.known;
  has_sign_.back() = reading.has_sign;
  if (reading.known == Known::unreadable || reading.known == Known::ambiguous)
    builder_.complaints.add(Level::warning, share.cell, "is no share from 0 to 100",
                            fmt::format("\"{}\" is no share from 0 to 100", shorten(rows.text(field_), 40)),
                            "write per cent: 50, 17.2, or 25-50 for an interval");
}

void ShareColumn::finish() {
  constexpr Parts one_percent = whole_share / 100;
  std::vector<Share>& shares = builder_.graph.shares;
  bool any = false;
  for (std::size_t i = first_; i < shares.size(); ++i) {
    if (shares[i].known != Known::yes || has_sign_[i - first_] || shares[i].high == 0) continue;
    if (shares[i].high > one_percent) return;
    any = true;
  }
  if (!any) return;
  for (std::size_t i = first_; i < shares.size(); ++i) {
    Share& share = shares[i];
    if (share.known != Known::yes || has_sign_[i - first_]) continue;
    builder_.complaints.add(Level::warning, share.cell, "may be a fraction or per cent",
                            "every share in this column lies between 0 and 1: they may be fractions or per cent, so "
                            "none of them is known",
                            "write them as 0 to 100");
    share.low = 0;
    share.high = whole_share;
    share.known = Known::ambiguous;
  }
}

}  // namespace assay
