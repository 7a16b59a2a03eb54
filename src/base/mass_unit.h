#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// Kilograms in one of a unit of mass: t, MT, dmt, tonnes, kg, g, lb, short ton, long ton, troy oz, 吨, 公斤, 克 …
/// Nothing for what is no unit of mass, for a wet tonne (its water is not known), and for words that may be several
/// units: ton (metric, short or long), oz (troy or not), Mt (a million tonnes, or a metric ton).
std::optional<double> kilograms_in(std::string_view unit);

/// The ISO 4217 code of a currency as trade documents write it: USD, US$, 美元, RMB → CNY. Nothing for a sign that
/// several have ($), and for what is no currency that is known here.
std::optional<std::string> currency_in(std::string_view text);

/// What the header of a column of amounts says of them: `quantity_t`, "Net weight (kg)", "Unit price (USD/MT)".
struct HeaderUnits {
  std::optional<double> kilograms;      ///< of the unit of mass
  std::optional<std::string> currency;  ///< ISO 4217
};

/// Units stand behind the name of the column; a header that names two units or two currencies says nothing of them.
HeaderUnits units_in_header(std::string_view header);

}  // namespace assay
