#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/stat/intervals.h"

namespace sagsflow {

/// A number whose expectation is known, by replication: how many arrived.
struct Control {
  std::vector<double> values;
  double expected = 0;
};

inline constexpr std::size_t kMostControls = 3;

/// Fewer replications are too few to tell luck from a control that helps.
inline constexpr std::size_t kLeastControlled = 20;

/// The mean of `values` with the controls' deviations taken out by regression, and its interval with n - q - 1 degrees
/// of freedom, q controls (Lavenberg & Welch 1981): exact for jointly normal replications. As many values of each
/// control as of `values`, more than q + 2. Nothing where the controls do not vary, or are sums of each other.
std::optional<Interval> controlled_mean(std::span<const double> values, std::span<const Control> controls,
                                        double confidence = kConfidence);

/// controlled_mean where the controls really narrow, with at least kLeastControlled replications; nothing otherwise. To
/// choose the narrower of two intervals is to prefer those that are too narrow by luck, so the controlled one is taken
/// at half the risk, and must be narrower than the plain one even so.
std::optional<Interval> narrowed_mean(std::span<const double> values, std::span<const Control> controls,
                                      double confidence = kConfidence);

}  // namespace sagsflow
