#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/results/results.h"

namespace sagsflow {

/// MSER-5 on one measure's weekly means in one arm, averaged over the replications, from when the clock begins to when
/// the window closes. Whole weeks only.
WarmUpCheck check_warm_up(std::string object, std::string measure, std::size_t arm, std::span<const double> weekly,
                          Span warm_up);

/// The mean over replications of their weekly series, one sum for all: add each replication's once, in order.
class WeeklyMeans {
 public:
  /// As long as the ones before.
  void add(std::span<const double> weekly);
  std::vector<double> means() const;

 private:
  std::vector<double> sums_;
  std::size_t replications_ = 0;
};

}  // namespace sagsflow
