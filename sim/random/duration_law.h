#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/engine/time.h"

namespace sagsflow {

/// A distribution of durations as a person would state it: by its mean and what else its shape needs.
struct DurationLaw {
  enum class Shape {
    fixed,        ///< always `mean`
    never,        ///< does not happen
    exponential,  ///< `mean`
    lognormal,    ///< `mean`, `sd`
    gamma,        ///< `mean`, `sd`
    erlang,       ///< `mean`, `stages`
    weibull,      ///< `mean`, `shape_parameter`
    uniform,      ///< `points` = low, high
    triangular,   ///< `points` = low, mode, high
    empirical,    ///< one of `points`, with `weights` (empty: alike)
    mixture       ///< one of `parts`, with `weights` that sum to 1
  };
  Shape shape = Shape::fixed;
  Span mean{};
  Span sd{};
  int stages = 1;
  double shape_parameter = 1.0;
  std::vector<Span> points{};
  std::vector<double> weights{};
  std::vector<DurationLaw> parts{};
};

/// What is wrong with the law ("sd is 0 days, expected more than 0"), or nothing.
std::optional<std::string> problem_of(const DurationLaw& law);

/// The mean; kNever where it is not finite.
Span mean_of(const DurationLaw& law);

}  // namespace sagsflow
