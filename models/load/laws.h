#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "sim/random/duration_table.h"

namespace sagsflow {

/// A smooth part of a mixture.
struct SmoothPart {
  double weight;
  DurationTable::Id law;
  double memoryless = 0;  ///< the mean of an exponential, in days; 0 of any other
};

/// A duration as a mixture of certain ones and smooth ones; weights sum to at most 1, what lacks never happens.
/// Times are in days.
struct LawMix {
  std::vector<std::pair<double, double>> certain;  ///< weight, days
  std::vector<SmoothPart> smooth;
  std::vector<double> breaks;  ///< where the smooth ones begin, end or bend
  double finite = 0;           ///< the weight of what happens
  double mean = 0;             ///< of what happens
  bool bent = false;           ///< its hazard is not the same all the time

  bool is_certain() const { return smooth.empty() && certain.size() == 1 && certain.front().first > 1.0 - 1e-12; }
};

/// The laws of a model as mixtures, with their survival functions.
class Laws {
 public:
  /// Adds a law with this weight.
  void add(LawMix& mix, const DurationLaw& law, double weight);

  /// The probability that it lasts longer than `days`.
  double beyond(const LawMix& mix, double days) const;
  /// The same of its smooth part.
  double smooth_beyond(const LawMix& mix, double days) const;
  /// The same of one part, at many times: `shares` has as many.
  void beyond(const SmoothPart& part, std::span<const double> days, std::span<double> shares) const;
  /// Where no more than `share` of the smooth part is left.
  double quantile_beyond(const LawMix& mix, double share) const;

 private:
  DurationTable table_;
  std::map<const DurationLaw*, DurationTable::Id> ids_;
};

/// Which of several clocks that start together ends first, and when.
struct Race {
  std::vector<double> first;  ///< by clock: the probability that it does
  double days = 0;            ///< mean of the first end, where there is one
};

/// Equal ends: the earlier in the list wins. Worked out on a grid: exact for certain and exponential clocks, else to
/// about a thousandth.
Race race_of(const Laws& laws, const std::vector<LawMix>& clocks);

/// Times at which the survival of these clocks is worth looking at, from 0 to where they have ended or to `most` days.
std::vector<double> grid_of(const Laws& laws, const std::vector<LawMix>& clocks, double most);

/// Of a cell of the grid: -log of the survival over it given that it is reached, from the clock's smooth part and
/// those certain ends that have not come.
double hazard_over(const Laws& laws, const LawMix& clock, double from, double to);
/// The probability of a certain end at `days`, given that it is reached.
double jump_at(const Laws& laws, const LawMix& clock, double days);

}  // namespace sagsflow
