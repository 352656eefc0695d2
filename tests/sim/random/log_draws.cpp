#include "sim/random/log_draws.h"

#include <bit>
#include <catch2/catch.hpp>

#include "sim/random/exact_math.h"

namespace sagsflow {
namespace {

/// How many of the eight logarithms from `first` on differ in any bit from those of single draws.
int differing(const Chance& chance, std::uint64_t who, std::uint64_t first, const EightLogs& logs) {
  int differ = 0;
  for (std::uint64_t i = 0; i < 8; ++i) {
    const double alone = exact::log(chance.draw({who, first + i}).value);
    differ += std::bit_cast<std::uint64_t>(alone) != std::bit_cast<std::uint64_t>(logs[i]);
  }
  return differ;
}

TEST_CASE("eight draws at once have the bits of eight draws alone") {
  int differ = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const Chance chance(scrambled(i), static_cast<std::uint32_t>(i % 7));
    const std::uint64_t who = scrambled(i + 1), first = scrambled(i + 2);
    differ += differing(chance, who, first, log_draws(chance, who, first));
  }
  CHECK(differ == 0);
}

TEST_CASE("eight draws at once, each of its own owner and place, have the bits of eight alone") {
  int differ = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const Chance chance(scrambled(i), static_cast<std::uint32_t>(i % 7));
    EightKeys keys;
    for (std::uint64_t k = 0; k < 8; ++k) {
      keys.who[k] = scrambled(16 * i + k);
      keys.where[k] = scrambled(16 * i + 8 + k);
    }
    const EightLogs logs = log_draws(chance, keys), rests = log_rests(chance, keys);
    for (std::size_t k = 0; k < 8; ++k) {
      const double value = chance.draw({keys.who[k], keys.where[k]}).value;
      differ += std::bit_cast<std::uint64_t>(exact::log(value)) != std::bit_cast<std::uint64_t>(logs[k]);
      differ += std::bit_cast<std::uint64_t>(exact::log(1.0 - value)) != std::bit_cast<std::uint64_t>(rests[k]);
    }
  }
  CHECK(differ == 0);
}

TEST_CASE("eight draws at once go on over the edge of 32 bits, and of 64") {
  const Chance chance(7, 1);
  for (const std::uint64_t first : {0xFFFFFFFBull, 0xFFFFFFFFFFFFFFFBull}) {
    CHECK(differing(chance, 3, first, log_draws(chance, 3, first)) == 0);
  }
}

}  // namespace
}  // namespace sagsflow
