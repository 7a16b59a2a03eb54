#include <algorithm>
#include <array>

#include "base/text.h"

namespace assay {

namespace {

constexpr std::size_t longest_word = 63;

/// A closed list of words, in lower case, sorted, and for each first byte the lengths that occur: most cells are
/// told apart by these two alone.
template <std::size_t count>
struct WordList {
  std::array<std::string_view, count> words;
  std::array<std::uint64_t, 256> lengths{};

  constexpr explicit WordList(const std::array<std::string_view, count>& given) : words(given) {
    std::sort(words.begin(), words.end());
    for (const std::string_view word : words)
      lengths[static_cast<unsigned char>(word.front())] |= std::uint64_t{1} << word.size();
  }

  [[nodiscard]] bool has(std::string_view text) const {
    if (text.empty() || text.size() > longest_word) return false;
    std::array<char, longest_word> folded{};
    folded[0] = lower(text.front());
    if ((lengths[static_cast<unsigned char>(folded[0])] >> text.size() & 1) == 0) return false;
    std::transform(text.begin(), text.end(), folded.begin(), lower);
    return std::binary_search(words.begin(), words.end(), std::string_view(folded.data(), text.size()));
  }

  static constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
};

constexpr WordList blank_words{std::to_array<std::string_view>(
    {// English, and what spreadsheets and databases write
     "n/a", "n.a.", "n.a", "na", "n\\a", "#n/a", "nil", "null", "(null)", "\\n", "<na>", "(blank)", "blank", "empty",
     "unknown", "unk", "unkn", "not known", "not available", "not applicable", "not stated", "not specified",
     "not disclosed", "not given", "not provided", "not reported", "not recorded", "not declared", "none given",
     "none stated", "none provided", "no data", "no information", "no info", "unspecified", "undisclosed",
     "undeclared", "unidentified", "undetermined", "tbd", "t.b.d.", "tba", "tbc", "to be determined",
     "to be confirmed", "to be advised", "pending", "missing", "confidential", "withheld", "see attachment",
     "see attached", "see annex", "see document", "see invoice", "see remarks", "various", "multiple", "several",
     "mixed", "misc", "misc.", "miscellaneous", "ex-works", "ex works",
     // Chinese, simplified and traditional
     "不详", "不詳", "不明", "未知", "未提供", "未填", "未填写", "未说明", "未申报", "未披露", "待定", "待查",
     "待确认", "待补", "待補", "无资料", "無資料", "无数据", "無數據", "无信息", "暂无", "暫無", "保密", "见附件",
     "見附件", "多种", "其他不详", "空", "空白",
     // Korean, Japanese
     "미상", "불명", "불상", "미정", "알 수 없음", "알수없음", "모름", "해당 없음", "자료 없음", "정보 없음",
     "미기재", "未定", "不明確", "未記入",
     // Russian: both cases of the first letter, since only ASCII is folded
     "не указано", "Не указано", "не указан", "Не указан", "не указана", "Не указана", "неизвестно", "Неизвестно",
     "неизвестен", "нет данных", "Нет данных", "не определено", "Не определено", "н/д", "Н/Д", "н/у", "Н/У",
     // strokes and dots that are not ASCII
     "—", "–", "——", "――", "…", "……", "－", "？", "／", "。"})};

constexpr WordList none_words{std::to_array<std::string_view>({"none",
                                                               "no",
                                                               "nil transit",
                                                               "no transit",
                                                               "no transhipment",
                                                               "no transshipment",
                                                               "direct",
                                                               "direct shipment",
                                                               "direct voyage",
                                                               "non-stop",
                                                               "nonstop",
                                                               "无",
                                                               "無",
                                                               "无中转",
                                                               "無中轉",
                                                               "没有",
                                                               "沒有",
                                                               "直达",
                                                               "直達",
                                                               "直航",
                                                               "없음",
                                                               "없다",
                                                               "직항",
                                                               "нет",
                                                               "Нет",
                                                               "прямой",
                                                               "без захода"})};

/// "-", "--", "?", "...", "/" and the like: nothing but strokes that people put into a cell they leave empty.
bool is_strokes(std::string_view text) {
  return text.find_first_not_of("-?./_*~") == std::string_view::npos;
}

}  // namespace

bool is_blank_word(std::string_view text) {
  const std::string_view word = trim(text);
  if (word.empty()) return true;
  if (word.size() > longest_word) return false;
  return is_strokes(word) || blank_words.has(word);
}

bool is_none_word(std::string_view text) {
  return none_words.has(trim(text));
}

}  // namespace assay
