#include <algorithm>

#include "models/caseload/world.h"

namespace sagsflow {

/// The spell that ends now, where anything will ask for it. What nobody can ask for any longer is forgotten: clocks and
/// refunds look back from now on, for benefit is settled up to here.
void World::remember_spell(std::uint32_t number, Time now) {
  Citizen& citizen = citizens_[number];
  if (citizen.since == now) return;
  for (std::uint32_t* link = &citizen.past; *link != kNobody;) {
    const std::uint32_t place = *link;
    const PastSpell& spell = past_[place];
    if (now - spell.to < rules_.remembered[spell.status]) {
      link = &past_[place].earlier;
    } else {
      *link = spell.earlier;
      past_.give_back(place);
    }
  }
  const std::uint32_t place = past_.add();
  past_[place] = {citizen.since, now, citizen.past, citizen.status};
  citizen.past = place;
}

/// The stretches of the citizen's time since `since` in statuses that count; the present spell runs on if its does.
template <class Counts>
void World::collect_counted(std::uint32_t number, Span within, Time since, Counts counts) {
  const Citizen& citizen = citizens_[number];
  chain_.clear();
  for (std::uint32_t place = citizen.past; place != kNobody; place = past_[place].earlier) {
    if (counts(past_[place].status)) chain_.push_back(place);
  }
  counted_.begin(within);
  for (auto place = chain_.rbegin(); place != chain_.rend(); ++place) {
    counted_.add(std::max(past_[*place].from, since), past_[*place].to);
  }
  if (counts(citizen.status)) counted_.add(std::max(citizen.since, since), Time::max());
}

/// How long after now a clock that accumulates reaches what is drawn; kNever where it does not in this spell. Only time
/// since `since` counts. In a spell of today's caseload it is drawn given what had accumulated when the clock began.
Span World::accumulated(const Accumulation& rule, std::uint32_t number, DrawKey key, Time since, Time now) {
  const std::uint16_t own = citizens_[number].status;
  const auto counts = [&](std::uint16_t status) {
    return rule.of.empty() ? status == own : std::ranges::find(rule.of, status) != rule.of.end();
  };
  collect_counted(number, rule.within, since, counts);
  const bool before = now == model_.begin && citizens_[number].since < now;
  const Span spent = before ? counted_.amount(now) : Span::zero();
  const Span left = rules_.durations.draw_remaining(rule.goal, spent, chance_.draw(key));
  if (left == kNever) return kNever;
  const Span goal = spent + left;
  if (counts(own)) return counted_.until(goal, now);
  return counted_.amount(now) >= goal ? Span::zero() : kNever;
}

/// A clock that starts now; only what is accumulated since `since` counts.
Span World::clock(Pick law, std::uint32_t number, DrawKey key, Time since, Time now) {
  const std::size_t chosen = leaf(law, number);
  if (chosen < static_cast<std::size_t>(kAccumulated)) {
    return rules_.durations.draw(static_cast<DurationTable::Id>(chosen), chance_, key);
  }
  return accumulated(rules_.accumulations[chosen - kAccumulated], number, key, since, now);
}

/// The state's share of [from, to), a part of the present spell, in microseconds, where support counts within a span.
double World::refunded_within(std::uint32_t number, const CompiledRefund& refund, Time from, Time to) {
  const std::uint32_t version = citizens_[number].present;
  collect_counted(number, refund.within, Time::min(),
                  [&](std::uint16_t status) { return rules_.status(version, status).benefit != kNoPick; });
  double sum = 0.0;
  counted_.walk(from, to, [&](Time begin, Time end, Span supported, bool grows) {
    const Span length = end - begin;
    sum +=
        grows ? refund.of(supported, supported + length) : refund.at(supported) * static_cast<double>(length.count());
  });
  return sum;
}

/// The place of what is remembered of the duty; kNobody: nothing.
std::uint32_t World::past_series(std::uint32_t number, std::uint32_t duty) const {
  std::uint32_t place = citizens_[number].series;
  while (place != kNobody && series_[place].duty != duty) place = series_[place].earlier;
  return place;
}

/// The same, made where there is none.
std::uint32_t World::kept_series(std::uint32_t number, std::uint32_t duty) {
  std::uint32_t place = past_series(number, duty);
  if (place != kNobody) return place;
  place = series_.add();
  series_[place] = {Time::min(), citizens_[number].series, duty};
  citizens_[number].series = place;
  return place;
}

/// When the duty was held last, in this spell or an earlier one; Time::min(): never.
Time World::last_held(std::uint32_t number, std::uint32_t duty) const {
  const std::uint32_t place = past_series(number, duty);
  return place == kNobody ? Time::min() : series_[place].last_held;
}

/// The time of the duty's series in earlier spells, where it goes on.
Span World::spent_before(std::uint32_t number, std::uint32_t duty) {
  if (!citizens_.duties(number)[duty].continued()) return Span::zero();
  return series_.so_far(past_series(number, status_rule(citizens_[number]).duties.first + duty)).spent;
}

/// Whether a later spell may take up the duty's series: by the rules of any date, for they may change in between.
bool World::may_go_on(std::uint32_t duty) const {
  for (std::uint32_t version = 0; version < rules_.versions; ++version) {
    if (rules_.duty(version, duty).series != kNoPick) return true;
  }
  return false;
}

/// Keeps how far a duty has come, now that its citizen leaves the status.
void World::remember_series(std::uint32_t number, std::uint32_t duty, Time now) {
  const Citizen& citizen = citizens_[number];
  const DutyState& state = citizens_.duties(number)[duty];
  const std::uint32_t which = status_rule(citizen).duties.first + duty;
  if (!may_go_on(which)) return;
  SeriesSoFar& past = series_.so_far(kept_series(number, which));
  past.left = now;
  past.remaining = state.active() ? state.due() - now : kNever;
  past.spent = (state.continued() ? past.spent : Span::zero()) + (now - citizen.since);
  past.held = state.held;
}

void World::forget(const Citizen& citizen) {
  for (std::uint32_t place = citizen.past; place != kNobody; place = past_[place].earlier) past_.give_back(place);
  for (std::uint32_t place = citizen.series; place != kNobody; place = series_[place].earlier) {
    series_.give_back(place);
  }
}

}  // namespace sagsflow
