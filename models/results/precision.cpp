#include "models/results/precision.h"

#include <algorithm>
#include <cmath>

#include "models/results/reading.h"
#include "sim/study/stopping.h"

namespace sagsflow {
namespace {

/// Half-width as a share of what precise_enough holds it to; no width at all is precise, of whatever.
double relative(const Estimate& estimate, double baseline) {
  const double half = estimate.half_width();
  const double size = std::max(std::fabs(baseline), std::fabs(estimate.value));
  return half == 0 ? 0 : half / size;
}

/// The worse of the two; an undefined one is worst.
double wider(double a, double b) {
  return std::isnan(a) || std::isnan(b) ? kUndefined : std::max(a, b);
}

bool is_reached(const Estimate& estimate, double baseline, double share) {
  return precise_enough({estimate.value, estimate.low, estimate.high}, baseline, share);
}

}  // namespace

std::expected<std::vector<PrecisionGoal>, std::string> precision_goals(
    const Results& results, const std::vector<std::pair<std::string, double>>& precision) {
  std::vector<PrecisionGoal> goals;
  for (const auto& [name, share] : precision) {
    const auto reading = reading_named(results, name);
    if (!reading) return std::unexpected("run.precision: the results have no measure \"" + name + "\"");
    goals.push_back({name, share, reading->measure, reading->statistic});
  }
  return goals;
}

PrecisionOutcome precision_of(const Results& results, const PrecisionGoal& goal) {
  PrecisionOutcome outcome{goal.name, goal.share, 0, true};
  const Estimate level = level_of(results, 0, goal.measure, goal.statistic);
  const auto meet = [&](const Estimate& estimate) {
    outcome.found = wider(outcome.found, relative(estimate, level.value));
    outcome.reached = outcome.reached && is_reached(estimate, level.value, goal.share);
  };
  if (results.observations.size() == 1) meet(level);
  for (std::size_t arm = 1; arm < results.observations.size(); ++arm) {
    meet(difference_of(results, arm, goal.measure, goal.statistic).estimate);
  }
  return outcome;
}

}  // namespace sagsflow
