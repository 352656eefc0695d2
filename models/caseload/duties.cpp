#include "models/caseload/world.h"

namespace sagsflow {

void World::plan_duties(std::uint32_t number, Time now) {
  const Citizen& citizen = citizens_[number];
  const std::uint32_t count = status_rule(citizen).duties.count;
  citizens_.add_duties(number, count);
  DutyState* states = citizens_.duties(number);
  for (std::uint32_t i = 0; i < count; ++i) {
    const DutyRule& rule = duty_rule(citizen, i);
    if (!rule.present) continue;
    states[i].set_applies(holds(rule.when, number));
    if (!rule.remembered || !continue_series(number, i, now)) plan_duty(number, i, now, true, now);
  }
}

/// Takes up what is remembered of the duty in an earlier spell; whether its series goes on where it was.
bool World::continue_series(std::uint32_t number, std::uint32_t duty, Time now) {
  const Citizen& citizen = citizens_[number];
  const DutyRule& rule = duty_rule(citizen, duty);
  const std::uint32_t place = past_series(number, status_rule(citizen).duties.first + duty);
  if (place == kNobody) return false;
  DutyState& state = citizens_.duties(number)[duty];
  if (rule.series == kNoPick) return false;
  const SeriesSoFar& past = series_.so_far(place);
  if (now > later(past.left, rule.series, number)) return false;
  state.held = state.before = past.held;
  state.set_continued();
  if (past.remaining == kNever || !state.applies()) {
    plan_duty(number, duty, now, state.held == 0, now);
  } else {
    schedule_duty(number, duty, now + std::max(Span::zero(), past.remaining), now);
  }
  return true;
}

/// Draws the next due time, `from` which its cadence counts, and plans the procedure's start.
void World::plan_duty(std::uint32_t number, std::uint32_t duty, Time from, bool first, Time now) {
  const Citizen& citizen = citizens_[number];
  const DutyRule& rule = duty_rule(citizen, duty);
  DutyState& state = citizens_.duties(number)[duty];
  state.drop();
  const Pick cadence = first ? rule.first : rule.every;
  const bool once_and_held = rule.every == kNoPick && state.held > 0;
  if (!state.applies() || cadence == kNoPick || once_and_held) return;
  if (rule.times != kNoPick && state.held >= rules_.numbers[leaf(rule.times, number)]) return;
  const DrawKey key{joined_key(citizen.spell_key, rule.key), state.drawn++};
  const std::uint32_t which = status_rule(citizen).duties.first + duty;
  const Time since = !first ? from : rule.remembered ? last_held(number, which) : Time::min();
  const Span gap = clock(cadence, number, key, since, from);
  if (gap != kNever) schedule_duty(number, duty, from + gap, now);
}

/// The procedure starts so long ahead that the duty can be held when it is due.
void World::schedule_duty(std::uint32_t number, std::uint32_t duty, Time due, Time now) {
  const Citizen& citizen = citizens_[number];
  const DutyRule& rule = duty_rule(citizen, duty);
  DutyState& state = citizens_.duties(number)[duty];
  if (rule.until != kNoPick && due > later(citizen.since - spent_before(number, duty), rule.until, number)) return;
  state.become_due(due);
  if (due < model_.begin) return;  // of someone in a stock: it was held
  const Time start = std::max(now, earlier(due, rule.ahead, number));
  if (start <= model_.end) state.plan(queue_.push(start, Phase::duty, citizens_.duty_index(number, duty)));
}

/// Its procedure starts.
void World::duty(const Event& event, Time now) {
  DutyState& state = citizens_.duty_at(event.index());
  if (!state.planned_as(event.sequence())) return;
  state.forget_plan();
  const std::uint32_t number = state.citizen();
  const Citizen& citizen = citizens_[number];
  const std::uint32_t duty = event.index() - citizen.duties;
  const std::uint32_t which = status_rule(citizen).duties.first + duty;
  const DutyRule& rule = duty_rule(citizen, duty);
  const Because because{Because::Kind::duty, which};
  books_.at(citizen.group, state.due(), [&](Ledger& ledger) { ++ledger.duties[which].due; });
  if (witness_ != nullptr) witness_->duty_times(citizen, state.due(), later(state.due(), rule.deadline, number));
  note(citizen, Note::What::duty_due, which, because, now);
  const auto procedure = static_cast<std::uint32_t>(leaf(rule.procedure, number));
  const std::uint64_t key = joined_key(joined_key(citizen.spell_key, rule.key), state.started++);
  start_procedure(number, procedure, {key, citizen.present, because, static_cast<std::uint16_t>(duty)}, now);
}

/// The end of a step meets the named duties that are due, or within their ahead.
void World::hold_duties(std::uint32_t number, Slice names, Time now) {
  const Citizen& citizen = citizens_[number];
  if (citizen.status == kNoStatus) return;
  const std::uint32_t count = status_rule(citizen).duties.count;
  for (std::uint32_t i = 0; i < count; ++i) {
    const DutyState& state = citizens_.duties(number)[i];
    if (!state.active()) continue;
    const DutyRule& rule = duty_rule(citizen, i);
    bool named = false;
    for (std::uint32_t k = 0; k < names.count; ++k) named = named || rules_.held_duties[names.first + k] == rule.name;
    if (!named) continue;
    if (state.under_way() || now >= earlier(state.due(), rule.ahead, number)) hold_duty(number, i, now);
  }
}

void World::hold_duty(std::uint32_t number, std::uint32_t duty, Time now) {
  const Citizen& citizen = citizens_[number];
  const std::uint32_t which = status_rule(citizen).duties.first + duty;
  const DutyRule& rule = duty_rule(citizen, duty);
  DutyState& state = citizens_.duties(number)[duty];
  const Time deadline = later(state.due(), rule.deadline, number);
  if (state.held++ == 0) {
    books_.at(citizen.group, citizen.since,
              [&](Ledger& ledger) { ledger.duties[which].first.add(now - citizen.since); });
  }
  if (state.planned()) {  // met before its procedure began
    books_.at(citizen.group, state.due(), [&](Ledger& ledger) { ++ledger.duties[which].due; });
  }
  books_.at(citizen.group, now, [&](Ledger& books) {
    DutyLedger& ledger = books.duties[which];
    ++ledger.held;
    ++(now <= deadline ? ledger.on_time : ledger.late);
    ledger.lateness.add(std::max(Span::zero(), now - deadline));
  });
  if (witness_ != nullptr) witness_->duty_times(citizen, state.due(), deadline);
  note(citizen, Note::What::duty_held, which, {Because::Kind::duty, which}, now);
  if (rule.remembered) series_[kept_series(number, which)].last_held = now;
  plan_duty(number, duty, rule.counted_from_due ? state.due() : now, false, now);
}

/// A procedure that a duty started has run its course: it holds the duty, unless a step was to do that and did not.
void World::duty_procedure_ended(std::uint32_t number, std::uint32_t duty, std::uint32_t instance, Time now) {
  const Citizen& citizen = citizens_[number];
  const DutyState& state = citizens_.duties(number)[duty];
  if (!state.active() || !state.under_way_as(instance)) return;
  if (duty_rule(citizen, duty).held_by_end) {
    hold_duty(number, duty, now);
    return;
  }
  const std::uint32_t which = status_rule(citizen).duties.first + duty;
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.duties[which].missed; });
  if (witness_ != nullptr) {
    const Time deadline = later(state.due(), duty_rule(citizen, duty).deadline, number);
    witness_->duty_times(citizen, state.due(), deadline);
  }
  note(citizen, Note::What::duty_missed, which, {Because::Kind::duty, which}, now);
  plan_duty(number, duty, now, false, now);
}

/// A duty's `when` may have begun or ceased to hold: it is planned from now, or dropped.
void World::review_duties(std::uint32_t number, Time now) {
  const Citizen& citizen = citizens_[number];
  const Slice duties = status_rule(citizen).duties;
  for (std::uint32_t i = 0; i < duties.count; ++i) {
    const DutyRule& rule = duty_rule(citizen, i);
    if (!rule.present || rule.when.count == 0 || !rules_.duty(citizen.version, duties.first + i).present) continue;
    DutyState& state = citizens_.duties(number)[i];
    const bool applies = holds(rule.when, number);
    if (applies == state.applies()) continue;
    state.set_applies(applies);
    if (state.under_way()) continue;  // what is under way runs its course
    if (applies) {
      plan_duty(number, i, now, true, now);
    } else {
      state.drop();
    }
  }
}

/// What is unheld when the citizen leaves is late if its deadline has passed.
void World::leave_duties(std::uint32_t number, Time now) {
  const Citizen& citizen = citizens_[number];
  const Slice duties = status_rule(citizen).duties;
  for (std::uint32_t i = 0; i < duties.count; ++i) {
    DutyState& state = citizens_.duties(number)[i];
    const std::uint32_t which = duties.first + i;
    if (!rules_.duty(citizen.version, which).present) continue;
    if (state.active() && now > later(state.due(), duty_rule(citizen, i).deadline, number)) {
      books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.duties[which].late; });
    }
    books_.at(citizen.group, citizen.since,
              [&](Ledger& ledger) { ledger.duties[which].held_per_person.add(Span(state.held - state.before)); });
    if (duty_rule(citizen, i).remembered) remember_series(number, i, now);
  }
  citizens_.remove_duties(number, duties.count);
}

}  // namespace sagsflow
