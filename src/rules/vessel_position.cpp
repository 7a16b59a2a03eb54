#include "rules/vessel_position.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/number.h"

namespace assay {
namespace {

constexpr double near_nautical_miles = 250;
constexpr double miles_a_degree = 60;
/// Around the ports and towns of the DPRK whose positions are known.
constexpr double south = 37.97, north = 42.26, west = 124.39, east = 130.31;

/// From a position to the rectangle around the DPRK.
double miles_to_dprk(double latitude, double longitude) {
  const double degrees_north = std::max({0.0, south - latitude, latitude - north});
  const double degrees_east = std::max({0.0, west - longitude, longitude - east});
  const double shrunk = std::cos(std::clamp(latitude, south, north) * std::acos(-1.0) / 180);
  return miles_a_degree * std::hypot(degrees_north, degrees_east * shrunk);
}

struct Position {
  double latitude = 0, longitude = 0;
};

/// The number before a letter of the compass, as in "37.93N 125.62E" or "37.93° N": south and west are below nought.
std::optional<double> degrees_before(std::string_view text, char above, char below) {
  for (std::size_t at = text.find_first_of(std::string{above, below}); at != std::string_view::npos;
       at = text.find_first_of(std::string{above, below}, at + 1)) {
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || static_cast<unsigned char>(text[end - 1]) >= 0x80)) --end;
    std::size_t begin = end;
    while (begin > 0 && (text[begin - 1] == '.' || (text[begin - 1] >= '0' && text[begin - 1] <= '9'))) --begin;
    const Number number = parse_number(text.substr(begin, end - begin));
    if (number.known == Known::yes) return text[at] == below ? -number.value : number.value;
  }
  return {};
}

/// By the columns of the row, else by what its place says.
std::optional<Position> position_of(const SupplyGraph& graph, std::uint32_t event) {
  const CellRef latitude = cell_of_event(graph, event, Field::vessel_event_lat);
  const CellRef longitude = cell_of_event(graph, event, Field::vessel_event_lon);
  std::optional<double> lat, lon;
  const Number a = parse_number(graph.tables->text(latitude));
  const Number b = parse_number(graph.tables->text(longitude));
  if (a.known == Known::yes && b.known == Known::yes) {
    lat = a.value;
    lon = b.value;
  } else {
    const std::string text = graph.tables->text(cell_of_event(graph, event, Field::vessel_event_place));
    lat = degrees_before(text, 'N', 'S');
    lon = degrees_before(text, 'E', 'W');
  }
  if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180) return {};
  return Position{*lat, *lon};
}

}  // namespace

CellRef cell_of_event(const SupplyGraph& graph, std::uint32_t event, Field field) {
  const CellRef row = graph.vessel_events.row[event];
  return {row.table, field, row.record};
}

Seen is_near(const SupplyGraph& graph, std::uint32_t event) {
  const CellRef latitude = cell_of_event(graph, event, Field::vessel_event_lat);
  const CellRef place = cell_of_event(graph, event, Field::vessel_event_place);
  const Known known = graph.tables->known(latitude);
  const Country country = graph.vessel_events.place[event].country;
  if (country == north_korea) return {Truth::yes, place};
  if (const auto at = position_of(graph, event))
    return {miles_to_dprk(at->latitude, at->longitude) <= near_nautical_miles ? Truth::yes : Truth::no,
            known == Known::yes ? latitude : place};
  constexpr std::array neighbours = {Country('C', 'N'), south_korea, Country('R', 'U'), Country('J', 'P')};
  const bool is_neighbour = std::find(neighbours.begin(), neighbours.end(), country) != neighbours.end();
  return {country.is_known() && !is_neighbour ? Truth::no : Truth::unknown,
          known == Known::not_asked ? place : latitude};
}

}  // namespace assay
