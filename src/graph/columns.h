#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "graph/goods.h"

namespace assay {

/// A column of dates in four bytes each: a graph has millions. Reads as the Date that was put in.
class Dates {
 public:
  void reserve(std::size_t size) { packed_.reserve(size); }
  void push_back(const Date& date) {
    const bool any = date.precision == Precision::none;  // no day to keep: it is the interval of all days
    packed_.push_back((any ? 0U : static_cast<std::uint32_t>(date.first + middle) << day_shift) |
                      static_cast<std::uint32_t>(date.precision) << precision_shift |
                      static_cast<std::uint32_t>(date.known));
  }
  [[nodiscard]] std::size_t size() const { return packed_.size(); }
  [[nodiscard]] Date operator[](std::size_t i) const { return unpacked(packed_[i]); }
  [[nodiscard]] Date at(std::size_t i) const { return unpacked(packed_.at(i)); }

 private:
  static constexpr unsigned precision_shift = 3, day_shift = 5;
  static constexpr Day middle = 1 << 26;  ///< years 1000 to 9999 lie far within
  static Date unpacked(std::uint32_t packed) {
    Date date;
    date.known = static_cast<Known>(packed & 7);
    date.precision = static_cast<Precision>(packed >> precision_shift & 3);
    if (date.precision != Precision::none) date.first = static_cast<Day>(packed >> day_shift) - middle;
    return date;
  }

  std::vector<std::uint32_t> packed_;
};

/// A column of places that takes room only once two rows differ: often no input has a column for the way, and then
/// all say the same.
class PlacesColumn {
 public:
  void reserve(std::size_t size) { expected_ = size; }
  void push_back(PlacesId places) {
    if (size_ == 0) same_ = places;
    if (values_.empty() && places != same_) {
      values_.reserve(expected_);
      values_.assign(size_, same_);
    }
    if (places != same_ || !values_.empty()) values_.push_back(places);
    ++size_;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] PlacesId operator[](std::size_t i) const { return values_.empty() ? same_ : values_[i]; }
  [[nodiscard]] PlacesId at(std::size_t i) const { return values_.empty() ? same_ : values_.at(i); }

 private:
  PlacesId same_ = 0;
  std::size_t size_ = 0;
  std::size_t expected_ = 0;
  std::vector<PlacesId> values_;
};

}  // namespace assay
