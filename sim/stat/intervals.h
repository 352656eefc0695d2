#pragma once

#include <cstddef>
#include <span>

#include "sim/stat/summary.h"

namespace sagsflow {

/// How often an interval holds the truth, unless another is asked for.
inline constexpr double kConfidence = 0.95;

/// The confidence of each of `comparisons` intervals that are to hold all at once in 95 % of studies (Bonferroni;
/// Law 2015, section 10.3.1: 1 - 0.05 / comparisons). None: 95 %.
double simultaneous_confidence(std::size_t comparisons);

/// An estimate with its interval; low and high are undefined where there are too few replications for one.
struct Interval {
  double value = kUndefined;
  double low = kUndefined;
  double high = kUndefined;
  double half_width() const { return (high - low) / 2; }
};

/// The numerator and the denominator of a ratio in one replication: a sum over citizens and how many they were.
struct RatioParts {
  double sum;
  double count;
};

/// The p-quantile of Student's t to 12 decimals; degrees of freedom, at least 1, need not be whole.
double student_t_quantile(double p, double degrees);

/// The mean over replications (Law 2015, eq. 4.12). Empty: undefined.
Interval mean_interval(std::span<const double> values, double confidence = kConfidence);

/// Σ sum / Σ count over replications, with the variance of its residuals (Cochran 1977, eq. 6.13, for a large
/// population). Undefined where Σ count is 0.
Interval ratio_interval(std::span<const RatioParts> parts, double confidence = kConfidence);

/// The mean of a - b, paired by replication; as many of one as of the other.
Interval paired_difference(std::span<const double> a, std::span<const double> b, double confidence = kConfidence);

/// The difference of two ratios, a - b, through their residuals paired by replication.
Interval paired_ratio_difference(std::span<const RatioParts> a, std::span<const RatioParts> b,
                                 double confidence = kConfidence);

/// (Var a + Var b) / Var(a - b): how many times the replications independent arms would need for the interval of the
/// paired difference. Undefined below two replications or where the difference does not vary.
double variance_ratio(std::span<const double> a, std::span<const double> b);
/// The same of two ratios, by their residuals.
double variance_ratio(std::span<const RatioParts> a, std::span<const RatioParts> b);

/// mean a - mean b, not paired (Welch 1938); degrees of freedom by Satterthwaite 1946.
Interval welch_difference(std::span<const double> a, std::span<const double> b, double confidence = kConfidence);

/// A quantile of the pooled observations with an interval by sectioning: the spread of the replications' own quantiles
/// about the pooled one (Asmussen & Glynn 2007, section III.5a). Replications in which it is undefined are left out;
/// one in which it was not reached (infinity) leaves no interval, for to leave out the longest would flatter it.
Interval sectioned_quantile(double pooled, std::span<const double> by_replication, double confidence = kConfidence);
/// The difference of two pooled quantiles, sectioned by the paired differences.
Interval sectioned_difference(double pooled_a, double pooled_b, std::span<const double> a, std::span<const double> b,
                              double confidence = kConfidence);

/// A share of independent trials (Wilson 1927). No trials: undefined.
Interval wilson_interval(std::size_t successes, std::size_t trials, double confidence = kConfidence);

}  // namespace sagsflow
