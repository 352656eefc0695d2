#include "models/caseload/world.h"

namespace sagsflow {

void World::plan_duties(std::uint32_t number, Time now) {
  const Slice duties = rules_.statuses[citizens_[number].status].duties;
  DutyState* states = citizens_.duties(number);
  for (std::uint32_t i = 0; i < duties.count; ++i) {
    states[i] = DutyState();
    const DutyRule& rule = rules_.duties[duties.first + i];
    if (!rule.present) continue;
    states[i].applies = holds(rule.when, number);
    plan_duty(number, i, now, true, now);
  }
}

/// Draws the next due time, `from` which its cadence counts, and plans the procedure's start.
void World::plan_duty(std::uint32_t number, std::uint32_t duty, Time from, bool first, Time now) {
  const Citizen& citizen = citizens_[number];
  const DutyRule& rule = rules_.duties[rules_.statuses[citizen.status].duties.first + duty];
  DutyState& state = citizens_.duties(number)[duty];
  drop_duty(state);
  const Pick cadence = first ? rule.first : rule.every;
  const bool once_and_held = rule.every == kNoPick && state.held > 0;
  if (!state.applies || cadence == kNoPick || once_and_held) return;
  if (rule.times != kNoPick && state.held >= rules_.numbers[leaf(rule.times, number)]) return;
  const Span gap = duration(cadence, number, {joined_key(citizen.spell_key, rule.key), state.planned++});
  if (gap == kNever) return;
  const Time due = from + gap;
  if (rule.until != kNoPick && due > later(citizen.since, rule.until, number)) return;
  state.due = due;
  state.active = true;
  const Time start = std::max(now, earlier(due, rule.ahead, number));
  if (start <= model_.end) state.event = queue_.push(start, Phase::duty, citizens_.duty_index(number, duty));
}

void World::drop_duty(DutyState& state) {
  state.active = false;
  state.event = 0;
  state.instance = kNobody;
}

/// Its procedure starts.
void World::duty(const Event& event, Time now) {
  const std::uint32_t number = citizens_.citizen_of_duty(event.index());
  const std::uint32_t duty = citizens_.duty_of(event.index());
  DutyState& state = citizens_.duties(number)[duty];
  const Citizen& citizen = citizens_[number];
  if (state.event != event.sequence() || citizen.status == kNoStatus) return;
  state.event = 0;
  const std::uint32_t which = rules_.statuses[citizen.status].duties.first + duty;
  const DutyRule& rule = rules_.duties[which];
  if (in_window(state.due)) ++ledger_.duties[which].due;
  const auto procedure = static_cast<std::uint32_t>(leaf(rule.procedure, number));
  const std::uint64_t starter = joined_key(joined_key(citizen.spell_key, rule.key), state.started++);
  start_procedure(number, procedure, starter, static_cast<std::uint16_t>(duty), now);
}

/// The end of a step meets the named duties that are due, or within their ahead.
void World::hold_duties(std::uint32_t number, Slice names, Time now) {
  const std::uint16_t status = citizens_[number].status;
  if (status == kNoStatus) return;
  const Slice duties = rules_.statuses[status].duties;
  for (std::uint32_t i = 0; i < duties.count; ++i) {
    const DutyState& state = citizens_.duties(number)[i];
    if (!state.active) continue;
    const std::uint32_t name = rules_.duties[duties.first + i].name;
    bool named = false;
    for (std::uint32_t k = 0; k < names.count; ++k) named = named || rules_.held_duties[names.first + k] == name;
    if (!named) continue;
    const Time from = earlier(state.due, rules_.duties[duties.first + i].ahead, number);
    if (state.instance != kNobody || now >= from) hold_duty(number, i, now);
  }
}

void World::hold_duty(std::uint32_t number, std::uint32_t duty, Time now) {
  const Citizen& citizen = citizens_[number];
  const std::uint32_t which = rules_.statuses[citizen.status].duties.first + duty;
  const DutyRule& rule = rules_.duties[which];
  DutyState& state = citizens_.duties(number)[duty];
  DutyLedger& ledger = ledger_.duties[which];
  const Time deadline = later(state.due, rule.deadline, number);
  if (state.held++ == 0 && in_window(citizen.since)) ledger.first.add(now - citizen.since);
  if (state.event != 0 && in_window(state.due)) ++ledger.due;  // met before its procedure began
  if (in_window(now)) {
    ++ledger.held;
    ++(now <= deadline ? ledger.on_time : ledger.late);
    ledger.lateness.add(std::max(Span::zero(), now - deadline));
  }
  plan_duty(number, duty, rule.counted_from_due ? state.due : now, false, now);
}

/// A procedure that a duty started has run its course: it holds the duty, unless a step was to do that and did not.
void World::duty_procedure_ended(std::uint32_t number, std::uint32_t duty, std::uint32_t instance, Time now) {
  const DutyState& state = citizens_.duties(number)[duty];
  if (!state.active || state.instance != instance) return;
  const std::uint32_t which = rules_.statuses[citizens_[number].status].duties.first + duty;
  if (rules_.duties[which].held_by_end) {
    hold_duty(number, duty, now);
    return;
  }
  if (in_window(now)) ++ledger_.duties[which].missed;
  plan_duty(number, duty, now, false, now);
}

/// A duty's `when` may have begun or ceased to hold: it is planned from now, or dropped.
void World::review_duties(std::uint32_t number, Time now) {
  const Slice duties = rules_.statuses[citizens_[number].status].duties;
  for (std::uint32_t i = 0; i < duties.count; ++i) {
    const DutyRule& rule = rules_.duties[duties.first + i];
    if (!rule.present || rule.when.count == 0) continue;
    DutyState& state = citizens_.duties(number)[i];
    const bool applies = holds(rule.when, number);
    if (applies == state.applies) continue;
    state.applies = applies;
    if (state.instance != kNobody) continue;  // what is under way runs its course
    if (applies) {
      plan_duty(number, i, now, true, now);
    } else {
      drop_duty(state);
    }
  }
}

/// What is unheld when the citizen leaves is late if its deadline has passed.
void World::leave_duties(std::uint32_t number, Time now) {
  const Citizen& citizen = citizens_[number];
  const Slice duties = rules_.statuses[citizen.status].duties;
  for (std::uint32_t i = 0; i < duties.count; ++i) {
    DutyState& state = citizens_.duties(number)[i];
    const DutyRule& rule = rules_.duties[duties.first + i];
    if (!rule.present) continue;
    DutyLedger& ledger = ledger_.duties[duties.first + i];
    if (state.active && in_window(now) && now > later(state.due, rule.deadline, number)) ++ledger.late;
    if (in_window(citizen.since)) ledger.held_per_person.add(Span(state.held));
    drop_duty(state);
  }
}

}  // namespace sagsflow
