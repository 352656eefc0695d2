#include "models/caseload/world.h"

namespace sagsflow {

/// The run is over: what is still open is booked as open, work under way up to here.
void World::close_books() {
  for (std::uint32_t number = 0; number < citizens_.places(); ++number) {
    if (citizens_[number].status != kNoStatus) close_citizen(number);
  }
  close_jobs();
  ledger_.present = citizens_.present();
}

void World::close_citizen(std::uint32_t number) {
  const Time end = model_.end;
  settle_benefit(number, end);
  const Citizen& citizen = citizens_[number];
  StatusLedger& status = ledger_.statuses[citizen.status];
  status.time += ledger_.window.clip(citizen.since, end).count();
  if (in_window(citizen.since)) status.duration.add_open(end - citizen.since);
  ledger_.system_time += ledger_.window.clip(citizen.arrived, end).count();

  Span waited = citizen.waited;
  bool waiting = false;
  for (std::uint32_t place = citizen.instances; place != kNobody; place = instances_[place].next) {
    const Instance& instance = instances_[place];
    if (instance.waiting) waited += end - instance.entered;
    waiting = waiting || instance.waiting;
    close_instance(place);
  }
  if (citizen.cohort == kNobody) return;
  ledger_.time_in_system.add_open(end - citizen.arrived);
  ledger_.outcomes[citizen.arrival][citizen.cohort] = 2 * waited.count() + (waiting ? 1 : 0);
}

void World::close_instance(std::uint32_t place) {
  const Time end = model_.end;
  const Instance& instance = instances_[place];
  const StepRule& rule = rules_.steps[instance.step];
  StepLedger& ledger = ledger_.steps[instance.step];
  if (in_window(instance.began)) ledger_.procedures[rule.procedure].lead_time.add_open(end - instance.began);
  if (instance.waiting) {
    if (in_window(instance.entered)) ledger.wait_open.add_open(end - instance.entered);
    ledger.waiting += ledger_.window.clip(instance.entered, end).count();
  }
  if (!in_window(instance.entered)) return;
  ledger.time.add_open(end - instance.entered);
  if (rule.deadline == kNoPick) return;
  const Span late = end - later(instance.entered, rule.deadline, instance.citizen);
  if (late > Span::zero()) ++ledger.over_deadline;
  ledger.lateness.add_open(std::max(Span::zero(), late));
}

void World::close_jobs() {
  const Time end = model_.end;
  for (std::uint32_t place = 0; place < jobs_.places(); ++place) {
    const Job& job = jobs_[place];
    if (job.state == Job::State::working) account_work(job, end);
    if (job.state != Job::State::waiting) continue;
    const Span so_far = end - job.came;
    const Wide clipped = ledger_.window.clip(job.came, end).count();
    if (job.on_agenda) {
      MeetingLedger& ledger = ledger_.meetings[job.part];
      if (in_window(job.came)) ledger.wait.add_open(so_far);
      ledger.waiting += clipped;
    } else {
      PoolLedger& ledger = ledger_.pools[job.part];
      if (in_window(job.came)) ledger.wait.add_open(so_far);
      ledger.waiting += clipped;
    }
  }
}

}  // namespace sagsflow
