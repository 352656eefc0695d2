#include "models/results/estimators.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/stat/control_variates.h"

namespace sagsflow {
namespace {

Estimate estimate_of(const Interval& interval, std::size_t replications) {
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

/// A quantile may be infinite: not reached.
bool has_value(const Series& series, std::size_t replication) {
  const double value = series.values[replication];
  return series.estimator == Series::Estimator::pooled ? !std::isnan(value) : std::isfinite(value);
}

/// The replications in which both arms have a value.
struct Pairs {
  std::vector<double> base, arm;
};

Pairs pairs_of(const Series& base, const Series& arm) {
  Pairs pairs;
  for (std::size_t r = 0; r < std::min(base.values.size(), arm.values.size()); ++r) {
    if (!has_value(base, r) || !has_value(arm, r)) continue;
    pairs.base.push_back(base.values[r]);
    pairs.arm.push_back(arm.values[r]);
  }
  return pairs;
}

/// One case a replication at most, which comes out one way or the other.
bool is_one_trial_each(const Series& series) {
  const auto is_nothing_or_one = [](double number) { return number == 0 || number == 1; };
  return series.is_share && std::ranges::all_of(series.parts, [&](const RatioParts& part) {
           return is_nothing_or_one(part.count) && is_nothing_or_one(part.sum);
         });
}

Interval share_of_trials(const Series& series, double confidence) {
  std::size_t trials = 0, successes = 0;
  for (const RatioParts& part : series.parts) {
    if (part.count == 1) ++trials;
    if (part.sum == 1) ++successes;
  }
  return wilson_interval(successes, trials, confidence);
}

Difference ratio_difference(const Series& base, const Series& arm, double confidence) {
  if (base.parts.size() != arm.parts.size()) return {};
  return {estimate_of(paired_ratio_difference(arm.parts, base.parts, confidence), arm.parts.size()),
          variance_ratio(arm.parts, base.parts)};
}

Difference unpaired_difference(const Series& base, const Series& arm, double confidence) {
  if (base.estimator != Series::Estimator::mean) return {};
  const std::vector<double> of_base = defined_of(base.values), of_arm = defined_of(arm.values);
  return {estimate_of(welch_difference(of_arm, of_base, confidence), std::min(of_arm.size(), of_base.size())),
          kUndefined};
}

/// Controls by replication, as the baseline saw them.
std::vector<Control> controls_of(const Results& results) {
  std::vector<Control> controls;
  for (const ArrivalControl& arrival : results.controls) {
    Control control;
    control.expected = arrival.expected;
    for (const ReplicationObservations& replication : results.observations.front().replications) {
      control.values.push_back(replication.measures[arrival.measure].count);
    }
    controls.push_back(std::move(control));
  }
  return controls;
}

/// The difference by replication; empty unless every replication has one.
std::vector<double> amounts_apart(const Series& base, const Series& arm) {
  if (!base.is_amount || base.values.size() != arm.values.size()) return {};
  std::vector<double> apart;
  for (std::size_t r = 0; r < base.values.size(); ++r) {
    apart.push_back(arm.values[r] - base.values[r]);
    if (!std::isfinite(apart.back())) return {};
  }
  return apart;
}

}  // namespace

Estimate estimate(const Series& series, double confidence) {
  if (series.estimator == Series::Estimator::ratio) {
    const Interval interval =
        is_one_trial_each(series) ? share_of_trials(series, confidence) : ratio_interval(series.parts, confidence);
    return estimate_of(interval, series.parts.size());
  }
  if (series.estimator == Series::Estimator::pooled) {
    const auto reached = std::ranges::count_if(series.values, [](double value) { return !std::isnan(value); });
    return estimate_of(sectioned_quantile(series.pooled, series.values, confidence), static_cast<std::size_t>(reached));
  }
  const std::vector<double> values = defined_of(series.values);
  return estimate_of(mean_interval(values, confidence), values.size());
}

Difference difference(const Series& base, const Series& arm, double confidence) {
  if (base.estimator == Series::Estimator::ratio) return ratio_difference(base, arm, confidence);
  const Pairs pairs = pairs_of(base, arm);
  if (pairs.arm.empty()) return unpaired_difference(base, arm, confidence);
  if (base.estimator == Series::Estimator::mean) {
    return {estimate_of(paired_difference(pairs.arm, pairs.base, confidence), pairs.arm.size()),
            variance_ratio(pairs.arm, pairs.base)};
  }
  const Interval interval = sectioned_difference(arm.pooled, base.pooled, pairs.arm, pairs.base, confidence);
  return {estimate_of(interval, pairs.arm.size()),
          std::isfinite(interval.low) ? variance_ratio(pairs.arm, pairs.base) : kUndefined};
}

Difference difference_from(const Results& results, std::size_t from, const Series& base, const Series& arm) {
  const double confidence = confidence_from(results, from);
  Difference plain = difference(base, arm, confidence);
  if (from != 0 || results.controls.empty()) return plain;
  const std::vector<double> apart = amounts_apart(base, arm);
  if (apart.size() < kLeastControlled) return plain;
  const std::vector<Control> controls = controls_of(results);
  const auto narrowed = narrowed_mean(apart, controls, confidence);
  if (!narrowed) return plain;
  plain.estimate = estimate_of(*narrowed, apart.size());
  plain.controls = controls.size();
  return plain;
}

}  // namespace sagsflow
