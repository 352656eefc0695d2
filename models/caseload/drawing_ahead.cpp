#include <algorithm>
#include <array>

#include "models/caseload/world.h"
#include "sim/random/log_draws.h"

namespace sagsflow {

/// The chance of a job's exponential working time together with that of those next in line. It is the same whenever
/// they begin, and one draw alone waits most of its time for itself: A 1.08 times as fast.
void World::draw_ahead(std::uint32_t part, std::uint32_t place) {
  std::array<std::uint32_t, 8> jobs;
  EightKeys keys;
  std::size_t count = 0;
  const auto add = [&](std::uint32_t job) {
    const Instance& instance = instances_[jobs_[job].owner];
    const DrawKey key = step_key(instance, step_rule(instance).key);
    jobs[count] = job;
    keys.who[count] = key.who;
    keys.where[count++] = key.where;
  };
  add(place);
  const Ring& line = pools_[part].line();
  const std::size_t near = std::min(line.size(), jobs.size() - 1);
  for (std::size_t i = 0; i < near; ++i) {
    const Job& job = jobs_[line.at(i)];
    if (job.owner != kNobody && job.log_rest == 0.0) add(line.at(i));
  }
  const EightLogs logs = log_rests(chance_, keys);
  for (std::size_t i = 0; i < count; ++i) jobs_[jobs[i]].log_rest = logs[i];
}

}  // namespace sagsflow
