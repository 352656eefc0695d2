#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

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
    if (ended_.is_full()) make_room();
    ended_.list(observation);
  }

  /// Still open after `so_far`.
  void add_open(Span so_far) {
    open_.add(so_far);
    longest_open_ = std::max(longest_open_, so_far);
  }

  /// Deterministic for one order of merging.
  void merge(const Tally& other);

  /// Of all observations, open ones included.
  std::uint64_t count() const { return ended_.count() + open_.count(); }
  std::uint64_t open() const { return open_.count(); }
  std::uint64_t zeros() const { return ended_.zeros(); }
  /// Microseconds, of those that ended.
  Wide sum_ended() const { return moments().sum; }
  /// The longest observed, open ones included: the horizon.
  Span max() const { return std::max(Span(moments().longest), longest_open_); }

  /// In microseconds; kUndefined without observations, or where the share is not reached.
  double mean() const;
  double quantile(double share) const;
  /// Those of kShares, rising, at once.
  static constexpr std::array kShares{0.50, 0.90, 0.95, 0.99};
  using Quantiles = std::array<double, kShares.size()>;
  Quantiles quantiles() const;

  /// The share that ends within `limit`, or lasts longer; kUndefined without observations, or beyond the horizon while
  /// some are open there.
  double share_within(Span limit) const;
  double share_above(Span limit) const;

  Summary summary(double unit_per_microsecond) const;

 private:
  /// Sums over those that ended, in the order in which they came.
  struct Moments {
    std::uint64_t count = 0;
    Wide sum = 0;
    std::int64_t shift = 0;  // the first: squares are taken about it, lest they cancel
    double squares = 0.0;
    std::int64_t longest = 0;

    void add(std::span<const std::int64_t> values);
    /// Σ(x - shift).
    double apart() const { return static_cast<double>(sum - Wide{shift} * static_cast<Wide>(count)); }
    double squares_about(std::int64_t other_shift) const;
    double variance() const;
  };
  void make_room();
  Moments moments() const;
  bool all_known() const { return open() == 0 && ended_.count() == ended_.listed().size(); }
  Quantiles selected() const;

  Observations ended_;
  std::size_t summed_ = 0;  // how many of those that are listed are in the sums
  Moments sums_;
  Observations open_;
  Span longest_open_{};
};

}  // namespace sagsflow
