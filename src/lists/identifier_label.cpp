#include "lists/identifier_label.h"

#include <array>

#include "base/identifier.h"
#include "base/text.h"

namespace assay {
namespace {

struct Label {
  std::string_view text;
  FactKind kind;
};

/// As the Treasury writes them. Of two that begin alike the longer stands first.
constexpr auto labels = std::to_array<Label>({
    {"Vessel Registration Identification", FactKind::imo},
    {"IMO Number", FactKind::imo},
    {"MMSI", FactKind::mmsi},
    {"Maritime Mobile Service Identity", FactKind::mmsi},
    {"Vessel Call Sign", FactKind::call_sign},
    {"Legal Entity Number", FactKind::lei},
    {"LEI", FactKind::lei},
    {"Unified Social Credit Code (USCC)", FactKind::uscc},
    {"SWIFT/BIC", FactKind::swift_bic},
    {"Identification Number", FactKind::national_id},
    {"National ID No.", FactKind::national_id},
    {"National Foreign ID Number", FactKind::national_id},
    {"Personal ID Card", FactKind::national_id},
    {"Citizen's Card Number", FactKind::national_id},
    {"Residency Number", FactKind::national_id},
    {"Birth Certificate Number", FactKind::national_id},
    {"Driver's License No.", FactKind::national_id},
    {"Electoral Registry No.", FactKind::national_id},
    {"Cedula No.", FactKind::national_id},
    {"Cedula de Residencia", FactKind::national_id},
    {"C.U.R.P.", FactKind::national_id},
    {"C.U.I.P.", FactKind::national_id},
    {"D.N.I.", FactKind::national_id},
    {"I.F.E.", FactKind::national_id},
    {"SSN", FactKind::national_id},
    {"Passport", FactKind::passport},
    {"Diplomatic Passport", FactKind::passport},
    {"Stateless Person Passport", FactKind::passport},
    {"Travel Document Number", FactKind::passport},
    {"Registration Number", FactKind::registration},
    {"Registration ID", FactKind::registration},
    {"Business Registration Number", FactKind::registration},
    {"Business Registration Document #", FactKind::registration},
    {"Business Number", FactKind::registration},
    {"Company Number", FactKind::registration},
    {"UK Company Number", FactKind::registration},
    {"Public Registration Number", FactKind::registration},
    {"Commercial Registry Number", FactKind::registration},
    {"Chamber of Commerce Number", FactKind::registration},
    {"Certificate of Incorporation Number", FactKind::registration},
    {"Enterprise Number", FactKind::registration},
    {"Economic Register Number (CBLS)", FactKind::registration},
    {"Branch Unit Number", FactKind::registration},
    {"Folio Mercantil No.", FactKind::registration},
    {"Matricula Mercantil No", FactKind::registration},
    {"Registered Charity No.", FactKind::registration},
    {"Trade License No.", FactKind::registration},
    {"C.R. No.", FactKind::registration},
    {"License", FactKind::registration},
    {"D-U-N-S Number", FactKind::other_id},
    {"OKPO", FactKind::other_id},
    {"BIK (RU)", FactKind::other_id},
    {"ISIN", FactKind::other_id},
    {"Government Gazette Number", FactKind::other_id},
    {"Aircraft Tail Number", FactKind::other_id},
    {"Aircraft Manufacturer's Serial Number (MSN)", FactKind::other_id},
    {"Aircraft Construction Number (also called L/N or S/N or F/N)", FactKind::other_id},
    {"Aircraft Mode S Transponder Code", FactKind::other_id},
    {"Digital Currency Address - XBT", FactKind::other_id},
    {"Tax ID No.", FactKind::tax},
    {"V.A.T. Number", FactKind::tax},
    {"Fiscal Code", FactKind::tax},
    {"Italian Fiscal Code", FactKind::tax},
    {"Paraguayan tax identification number", FactKind::tax},
    {"C.U.I.T.", FactKind::tax},
    {"C.U.I.", FactKind::tax},
    {"N.I.E.", FactKind::tax},
    {"R.F.C.", FactKind::tax},
    {"NIT #", FactKind::tax},
    {"RUC #", FactKind::tax},
    {"RIF #", FactKind::tax},
    {"RTN", FactKind::tax},
    {"Email Address", FactKind::email},
    {"Website", FactKind::website},
    {"Telephone", FactKind::phone},
    {"Phone Number", FactKind::phone},
    {"Fax", FactKind::phone},
});

/// Seven digits behind "IMO" and what stands between; empty when the value is no IMO number.
std::string_view imo_digits(std::string_view value) {
  if (!value.starts_with("IMO")) return {};
  const std::size_t at = value.find_first_of("0123456789");
  if (at == std::string_view::npos) return {};
  std::string_view digits = value.substr(at);
  digits = digits.substr(0, digits.find_first_not_of("0123456789"));
  return digits.size() == 7 ? digits : std::string_view{};
}

void add_imo(Draft& draft, std::string_view digits, std::string_view field) {
  if (draft.kind != EntryKind::vessel)
    draft.add_fact(FactKind::imo_company, digits, field);
  else
    draft.add_fact(is_imo(digits) ? FactKind::imo : FactKind::other_id, digits, field);
}

}  // namespace

std::optional<FactKind> kind_of_label(std::string_view label) {
  label = trim(label);
  if (label.starts_with("Digital Currency Address")) return FactKind::other_id;
  for (const Label& known : labels)
    if (known.text == label) return known.kind;
  return std::nullopt;
}

std::optional<FactKind> kind_by_label(std::string_view text, std::string_view& value) {
  for (const Label& known : labels) {
    if (!text.starts_with(known.text)) continue;
    const std::string_view rest = text.substr(known.text.size());
    if (!rest.starts_with(' ')) continue;
    value = trim(rest);
    return known.kind;
  }
  return std::nullopt;
}

void add_identifier(Draft& draft, FactKind kind, std::string_view value, std::string_view field,
                    std::string_view country) {
  value = trim(value);
  if (const std::string_view digits = imo_digits(value); !digits.empty()) return add_imo(draft, digits, field);
  const bool fails = (kind == FactKind::lei && !is_lei(value)) || (kind == FactKind::uscc && !is_uscc(value)) ||
                     (kind == FactKind::imo && !is_imo(value));
  draft.add_fact(fails ? FactKind::other_id : kind, value, field, country);
}

}  // namespace assay
