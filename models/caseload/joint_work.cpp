#include <algorithm>

#include "models/caseload/world.h"

namespace sagsflow {

/// The pools that are to work jointly, each the citizen's part of it.
void World::gather_crew(Job& job, const StepRule& rule, std::uint32_t citizen) {
  if (aside_.empty()) aside_.resize(pools_.size());
  job.crew = crews_.add();
  std::vector<std::uint32_t>& crew = crews_[job.crew];
  crew.clear();
  for (std::uint32_t i = 0; i < rule.also.count; ++i) {
    const std::uint32_t pool = rules_.joint_pools[rule.also.first + i];
    crew.push_back(part_of(arm_.pool_parts[pool], arm_.pool_per[pool], citizen));
  }
}

/// Who is free may be whom a job waits for that was passed over.
void World::look_aside() {
  for (std::uint32_t other = 0; other < aside_.size(); ++other) {
    if (!aside_[other].empty()) pools_to_look_at_.set(other);
  }
}

bool World::crew_free(const Job& job) const {
  return std::ranges::all_of(crews_[job.crew], [&](std::uint32_t part) { return pools_[part].someone_free(); });
}

/// A job that cannot start is passed over: it stays in its pool's queue, in order, until everyone is free at once.
void World::set_aside(std::uint32_t part, std::uint32_t job) {
  pools_[part].drop_next();
  const auto urgency = [&](std::uint32_t other) { return jobs_[other].urgency; };
  auto& aside = aside_[part];
  aside.insert(std::ranges::upper_bound(aside, jobs_[job].urgency, {}, urgency), job);
}

/// Whether who is first in the pool's line comes before a job that was passed over.
bool World::line_goes_first(std::uint32_t part, const Job& aside) {
  StaffPool& pool = pools_[part];
  while (!pool.line_empty() && jobs_[pool.next()].state == Job::State::withdrawn) {
    const std::uint32_t gone = pool.next();
    pool.drop_next();
    give_back_job(gone);
  }
  if (pool.line_empty()) return false;
  const Job& first = jobs_[pool.next()];
  return first.owner == kNobody || first.urgency < aside.urgency;
}

/// Starts what was passed over and can start now, each in its turn among those in line.
void World::begin_aside(std::uint32_t part, Time now) {
  StaffPool& pool = pools_[part];
  auto& aside = aside_[part];
  for (std::size_t i = 0; i < aside.size() && pool.someone_free();) {
    const std::uint32_t job = aside[i];
    if (jobs_[job].state == Job::State::withdrawn) {
      aside.erase(aside.begin() + static_cast<std::ptrdiff_t>(i));
      give_back_job(job);
      continue;
    }
    if (!crew_free(jobs_[job])) {
      ++i;
      continue;
    }
    if (line_goes_first(part, jobs_[job])) {
      const std::uint32_t first = pool.next();
      if (jobs_[first].crew != kNobody && !crew_free(jobs_[first])) {
        set_aside(part, first);
        i = 0;
        continue;
      }
      pool.drop_next();
      begin_job(part, first, now);
      continue;
    }
    aside.erase(aside.begin() + static_cast<std::ptrdiff_t>(i));
    begin_job(part, job, now);
  }
}

}  // namespace sagsflow
