#include "models/caseload/world.h"

namespace sagsflow {

/// A citizen of the cohort is looked at when it reaches each of the model's ages since its arrival.
void World::schedule_age(std::uint32_t number) {
  Citizen& citizen = citizens_[number];
  citizen.age_event = 0;
  if (citizen.next_age == model_.ages.size()) return;
  const Time at = citizen.arrived + model_.ages[citizen.next_age];
  if (at <= model_.end) citizen.age_event = queue_.push(at, Phase::observation, number);
}

void World::age_reached(const Event& event, Time) {
  const std::uint32_t number = event.index();
  Citizen& citizen = citizens_[number];
  if (citizen.age_event != event.sequence()) return;
  const std::size_t age = citizen.next_age++;
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

/// Who has left stays in the final status at every later age.
void World::ages_after_leaving(const Citizen& citizen) {
  for (std::size_t age = citizen.next_age; age < model_.ages.size(); ++age) {
    if (citizen.arrived + model_.ages[age] > model_.end) return;
    books_.at(citizen.group, citizen.arrived, [&](Ledger& ledger) {
      ++ledger.aged[age];
      ++ledger.statuses[citizen.status].at_age[age];
    });
  }
}

}  // namespace sagsflow
