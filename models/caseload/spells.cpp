#include <cmath>

#include "models/caseload/world.h"

namespace sagsflow {

void World::enter_status(std::uint32_t number, std::uint32_t status, Because because, Time now) {
  if (++depth_ > limits_.depth) {
    fail(model_.catalogue.statuses[status].path + ": statuses follow each other without end at one instant");
    --depth_;
    return;
  }
  const std::uint32_t version = version_with_status(number, status, now);
  const StatusRule& rule = rules_.status(version, status);
  Citizen& citizen = citizens_[number];
  citizen.version = citizen.present = static_cast<std::uint8_t>(version);
  citizen.status = static_cast<std::uint16_t>(status);
  citizen.since = citizen.benefit_since = now;
  const std::uint32_t serial = ++citizen.serial;
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.statuses[status].entries; });
  note(citizen, Note::What::entered_status, status, because, now);
  if (rule.final) {
    if (citizen.instances != kNobody) cancel_all(number, true, now);
    remove_citizen(number, now);
    --depth_;
    return;
  }
  const std::uint16_t spell = citizens_.begin_spell(number, status);
  citizen.spell_key = joined_key(joined_key(citizen.key, rule.key), spell);
  books_.level(citizen.group, [&](Ledger& ledger) { ledger.statuses[status].stock.change(now, 1); });
  if (rule.exits.count > 0) draw_exits(number, now);
  if (rule.duties.count > 0) plan_duties(number, now);
  const Starter starter{citizen.spell_key, version, {Because::Kind::status, status}};
  for (std::uint32_t i = 0; i < rule.on_enter.count; ++i) {
    if (i > 0 && citizens_[number].serial != serial) break;  // a procedure has changed the status already
    start_listed(number, rule.on_enter, i, starter, now);
  }
  --depth_;
}

void World::remove_citizen(std::uint32_t number, Time now) {
  const Citizen& citizen = citizens_[number];
  ++books_.whole().left;
  books_.level(citizen.group, [&](Ledger& ledger) { ledger.citizens.change(now, -1); });
  books_.stretch(
      citizen.group, citizen.arrived, now,
      [&](Ledger& ledger) {
        if (citizen.cohort != kNobody) ledger.time_in_system.add(now - citizen.arrived);
      },
      [](Ledger& ledger, Time from, Time to) { ledger.system_time += (to - from).count(); });
  if (citizen.cohort != kNobody) {
    if (!model_.ages.empty()) ages_after_leaving(number);
    if (observed_) books_.whole().outcomes[citizen.arrival][citizen.cohort] = 2 * citizen.waited.count();
  }
  if (citizen.past != kNobody || citizen.series != kNobody) forget(citizen);
  citizens_.remove(number);
}

/// Ends the spell's exits, duties and procedures. The citizen is then in no status.
void World::leave_status(std::uint32_t number, Time now) {
  Citizen& citizen = citizens_[number];
  const std::uint16_t status = citizen.status;
  const StatusRule& rule = rules_.status(citizen.present, status);
  if (rule.benefit != kNoPick) settle_benefit(number, now);
  books_.level(citizen.group, [&](Ledger& ledger) { ledger.statuses[status].stock.change(now, -1); });
  books_.stretch(
      citizen.group, citizen.since, now,
      [&](Ledger& ledger) { ledger.statuses[status].duration.add(now - citizen.since); },
      [&](Ledger& ledger, Time from, Time to) { ledger.statuses[status].time += (to - from).count(); });
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.statuses[status].exits; });
  if (citizen.clocks != kNobody) citizens_.remove_clocks(number, rule.exits.count);
  if (rule.duties.count > 0) leave_duties(number, now);
  if (rules_.remembered[status] != Span::zero()) remember_spell(number, now);
  citizen.exit_event = 0;
  citizen.status = kNoStatus;
  ++citizen.serial;
  if (citizen.instances != kNobody) cancel_all(number, false, now);
}

/// From one status to another at once: two of the functions that everyone runs through, in one.
void World::change_status(std::uint32_t number, std::uint32_t status, Because because, Time now) {
  leave_status(number, now);
  enter_status(number, status, because, now);
}

/// 0 while `when` does not hold; else the product of the factors whose trait is up.
double World::exit_speed(const ExitRule& rule, std::uint32_t citizen) {
  if (!holds(rule.when, citizen)) return 0.0;
  double speed = 1.0;
  for (std::uint32_t i = 0; i < rule.speed.count; ++i) {
    const SpeedRule& factor = rules_.speeds[rule.speed.first + i];
    if (citizens_.traits(citizen)[factor.trait] > 0) speed *= factor.factor;
  }
  return speed;
}

/// The clock of an exit that a citizen's spell begins with.
std::int64_t World::drawn_clock(const ExitRule& rule, std::uint32_t number, Time now) {
  if (!rule.present) return kNeverDue;
  const Span length = clock(rule.after, number, {citizens_[number].spell_key, rule.key}, Time::min(), now);
  if (length == kNever) return kNeverDue;
  const std::int64_t from = now.time_since_epoch().count();
  if (rule.steady) return from + length.count();
  const double speed = exit_speed(rule, number);
  return speed > 0.0 ? from + std::llround(static_cast<double>(length.count()) / speed) : -1 - length.count();
}

/// `begin(const ExitRule&)` gives each exit's clock; all are kept only where something may change one.
template <class Begin>
void World::begin_exits(std::uint32_t number, Begin begin) {
  const Citizen& citizen = citizens_[number];
  const StatusRule& status = status_rule(citizen);
  if (status.keeps_clocks) citizens_.add_clocks(number, status.exits.count);
  FirstExit first;
  for (std::uint32_t i = 0; i < status.exits.count; ++i) {
    const std::int64_t clock = begin(rules_.exit(citizen.version, status.exits.first + i));
    first.see(i, clock);
    if (status.keeps_clocks) citizens_.exit_clocks(number)[i] = clock;
  }
  schedule_exit(number, first);
}

void World::draw_exits(std::uint32_t number, Time now) {
  begin_exits(number, [&](const ExitRule& rule) { return drawn_clock(rule, number, now); });
}

/// The same of an exit of a spell that has lasted so long already when the clock begins.
std::int64_t World::resumed_clock(const ExitRule& rule, std::uint32_t number, Span elapsed) {
  if (!rule.present) return kNeverDue;
  const DrawKey key{citizens_[number].spell_key, rule.key};
  const std::size_t law = leaf(rule.after, number);
  const double speed = rule.steady ? 1.0 : exit_speed(rule, number);
  const Span spent(std::llround(static_cast<double>(elapsed.count()) * speed));
  const Span left = law < static_cast<std::size_t>(kAccumulated)
                        ? rules_.durations.draw_remaining(static_cast<DurationTable::Id>(law), spent, chance_.draw(key))
                        : clock(rule.after, number, key, Time::min(), model_.begin);
  if (left == kNever) return kNeverDue;
  return at_other_speed(-1 - left.count(), model_.begin.time_since_epoch().count(), 0.0, speed);
}

/// What is left of each clock, given what it has run of in so long, at the speed that it has now.
void World::resume_exits(std::uint32_t number, Span elapsed) {
  begin_exits(number, [&](const ExitRule& rule) { return resumed_clock(rule, number, elapsed); });
}

void World::schedule_exit(std::uint32_t number, const FirstExit& first) {
  Citizen& citizen = citizens_[number];
  const Time due{Span(first.due)};
  citizen.next_exit = first.which;
  citizen.exit_event = due <= model_.end ? queue_.push(due, Phase::exit, number) : 0;
}

/// Its clocks have changed; what was scheduled, if anything, was to come at `due`.
void World::schedule_exit_again(std::uint32_t number, std::int64_t due) {
  Citizen& citizen = citizens_[number];
  const std::uint32_t exits = status_rule(citizen).exits.count;
  const std::int64_t* clocks = citizens_.exit_clocks(number);
  FirstExit first;
  for (std::uint32_t i = 0; i < exits; ++i) first.see(i, clocks[i]);
  if (citizen.exit_event != 0 && first.due == due) {
    citizen.next_exit = first.which;
  } else {
    schedule_exit(number, first);
  }
}

void World::exit(std::uint32_t number, const Event& event, Time now) {
  Citizen& citizen = citizens_[number];
  if (event.sequence() != citizen.exit_event) return;
  const std::uint32_t exit = status_rule(citizen).exits.first + citizen.next_exit;
  const ExitRule& rule = rules_.exit(citizen.version, exit);
  const std::uint64_t spell_key = citizen.spell_key;
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.exits[exit].count; });
  const std::uint32_t status = rules_.targets.to[target(leaf(rule.to, number), {spell_key, rule.key})];
  leave_status(number, now);
  if (rule.set.count > 0) set_traits(number, rule.set, {Because::Kind::exit, exit}, now);
  enter_status(number, status, {Because::Kind::exit, exit}, now);
}

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

}  // namespace sagsflow
