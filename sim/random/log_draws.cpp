#include "sim/random/log_draws.h"

#include "sim/random/avx2.h"
#include "sim/random/cpu.h"
#include "sim/random/exact_math.h"

namespace sagsflow {

EightLogs log_draws(const Chance& chance, std::uint64_t who, std::uint64_t first) {
  EightLogs logs;
  if (kHasAvx2) {
    avx2_log_draws(chance.key(), who, first, logs.data());
  } else {
    for (double& log : logs) log = exact::log_of_normal(chance.draw({who, first++}).value);
  }
  return logs;
}

EightLogs log_draws(const Chance& chance, const EightKeys& keys) {
  EightLogs logs;
  if (kHasAvx2) {
    avx2_log_draws(chance.key(), keys.who.data(), keys.where.data(), logs.data());
    return logs;
  }
  for (std::size_t i = 0; i < logs.size(); ++i) {
    logs[i] = exact::log_of_normal(chance.draw({keys.who[i], keys.where[i]}).value);
  }
  return logs;
}

EightLogs log_rests(const Chance& chance, const EightKeys& keys) {
  EightLogs logs;
  if (kHasAvx2) {
    avx2_log_rests(chance.key(), keys.who.data(), keys.where.data(), logs.data());
    return logs;
  }
  for (std::size_t i = 0; i < logs.size(); ++i) {
    logs[i] = exact::log_of_normal(1.0 - chance.draw({keys.who[i], keys.where[i]}).value);
  }
  return logs;
}

}  // namespace sagsflow
