#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "models/results/estimates.h"
#include "sim/stat/intervals.h"

namespace sagsflow {

/// Every statistic, in the order in which tables list them.
inline constexpr std::array kStatistics = {
    Statistic::mean,    Statistic::sd,         Statistic::p50,      Statistic::p90,   Statistic::p95,
    Statistic::p99,     Statistic::max,        Statistic::count,    Statistic::sum,   Statistic::open,
    Statistic::horizon, Statistic::share_zero, Statistic::at_start, Statistic::at_end};

double statistic_of(const Summary& summary, Statistic statistic);

/// One statistic of one measure in one arm by replication, as its estimator takes it.
struct Series {
  enum class Estimator {
    mean,   ///< the mean of `values`
    ratio,  ///< of `parts`
    pooled  ///< `pooled`, with `values` for its interval
  };
  Estimator estimator = Estimator::mean;
  std::vector<double> values;
  std::vector<RatioParts> parts;
  double pooled = kUndefined;
};

Series series_of(const Results& results, std::size_t arm, std::size_t measure, Statistic statistic);

}  // namespace sagsflow
