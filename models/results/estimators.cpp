#include "models/results/estimators.h"

#include <algorithm>
#include <cmath>

namespace sagsflow {
namespace {

Estimate from(const Interval& interval, std::size_t replications) {
  if (!std::isfinite(interval.value)) return {};
  return {interval.value, interval.low, interval.high, replications};
}

std::vector<double> defined_of(const std::vector<double>& values) {
  std::vector<double> defined;
  for (const double value : values) {
    if (std::isfinite(value)) defined.push_back(value);
  }
  return defined;
}

/// The replications in which both arms have a value.
struct Pairs {
  std::vector<double> base, arm;
};

Pairs pairs_of(const Series& base, const Series& arm) {
  Pairs pairs;
  for (std::size_t r = 0; r < std::min(base.values.size(), arm.values.size()); ++r) {
    if (!std::isfinite(base.values[r]) || !std::isfinite(arm.values[r])) continue;
    pairs.base.push_back(base.values[r]);
    pairs.arm.push_back(arm.values[r]);
  }
  return pairs;
}

}  // namespace

Estimate estimate(const Series& series) {
  if (series.estimator == Series::Estimator::ratio) return from(ratio_interval(series.parts), series.parts.size());
  const std::vector<double> values = defined_of(series.values);
  if (series.estimator == Series::Estimator::mean) return from(mean_interval(values), values.size());
  return from(sectioned_quantile(series.pooled, values), values.size());
}

Difference difference(const Series& base, const Series& arm) {
  if (base.estimator == Series::Estimator::ratio) {
    if (base.parts.size() != arm.parts.size()) return {};
    return {from(paired_ratio_difference(arm.parts, base.parts), arm.parts.size()),
            variance_ratio(arm.parts, base.parts)};
  }
  const Pairs pairs = pairs_of(base, arm);
  if (pairs.arm.empty()) return {};
  const Interval interval = base.estimator == Series::Estimator::mean
                                ? paired_difference(pairs.arm, pairs.base)
                                : sectioned_difference(arm.pooled, base.pooled, pairs.arm, pairs.base);
  return {from(interval, pairs.arm.size()), variance_ratio(pairs.arm, pairs.base)};
}

}  // namespace sagsflow
