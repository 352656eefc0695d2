#include "sim/random/log_draws.h"

#include "sim/random/avx2.h"
#include "sim/random/cpu.h"
#include "sim/random/exact_math.h"

namespace sagsflow {
namespace {

EightLogs logs_of(const Chance& chance, const EightKeys& keys, bool of_rest) {
  EightLogs logs;
  if (kHasAvx2) {
    avx2_log_draws(chance.key(), keys.who.data(), keys.where.data(), of_rest, logs.data());
    return logs;
  }
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double value = chance.draw({keys.who[i], keys.where[i]}).value;
    logs[i] = exact::log(of_rest ? 1.0 - value : value);
  }
  return logs;
}

}  // namespace

EightLogs log_draws(const Chance& chance, std::uint64_t who, std::uint64_t first) {
  EightKeys keys;
  keys.who.fill(who);
  for (std::uint64_t& where : keys.where) where = first++;
  return logs_of(chance, keys, false);
}

EightLogs log_rests(const Chance& chance, const EightKeys& keys) {
  return logs_of(chance, keys, true);
}

}  // namespace sagsflow
