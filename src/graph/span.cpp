#include "graph/span.h"

#include <algorithm>

namespace assay {
namespace {

/// Nobody says anything: the cell is blank, or there is no such column.
bool is_silent(const Date& date) {
  return date.known == Known::blank || date.known == Known::not_asked;
}

}  // namespace

Span span_of(const Date& from, const Date& to, Day as_of) {
  Span span;
  const bool begins = from.known == Known::yes;
  const bool ends = to.known == Known::yes;
  if (begins && (from.first > as_of || (ends && to.last() < from.first))) return span;
  if (begins) {
    span.start_low = from.first;
    span.start_high = std::min(from.last(), as_of);
  }
  if (ends) {
    span.end_low = to.first;
    span.end_high = to.last();
  }
  if (is_silent(from) && (ends || is_silent(to))) span.start_high = ends ? std::min(to.first, as_of) : as_of;
  if (is_silent(to) && (begins || is_silent(from))) span.end_low = as_of;
  return span;
}

}  // namespace assay
