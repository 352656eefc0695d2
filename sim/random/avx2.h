#pragma once

#include <cstddef>
#include <cstdint>

// What is compiled for AVX2 alone includes nothing else of ours: an inline function compiled there could be linked into
// a program that runs on another CPU.

namespace sagsflow {

/// exact::exp of each value, in place. The CPU must have AVX2.
void avx2_exp(double* values, std::size_t count);

/// As log_draws and log_rests, with Chance's key. The CPU must have AVX2.
void avx2_log_draws(const std::uint32_t key[2], std::uint64_t who, std::uint64_t first, double logs[8]);
void avx2_log_draws(const std::uint32_t key[2], const std::uint64_t who[8], const std::uint64_t where[8],
                    double logs[8]);
void avx2_log_rests(const std::uint32_t key[2], const std::uint64_t who[8], const std::uint64_t where[8],
                    double logs[8]);

}  // namespace sagsflow
