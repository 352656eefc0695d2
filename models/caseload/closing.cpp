#include "models/caseload/world.h"

namespace sagsflow {

/// The run is over: what is still open is booked as open, work under way up to here.
void World::close_books() {
  for (std::uint32_t number = 0; number < citizens_.places(); ++number) {
    if (citizens_[number].status != kNoStatus) close_citizen(number);
  }
  close_jobs();
  books_.whole().present += citizens_.present();
}

void World::close_citizen(std::uint32_t number) {
  const Time end = model_.end;
  settle_benefit(number, end);
  const Citizen& citizen = citizens_[number];
  books_.over(citizen.group, citizen.since, end,
              [&](Ledger& ledger, Time from, Time to) { ledger.statuses[citizen.status].time += (to - from).count(); });
  books_.at(citizen.group, citizen.since,
            [&](Ledger& ledger) { ledger.statuses[citizen.status].duration.add_open(end - citizen.since); });
  books_.over(citizen.group, citizen.arrived, end,
              [](Ledger& ledger, Time from, Time to) { ledger.system_time += (to - from).count(); });

  Span waited = citizen.waited;
  bool waiting = false;
  for (std::uint32_t place = citizen.instances; place != kNobody; place = instances_[place].next) {
    const Instance& instance = instances_[place];
    if (instance.waiting) waited += end - instance.entered;
    waiting = waiting || instance.waiting;
    close_instance(place);
  }
  if (citizen.cohort == kNobody) return;
  books_.at(citizen.group, citizen.arrived,
            [&](Ledger& ledger) { ledger.time_in_system.add_open(end - citizen.arrived); });
  if (!observed_) return;
  books_.whole().outcomes[citizen.arrival][citizen.cohort] = 2 * waited.count() + (waiting ? 1 : 0);
}

void World::close_instance(std::uint32_t place) {
  const Instance& instance = instances_[place];
  const std::uint32_t group = citizens_[instance.citizen].group;
  const StepRule& rule = step_rule(instance);
  const Time end = model_.end;
  books_.at(group, instance.began,
            [&](Ledger& ledger) { ledger.procedures[rule.procedure].lead_time.add_open(end - instance.began); });
  if (instance.waiting) {
    close_wait(instance);
    if (witness_ != nullptr) {
      const Citizen& citizen = citizens_[instance.citizen];
      witness_->waited(citizen, causes_of(instance, end));
      witness_->noted(citizen, {end, Note::What::still_waiting, instance.step, {}});
    }
  }
  books_.at(group, instance.entered, [&](Ledger& books) {
    StepLedger& ledger = books.steps[instance.step];
    ledger.time.add_open(end - instance.entered);
    if (rule.deadline == kNoPick) return;
    const Span late = end - later(instance.entered, rule.deadline, instance.citizen);
    if (late > Span::zero()) ++ledger.over_deadline;
    ledger.lateness.add_open(std::max(Span::zero(), late));
  });
}

void World::close_wait(const Instance& instance) {
  const Time end = model_.end;
  const std::uint32_t group = citizens_[instance.citizen].group;
  books_.at(group, instance.entered, [&](Ledger& books) {
    StepLedger& ledger = books.steps[instance.step];
    ledger.wait_open.add_open(end - instance.entered);
    for (const CausedWait::Part& part : causes_of(instance, end)) ledger.add_cause(part.cause, part.length);
  });
  books_.over(group, instance.entered, end,
              [&](Ledger& ledger, Time from, Time to) { ledger.steps[instance.step].waiting += (to - from).count(); });
}

void World::close_jobs() {
  const Time end = model_.end;
  for (std::uint32_t place = 0; place < jobs_.places(); ++place) {
    const Job& job = jobs_[place];
    if (job.state == Job::State::working) account_work(job, end);
    if (job.state != Job::State::waiting) continue;
    books_.at(job.group, job.came, [&](Ledger& ledger) { line_of(ledger, job).wait.add_open(end - job.came); });
    books_.over(job.group, job.came, end,
                [&](Ledger& ledger, Time from, Time to) { line_of(ledger, job).waiting += (to - from).count(); });
  }
}

}  // namespace sagsflow
