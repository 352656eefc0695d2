#include "sim/random/branch.h"

#include <algorithm>

#include "sim/random/log_draws.h"

namespace sagsflow {

std::size_t first_of_many(const Chance& chance, DrawKey key, std::span<const double> shares,
                          std::span<const std::uint64_t> target_keys) {
  std::size_t first = 0;
  double earliest = 0.0;
  bool any = false;
  EightKeys keys;
  keys.who.fill(key.who);
  for (std::size_t begin = 0; begin < shares.size(); begin += keys.where.size()) {
    const std::size_t count = std::min(keys.where.size(), shares.size() - begin);
    for (std::size_t i = 0; i < count; ++i) keys.where[i] = joined_key(key.where, target_keys[begin + i]);
    const EightLogs logs = log_draws(chance, keys);
    for (std::size_t i = 0; i < count; ++i) {
      const double share = shares[begin + i];
      if (!(share > 0.0)) continue;
      const double at = -logs[i] / share;
      if (any && at >= earliest) continue;
      any = true;
      earliest = at;
      first = begin + i;
    }
  }
  return first;
}

}  // namespace sagsflow
