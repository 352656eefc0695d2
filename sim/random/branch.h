#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/random/chance.h"
#include "sim/random/exact_math.h"

namespace sagsflow {

/// From so many targets on, draws are made eight at a time: of four 71 ns, which took 92; of eleven 146.
inline constexpr std::size_t kManyTargets = 4;

/// Who has come first so far, of those whose draws' logarithms are told in the order of the targets.
class Race {
 public:
  void tell(std::size_t target, double log, double share) {
    const double at = -log / share;
    if (any_ && at >= earliest_) return;
    any_ = true;
    earliest_ = at;
    first_ = target;
  }
  std::size_t first() const { return first_; }

 private:
  std::size_t first_ = 0;
  double earliest_ = 0.0;
  bool any_ = false;
};

/// As first_of_race, of many.
std::size_t first_of_many(const Chance& chance, DrawKey key, std::span<const double> shares,
                          std::span<const std::uint64_t> target_keys);

/// Which of the targets comes first in an exponential race: the k with the least -ln(u_k) / shares[k], u_k keyed on
/// `key` and on the target itself, so that changing one share moves nobody between the others. Shares are at least 0,
/// one of them more; they need not sum to 1. A share of 0 is never chosen; one target alone takes no draw.
inline std::size_t first_of_race(const Chance& chance, DrawKey key, std::span<const double> shares,
                                 std::span<const std::uint64_t> target_keys) {
  if (shares.size() < 2) return 0;
  if (shares.size() >= kManyTargets) return first_of_many(chance, key, shares, target_keys);
  Race race;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (!(shares[k] > 0.0)) continue;
    const double u = chance.draw({key.who, joined_key(key.where, target_keys[k])}).value;
    race.tell(k, exact::log_of_normal(u), shares[k]);
  }
  return race.first();
}

}  // namespace sagsflow
