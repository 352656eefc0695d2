#include "sim/random/chance.h"

namespace sagsflow {

// The key of a replication is itself a block, so that neighbouring replications and seeds have nothing in common.
Chance::Chance(std::uint64_t seed, std::uint32_t replication) {
  const philox4x32_ctr_t block = philox4x32_R(10, {{replication, 0, 0, 0}}, {{low(seed), high(seed)}});
  key_[0] = block.v[0];
  key_[1] = block.v[1];
}

// FNV-1a, 64 bits (Fowler, Noll & Vo), finished so that every bit of the path reaches every bit of the key.
std::uint64_t place_key(std::string_view path) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char letter : path) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3u;
  }
  return scrambled(hash);
}

}  // namespace sagsflow
