#include "models/results/reading.h"

namespace sagsflow {

std::optional<Quantity::Reading> reading_of(const Results& results, std::string_view object, std::string_view measure,
                                            std::string_view group) {
  if (const auto whole = find_measure(results, object, measure, group)) {
    return Quantity::Reading{*whole, usual_statistic(results.catalogue[*whole].kind)};
  }
  const std::size_t colon = measure.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto statistic = statistic_named(measure.substr(colon + 1));
  const auto found = find_measure(results, object, measure.substr(0, colon), group);
  if (!statistic || !found) return std::nullopt;
  return Quantity::Reading{*found, *statistic};
}

std::optional<Quantity::Reading> reading_named(const Results& results, std::string_view name) {
  for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
    if (const auto reading = reading_of(results, name.substr(0, dot), name.substr(dot + 1))) return reading;
  }
  return std::nullopt;
}

}  // namespace sagsflow
