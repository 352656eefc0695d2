#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "models/results/estimates.h"

namespace sagsflow {

/// How precise one measure must be: `share` as in PrecisionOutcome.
struct PrecisionGoal {
  std::string name;
  double share = 0;
  std::size_t measure = 0;
  Statistic statistic = Statistic::mean;
};

/// The goals that `run.precision` names, by "object.measure", or which of them the catalogue does not have.
std::expected<std::vector<PrecisionGoal>, std::string> precision_goals(
    const Results& results, const std::vector<std::pair<std::string, double>>& precision);

/// How precise the goal's measure is with the replications that there are.
PrecisionOutcome precision_of(const Results& results, const PrecisionGoal& goal);

}  // namespace sagsflow
