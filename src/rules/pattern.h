#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace assay {

/// A regular expression of a rule (RE2's syntax), compiled. Case does not count. Time is linear in the text whatever
/// the pattern, so a rule cannot make an audit hang.
class Pattern {
 public:
  /// Null for a pattern that is refused; `fault` then says why, without naming the pattern: RE2's own words for what
  /// is no pattern, or that a repetition repeats what is one already, as in (a+)+: that says no more than (a+), and
  /// programs that backtrack, which the pattern may be copied to, do not come back from it.
  static std::shared_ptr<const Pattern> compile(const std::string& text, std::string& fault);

  /// Whether it is found anywhere in the text; ^ and $ hold it to the ends.
  [[nodiscard]] bool is_in(std::string_view text) const;

  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  ~Pattern();

 private:
  struct Compiled;
  explicit Pattern(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace assay
