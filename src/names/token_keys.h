#pragma once

#include <cstddef>
#include <cstdint>

#include "names/name.h"

namespace assay {

/// How `key` and `sound` of a token follow from its text.
enum class KeyRule : std::uint8_t {
  none,             ///< numbers, legal forms, and words that are known by what they mean
  sound,            ///< words of people
  sound_or_korean,  ///< words of firms: a sound, and a key where the word may be Korean
  korean,           ///< words of Korean names: the key alone
  korean_family     ///< the same, in a place where a family name may stand
};

/// The rule for the token at the place of a form whose classes are settled.
KeyRule key_rule(const NameForm& form, NameKind kind, std::size_t at);

/// Fills key and sound, whatever they were.
void add_keys(NameToken& token, KeyRule rule);
void add_keys(NameForm& form, NameKind kind);

}  // namespace assay
