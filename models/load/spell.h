#pragma once

#include <array>
#include <vector>

#include "models/load/course.h"

namespace sagsflow {

/// Where the ages of a stay are divided, in days; the last has no end.
inline constexpr std::array<double, 11> kAges{0,     30.4375, 91.3125, 182.625, 365.25, 547.875,
                                              730.5, 1095.75, 1461,    2191.5,  3652.5};
using ByAge = std::array<double, kAges.size()>;
/// The index of the age, with `hint` not after it.
inline std::size_t age_of(double days, std::size_t hint = 0) {
  while (hint + 1 < kAges.size() && days >= kAges[hint + 1]) ++hint;
  return hint;
}

/// Entries of a step in the mean stay.
struct StepUse {
  std::size_t step = 0;
  Profile profile;  ///< what is known of the citizen then, over what it was on entry
  ByAge entered{};
  ByAge passed{};  ///< of those, went on in the ordinary way while still in the status
};

/// One of the ways out.
struct Leaving {
  std::size_t status = 0;
  Profile profile;  ///< what is known then, over what it was on entry
  double share = 0;
};

/// The mean stay of a citizen of one profile in a status.
struct Spell {
  double days = 0;
  double square_days = 0;  ///< mean of the square of the stay
  double stays = 0;        ///< the share that has no way out
  std::vector<Leaving> ways;
  std::vector<StepUse> use;
};

/// Follows the stay through time: the shares of each profile that are left, thinned by the clocks of the exits, moved
/// and taken away by what procedures do at their mean times; duties fall due meanwhile. Exact for exits that are
/// certain, exponential or steps of either; smooth ones on a grid of some hundred times.
Spell spell_of(const RuleSet& set, Courses& courses, const StatusDefinition& status, const Profile& profile);

}  // namespace sagsflow
