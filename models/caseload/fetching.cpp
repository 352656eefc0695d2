#include "models/caseload/world.h"

namespace sagsflow {

// A citizen's next event comes weeks after its last: its records have left the cache by then. Brought from memory while
// the events before it happen, they are there in time. This took a fifth off the rehabilitation scenario's time.

/// The record by which the event goes.
void World::fetch(const Event& event) const {
  const std::uint32_t index = event.index();
  switch (event.phase()) {
    case Phase::duty:
      __builtin_prefetch(&citizens_.duty_at(index));
      break;
    case Phase::wait_end:
    case Phase::patience:
      __builtin_prefetch(&instances_[index]);
      break;
    case Phase::work_end:
      __builtin_prefetch(&jobs_[index].presence);
      __builtin_prefetch(&jobs_[index].owner);
      break;
    case Phase::exit:
      citizens_.fetch(index);
      break;
    default:
      break;
  }
}

/// Whom that is about.
void World::fetch_next(const Event& event) const {
  const std::uint32_t index = event.index();
  switch (event.phase()) {
    case Phase::duty:
      citizens_.fetch(citizens_.duty_at(index).citizen());
      break;
    case Phase::wait_end:
    case Phase::patience:
      if (instances_[index].citizen != kNobody) citizens_.fetch(instances_[index].citizen);
      break;
    case Phase::work_end:
      fetch_job(index);
      break;
    default:
      break;
  }
}

void World::fetch_job(std::uint32_t place) const {
  const Job& job = jobs_[place];
  if (job.owner == kNobody) return;
  __builtin_prefetch(&instances_[job.owner]);
  if (job.citizen != kNobody) citizens_.fetch(job.citizen);
}

}  // namespace sagsflow
