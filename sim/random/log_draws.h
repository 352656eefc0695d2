#pragma once

#include <array>
#include <cstdint>

#include "sim/random/chance.h"

namespace sagsflow {

/// The logarithms of eight draws at once, to the bit those of draws alone. Where the CPU has AVX2 a draw takes 5 ns;
/// one alone takes 12-19, most of which is waiting for itself.
using EightLogs = std::array<double, 8>;

/// What names eight draws, as DrawKey names one.
struct EightKeys {
  std::array<std::uint64_t, 8> who{}, where{};
};

/// exact::log(chance.draw({who, first + i}).value): of one owner's draws in a row.
EightLogs log_draws(const Chance& chance, std::uint64_t who, std::uint64_t first);

/// exact::log(chance.draw(key).value) of each key.
EightLogs log_draws(const Chance& chance, const EightKeys& keys);

/// exact::log(1.0 - chance.draw(key).value) of each key: what an exponential duration is drawn by.
EightLogs log_rests(const Chance& chance, const EightKeys& keys);

}  // namespace sagsflow
