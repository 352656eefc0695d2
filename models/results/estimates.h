#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "models/results/results.h"

namespace sagsflow {

enum class Statistic {
  mean,
  sd,
  var,
  p50,
  p90,
  p95,
  p99,
  max,
  count,
  sum,
  open,
  horizon,
  share_zero,
  at_start,
  at_end
};

std::string_view name_of(Statistic statistic);
std::optional<Statistic> statistic_named(std::string_view name);

/// The statistic people ask for first: mean of tallies, levels and ratios, count of counts, sum of totals.
Statistic usual_statistic(MeasureKind kind);

/// A value with its interval, of 95 % confidence unless said; low and high are undefined below two replications.
struct Estimate {
  double value = kUndefined;
  double low = kUndefined;
  double high = kUndefined;
  std::size_t replications = 0;
  double half_width() const { return (high - low) / 2; }
};

/// A paired difference against the baseline, with what sharing chance gained.
struct Difference {
  Estimate estimate;
  double variance_ratio = kUndefined;  ///< independent / paired
  std::size_t controls = 0;            ///< how many control variates it was narrowed by; 0: it is the plain mean
};

/// Index into the catalogue, if the measure is there.
std::optional<std::size_t> find_measure(const Results& results, std::string_view object, std::string_view measure,
                                        std::string_view group = {}, std::string_view period = {});

/// The confidence of each trial arm's interval against the baseline: where there are several arms, the 95 % are for all
/// of them at once, measure by measure (Bonferroni).
double comparison_confidence(const Results& results);

Estimate level_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic);
/// Against the baseline, at comparison_confidence. Of counts, totals and levels, what the chance number of arrivals
/// adds is taken out where that narrows the interval (narrowed_mean): the difference is then not the one of the two
/// levels.
Difference difference_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic);
/// Of `arm` less that of `from`; difference_of has the baseline as `from`. From another arm: at 95 %.
Difference difference_between(const Results& results, std::size_t from, std::size_t arm, std::size_t measure,
                              Statistic statistic);

// What became of an arm's citizens against the baseline: at comparison_confidence.

/// Citizens a replication that wait shorter, the same, longer or are undecided (0 … 3), with an interval.
Estimate citizens_of(const Results& results, std::size_t arm, double CitizenChanges::* which);
/// Of the paired citizens of the cohort, the share that waits shorter, the same, longer or is undecided.
Estimate share_of_citizens(const Results& results, std::size_t arm, double CitizenChanges::* which);
/// Mean days of the citizens of one outcome: `shorter_days` of the `shorter`, below 0.
Estimate mean_days_of(const Results& results, std::size_t arm, double CitizenChanges::* days,
                      double CitizenChanges::* citizens);
/// Days that a citizen waits longer than under the baseline, in the mean of all but the undecided.
Estimate mean_change_of(const Results& results, std::size_t arm);

}  // namespace sagsflow
