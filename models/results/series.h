#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "models/results/estimates.h"
#include "sim/stat/intervals.h"

namespace sagsflow {

/// Every statistic, in the order in which tables list them.
inline constexpr std::array kStatistics = {
    Statistic::mean, Statistic::sd,      Statistic::var,        Statistic::p50,      Statistic::p90,
    Statistic::p95,  Statistic::p99,     Statistic::max,        Statistic::count,    Statistic::sum,
    Statistic::open, Statistic::horizon, Statistic::share_zero, Statistic::at_start, Statistic::at_end};

double statistic_of(const Summary& summary, Statistic statistic);

/// One statistic of one measure in one arm by replication, as its estimator takes it.
struct Series {
  enum class Estimator {
    mean,   ///< the mean of `values`
    ratio,  ///< of `parts`
    pooled  ///< `pooled`, with `values` for its interval
  };
  Estimator estimator = Estimator::mean;
  std::vector<double> values;  ///< NaN: not defined; of a quantile, infinity: not reached before all was seen
  std::vector<RatioParts> parts;
  double pooled = kUndefined;
  bool is_amount = false;  ///< of `values`: a count, a total or a level itself
  bool is_share = false;   ///< of `parts`: each counted case is in the sum or not
};

Series series_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic);

}  // namespace sagsflow
