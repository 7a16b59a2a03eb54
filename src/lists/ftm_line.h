#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay {

/// One entity of a file in FollowTheMoney JSON lines, as it stands.
struct FtmEntity {
  std::string id;
  std::string schema;
  std::string last_seen;
  std::optional<bool> target;                                   ///< whether somebody lists it; nothing: not said
  std::vector<std::pair<std::string, std::string>> properties;  ///< in the order of the line, one for each value

  /// The first value of a property; empty when it has none.
  [[nodiscard]] std::string_view first(std::string_view property) const;
};

/// Reads lines of JSON, one after the other, with one parser.
class FtmLines {
 public:
  FtmLines();
  ~FtmLines();
  FtmLines(const FtmLines&) = delete;
  FtmLines& operator=(const FtmLines&) = delete;

  /// False when the line is no JSON object with an id and a schema, or a property is no list.
  bool read(std::string_view line, FtmEntity& entity);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace assay
