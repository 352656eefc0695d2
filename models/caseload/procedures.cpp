#include <algorithm>

#include "models/caseload/world.h"

namespace sagsflow {

void World::start_procedure(std::uint32_t number, std::uint32_t procedure, const Starter& starter, Time now) {
  std::uint32_t version = in_force(number, now);
  const ProcedureRule* in_force_now = &rules_.procedure(version, procedure);
  if (!in_force_now->present) {
    version = starter.version;
    in_force_now = &rules_.procedure(version, procedure);
  }
  const ProcedureRule& rule = *in_force_now;
  if (++depth_ > limits_.depth) {
    fail(model_.catalogue.procedures[procedure].path + ": procedures start each other without end at one instant");
    --depth_;
    return;
  }
  const std::uint32_t place = add_instance(number, rule, starter, version, now);
  const std::uint32_t group = citizens_[number].group;
  books_.at(group, now, [&](Ledger& ledger) { ++ledger.procedures[procedure].started; });
  if (starter.duty != kNoDuty) citizens_.duties(number)[starter.duty].begin(place);
  proceed(place, static_cast<std::uint32_t>(leaf(rule.start, number)), starter.because, now);
  --depth_;
}

/// A record of a procedure that began at `began`, in no step yet.
std::uint32_t World::add_instance(std::uint32_t number, const ProcedureRule& rule, const Starter& starter,
                                  std::uint32_t version, Time began) {
  const std::uint32_t place = instances_.add();
  Instance& instance = instances_[place];
  Citizen& citizen = citizens_[number];
  instance.key = joined_key(starter.key, rule.key);
  instance.began = began;
  instance.citizen = number;
  instance.step = kNobody;
  instance.version = static_cast<std::uint8_t>(version);
  instance.duty = starter.duty;
  instance.previous = kNobody;
  instance.next = citizen.instances;
  instances_.clear_counters(place);
  if (instance.next != kNobody) instances_[instance.next].previous = place;
  citizen.instances = place;
  return place;
}

/// Starts one of a list. What the list starts more than once has other luck each time: its ordinal there.
void World::start_listed(std::uint32_t number, Slice starts, std::uint32_t which, const Starter& starter, Time now) {
  const auto procedure_at = [&](std::uint32_t i) { return leaf(rules_.starts[starts.first + i], number); };
  const std::size_t procedure = procedure_at(which);
  std::uint64_t ordinal = 0;
  for (std::uint32_t i = 0; i < which; ++i) ordinal += procedure_at(i) == procedure;
  if (ordinal == 0) return start_procedure(number, static_cast<std::uint32_t>(procedure), starter, now);
  Starter other = starter;
  other.key = joined_key(starter.key, ordinal);
  start_procedure(number, static_cast<std::uint32_t>(procedure), other, now);
}

/// The procedure has run its course.
void World::complete(std::uint32_t place, Time now) {
  const Instance& instance = instances_[place];
  const std::uint32_t number = instance.citizen;
  const std::uint16_t duty = instance.duty;
  const Citizen& citizen = citizens_[number];
  const std::uint32_t procedure = step_rule(instance).procedure;
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.procedures[procedure].completed; });
  books_.at(citizen.group, instance.began,
            [&](Ledger& ledger) { ledger.procedures[procedure].lead_time.add(now - instance.began); });
  note(citizen, Note::What::completed, procedure, {Because::Kind::step, instance.step}, now);
  remove_instance(place);
  if (duty != kNoDuty) duty_procedure_ended(number, duty, place, now);
}

/// The citizen has left the status it belonged to, or the system. Work under way is finished for nobody.
void World::cancel(std::uint32_t place, Time now) {
  const Citizen& citizen = citizens_[instances_[place].citizen];
  const std::uint32_t procedure = step_rule(instances_[place]).procedure;
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.procedures[procedure].cancelled; });
  if (instances_[place].waiting) {
    wait_over(place, WaitEnd::withdrawn, now);
    const std::uint32_t step = instances_[place].step;
    books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.steps[step].withdrawn; });
  }
  Instance& instance = instances_[place];
  if (instance.job != kNobody) {
    jobs_[instance.job].owner = kNobody;
    instance.job = kNobody;
  }
  if (instance.staying) end_stay(place, now);
  if (witness_ != nullptr) witness_->noted(citizen, {now, Note::What::cancelled, procedure, {}});
  remove_instance(place);
}

void World::cancel_all(std::uint32_t number, bool also_kept, Time now) {
  for (std::uint32_t place = citizens_[number].instances; place != kNobody;) {
    const std::uint32_t next = instances_[place].next;
    const Instance& instance = instances_[place];
    const bool kept = rules_.procedure(instance.version, step_rule(instance).procedure).keep;
    if (also_kept || !kept) {
      cancel(place, now);
    } else {
      instances_[place].duty = kNoDuty;  // the duty was the status's
    }
    place = next;
  }
}

void World::remove_instance(std::uint32_t place) {
  Instance& instance = instances_[place];
  if (instance.previous != kNobody) {
    instances_[instance.previous].next = instance.next;
  } else {
    citizens_[instance.citizen].instances = instance.next;
  }
  if (instance.next != kNobody) instances_[instance.next].previous = instance.previous;
  ++instance.serial;
  instance.citizen = instance.job = kNobody;
  instance.wait_event = instance.patience_event = 0;
  instance.staying = instance.waiting = false;
  instances_.give_back(place);
}

}  // namespace sagsflow
