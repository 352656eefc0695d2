#include <cmath>

#include "models/caseload/world.h"
#include "sim/random/exact_math.h"

namespace sagsflow {
namespace {

/// An arrival's event: twice its number, and one more where it comes at a rate.
constexpr std::uint32_t kPoisson = 1;

}  // namespace

void World::begin_arrivals() {
  arrival_numbers_.assign(phase_->arrivals.size(), 0);
  arrival_events_.assign(phase_->arrivals.size(), 0);
  cohorts_.assign(phase_->arrivals.size(), 0);
  for (std::uint32_t i = 0; i < phase_->arrivals.size(); ++i) {
    std::vector<ArrivalRate> rates;
    for (const CompiledPhase& phase : arm_.phases) {
      rates.push_back(phase.arrivals[i].rate.value_or(ArrivalRate()));
      rates.back().from = std::max(phase.from, model_.begin);
    }
    if (observed_) expect_cohort(i, rates.front());
    poisson_.emplace_back(model_.catalogue.arrivals[i].key, std::move(rates));
    schedule_poisson(i);
    if (phase_->arrivals[i].present && !phase_->arrivals[i].rate) schedule_arrival(i, model_.begin);
  }
}

/// Room for the outcomes of some more than come at the rate: an array that doubles is written twice.
void World::expect_cohort(std::uint32_t arrival, const ArrivalRate& rate) {
  constexpr double kMost = 1e7;
  const auto length = static_cast<double>(books_.whole().window.length().count());
  const double expected = 1.05 * rate.per_microsecond * length;
  books_.whole().outcomes[arrival].reserve(static_cast<std::size_t>(std::min(expected, kMost)));
}

/// The next of those that come at a rate, whatever the rate is from now on.
void World::schedule_poisson(std::uint32_t arrival) {
  const Time next = poisson_[arrival].next(chance_);
  if (next <= model_.end) queue_.push(next, Phase::arrival, 2 * arrival + kPoisson);
}

/// The next of those that come at intervals.
void World::schedule_arrival(std::uint32_t arrival, Time last) {
  const CompiledArrival& rule = phase_->arrivals[arrival];
  const Span gap = rules_.durations.draw(rule.every, chance_, {rule.key, arrival_numbers_[arrival] + 1});
  const bool comes = gap != kNever && last + gap <= model_.end;
  arrival_events_[arrival] = comes ? queue_.push(last + gap, Phase::arrival, 2 * arrival) : 0;
}

/// A batch is geometric from 1 with mean m: P(N > k) = (1 - 1/m)^k, by inversion.
static int geometric_batch(double mean, double uniform) {
  if (mean <= 1.0) return 1;
  return 1 + static_cast<int>(exact::log(uniform) / exact::log(1.0 - 1.0 / mean));
}

void World::arrival(const Event& event, Time now) {
  const std::uint32_t arrival = event.index() / 2;
  const CompiledArrival& rule = phase_->arrivals[arrival];
  const bool at_rate = event.index() % 2 == kPoisson;
  if (!at_rate && arrival_events_[arrival] != event.sequence()) return;  // reforms have ended it and begun it anew
  if (!rule.present || rule.rate.has_value() != at_rate) return;         // a reform has put an end to it
  const std::uint64_t number = ++arrival_numbers_[arrival];
  const std::uint64_t key = rule.stem.joined(number);
  int batch = rule.batch;
  if (rule.geometric_batch_mean > 0) {
    batch = geometric_batch(rule.geometric_batch_mean, chance_.draw({key, rule.key}).value);
  }
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(batch); ++i) {
    add_arrival(rule, {false, arrival, number, i}, joined_key(key, i), now);
  }
  at_rate ? schedule_poisson(arrival) : schedule_arrival(arrival, now);
}

/// A record with the traits it is born with; kNobody when it lives in another world, or there are too many.
std::uint32_t World::add_citizen(std::uint32_t arrival, std::uint64_t key, Slice set, Time now) {
  if (citizens_.present() >= limits_.citizens) {
    fail("more than " + std::to_string(limits_.citizens) + " citizens at a time (limit)");
    return kNobody;
  }
  const std::uint32_t number = citizens_.add();
  Citizen& citizen = citizens_[number];
  citizen.key = key;
  citizen.arrived = now;
  citizen.arrival = static_cast<std::uint16_t>(arrival);
  for (const std::uint32_t trait : phase_->draw_order) {
    const CompiledTrait& drawn = phase_->traits[trait];
    const std::uint32_t value = rules_.targets.to[target(leaf(drawn.drawn, number), {key, drawn.key})];
    citizens_.traits(number)[trait] = static_cast<std::uint8_t>(value);
    if (trait == told_by_ && model_.worlds.of_value[value] != number_) return turn_away(number, arrival, now);
  }
  if (set.count > 0) set_traits(number, set, {}, now);
  for (const Divisions::By& by : model_.divisions.by) {
    citizen.group += by.stride * citizens_.traits(number)[by.trait];
  }
  ++books_.whole().arrived;
  books_.level(citizen.group, [&](Ledger& ledger) { ledger.citizens.change(now, 1); });
  return number;
}

/// Whoever lives in another world is met there, with the same number in the cohort.
std::uint32_t World::turn_away(std::uint32_t number, std::uint32_t arrival, Time now) {
  citizens_.remove(number);
  if (arrival < cohorts_.size() && books_.contains(now)) ++cohorts_[arrival];
  return kNobody;
}

void World::expect_outcome(std::uint32_t arrival, std::uint32_t cohort) {
  std::vector<Outcome>& outcomes = books_.whole().outcomes[arrival];
  if (outcomes.size() <= cohort) outcomes.resize(cohort + 1);
}

void World::add_arrival(const CompiledArrival& rule, const CitizenId& who, std::uint64_t key, Time now) {
  const std::uint32_t arrival = who.source;
  const std::uint32_t number = add_citizen(arrival, key, rule.set, now);
  if (number == kNobody) return;
  Citizen& citizen = citizens_[number];
  books_.at(citizen.group, now, [&](Ledger& ledger) { ++ledger.arrivals[arrival].count; });
  if (books_.contains(now)) {
    citizen.cohort = cohorts_[arrival]++;
    if (observed_) expect_outcome(arrival, citizen.cohort);
    if (!model_.ages.empty()) schedule_age(number);
  }
  const Because because{Because::Kind::arrival, arrival};
  if (observed_) {  // by a copy of who it is, which then need not be in memory where nobody asks
    if (witness_ != nullptr) witness_->came(citizen, CitizenId(who), citizens_.traits(number));
    note(citizen, Note::What::arrived, arrival, because, now);
  }
  const std::uint32_t status = rules_.targets.to[target(leaf(rule.status, number), {key, rule.key})];
  enter_status(number, status, because, now);
}

}  // namespace sagsflow
