#include "models/results/quotient.h"

#include <cmath>

#include "models/results/estimators.h"
#include "models/results/series.h"

namespace sagsflow {
namespace {

std::vector<double> values_of(const Results& results, std::size_t arm, Quantity::Reading reading) {
  std::vector<double> values;
  for (const ReplicationObservations& replication : results.observations[arm].replications) {
    values.push_back(statistic_of(replication.measures[reading.measure], reading.statistic));
  }
  return values;
}

/// A quotient by replication; one of which a part is not defined adds nothing.
Series quotient(const std::vector<double>& numerators, const std::vector<double>& denominators) {
  Series series;
  series.estimator = Series::Estimator::ratio;
  for (std::size_t r = 0; r < numerators.size(); ++r) {
    const bool defined = std::isfinite(numerators[r]) && std::isfinite(denominators[r]);
    series.parts.push_back(defined ? RatioParts{numerators[r], denominators[r]} : RatioParts{0, 0});
  }
  return series;
}

Series series_of(const Results& results, std::size_t arm, const Quantity& quantity) {
  if (!quantity.per) return series_of(results, arm, quantity.of.measure, quantity.of.statistic);
  return quotient(values_of(results, arm, quantity.of), values_of(results, arm, *quantity.per));
}

}  // namespace

Estimate level_of(const Results& results, std::size_t arm, const Quantity& quantity) {
  return estimate(series_of(results, arm, quantity));
}

Difference difference_between(const Results& results, std::size_t from, std::size_t arm, const Quantity& quantity) {
  return difference_from(results, from, series_of(results, from, quantity), series_of(results, arm, quantity));
}

Estimate difference_per_baseline(const Results& results, std::size_t from, std::size_t arm, const Quantity& quantity) {
  if (!quantity.per) return difference_between(results, from, arm, quantity).estimate;
  std::vector<double> differences = values_of(results, arm, quantity.of);
  const std::vector<double> base = values_of(results, from, quantity.of);
  for (std::size_t r = 0; r < differences.size(); ++r) differences[r] -= base[r];
  return estimate(quotient(differences, values_of(results, from, *quantity.per)), confidence_from(results, from));
}

}  // namespace sagsflow
