#include "models/caseload/world.h"

namespace sagsflow {

/// A citizen of the cohort is looked at when it reaches each of the model's ages since its arrival.
void World::schedule_age(std::uint32_t number) {
  NextAge& next = citizens_.next_age(number);
  next.event = 0;
  if (next.which == model_.ages.size()) return;
  const Time at = citizens_[number].arrived + model_.ages[next.which];
  if (at <= model_.end) next.event = queue_.push(at, Phase::observation, number) & Event::kMaxSequence;
}

void World::age_reached(const Event& event, Time) {
  const std::uint32_t number = event.index();
  const Citizen& citizen = citizens_[number];
  NextAge& next = citizens_.next_age(number);
  if (next.event != event.sequence()) return;
  const std::size_t age = next.which++;
  books_.at(citizen.group, citizen.arrived, [&](Ledger& ledger) {
    ++ledger.aged[age];
    ++ledger.statuses[citizen.status].at_age[age];
    if (citizen.since != citizen.arrived) return;
    const Slice duties = status_rule(citizen).duties;
    for (std::uint32_t i = 0; i < duties.count; ++i) {
      if (!rules_.duty(citizen.version, duties.first + i).present) continue;
      ledger.duties[duties.first + i].held_at[age].add(Span(citizens_.duties(number)[i].held));
    }
  });
  schedule_age(number);
}

/// Who leaves stays in the final status at every later age, and is looked at no more.
void World::ages_after_leaving(std::uint32_t number) {
  const Citizen& citizen = citizens_[number];
  NextAge& next = citizens_.next_age(number);
  next.event = 0;
  for (std::size_t age = next.which; age < model_.ages.size(); ++age) {
    if (citizen.arrived + model_.ages[age] > model_.end) return;
    books_.at(citizen.group, citizen.arrived, [&](Ledger& ledger) {
      ++ledger.aged[age];
      ++ledger.statuses[citizen.status].at_age[age];
    });
  }
}

}  // namespace sagsflow
