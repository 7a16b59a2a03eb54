#pragma once

#include <string>
#include <string_view>

namespace assay {

/// A header as the alias table writes it: without units in brackets, folded (NFKC, case, invisible characters),
/// traditional Chinese in simplified characters, and without blanks and punctuation, # and % excepted.
/// "Country of Origin", "COUNTRY_OF_ORIGIN" and "country-of-origin" are one; "净重(千克)" is "净重".
std::string normalise_header(std::string_view header);

/// True when a header holds characters that nobody sees (zero-width, bidi controls, a no-break space).
bool has_invisible(std::string_view header);

}  // namespace assay
