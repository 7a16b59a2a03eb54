#include <algorithm>

#include "names/fold.h"
#include "reference/load.h"

namespace assay {
namespace {

/// The day of a cell; `otherwise` for an empty one, and after a diagnostic for one that is no whole day.
Day read_day(const PackTable& table, const PackCell& cell, Day otherwise, Diagnostics& diagnostics) {
  if (cell.text.empty()) return otherwise;
  const Date date = parse_date(cell.text);
  if (date.known == Known::yes && to_string(date) == cell.text && date.precision == Precision::day) return date.first;
  diagnostics.push_back(table.complain(cell, "this is no day", "write it as 2017-08-05"));
  return otherwise;
}

std::optional<Day> read_optional_day(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  if (cell.text.empty()) return std::nullopt;
  return read_day(table, cell, earliest_day, diagnostics);
}

void check_order(const PackTable& table, const PackCell& to, Day first, Day last, Diagnostics& diagnostics) {
  if (last < first) diagnostics.push_back(table.complain(to, "this day comes before the first one"));
}

bool is_prefix(std::string_view text) {
  if (text.empty() || text == "*") return true;
  return text.size() % 2 == 0 && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_jurisdiction(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class MeasureLoader {
 public:
  MeasureLoader(const PackTable& table, Measures& law, Diagnostics& diagnostics)
      : table_(table), law_(law), diagnostics_(diagnostics) {}

  void load() {
    for (const PackRow& row : table_.rows) read(row);
    std::vector<std::uint32_t>& order = law_.by_prefix;
    for (std::uint32_t row = 0; row < law_.rows.size(); ++row)
      if (!law_.rows[row].hs_prefix.empty()) order.push_back(row);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return law_.rows[a].hs_prefix < law_.rows[b].hs_prefix;
    });
  }

  static PackTable table(const PackFile& file, Diagnostics& diagnostics) {
    return read_pack_table(
        file,
        {"id", "measure_id", "jurisdiction", "direction", "instrument", "paragraph", "commodity", "hs_prefix",
         "coverage", "hs_source", "effective_from", "effective_to", "exception_ids", "status", "date_status"},
        diagnostics);
  }

 private:
  enum Column : std::size_t {
    id,
    measure_id,
    jurisdiction,
    direction,
    instrument,
    paragraph,
    commodity,
    hs_prefix,
    coverage,
    hs_source,
    effective_from,
    effective_to,
    exception_ids,
    status,
    date_status
  };

  void complain(const PackCell& cell, std::string message, std::string hint = {}) {
    diagnostics_.push_back(table_.complain(cell, std::move(message), std::move(hint)));
  }

  void read(const PackRow& row) {
    static const std::vector<std::string_view> ways = {"from_kp", "to_kp",      "from_any",
                                                       "labour",  "investment", "designation"};
    static const std::vector<std::string_view> extents = {"full", "part", "possible"};
    static const std::vector<std::string_view> sources = {"text",      "annex",          "by-reference", "eu-proxy",
                                                          "cn-notice", "panel-practice", "project",      "none"};
    const std::size_t before = diagnostics_.size();
    Measure measure;
    measure.direction = static_cast<Direction>(read_word(table_, row[direction], ways, diagnostics_));
    measure.coverage = static_cast<Coverage>(read_word(table_, row[coverage], extents, diagnostics_));
    read_word(table_, row[hs_source], sources, diagnostics_);
    check_status(table_, row[status], diagnostics_);
    check_status(table_, row[date_status], diagnostics_);
    for (const Column column : {id, measure_id, instrument, paragraph, commodity, effective_from})
      if (row[column].text.empty()) complain(row[column], "this cell says nothing");
    if (!is_jurisdiction(row[jurisdiction].text))
      complain(row[jurisdiction], "this is no jurisdiction", "UN, EU, or a country by its ISO 3166-1 code");
    if (!is_prefix(row[hs_prefix].text))
      complain(row[hs_prefix], "this is no HS code", "two, four, six or eight digits, * for every good, or nothing");
    measure.from = read_day(table_, row[effective_from], earliest_day, diagnostics_);
    measure.to = read_day(table_, row[effective_to], latest_day, diagnostics_);
    check_order(table_, row[effective_to], measure.from, measure.to, diagnostics_);
    for (const std::string& name : texts_of(row[exception_ids])) read_exception(row[exception_ids], name, measure);
    if (std::any_of(law_.rows.begin(), law_.rows.end(), [&](const Measure& m) { return m.id == row[id].text; }))
      complain(row[id], "this id is there twice");
    if (diagnostics_.size() != before) return;
    measure.id = row[id].text;
    measure.measure_id = row[measure_id].text;
    measure.jurisdiction = row[jurisdiction].text;
    measure.instrument = row[instrument].text;
    measure.paragraph = row[paragraph].text;
    measure.commodity = row[commodity].text;
    measure.hs_prefix = row[hs_prefix].text;
    measure.status = row[status].text;
    measure.date_status = row[date_status].text;
    measure.line = row[id].line;
    if (std::find(law_.jurisdictions.begin(), law_.jurisdictions.end(), measure.jurisdiction) ==
        law_.jurisdictions.end())
      law_.jurisdictions.push_back(measure.jurisdiction);
    law_.rows.push_back(std::move(measure));
  }

  void read_exception(const PackCell& cell, const std::string& name, Measure& measure) {
    if (const LegalException* found = law_.exception(name))
      measure.exceptions.push_back(static_cast<std::uint16_t>(found - law_.exceptions.data()));
    else
      complain(cell, "there is no exception " + name, "it needs a row in data/exceptions.csv");
  }

  const PackTable& table_;
  Measures& law_;
  Diagnostics& diagnostics_;
};

class ExceptionLoader {
 public:
  ExceptionLoader(const PackTable& table, const Reference& reference, Measures& law, Diagnostics& diagnostics)
      : table_(table), reference_(reference), law_(law), diagnostics_(diagnostics) {}

  void load() {
    for (const PackRow& row : table_.rows) read(row);
  }

  /// After the measures: an exception covers nothing but what some measure bars.
  void check_covers() {
    for (const PackRow& row : table_.rows)
      for (const std::string& what : texts_of(row[covers_column])) {
        const bool known = what == "*" || std::any_of(law_.rows.begin(), law_.rows.end(), [&](const Measure& m) {
                             return m.commodity == what || m.measure_id == what;
                           });
        if (!known)
          diagnostics_.push_back(table_.complain(row[covers_column], "no measure names " + what,
                                                 "a commodity or a measure_id of data/measures.csv, or *"));
      }
  }

  static PackTable table(const PackFile& file, Diagnostics& diagnostics) {
    return read_pack_table(file,
                           {"id", "instrument", "paragraph", "covers", "from", "to", "contract_before", "import_by",
                            "notify_by", "claimed_by", "route", "not_for_origin", "needs", "shown_by", "status"},
                           diagnostics);
  }

 private:
  enum Column : std::size_t {
    id,
    instrument,
    paragraph,
    covers_column,
    from,
    to,
    contract_before,
    import_by,
    notify_by,
    claimed_by,
    route,
    not_for_origin,
    needs,
    shown_by,
    status
  };

  void read(const PackRow& row) {
    const std::size_t before = diagnostics_.size();
    check_status(table_, row[status], diagnostics_);
    LegalException exception;
    exception.id = row[id].text;
    if (exception.id.empty()) diagnostics_.push_back(table_.complain(row[id], "this cell says nothing"));
    if (law_.exception(exception.id) != nullptr)
      diagnostics_.push_back(table_.complain(row[id], "this id is there twice"));
    exception.instrument = row[instrument].text;
    exception.paragraph = row[paragraph].text;
    exception.covers = texts_of(row[covers_column]);
    exception.from = read_day(table_, row[from], earliest_day, diagnostics_);
    exception.to = read_day(table_, row[to], latest_day, diagnostics_);
    check_order(table_, row[to], exception.from, exception.to, diagnostics_);
    exception.contract_before = read_optional_day(table_, row[contract_before], diagnostics_);
    exception.import_by = read_optional_day(table_, row[import_by], diagnostics_);
    exception.notify_by = read_optional_day(table_, row[notify_by], diagnostics_);
    for (const std::string& words : texts_of(row[claimed_by])) exception.claimed_by.push_back(fold(words));
    for (const std::string& place : texts_of(row[route])) read_place(row[route], place, exception);
    if (!row[not_for_origin].text.empty())
      if (const auto country = read_country_code(table_, row[not_for_origin], diagnostics_))
        exception.not_for_origin = *country;
    exception.needs = row[needs].text;
    for (const std::string& paper : texts_of(row[shown_by])) {
      if (const auto known = paper_named(paper))
        exception.shown_by.push_back(*known);
      else
        diagnostics_.push_back(table_.complain(row[shown_by], paper + " is no kind of document"));
    }
    exception.status = row[status].text;
    exception.line = row[id].line;
    if (diagnostics_.size() == before) law_.exceptions.push_back(std::move(exception));
  }

  void read_place(const PackCell& cell, const std::string& name, LegalException& exception) {
    const PlaceReading place = reference_.place(name, Country());
    if (place.line != 0)
      exception.route.push_back(place.line);
    else
      diagnostics_.push_back(table_.complain(cell, name + " is no place of data/places.csv"));
  }

  const PackTable& table_;
  const Reference& reference_;
  Measures& law_;
  Diagnostics& diagnostics_;
};

}  // namespace

void load_law(const PackFile& measures, const PackFile* exceptions, Reference& reference, Diagnostics& diagnostics) {
  static const PackFile none{"data/exceptions.csv",
                             "id,instrument,paragraph,covers,from,to,contract_before,import_by,notify_by,claimed_by,"
                             "route,not_for_origin,needs,shown_by,status\n"};
  const std::size_t before = diagnostics.size();
  const PackTable table = ExceptionLoader::table(exceptions == nullptr ? none : *exceptions, diagnostics);
  const PackTable rows = MeasureLoader::table(measures, diagnostics);
  ExceptionLoader loader(table, reference, reference.measures, diagnostics);
  loader.load();
  reference.measures.pack = measures.pack;
  MeasureLoader(rows, reference.measures, diagnostics).load();
  if (diagnostics.size() == before) loader.check_covers();  // else a row that is missing would be blamed again
}

}  // namespace assay
