#include "models/caseload/world.h"

namespace sagsflow {
namespace {

/// In place of the next step: the instance is no more, for what it did at the end of a step ended it.
constexpr std::uint32_t kGone = kNobody - 1;
static_assert(kGone < kEnd);

}  // namespace

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

/// Into a step and through all that take no time, until one waits or the procedure ends.
void World::proceed(std::uint32_t place, std::uint32_t step, Because because, Time now) {
  for (int passed = 0; step < kGone; ++passed) {
    if (passed > limits_.depth) {
      fail(model_.catalogue.steps[step].path + ": a loop that takes no time");
      return;
    }
    if (!enter_step(place, step, because, now)) return;
    because = {Because::Kind::step, step};
    step = leave_step(place, now);
  }
  if (step == kEnd) complete(place, now);
}

/// True if the step takes no time: it is to be left at once. Its rule is the one in force; a step that a reform has
/// removed keeps its old one.
bool World::enter_step(std::uint32_t place, std::uint32_t step, Because because, Time now) {
  Instance& instance = instances_[place];
  Citizen& citizen = citizens_[instance.citizen];
  if (rules_.versions > 1) {
    const std::uint32_t version = in_force(instance.citizen, now);
    if (rules_.step(version, step).present) instance.version = static_cast<std::uint8_t>(version);
  }
  instance.step = step;
  const StepRule& rule = step_rule(instance);
  instance.entered = now;
  instance.staying = true;
  instance.visit = rule.counter == kNoCounter ? 0 : instances_.counters(place)[rule.counter]++;
  books_.at(citizen.group, now, [&](Ledger& ledger) {
    ++ledger.steps[step].entries;
    if (rule.fee != kNoPick) ledger.steps[step].fee += rules_.numbers[leaf(rule.fee, instance.citizen)];
  });
  note(citizen, Note::What::entered_step, step, because, now);
  if (rule.flag != kNoTrait) {
    mark_trait(citizen, rule.flag, 1, {Because::Kind::step, step}, now);
    raise_flag(instance.citizen, rule.flag, now);
  }
  return rule.kind == StepKind::branch || begin_wait(place, rule, Span::zero(), now);
}

/// The instance waits in its step, and has waited so long before now. True if what it waits for is there.
bool World::begin_wait(std::uint32_t place, const StepRule& rule, Span waited, Time now) {
  Instance& instance = instances_[place];
  const auto left = [&](Pick law, const KeyStem& where) {
    const DrawKey key = step_key(instance, where);
    if (waited == Span::zero()) return duration(law, instance.citizen, key);
    const auto id = static_cast<DurationTable::Id>(leaf(law, instance.citizen));
    return rules_.durations.draw_remaining(id, waited, chance_.draw(key));
  };
  instance.waiting = true;
  if (rule.patience != kNoPick) {
    const Span patience = left(rule.patience, rule.patience_key);
    if (patience != kNever && now + patience <= model_.end) {
      instance.patience_event = queue_.push(now + patience, Phase::patience, place) & Event::kMaxSequence;
    }
  }
  switch (rule.kind) {
    case StepKind::work:
      request_work(place, rule, now);
      return false;
    case StepKind::meeting:
      join_agenda(place, rule, now);
      return false;
    case StepKind::wait: {
      const Span length = left(rule.time, rule.key);
      if (length != kNever && now + length <= model_.end) {
        instance.wait_event = queue_.push(now + length, Phase::wait_end, place) & Event::kMaxSequence;
      }
      return false;
    }
    case StepKind::wait_until:
      ++citizens_[instance.citizen].untils;
      if (!holds(rule.until, instance.citizen)) return false;
      wait_over(place, WaitEnd::begun, now);
      return true;
    case StepKind::branch:
      break;
  }
  return true;
}

void World::request_work(std::uint32_t place, const StepRule& rule, Time now) {
  Instance& instance = instances_[place];
  const std::size_t which = leaf(rule.pool, instance.citizen);
  const std::uint32_t part = part_of(arm_.pool_parts[which], arm_.pool_per[which], instance.citizen);
  StaffPool& pool = pools_[part];
  const std::uint32_t its_job = instance.job = add_job(part, instance.entered);
  Job& job = jobs_[its_job];
  job.owner = place;
  job.citizen = instance.citizen;
  job.step = instance.step;
  job.group = citizens_[instance.citizen].group;
  job.open_before = pool.open_total(instance.entered);
  const QueueOrder order = phase_->pools[part].order;
  if (order != QueueOrder::fifo) job.urgency = urgency(order, instance, rule);
  if (rule.also.count > 0) gather_crew(job, rule, instance.citizen);
  pool.join(now, its_job, job.urgency);
  look_at(part, pool);
}

/// The stay in the step ends, in whatever way.
void World::end_stay(std::uint32_t place, Time now) {
  Instance& instance = instances_[place];
  const StepRule& rule = step_rule(instance);
  instance.staying = false;
  if (trails_ != nullptr && trails_->asks_of(instance.step)) tell_left(instance, now);
  books_.at(citizens_[instance.citizen].group, instance.entered, [&](Ledger& books) {
    StepLedger& ledger = books.steps[instance.step];
    ledger.time.add(now - instance.entered);
    if (rule.deadline == kNoPick) return;
    const Span late = now - later(instance.entered, rule.deadline, instance.citizen);
    if (late > Span::zero()) ++ledger.over_deadline;
    ledger.lateness.add(std::max(Span::zero(), late));
  });
  if (rule.flag != kNoTrait) lower_flag(instance.citizen, rule.flag, now);
}

/// The next step, kEnd, or kGone.
std::uint32_t World::leave_step(std::uint32_t place, Time now) {
  const StepRule& rule = step_rule(instances_[place]);
  const std::uint32_t citizen = instances_[place].citizen;
  end_stay(place, now);
  if (rule.holds.count > 0) hold_duties(citizen, rule.holds, now);
  if (rule.set.count > 0) set_traits(citizen, rule.set, {Because::Kind::step, instances_[place].step}, now);
  if (rule.become == kNoPick) return follow(place, rule, now);
  if (rule.start.count > 0) return become_and_start(place, rule, now);
  return take_on_status(place, rule, now) ? way_on(place, rule, now) : kGone;
}

std::uint32_t World::follow(std::uint32_t place, const StepRule& rule, Time now) {
  if (rule.start.count == 0) return way_on(place, rule, now);
  const Instance instance = instances_[place];
  for (std::uint32_t i = 0; i < rule.start.count; ++i) {
    start_listed(instance.citizen, rule.start, i, starter_of(instance, rule), now);
    if (instances_[place].serial != instance.serial) return kGone;
  }
  return way_on(place, rule, now);
}

std::uint32_t World::way_on(std::uint32_t place, const StepRule& rule, Time now) {
  const Instance& instance = instances_[place];
  if (rule.again_step != kNobody) {
    std::uint16_t& times = instances_.counters(place)[rule.again_counter];
    if (times < rules_.numbers[leaf(rule.again_times, instance.citizen)]) {
      ++times;
      return rule.again_step;
    }
    times = 0;
  }
  const std::uint32_t chosen = target(rule.next, instance, rule.key);
  books_.at(citizens_[instance.citizen].group, now, [&](Ledger& ledger) { ++ledger.ways[rules_.targets.way[chosen]]; });
  return rules_.targets.to[chosen];
}

/// A change of status: it completes its own procedure (or lets it go on, with `keep`) and cancels the others. False if
/// the instance is no more.
bool World::take_on_status(std::uint32_t place, const StepRule& rule, Time now) {
  const Instance& instance = instances_[place];
  const std::uint32_t number = instance.citizen, step = instance.step, its_serial = instance.serial;
  const std::uint32_t status = rules_.targets.to[target(rule.become, instance, rule.key)];
  const bool keep = rules_.procedure(instance.version, rule.procedure).keep;
  if (!keep) complete(place, now);
  change_status(number, status, {Because::Kind::step, step}, now);
  return keep && instances_[place].serial == its_serial;
}

/// What the step starts belongs to the new status.
std::uint32_t World::become_and_start(std::uint32_t place, const StepRule& rule, Time now) {
  const std::uint32_t number = instances_[place].citizen, its_serial = instances_[place].serial;
  const std::uint64_t key = citizens_[number].key;
  const Starter starter = starter_of(instances_[place], rule);
  const bool goes_on = take_on_status(place, rule, now);
  const std::uint32_t serial = citizens_[number].serial;
  for (std::uint32_t i = 0; i < rule.start.count; ++i) {
    if (citizens_[number].key != key || citizens_[number].serial != serial) return kGone;
    start_listed(number, rule.start, i, starter, now);
  }
  if (!goes_on || instances_[place].serial != its_serial) return kGone;
  return way_on(place, rule, now);
}

void World::go_on(std::uint32_t place, Time now) {
  const Instance& instance = instances_[place];
  if (instance.duty != kNoDuty) citizens_.fetch_duty(instance.citizen, instance.duty);
  const Because because{Because::Kind::step, instance.step};
  const std::uint32_t next = leave_step(place, now);
  if (next != kGone) proceed(place, next, because, now);
}

void World::wait_end(const Event& event, Time now) {
  const std::uint32_t place = event.index();
  Instance& instance = instances_[place];
  if (instance.wait_event != event.sequence()) return;
  const StepRule& rule = step_rule(instance);
  if (rule.kind == StepKind::wait_until && !holds(rule.until, instance.citizen)) {
    instance.wait_event = 0;
    return;
  }
  wait_over(place, WaitEnd::begun, now);
  go_on(place, now);
}

void World::work_end(std::uint32_t place, Time now) {
  const Job& job = jobs_[place];
  const std::uint32_t owner = job.owner;
  StaffPool& pool = pools_[job.part];
  pool.end(now);
  look_at(job.part, pool);
  if (job.crew != kNobody) {
    for (const std::uint32_t other : crews_[job.crew]) {
      pools_[other].end(now);
      look_at(other);
    }
  }
  account_work(job, now);
  give_back_job(place);
  if (owner == kNobody) return;
  Instance& instance = instances_[owner];
  instance.job = kNobody;
  if (witness_ != nullptr) {
    const Because because{Because::Kind::step, instance.step};
    witness_->noted(citizens_[instance.citizen], {now, Note::What::work_ended, instance.step, because});
  }
  go_on(owner, now);
}

/// Where the run ends with the window, that is work still under way: only what lies wholly inside is what it takes.
void World::account_work(const Job& job, Time end) {
  account_work(job, job.part, job.cost_per_hour, end);
  if (job.crew == kNobody) return;
  for (const std::uint32_t part : crews_[job.crew]) account_work(job, part, phase_->pools[part].cost_per_hour, end);
}

void World::account_work(const Job& job, std::uint32_t part, double cost_per_hour, Time end) {
  const auto open_between = [&](Time from, Time to) {
    return pools_[part].open_total(to) - pools_[part].open_total(from);
  };
  books_.over(job.group, job.began, end, [&](Ledger& ledger, Time from, Time to) {
    const bool inside = from == job.began && end < ledger.window.closes;
    const Span presence = inside ? job.presence : open_between(from, to);
    const double hours = in_hours(presence) * job.usable;
    ledger.pools[part].job_hours += presence.count();
    ledger.pools[part].casework += hours;
    ledger.pools[part].cost += in_hours(presence) * cost_per_hour;
    const auto add = [&](auto& owner) {
      owner.presence += presence.count();
      owner.hours += hours;
    };
    job.step != kNobody ? add(ledger.steps[job.step]) : add(ledger.meetings[job.meeting]);
  });
}

void World::patience_end(const Event& event, Time now) {
  const std::uint32_t place = event.index();
  Instance& instance = instances_[place];
  if (instance.patience_event != event.sequence() || !instance.waiting) return;
  const StepRule& rule = step_rule(instance);
  const Because because{Because::Kind::step, instance.step};
  books_.at(citizens_[instance.citizen].group, now, [&](Ledger& ledger) { ++ledger.steps[instance.step].gave_up; });
  wait_over(place, WaitEnd::gave_up, now);
  end_stay(place, now);
  const std::uint32_t next =
      rule.gives_up == kNoPick ? kEnd : rules_.targets.to[target(rule.gives_up, instance, rule.patience_key)];
  proceed(place, next, because, now);
}

}  // namespace sagsflow
