#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

struct LegalForm {
  std::string_view written;  ///< folded words
  std::string_view form;
};

/// Ways to write one legal form. Only writings of the same form share a line's right side: "llc" is not "ltd".
constexpr auto legal_forms = std::to_array<LegalForm>({
    {"company", "co"},
    {"limited", "ltd"},
    {"coltd", "co ltd"},
    {"ltd co", "co ltd"},
    {"limited company", "co ltd"},
    {"limited co", "co ltd"},
    {"incorporated", "inc"},
    {"corporation", "corp"},
    {"l l c", "llc"},
    {"limited liability company", "llc"},
    {"limited liability co", "llc"},
    {"l l p", "llp"},
    {"limited liability partnership", "llp"},
    {"p l c", "plc"},
    {"public limited company", "plc"},
    {"private limited", "pvt ltd"},
    {"pte limited", "pvt ltd"},
    {"pte ltd", "pvt ltd"},
    {"private ltd", "pvt ltd"},
    {"pvt limited", "pvt ltd"},
    {"proprietary limited", "pty ltd"},
    {"pty limited", "pty ltd"},
    {"sendirian berhad", "sdn bhd"},
    {"joint venture", "jv"},
    {"jvc", "jv co"},
    {"joint stock company", "jsc"},
    {"joint stock co", "jsc"},
    {"j s c", "jsc"},
    {"open joint stock company", "ojsc"},
    {"public joint stock company", "pjsc"},
    {"closed joint stock company", "cjsc"},
    {"g m b h", "gmbh"},
    {"gesellschaft mit beschränkter haftung", "gmbh"},
    {"aktiengesellschaft", "ag"},
    {"s a", "sa"},
    {"société anonyme", "sa"},
    {"sociedad anónima", "sa"},
    {"s a r l", "sarl"},
    {"s à r l", "sarl"},
    {"sàrl", "sarl"},
    {"s p a", "spa"},
    {"s r l", "srl"},
    {"b v", "bv"},
    {"n v", "nv"},
    {"a/s", "as"},
    {"sp z oo", "sp z o o"},
    {"ooo", "ооо"},
    {"общество с ограниченной ответственностью", "ооо"},
    {"zao", "зао"},
    {"закрытое акционерное общество", "зао"},
    {"oao", "оао"},
    {"открытое акционерное общество", "оао"},
    {"pao", "пао"},
    {"публичное акционерное общество", "пао"},
    {"акционерное общество", "ао"},
});

/// Forms that stand before or behind the name, with or without a blank: they are moved to the end.
constexpr auto roaming_forms = std::to_array<LegalForm>({
    {"주식회사", "주식회사"},
    {"주", "주식회사"},
    {"유한회사", "유한회사"},
    {"유", "유한회사"},
    {"株式会社", "株式会社"},
    {"株", "株式会社"},
    {"有限会社", "有限会社"},
});

/// Chinese writes without blanks; longer writings first.
constexpr auto chinese_forms = std::to_array<LegalForm>({
    {"股份有限责任公司", "股份公司"},
    {"股份有限公司", "股份公司"},
    {"有限责任公司", "有限公司"},
    {"有限責任公司", "有限公司"},
});

using Words = std::vector<std::string_view>;

struct FormWords {
  Words written;
  std::string_view form;
};

/// By first word, longest writing first.
using FormIndex = std::unordered_map<std::string_view, std::vector<FormWords>>;

const FormIndex& form_index() {
  static const FormIndex index = [] {
    FormIndex made;
    for (const LegalForm& form : legal_forms) {
      Words words = split(form.written, " ");
      std::vector<FormWords>& same_start = made[words.front()];
      same_start.push_back({std::move(words), form.form});
    }
    for (auto& [word, forms] : made)
      std::stable_sort(forms.begin(), forms.end(),
                       [](const FormWords& a, const FormWords& b) { return a.written.size() > b.written.size(); });
    return made;
  }();
  return index;
}

const FormWords* form_at(const Words& words, std::size_t at) {
  const auto found = form_index().find(words[at]);
  if (found == form_index().end()) return nullptr;
  for (const FormWords& form : found->second) {
    if (form.written.size() > words.size() - at) continue;
    if (std::equal(form.written.begin(), form.written.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
      return &form;
  }
  return nullptr;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// The form that the word is, or that begins or ends it (and is then cut off it); empty for none.
std::string_view take_roaming_form(std::string_view& word) {
  for (const LegalForm& form : roaming_forms)
    if (word == form.written) {
      word = {};
      return form.form;
    }
  for (const LegalForm& form : roaming_forms) {
    if (form.written != form.form) continue;  // one syllable alone may belong to the name
    if (word.starts_with(form.written)) {
      word.remove_prefix(form.written.size());
      return form.form;
    }
    if (word.ends_with(form.written)) {
      word.remove_suffix(form.written.size());
      return form.form;
    }
  }
  return {};
}

void append_word(std::string& out, std::string_view word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

}  // namespace

std::string fold_name(std::string_view text) {
  std::string folded = replace_all(fold(text), "&", " and ");
  for (const LegalForm& form : chinese_forms) folded = replace_all(std::move(folded), form.written, form.form);
  const Words words = split(folded, " ");
  std::string out;
  std::string_view last_form;
  for (std::size_t at = 0; at < words.size();) {
    if (const FormWords* form = form_at(words, at)) {
      append_word(out, form->form);
      at += form->written.size();
      continue;
    }
    std::string_view word = words[at++];
    if (const std::string_view form = take_roaming_form(word); !form.empty()) last_form = form;
    append_word(out, word);
  }
  append_word(out, last_form);
  return out;
}

}  // namespace assay
