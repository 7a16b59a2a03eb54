#pragma once

#include <string>
#include <string_view>

namespace assay {

/// One text for common transliterations of one word: Dmitry, Dmitriy → "dmitri"; Muhammad, Mohamed → "muhamad";
/// Poutine, Putin → "putin". a/e, o/u and i/y are one vowel each, doubled letters one, kh is h, zh is j, tch is ch …
/// Small ASCII letters in; empty for words under four letters and for words with other bytes.
std::string sound_of(std::string_view word);

}  // namespace assay
