#include "sim/random/log_draws.h"

#include "sim/random/avx2.h"
#include "sim/random/cpu.h"
#include "sim/random/exact_math.h"

namespace sagsflow {

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
