#include "models/caseload/world.h"

namespace sagsflow {

/// For the trails: what a rule sets may show only later, in a clock's speed.
void World::mark_trait(const Citizen& citizen, std::uint16_t trait, std::uint8_t value, Because because, Time now) {
  if (witness_ != nullptr) witness_->trait_set(citizen, trait, value, because, now);
  if (trails_ == nullptr || citizen.cohort == kNobody) return;
  trails_->note(citizen.arrival, citizen.cohort, {now, Note::What::trait_set, trait * 256U + value, because});
}

void World::set_traits(std::uint32_t citizen, Slice sets, Because because, Time now) {
  for (std::uint32_t i = 0; i < sets.count; ++i) {
    const SetRule& set = rules_.sets[sets.first + i];
    mark_trait(citizens_[citizen], set.trait, set.value, because, now);
    change_trait(citizen, set.trait, set.value, now);
  }
}

/// Several steps may raise one flag: it is up while any of them lasts.
void World::raise_flag(std::uint32_t citizen, std::uint16_t flag, Time now) {
  change_trait(citizen, flag, static_cast<std::uint8_t>(citizens_.traits(citizen)[flag] + 1), now);
}

void World::lower_flag(std::uint32_t citizen, std::uint16_t flag, Time now) {
  change_trait(citizen, flag, static_cast<std::uint8_t>(citizens_.traits(citizen)[flag] - 1), now);
}

/// An exit's clock goes on at its new speed with what remains of it; a benefit that depends on the trait is booked up
/// to now; duties and waits for the trait are looked at again.
void World::change_trait(std::uint32_t number, std::uint16_t trait, std::uint8_t value, Time now) {
  std::uint8_t& current = citizens_.traits(number)[trait];
  if (current == value) return;
  const Citizen& citizen = citizens_[number];
  if (citizen.status == kNoStatus) {  // between two statuses: only procedures that are kept can see it
    current = value;
    if (citizen.untils > 0) wake_untils(number, now);
    return;
  }
  const std::uint8_t touches = rules_.touches[citizen.status * model_.catalogue.traits.size() + trait];
  if ((touches & Rules::kTouchesBenefit) != 0) settle_benefit(number, now);
  if ((touches & Rules::kTouchesExits) == 0) {
    current = value;
  } else {
    const Slice exits = status_rule(citizen).exits;
    std::int64_t* clocks = citizens_.exit_clocks(number);
    const std::int64_t due = clocks[citizen.next_exit], at = now.time_since_epoch().count();
    for (std::uint32_t i = 0; i < exits.count; ++i) {
      const ExitRule& rule = rules_.exit(citizen.present, exits.first + i);
      if (rule.steady || !rule.present || clocks[i] == kNeverDue) continue;
      const std::uint8_t before = current;
      const double old_speed = exit_speed(rule, number);
      current = value;
      const double new_speed = exit_speed(rule, number);
      current = before;
      clocks[i] = at_other_speed(clocks[i], at, old_speed, new_speed);
    }
    current = value;
    schedule_exit_again(number, due);
  }
  if ((touches & Rules::kTouchesDuties) != 0) review_duties(number, now);
  if (citizen.untils > 0) wake_untils(number, now);
}

void World::wake_untils(std::uint32_t number, Time now) {
  for (std::uint32_t i = citizens_[number].instances; i != kNobody; i = instances_[i].next) {
    Instance& instance = instances_[i];
    if (!instance.waiting) continue;
    const StepRule& rule = step_rule(instance);
    if (rule.kind != StepKind::wait_until || instance.wait_event != 0 || !holds(rule.until, number)) continue;
    instance.wait_event = queue_.push(now, Phase::wait_end, i) & Event::kMaxSequence;
  }
}

}  // namespace sagsflow
