#pragma once

namespace sagsflow {

/// What this CPU can do beyond what every one can for which the program is compiled.
inline const bool kHasAvx2 = __builtin_cpu_supports("avx2");

}  // namespace sagsflow
