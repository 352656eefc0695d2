#pragma once

#include <optional>

#include "models/results/estimates.h"

namespace sagsflow {

/// What a table's row or a target reads: a measure's statistic, or its quotient by a statistic of another measure
/// (both summed over the replications first).
struct Quantity {
  struct Reading {
    std::size_t measure = 0;
    Statistic statistic = Statistic::mean;
  };
  Reading of;
  std::optional<Reading> per;
};

Estimate level_of(const Results& results, std::size_t arm, const Quantity& quantity);
/// Of `arm` less that of `from`, paired by replication.
Difference difference_between(const Results& results, std::size_t from, std::size_t arm, const Quantity& quantity);

/// The difference in `quantity.of` for each unit of `quantity.per` in the arm `from`: hours freed for each case under
/// the law. Without `per`, the difference.
Estimate difference_per_baseline(const Results& results, std::size_t from, std::size_t arm, const Quantity& quantity);

}  // namespace sagsflow
