#include "sim/random/log_draws.h"

#include "sim/random/avx2_draws.h"
#include "sim/random/exact_math.h"

namespace sagsflow {
namespace {

const bool kHasAvx2 = __builtin_cpu_supports("avx2");

}  // namespace

std::array<double, 8> eight_log_draws(const Chance& chance, std::uint64_t who, std::uint64_t first) {
  std::array<double, 8> logs;
  if (kHasAvx2) {
    avx2_log_draws(chance.key(), who, first, logs.data());
  } else {
    for (double& log : logs) log = exact::log(chance.draw({who, first++}).value);
  }
  return logs;
}

}  // namespace sagsflow
