#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/random/chance.h"

namespace sagsflow {

/// The intensity of arrivals from a date on: a constant times a factor for each civil month (January first).
struct ArrivalRate {
  Time from;  ///< of the first phase: when arrivals begin
  double per_microsecond = 0.0;
  std::array<double, 12> month_factors{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
};

/// The arrivals of a Poisson process whose intensity is piecewise constant, by a change of time (Çinlar 1975, section
/// 4.7): arrival n comes at the inverse of the cumulative intensity at E_1 + ... + E_n, E_k standard exponential from
/// the draw (key, k). Equal keys and rates thus give equal arrivals, whatever else happens.
class PoissonArrivals {
 public:
  /// `phases` in the order of their dates; none: no arrivals.
  PoissonArrivals(std::uint64_t key, std::vector<ArrivalRate> phases);

  /// The time of the next arrival, rounded to the microsecond and never before the last; Time::max() when none comes
  /// within a thousand years of the beginning.
  Time next(const Chance& chance);

  /// How many arrivals next() has given.
  std::uint64_t count() const { return count_; }

 private:
  // A stretch of constant intensity, in terms of the cumulative intensity at its ends.
  struct Piece {
    Time begin;
    Time end;
    double mass_before = 0.0;
    double mass_after = 0.0;
    double rate = 0.0;
    double longest = 0.0;  ///< of the waits in it that still end in time
  };
  void draw_logs(const Chance& chance);
  Time limit() const;
  Piece piece_from(Time begin, double mass_before) const;

  std::uint64_t key_;
  std::vector<ArrivalRate> phases_;
  std::uint64_t count_ = 0;
  std::array<double, 8> logs_{};  ///< of the draws from the last multiple of eight on, drawn together
  double mass_ = 0.0;
  Time last_ = Time::max();
  Piece piece_;
};

}  // namespace sagsflow
