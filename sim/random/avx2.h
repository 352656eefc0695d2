#pragma once

#include <cstddef>
#include <cstdint>

// What is compiled for AVX2 alone includes nothing else of ours: an inline function compiled there could be linked into
// a program that runs on another CPU.

namespace sagsflow {

/// exact::exp of each value, in place. The CPU must have AVX2.
void avx2_exp(double* values, std::size_t count);

/// As log_draws, with Chance's key: the logarithms of the values, or with `of_rest` of 1 less them. The CPU must have
/// AVX2.
void avx2_log_draws(const std::uint32_t key[2], const std::uint64_t who[8], const std::uint64_t where[8], bool of_rest,
                    double logs[8]);

}  // namespace sagsflow
