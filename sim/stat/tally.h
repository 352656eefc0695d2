#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/engine/time.h"
#include "sim/stat/observations.h"
#include "sim/stat/summary.h"

namespace sagsflow {

/// Lengths of time, some of which were still open when last seen. Without open ones the mean is the exact sum over
/// the count; with them it is the Kaplan-Meier mean restricted to the horizon, the longest time observed (Kaplan &
/// Meier 1958). A quantile is the least time by which at least that share has ended (Hyndman & Fan 1996, type 1), and
/// undefined if that share never did; inside a bin of Observations it is interpolated.
class Tally {
 public:
  /// `observation` is not negative and not kNever.
  void add(Span observation) {
    const std::int64_t value = observation.count();
    if (ended_.count() == 0) shift_ = value;
    ended_.add(observation);
    sum_ += value;
    const double apart = static_cast<double>(value - shift_);
    squares_ += apart * apart;
    max_ = std::max(max_, observation);
  }

  /// Still open after `so_far`.
  void add_open(Span so_far) {
    open_.add(so_far);
    max_ = std::max(max_, so_far);
  }

  /// Deterministic for one order of merging.
  void merge(const Tally& other);

  /// Of all observations, open ones included.
  std::uint64_t count() const { return ended_.count() + open_.count(); }
  std::uint64_t open() const { return open_.count(); }
  std::uint64_t zeros() const { return ended_.zeros(); }
  Wide sum_ended() const { return sum_; }  ///< microseconds, of those that ended
  Span max() const { return max_; }        ///< the longest observed, open ones included: the horizon

  /// In microseconds; kUndefined without observations, or where the share is not reached.
  double mean() const;
  double quantile(double share) const;

  /// The share that ends within `limit`, or lasts longer; kUndefined without observations, or beyond the horizon while
  /// some are open there.
  double share_within(Span limit) const;
  double share_above(Span limit) const;

  Summary summary(double unit_per_microsecond) const;

 private:
  double squares_about(std::int64_t shift) const;
  double variance() const;

  Observations ended_;
  Observations open_;
  Wide sum_ = 0;
  std::int64_t shift_ = 0;  // the first to end: squares are taken about it, lest they cancel
  double squares_ = 0.0;
  Span max_{};
};

}  // namespace sagsflow
