#include "base/failure.h"
#include "base/text.h"
#include "cli/command.h"
#include "names/korean.h"
#include "names/prepare.h"
#include "report/layout.h"

namespace assay {
namespace {

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_hangul(next_code_point(text, at))) return true;
  return false;
}

/// Word by word; what is no Hangul stays.
std::string in_system(std::string_view text, KoreanSystem system) {
  std::string out;
  std::u32string word;
  const auto close = [&] {
    out += romanise_korean(word, system);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_hangul(c)) {
      word += c;
      continue;
    }
    close();
    append_utf8(out, c);
  }
  close();
  return out;
}

void write_forms(std::string_view title, const PreparedName& name, std::ostream& out) {
  for (const NameForm& form : name.forms) {
    out << padded(title, 10);
    bool first = true;
    for (const NameToken& token : form.tokens) {
      out << (first ? "" : " ") << safe(token.text) << '/' << to_string(token.token_class);
      first = false;
    }
    out << "  (" << to_string(form.origin) << ")\n";
  }
}

int run(const Arguments& arguments, Terminal& terminal) {
  const std::string& text = arguments.operands.front();
  if (has_hangul(text)) {
    terminal.out << padded("dprk", 10) << safe(in_system(text, KoreanSystem::dprk), 512) << '\n'
                 << padded("mr", 10) << safe(in_system(text, KoreanSystem::mccune_reischauer), 512) << '\n'
                 << padded("revised", 10) << safe(in_system(text, KoreanSystem::revised), 512) << '\n';
  }
  const PreparedName company = prepare(text, NameKind::company);
  write_forms("company", company, terminal.out);
  write_forms("person", prepare(text, NameKind::person), terminal.out);
  for (const std::string& finding : finding_words(company)) terminal.out << "note: " << finding << '\n';
  return static_cast<int>(Exit::clear);
}

}  // namespace

const Command names_romanise_command{"names romanise",
                                     "TEXT",
                                     "how a name is read in Latin letters, and what each word of it does",
                                     1,
                                     1,
                                     {},
                                     {"assay names romanise 압록강개발은행"},
                                     run};

}  // namespace assay
