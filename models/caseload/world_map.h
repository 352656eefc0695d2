#pragma once

#include <cstdint>
#include <vector>

#include "models/caseload/rules.h"

namespace sagsflow {

/// Who shares staff and meetings with whom. Citizens of different worlds share neither, as those of two regions may, so
/// one world can run after another: memory then holds the citizens of one at a time, and more of them are in the cache.
struct WorldMap {
  /// Of what is used in every world: nobody waits for it.
  static constexpr std::uint32_t kEverywhere = kNobody;

  std::uint32_t count = 1;
  // Where there are several:
  std::uint32_t told_by = kNobody;                      ///< the trait by whose value a citizen's world is told
  std::vector<std::uint32_t> of_value;                  ///< a world, by that value
  std::vector<std::uint32_t> of_pool, of_meeting;       ///< by part
  std::vector<bool> divides;                            ///< by trait: whether each of its values is of one world only
  std::vector<double> shares = std::vector<double>{1};  ///< by world, of those who come

  bool has_pool(std::uint32_t world, std::uint32_t part) const {
    return count == 1 || of_pool[part] == kEverywhere || of_pool[part] == world;
  }
  bool has_meeting(std::uint32_t world, std::uint32_t part) const { return count == 1 || of_meeting[part] == world; }
};

}  // namespace sagsflow
