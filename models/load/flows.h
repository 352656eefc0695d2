#pragma once

#include <memory>
#include <vector>

#include "models/load/rule_set.h"
#include "models/load/spell.h"

namespace sagsflow {

/// Steps entered a year, and gone on from, by what is known of the citizen.
struct StepRate {
  std::size_t step = 0;
  std::size_t version = 0;
  Profile profile;
  double entered = 0, passed = 0;
};

/// The flows of one arm in a year of 365.25 days.
struct Flows {
  bool balanced = true;         ///< false: the equations have no solution; the numbers are then 0
  std::vector<double> entries;  ///< by status
  std::vector<double> stock;    ///< by status; infinite where somebody never leaves
  std::vector<double> days;     ///< by status: the mean stay
  std::vector<StepRate> steps;
};

/// In the long run the entries x of each status by each profile solve x = a + P'x, arrivals a, ways P (traffic
/// equations; Jackson 1957); in the run's window they are what has come that far.
struct ArmFlows {
  Flows long_run, window;
};
/// `sets` are the arm's versions in order.
ArmFlows flows_of(const ArmDefinition& arm, const std::vector<RuleSet>& sets, const RunDefinition& run);

/// Citizens a year that an arrival brings.
double rate_a_year(const ArrivalDefinition& arrival);

}  // namespace sagsflow
