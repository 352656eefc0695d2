#include <algorithm>

#include "models/caseload/world.h"

namespace sagsflow {

void World::start_procedure(std::uint32_t number, std::uint32_t procedure, std::uint64_t starter, std::uint16_t duty,
                            Time now) {
  const ProcedureRule& rule = rules_.procedures[procedure];
  if (++depth_ > limits_.depth) {
    fail(model_.catalogue.procedures[procedure].path + ": procedures start each other without end at one instant");
    --depth_;
    return;
  }
  const std::uint32_t place = instances_.add();
  Instance& instance = instances_[place];
  const std::uint32_t serial = instance.serial;
  instance = Instance();
  instance.serial = serial;
  instance.key = joined_key(starter, rule.key);
  instance.began = now;
  instance.citizen = number;
  instance.duty = duty;
  std::fill_n(instances_.counters(place), instances_.counters_each(), std::uint16_t{0});

  Citizen& citizen = citizens_[number];
  instance.next = citizen.instances;
  if (instance.next != kNobody) instances_[instance.next].previous = place;
  citizen.instances = place;

  if (in_window(now)) ++ledger_.procedures[procedure].started;
  if (duty != kNoDuty) citizens_.duties(number)[duty].instance = place;
  proceed(place, static_cast<std::uint32_t>(leaf(rule.start, number)), now);
  --depth_;
}

/// Starts one of a list. What the list starts more than once has other luck each time: its ordinal there.
void World::start_listed(std::uint32_t number, Slice starts, std::uint32_t which, std::uint64_t starter, Time now) {
  const auto procedure_at = [&](std::uint32_t i) { return leaf(rules_.starts[starts.first + i], number); };
  const std::size_t procedure = procedure_at(which);
  std::uint64_t ordinal = 0;
  for (std::uint32_t i = 0; i < which; ++i) ordinal += procedure_at(i) == procedure;
  const std::uint64_t key = ordinal == 0 ? starter : joined_key(starter, ordinal);
  start_procedure(number, static_cast<std::uint32_t>(procedure), key, kNoDuty, now);
}

/// The procedure has run its course.
void World::complete(std::uint32_t place, Time now) {
  const Instance instance = instances_[place];
  ProcedureLedger& ledger = ledger_.procedures[rules_.steps[instance.step].procedure];
  if (in_window(now)) ++ledger.completed;
  if (in_window(instance.began)) ledger.lead_time.add(now - instance.began);
  remove_instance(place);
  if (instance.duty != kNoDuty) duty_procedure_ended(instance.citizen, instance.duty, place, now);
}

/// The citizen has left the status it belonged to, or the system. Work under way is finished for nobody.
void World::cancel(std::uint32_t place, Time now) {
  if (in_window(now)) ++ledger_.procedures[rules_.steps[instances_[place].step].procedure].cancelled;
  if (instances_[place].waiting) {
    wait_over(place, WaitEnd::withdrawn, now);
    if (in_window(now)) ++ledger_.steps[instances_[place].step].withdrawn;
  }
  Instance& instance = instances_[place];
  if (instance.job != kNobody) {
    jobs_[instance.job].owner = kNobody;
    instance.job = kNobody;
  }
  if (instance.staying) end_stay(place, now);
  remove_instance(place);
}

void World::cancel_all(std::uint32_t number, bool also_kept, Time now) {
  for (std::uint32_t place = citizens_[number].instances; place != kNobody;) {
    const std::uint32_t next = instances_[place].next;
    const bool kept = rules_.procedures[rules_.steps[instances_[place].step].procedure].keep;
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
  const std::uint32_t serial = instance.serial + 1;
  instance = Instance();
  instance.serial = serial;
  instances_.give_back(place);
}

}  // namespace sagsflow
