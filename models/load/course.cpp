#include "models/load/course.h"

#include <algorithm>

#include "models/load/chain.h"

namespace sagsflow {

const Course& Courses::of(const std::string& procedure, const Profile& profile) {
  auto [slots, is_new] = slots_.try_emplace(procedure);
  if (is_new) {
    std::set<std::string> reads;
    for (const std::string& name : procedures_from(set_.rules, procedure)) {
      const TraitReads some = reads_of(*find_named(set_.rules.procedures, name));
      reads.insert(some.flows.begin(), some.flows.end());
      reads.insert(some.capacity.begin(), some.capacity.end());
    }
    slots->second = set_.profiles.slots_of(reads);
  }
  const std::pair key{procedure, set_.profiles.narrowed(profile, slots->second)};
  const auto found = courses_.find(key);
  if (found != courses_.end()) return found->second;
  Chain chain(set_, procedure, key.second, {});
  Chain::Waits waits = chain.impatient_waits();
  Course course = waits.empty() ? chain.course() : Chain(set_, procedure, key.second, std::move(waits)).course();
  return courses_.emplace(key, std::move(course)).first->second;
}

Holding holding_of(const Course& course, const std::string& duty, bool held_by_end) {
  Holding holding;
  double ended = 0.0, end_after = 0.0;
  for (const Visit& visit : course.visits) {
    const auto& holds = visit.definition->holds;
    if (!held_by_end && std::ranges::find(holds, duty) != holds.end()) {
      holding.held += visit.passed;
      holding.held_after += visit.passed * visit.leave;
    }
    if (!visit.main) continue;
    ended += visit.ends;
    end_after += visit.ends * visit.leave;
  }
  if (ended > 0.0) end_after /= ended;
  if (held_by_end) {
    holding.held = holding.goes_on = std::min(1.0, ended);
    holding.held_after = end_after;
    return holding;
  }
  if (holding.held > 0.0) holding.held_after /= holding.held;
  holding.held = std::min(1.0, holding.held);
  holding.goes_on = holding.held;
  for (const Visit& visit : course.visits) {
    if (visit.leave < holding.held_after) continue;
    for (const auto& [status, count] : visit.become) holding.goes_on -= count;
  }
  holding.goes_on = std::max(0.0, holding.goes_on);
  holding.missed = std::clamp(ended - holding.held, 0.0, 1.0);
  holding.missed_after = end_after;
  return holding;
}

}  // namespace sagsflow
