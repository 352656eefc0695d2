#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "models/results/estimates.h"

namespace sagsflow::theory {

/// Reads a number with its interval off the results of a study. Times in results are in days.
using Reading = std::function<Estimate(const Results&)>;

inline constexpr double kHoursPerDay = 24.0;

/// The statistic of a measure in the first arm, times `factor`.
Reading of(std::string object, std::string measure, Statistic statistic, double factor = 1.0, std::string group = {});
/// The usual statistic.
Reading of(std::string object, std::string measure, double factor = 1.0, std::string group = {});
Reading hours(std::string object, std::string measure, Statistic statistic = Statistic::mean);

/// Two usual statistics, each summed over the replications first.
Reading quotient(std::string object, std::string measure, std::string per_object, std::string per_measure);
/// Of a ratio: how often its part was counted, for each `per_measure`.
Reading part_per(std::string object, std::string ratio, std::string per_object, std::string per_measure);

/// A count or a total for each `unit` of the window.
Reading rate(std::string object, std::string measure, Span unit);

/// The mean of a tally over those that are above 0, times `factor`.
Reading mean_above_zero(std::string object, std::string measure, double factor);

/// Cases waiting for a pool of one and being served by it.
Reading number_at(std::string pool);

/// Entries of all these steps for each arrival.
Reading visits(std::vector<std::string> steps, std::string arrival);

/// Of the second arm: its level, its difference from the first, its quotient by the first.
Reading second(std::string object, std::string measure, double factor);
Reading difference(std::string object, std::string measure, double factor);
Reading arm_quotient(std::string object, std::string measure);

/// factor x + offset.
Reading affine(Reading reading, double factor, double offset);
inline Reading complement(Reading reading) {
  return affine(std::move(reading), -1.0, 1.0);
}
/// x², its interval by the delta method to the first order.
Reading squared(Reading reading);

}  // namespace sagsflow::theory
