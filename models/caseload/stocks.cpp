#include <algorithm>

#include "models/caseload/world.h"

namespace sagsflow {

/// The citizens who are there when the clock begins; then those of them who are in a step, whoever has waited longest
/// first, so that queues are in order.
void World::begin_stocks() {
  std::vector<Placed> placed;
  std::uint64_t expected = 0;
  for (const CompiledStock& rule : phase_->stocks) expected += rule.present ? rule.count : 0;
  const double here =
      model_.worlds.shares[number_] * static_cast<double>(std::min<std::uint64_t>(expected, limits_.citizens));
  citizens_.expect(static_cast<std::uint64_t>(here));
  for (std::uint32_t stock = 0; stock < phase_->stocks.size(); ++stock) {
    const CompiledStock& rule = phase_->stocks[stock];
    for (std::uint64_t number = 1; rule.present && number <= rule.count; ++number) {
      add_in_stock(stock, number, placed);
    }
  }
  std::ranges::stable_sort(placed, std::greater<>(), &Placed::waited);
  for (const Placed& one : placed) resume_step(one);
  books_.begin_levels();
}

void World::add_in_stock(std::uint32_t stock, std::uint64_t nth, std::vector<Placed>& placed) {
  const CompiledStock& rule = phase_->stocks[stock];
  const std::uint64_t key = joined_key(joined_key(rule.key, nth), 0);
  const auto arrival = static_cast<std::uint32_t>(phase_->arrivals.size()) + stock;
  const std::uint32_t number = add_citizen(arrival, key, rule.set, model_.begin);
  if (number == kNobody) return;
  const Span elapsed = rules_.durations.draw(rule.elapsed, chance_, {key, rule.key});
  resume_status(number, rule.status, elapsed == kNever ? Span::zero() : elapsed);
  if (witness_ != nullptr) witness_->came(citizens_[number], {true, stock, nth, 0}, citizens_.traits(number));
  if (rule.step == kNobody) return;
  const Span waited = rules_.durations.draw(rule.waited, chance_, {key, joined_key(rule.key, 1)});
  placed.push_back({number, stock, waited == kNever ? Span::zero() : waited});
}

/// In a status since `elapsed` before the clock begins, as if its rules had held all the time. What is started on
/// entering is not started again.
void World::resume_status(std::uint32_t number, std::uint32_t status, Span elapsed) {
  const Time now = model_.begin;
  Citizen& citizen = citizens_[number];
  citizen.version = citizen.present = static_cast<std::uint8_t>(version_with_status(number, status, now));
  citizen.status = static_cast<std::uint16_t>(status);
  citizen.arrived = citizen.since = now - elapsed;
  citizen.benefit_since = now;
  const StatusRule& rule = status_rule(citizen);
  if (rule.benefit != kNoPick) citizen.supported = elapsed;
  const std::uint16_t spell = citizens_.begin_spell(number, status);
  citizen.spell_key = joined_key(joined_key(citizen.key, rule.key), spell);
  ++citizen.serial;
  books_.level(citizen.group, [&](Ledger& ledger) { ledger.statuses[status].stock.change(now, 1); });
  resume_exits(number, elapsed);
  resume_duties(number);
}

/// A duty counts as held whenever it was due; the first due time that is still to come is planned.
void World::resume_duties(std::uint32_t number) {
  const Time now = model_.begin;
  const Citizen& citizen = citizens_[number];
  const std::uint32_t count = status_rule(citizen).duties.count;
  if (count == 0) return;
  citizens_.add_duties(number, count);
  for (std::uint32_t i = 0; i < count; ++i) {
    DutyState& state = citizens_.duties(number)[i];
    const DutyRule& rule = duty_rule(citizen, i);
    if (!rule.present) continue;
    state.set_applies(holds(rule.when, number));
    plan_duty(number, i, citizen.since, true, now);
    while (state.active() && state.due() <= now) {
      const Time due = state.due();
      ++state.held;
      if (rule.remembered) series_[kept_series(number, status_rule(citizen).duties.first + i)].last_held = due;
      plan_duty(number, i, due, false, now);
      if (state.active() && state.due() == due) state.drop();  // a cadence of no length
    }
    state.before = state.held;
  }
}

/// In a step of a procedure since `waited` before the clock begins.
void World::resume_step(const Placed& placed) {
  const CompiledStock& rule = phase_->stocks[placed.stock];
  const Time now = model_.begin;
  Citizen& citizen = citizens_[placed.citizen];
  if (citizen.status == kNoStatus) return;
  std::uint32_t version = citizen.version;
  if (!rules_.step(version, rule.step).present) return;
  const Because because{Because::Kind::stock, placed.stock};
  const Starter starter{joined_key(citizen.spell_key, rule.key), version, because};
  const std::uint32_t place =
      add_instance(placed.citizen, rules_.procedure(version, rule.procedure), starter, version, now - placed.waited);
  Instance& instance = instances_[place];
  instance.step = rule.step;
  const StepRule& step = step_rule(instance);
  instance.entered = now - placed.waited;
  instance.staying = true;
  if (step.counter != kNoCounter) ++instances_.counters(place)[step.counter];
  note(citizen, Note::What::entered_step, rule.step, because, instance.entered);
  if (step.flag != kNoTrait) raise_flag(placed.citizen, step.flag, now);
  if (step.kind == StepKind::branch || begin_wait(place, step, placed.waited, now)) go_on(place, now);
}

}  // namespace sagsflow
