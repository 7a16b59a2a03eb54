#include "names/token_keys.h"

#include "names/korean.h"
#include "names/sound.h"

namespace assay {
namespace {

bool is_known_by_meaning(TokenClass token_class) {
  return token_class == TokenClass::generic || token_class == TokenClass::country ||
         token_class == TokenClass::particle || token_class == TokenClass::title;
}

}  // namespace

KeyRule key_rule(const NameForm& form, NameKind kind, std::size_t at) {
  const TokenClass token_class = form.tokens[at].token_class;
  if (token_class == TokenClass::number || token_class == TokenClass::legal || is_known_by_meaning(token_class))
    return KeyRule::none;
  if (!form.korean) return kind == NameKind::person ? KeyRule::sound : KeyRule::sound_or_korean;
  const bool at_end = at == 0 || at + 1 == form.tokens.size();
  return token_class == TokenClass::family || at_end ? KeyRule::korean_family : KeyRule::korean;
}

void add_keys(NameToken& token, KeyRule rule) {
  token.key.clear();
  token.sound.clear();
  if (rule == KeyRule::sound || rule == KeyRule::sound_or_korean) token.sound = sound_of(token.text);
  if (rule == KeyRule::sound_or_korean && token.text.size() >= 3 && is_korean_word(token.text))
    token.key = romanisation_key(token.text);
  // Korean words are told apart by their keys alone.
  if (rule == KeyRule::korean_family) token.key = korean_family_key(token.text);
  const bool korean = rule == KeyRule::korean || rule == KeyRule::korean_family;
  if (korean && token.key.empty()) token.key = romanisation_key(token.text);
}

void add_keys(NameForm& form, NameKind kind) {
  for (std::size_t at = 0; at < form.tokens.size(); ++at) add_keys(form.tokens[at], key_rule(form, kind, at));
}

}  // namespace assay
