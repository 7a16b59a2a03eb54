#include "lists/list_part.h"

#include <array>

#include "base/memory.h"

namespace assay {

std::string_view to_string(PartRole role) {
  static constexpr std::array<std::string_view, 4> words = {"entries", "addresses", "aliases", "comments"};
  return words[static_cast<std::size_t>(role)];
}

std::string_view ListPart::text() const {
  std::string_view text = bytes.view();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

void let_go(const ListPart& part, std::string_view read) {
  if (part.mapped) give_back_pages(read);
}

}  // namespace assay
