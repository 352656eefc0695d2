#pragma once

#include <cstdint>
#include <vector>

#include "sim/stat/observations.h"

namespace sagsflow {

/// The Kaplan-Meier estimate of how many last longer than t (Kaplan & Meier 1958, eq. 2a), as a curve of falls: from
/// `before` at `low` straight to `after` at `high`, level between them. What is still open at an instant counts as at
/// risk for what ends then.
class SurvivalCurve {
 public:
  SurvivalCurve(const Observations& ended, const Observations& open);

  /// Microseconds: the area under the curve, and twice the area under t S(t), up to `horizon`.
  double restricted_mean(std::int64_t horizon) const;
  double restricted_square(std::int64_t horizon) const;

  /// The least time by which `share` has ended, in microseconds; kUndefined if it never does.
  double quantile(double share) const;

  /// Which of `count` observations, all of them ended, is that quantile; from 1.
  static std::size_t rank(double share, std::size_t count);

  /// The share that lasts longer than `time`.
  double above(std::int64_t time) const;

  /// What is left after the last fall.
  double left() const { return falls_.empty() ? 1.0 : falls_.back().after; }

 private:
  struct Fall {
    double low, high;
    double before, after;
    std::uint64_t count;
  };
  std::vector<Fall> falls_;
};

}  // namespace sagsflow
