#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rules/yaml.h"

namespace assay {

/// More faults than these are not worth reading, and finding the lines of thousands would take long.
constexpr std::size_t most_yaml_faults = 20;

/// What the library may be given at all: valid UTF-8 of at most 1 MiB without control, bidi or invisible characters.
/// Removes a UTF-8 byte order mark and ends the last line. False with diagnostics when it is refused.
bool check_yaml_text(YamlDocument& document, Diagnostics& diagnostics);

/// Recognises the dialect of rule files before yaml-cpp sees them, because yaml-cpp reads broken documents without a
/// word. The dialect is plain block style: maps and lists by indentation, texts of one line (plain or quoted), flow
/// lists and maps over one or more lines, literal and folded blocks, comments, and below `tests` anchors and aliases.
/// All else is refused with its place and the name of the fault, also where YAML would allow it. It reads the text
/// only; the tree is built by the library, and the number of nodes that both found must agree.
class YamlGuard {
 public:
  YamlGuard(const YamlDocument& document, Diagnostics& diagnostics);

  /// False with diagnostics when the text is refused. After a fault it goes on at the next entry of the outermost
  /// level, so that one run reports at most one fault an entry.
  bool run();

  /// Keys and values found, lists and maps included.
  [[nodiscard]] std::size_t nodes() const { return nodes_; }

 private:
  struct Line {
    std::size_t begin;
    std::size_t end;  ///< without the line end
  };
  enum class Parent : std::uint8_t { map, list };

  // Each function below reads one thing from at_ on and leaves at_ behind it; false after a fault. Indents are
  // columns from 0; `indent` is that of the map or list around a value. What ends a value of a block leaves at_ at
  // the next line that says something.
  bool document_start();
  void skip_to_next_entry(bool list);
  bool block_node(int indent, int depth);
  bool block_map(int indent, int depth);
  bool block_list(int indent, int depth, bool beside_keys);
  bool block_key(int depth);
  bool block_value(int indent, int depth, Parent parent);
  bool block_below(int indent, int depth, Parent parent);
  bool block_text(int indent);
  bool block_text_header();
  bool inline_value(int indent, int depth);
  bool anchored_value(int indent, int depth);

  bool flow(int indent, int depth);
  bool flow_pair(int indent, int depth);
  bool value(int indent, int depth, bool in_flow);
  bool anchored_in_flow(int indent, int depth);
  bool flow_blanks(int indent, std::size_t opened);
  bool flow_unclosed(std::size_t opened);

  bool quoted();
  bool escape();
  bool plain(bool in_flow);
  bool plain_start(bool in_flow);
  bool key_text(std::size_t from);
  bool anchor(std::string& name);
  bool alias();
  std::string_view anchor_name();

  bool next_line();
  bool refuse_marker();
  bool end_line();
  bool skip_blanks();
  bool misplaced();
  bool count_node();
  bool enter(int depth);
  bool fault(std::size_t from, std::size_t length, std::string message, std::string hint = {});
  bool fault_here(std::string message, std::string hint = {}) {
    return fault(at_, 1, std::move(message), std::move(hint));
  }

  [[nodiscard]] bool at_end() const { return line_ >= lines_.size(); }
  [[nodiscard]] std::size_t line_end() const { return lines_[line_].end; }
  [[nodiscard]] char peek(std::size_t offset = 0) const;  ///< '\0' behind the end of the line
  [[nodiscard]] bool blank_at(std::size_t place) const;   ///< a blank, or the end of the line
  [[nodiscard]] bool says_nothing_more() const;           ///< only a comment or nothing before the end of the line
  [[nodiscard]] bool is_dash() const { return peek() == '-' && blank_at(at_ + 1); }
  [[nodiscard]] bool is_marker(std::string_view marker) const;
  [[nodiscard]] bool looks_like_key() const;
  [[nodiscard]] std::size_t plain_end(std::size_t from, bool in_flow) const;
  [[nodiscard]] std::size_t quoted_end(std::size_t from) const;  ///< npos when it is not closed on its line
  [[nodiscard]] int column() const { return static_cast<int>(at_ - lines_[line_].begin); }

  const YamlDocument& document_;
  Diagnostics& diagnostics_;
  std::string_view text_;
  std::vector<Line> lines_;
  std::size_t line_ = 0;
  std::size_t at_ = 0;
  int indent_ = -1;             ///< of the current line; -1 behind the last one
  std::size_t entry_line_ = 0;  ///< where the current entry of the outermost level starts
  std::size_t nodes_ = 0;
  bool in_tests_ = false;
  bool stop_ = false;  ///< nothing behind this fault is worth reading
  std::vector<std::string> anchors_;
  std::vector<std::string> open_anchors_;  ///< of lists and maps not yet closed
};

}  // namespace assay
