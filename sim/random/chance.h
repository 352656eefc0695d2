#pragma once

#include <cstdint>
#include <string_view>

#include "sim/engine/time.h"

namespace sagsflow {

/// Two independent uniform numbers, each strictly between 0 and 1 with 53 bits: the first chooses a mixture's
/// part, the second its value.
struct Draw {
  double part;
  double value;
};

/// What names a draw: whose it is (citizen, spell, procedure instance) and where (step and visit, exit, target).
struct DrawKey {
  std::uint64_t who;
  std::uint64_t where;
};

/// The chance of one replication: a pure function of (seed, replication, key), by Philox4x32-10
/// (Salmon, Moraes, Dror & Shaw 2011). No state, hence no order.
class Chance {
 public:
  Chance(std::uint64_t seed, std::uint32_t replication);
  Draw draw(DrawKey key) const;

 private:
  std::uint32_t key_[2];
};

/// The key of a place: a 64-bit hash of its path, the same on every machine.
std::uint64_t place_key(std::string_view path);

/// One key from two (or more, nested), such that the order of the arguments matters.
std::uint64_t joined_key(std::uint64_t first, std::uint64_t second);

}  // namespace sagsflow
