#pragma once

#include <Random123/philox.h>

#include <cstdint>
#include <string_view>

#include "sim/engine/time.h"

namespace sagsflow {

/// Two independent uniform numbers, each strictly between 0 and 1 with 53 bits: the first chooses a mixture's
/// part, the second its value. Each is an odd multiple of 2^-53, so that 1 - u is exact.
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
  Draw draw(DrawKey key) const {
    const philox4x32_ctr_t block =
        philox4x32_R(10, {{low(key.who), high(key.who), low(key.where), high(key.where)}}, {{key_[0], key_[1]}});
    return {uniform(block.v[0], block.v[1]), uniform(block.v[2], block.v[3])};
  }

  /// Philox's key, for several draws at once.
  const std::uint32_t* key() const { return key_; }

 private:
  static std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
  static std::uint32_t high(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }
  static double uniform(std::uint32_t low_word, std::uint32_t high_word) {
    const std::uint64_t bits = (std::uint64_t{high_word} << 32 | low_word) >> 12;
    return (static_cast<double>(static_cast<std::int64_t>(bits)) + 0.5) * 0x1p-52;
  }

  std::uint32_t key_[2];
};

/// The key of a place: a 64-bit hash of its path, the same on every machine.
std::uint64_t place_key(std::string_view path);

/// A one-to-one scrambling of 64 bits (the finaliser of SplitMix64; Steele, Lea & Flood 2014, variant 13 of Stafford).
constexpr std::uint64_t scrambled(std::uint64_t word) {
  word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9u;
  word = (word ^ (word >> 27)) * 0x94D049BB133111EBu;
  return word ^ (word >> 31);
}

/// The first of two keys that are to be joined, half of the work done beforehand.
class KeyStem {
 public:
  KeyStem() = default;
  explicit constexpr KeyStem(std::uint64_t first) : word_(scrambled(first + 0x9E3779B97F4A7C15u)) {}
  constexpr std::uint64_t joined(std::uint64_t second) const { return scrambled(word_ + second); }

 private:
  std::uint64_t word_ = 0;
};

/// One key from two (or more, nested), such that the order of the arguments matters. With the first given, no two
/// seconds share a key.
constexpr std::uint64_t joined_key(std::uint64_t first, std::uint64_t second) {
  return KeyStem(first).joined(second);
}

}  // namespace sagsflow
