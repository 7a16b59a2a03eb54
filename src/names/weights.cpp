#include "names/weights.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "base/text.h"

namespace assay {
namespace {

/// Words of names of firms that are no business words but stand in many names, and what they weigh without a list.
float built_in_rarity(std::string_view word) {
  constexpr std::string_view common =
      "star sun moon sea ocean river lake mountain hill sky cloud golden diamond crystal pearl dragon phoenix "
      "tiger lion eagle falcon horse east eastern west western north northern south southern orient oriental central "
      "royal imperial grand great big little united union first prime premier top best super ultra mega max maxi "
      "plus "
      "pro quality modern classic standard universal unity alliance partner partners brothers sons family city metro "
      "green blue red white black rainbow spring summer sunrise sunshine bright light lucky happy fortune victory "
      "win "
      "success hope dream future vision trust smart fast speed express direct line lines link bridge gate way road "
      "point house home land garden park valley island bay delta alpha beta gamma omega sigma nova atlas apollo "
      "titan "
      "power high long fine good sino anglo euro trans inter uni multi general public social project program group "
      "hongda hongxiang xing hua fa da sheng tai feng yuan kim pak ri choe jong";
  static const std::unordered_map<std::string_view, bool> words = [] {
    std::unordered_map<std::string_view, bool> made;
    for (const std::string_view word_of : split(common, " ")) made.emplace(word_of, true);
    return made;
  }();
  return words.contains(word) ? 0.7F : 1.0F;
}

/// Business words that frame a name without saying what the firm does.
bool is_frame(std::string_view word) {
  constexpr std::string_view frames =
      "general group gruppe groupe grupo gruppa grp jituan center centre centers tsentr holding holdings kholding "
      "enterprise enterprises predpriyatie empresa international intl global worldwide world organization "
      "organisation "
      "organizations foundation association union united associates associated national state company office "
      "department "
      "institute business agency services service";
  static const std::unordered_map<std::string_view, bool> words = [] {
    std::unordered_map<std::string_view, bool> made;
    for (const std::string_view word_of : split(frames, " ")) made.emplace(word_of, true);
    return made;
  }();
  return words.contains(word);
}

constexpr float frame_factor = 0.6F;

/// The father's name says less than a family name: Vladimirovich, Yuryevna.
bool is_patronymic(std::string_view word) {
  if (word.size() < 7) return false;
  for (const std::string_view ending : {"vich", "vych", "vna", "vitch", "ichna", "inichna", "vics", "vitx", "witsj",
                                        "witsch", "wicz", "vitj", "obichi"})
    if (word.ends_with(ending)) return true;
  return false;
}

float list_rarity(const NameToken& token, const TokenWeights& weights) {
  const auto found = weights.names_with.find(token.text);
  const double holding = found == weights.names_with.end() ? 0 : found->second;
  const double names = weights.names;
  return std::max(least_rarity, static_cast<float>(std::log((names + 1) / (holding + 1)) / std::log(names + 1)));
}

}  // namespace

void add_to(TokenWeights& weights, const PreparedName& name) {
  std::set<std::string_view> seen;
  for (const NameForm& form : name.forms)
    for (const NameToken& token : form.tokens)
      if (seen.insert(token.text).second) ++weights.names_with[token.text];
  ++weights.names;
}

float class_factor(TokenClass token_class) {
  switch (token_class) {
    case TokenClass::brand:
      return 1.0F;
    case TokenClass::family:
      return 1.0F;
    case TokenClass::given:
      return 1.0F;
    case TokenClass::number:
      return 0.8F;
    case TokenClass::place:
      return 0.5F;
    case TokenClass::generic:
      return 0.4F;
    case TokenClass::country:
      return 0.2F;
    case TokenClass::initial:
      return 0.05F;
    case TokenClass::particle:
      return 0.03F;
    case TokenClass::title:
      return 0.03F;
    case TokenClass::legal:
      return 0.03F;
  }
  return 1.0F;
}

float weight_of(const NameToken& token, const TokenWeights& weights) {
  const float factor = class_factor(token.token_class);
  if (is_patronymic(token.text) && factor >= 0.9F) return 0.4F;
  const bool telling = token.token_class == TokenClass::brand || token.token_class == TokenClass::family ||
                       token.token_class == TokenClass::given;
  if (token.token_class == TokenClass::generic && is_frame(token.text)) return factor * frame_factor;
  if (!telling) return factor;
  return factor * (weights.names > 0 ? list_rarity(token, weights) : built_in_rarity(token.text));
}

void weigh(PreparedName& name, const TokenWeights& weights) {
  for (NameForm& form : name.forms)
    for (NameToken& token : form.tokens) token.weight = weight_of(token, weights);
}

}  // namespace assay
