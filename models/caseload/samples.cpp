#include "models/caseload/world.h"

namespace sagsflow {

/// The levels that tell whether the warm-up was long enough are looked at once a day.
void World::begin_samples() {
  const auto weeks = static_cast<std::size_t>((model_.closes - model_.begin) / kWeek);
  weekly_.resize(1 + model_.catalogue.pools.size() + model_.catalogue.meetings.size());
  for (std::vector<double>& means : weekly_) means.resize(weeks, 0.0);
  if (weeks > 0) queue_.push(model_.begin, Phase::observation, kNobody);
}

/// Citizens, then the lines of all pools, then those of all meetings: a seventh of each week's mean.
void World::sample(Time now) {
  const auto week = static_cast<std::size_t>((now - model_.begin) / kWeek);
  if (week >= weekly_.front().size()) return;
  queue_.push(now + kDay, Phase::observation, kNobody);
  std::size_t series = 0;
  const auto add = [&](double value) { weekly_[series++][week] += value / 7.0; };
  add(citizens_.present());
  const auto add_lines = [&](const std::vector<Slice>& parts, auto waiting) {
    for (const Slice& slice : parts) {
      std::int64_t sum = 0;
      for (std::uint32_t part = slice.first; part < slice.first + slice.count; ++part) sum += waiting(part);
      add(static_cast<double>(sum));
    }
  };
  add_lines(arm_.pool_parts, [&](std::uint32_t part) { return pools_[part].waiting(); });
  add_lines(arm_.meeting_parts, [&](std::uint32_t part) { return agendas_[part].waiting; });
}

}  // namespace sagsflow
