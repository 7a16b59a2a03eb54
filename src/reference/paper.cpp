#include "reference/paper.h"

#include <algorithm>
#include <array>
#include <string>

#include "names/fold.h"

namespace assay {
namespace {

constexpr std::array<std::string_view, 8> papers = {
    "other",    "certificate of origin", "licence", "notification", "approval",
    "contract", "mine certificate",      "carriage"};

struct Word {
  std::string_view folded;
  Paper paper;
};

/// The first that stands in the type decides.
constexpr std::array words = {
    Word{"certificate of origin", Paper::certificate_of_origin},
    Word{"origin certificate", Paper::certificate_of_origin},
    Word{"coo", Paper::certificate_of_origin},
    Word{"原产地证", Paper::certificate_of_origin},
    Word{"원산지증명", Paper::certificate_of_origin},
    Word{"mine certificate", Paper::mine_certificate},
    Word{"mining certificate", Paper::mine_certificate},
    Word{"notification", Paper::notification},
    Word{"通报", Paper::notification},
    Word{"licence", Paper::licence},
    Word{"license", Paper::licence},
    Word{"permit", Paper::licence},
    Word{"许可证", Paper::licence},
    Word{"approval", Paper::approval},
    Word{"authorisation", Paper::approval},
    Word{"authorization", Paper::approval},
    Word{"批准", Paper::approval},
    Word{"waybill", Paper::carriage},
    Word{"bill of lading", Paper::carriage},
    Word{"提单", Paper::carriage},
    Word{"运单", Paper::carriage},
    Word{"contract", Paper::contract},
    Word{"合同", Paper::contract},
};

}  // namespace

std::string_view to_string(Paper paper) {
  return papers[static_cast<std::size_t>(paper)];
}

std::optional<Paper> paper_named(std::string_view word) {
  const auto* const found = std::find(papers.begin(), papers.end(), word);
  if (found == papers.end()) return std::nullopt;
  return static_cast<Paper>(found - papers.begin());
}

Paper paper_from(std::string_view type) {
  const std::string folded = fold(type);
  for (const Word& word : words)
    if (folded.find(word.folded) != std::string::npos) return word.paper;
  return Paper::other;
}

}  // namespace assay
