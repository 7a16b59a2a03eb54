#pragma once

#include <string>
#include <string_view>

#include "names/compare.h"
#include "names/prepare.h"
#include "names/weights.h"

namespace assay {

/// A name prepared and weighed without a list.
inline PreparedName named(std::string_view text, NameKind kind = NameKind::company) {
  PreparedName name = prepare(text, kind);
  weigh(name, {});
  return name;
}

inline NameComparison compared(std::string_view a, std::string_view b, NameKind kind = NameKind::company) {
  return compare(named(a, kind), named(b, kind));
}

inline float score(std::string_view a, std::string_view b, NameKind kind = NameKind::company) {
  return compared(a, b, kind).score;
}

inline Band band(std::string_view a, std::string_view b, NameKind kind = NameKind::company) {
  return compared(a, b, kind).band;
}

/// The whole name as "text/class text/class".
inline std::string words(std::string_view text, NameKind kind = NameKind::company, std::size_t form = 0) {
  std::string out;
  const PreparedName name = prepare(text, kind);
  if (form >= name.forms.size()) return out;
  for (const NameToken& token : name.forms[form].tokens)
    out.append(out.empty() ? "" : " ").append(token.text).append("/").append(to_string(token.token_class));
  return out;
}

}  // namespace assay
