#include "sim/random/branch.h"

#include <algorithm>

#include "sim/random/log_draws.h"

namespace sagsflow {

std::size_t first_of_many(const Chance& chance, DrawKey key, std::span<const double> shares,
                          std::span<const std::uint64_t> target_keys) {
  Race race;
  EightKeys keys;
  keys.who.fill(key.who);
  for (std::size_t begin = 0; begin < shares.size(); begin += keys.where.size()) {
    const std::size_t count = std::min(keys.where.size(), shares.size() - begin);
    for (std::size_t i = 0; i < count; ++i) keys.where[i] = joined_key(key.where, target_keys[begin + i]);
    const EightLogs logs = log_draws(chance, keys);
    for (std::size_t i = 0; i < count; ++i) {
      if (shares[begin + i] > 0.0) race.tell(begin + i, logs[i], shares[begin + i]);
    }
  }
  return race.first();
}

}  // namespace sagsflow
