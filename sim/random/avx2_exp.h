#pragma once

#include <cstddef>

// What is compiled for AVX2 alone includes nothing else of ours: an inline function compiled there could be linked into
// a program that runs on another CPU.

namespace sagsflow {

/// exact::exp of each value, in place. The CPU must have AVX2.
void avx2_exp(double* values, std::size_t count);

}  // namespace sagsflow
