#pragma once

#include <limits>

namespace sagsflow {

/// A statistic that is not defined, or does not apply to the measure.
inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// What one replication says of one measure, in the measure's unit.
struct Summary {
  double count = kUndefined;  ///< observations, or the denominator of a ratio
  double sum = kUndefined;    ///< their sum (mean x count where some are censored), or the numerator
  double mean = kUndefined;   ///< of a tally with censored observations: the Kaplan-Meier restricted mean
  double sd = kUndefined;
  double p50 = kUndefined;
  double p90 = kUndefined;
  double p95 = kUndefined;
  double p99 = kUndefined;
  double max = kUndefined;
  double open = kUndefined;     ///< censored observations
  double horizon = kUndefined;  ///< up to where the restricted mean goes
  double share_zero = kUndefined;
  double at_start = kUndefined;  ///< of a level: at the opening of the window
  double at_end = kUndefined;
};

}  // namespace sagsflow
