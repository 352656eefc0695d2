#include <cmath>

#include "models/caseload/world.h"
#include "sim/random/exact_math.h"

namespace sagsflow {

void World::begin_arrivals() {
  arrival_numbers_.assign(arm_.arrivals.size(), 0);
  for (std::uint32_t i = 0; i < arm_.arrivals.size(); ++i) {
    const CompiledArrival& arrival = arm_.arrivals[i];
    std::vector<ArrivalRate> phases;
    if (arrival.rate) {
      phases.push_back(*arrival.rate);
      phases.back().from = model_.begin;
    }
    poisson_.emplace_back(arrival.key, std::move(phases));
    if (arrival.present) schedule_arrival(i, model_.begin);
  }
}

void World::schedule_arrival(std::uint32_t arrival, Time last) {
  const CompiledArrival& rule = arm_.arrivals[arrival];
  Time next = Time::max();
  if (rule.rate) {
    next = poisson_[arrival].next(chance_);
  } else {
    const Span gap = rules_.durations.draw(rule.every, chance_.draw({rule.key, arrival_numbers_[arrival] + 1}));
    if (gap != kNever) next = last + gap;
  }
  if (next <= model_.end) queue_.push(next, Phase::arrival, arrival);
}

/// A batch is geometric from 1 with mean m: P(N > k) = (1 - 1/m)^k, by inversion.
static int geometric_batch(double mean, double uniform) {
  if (mean <= 1.0) return 1;
  return 1 + static_cast<int>(exact::log(uniform) / exact::log(1.0 - 1.0 / mean));
}

void World::arrival(std::uint32_t arrival, Time now) {
  const CompiledArrival& rule = arm_.arrivals[arrival];
  const std::uint64_t number = ++arrival_numbers_[arrival];
  const std::uint64_t key = joined_key(rule.key, number);
  int batch = rule.batch;
  if (rule.geometric_batch_mean > 0) {
    batch = geometric_batch(rule.geometric_batch_mean, chance_.draw({key, rule.key}).value);
  }
  for (int i = 0; i < batch; ++i) {
    add_citizen(arrival, joined_key(key, static_cast<std::uint64_t>(i)), now);
  }
  schedule_arrival(arrival, now);
}

void World::add_citizen(std::uint32_t arrival, std::uint64_t key, Time now) {
  const CompiledArrival& rule = arm_.arrivals[arrival];
  if (citizens_.present() >= limits_.citizens) {
    fail("more than " + std::to_string(limits_.citizens) + " citizens at a time (limit)");
    return;
  }
  const std::uint32_t number = citizens_.add();
  Citizen& citizen = citizens_[number];
  citizen.key = key;
  citizen.arrived = now;
  citizen.arrival = static_cast<std::uint16_t>(arrival);
  ++ledger_.arrived;
  ledger_.citizens.change(now, 1);
  if (in_window(now)) {
    ++ledger_.arrivals[arrival].count;
    citizen.cohort = static_cast<std::uint32_t>(ledger_.outcomes[arrival].size());
    ledger_.outcomes[arrival].push_back(0);
  }
  for (const std::uint32_t trait : arm_.draw_order) {
    const CompiledTrait& drawn = arm_.traits[trait];
    const std::uint32_t value = rules_.targets.to[target(leaf(drawn.drawn, number), {key, drawn.key})];
    citizens_.traits(number)[trait] = static_cast<std::uint8_t>(value);
  }
  set_traits(number, rule.set, now);
  const std::uint32_t status = rules_.targets.to[target(leaf(rule.status, number), {key, rule.key})];
  if (citizen.cohort != kNobody) schedule_age(number);
  enter_status(number, status, now);
}

void World::remove_citizen(std::uint32_t number, Time now) {
  const Citizen& citizen = citizens_[number];
  ++ledger_.left;
  ledger_.citizens.change(now, -1);
  ledger_.system_time += ledger_.window.clip(citizen.arrived, now).count();
  if (citizen.cohort != kNobody) {
    ledger_.time_in_system.add(now - citizen.arrived);
    ages_after_leaving(citizen);
    ledger_.outcomes[citizen.arrival][citizen.cohort] = 2 * citizen.waited.count();
  }
  citizens_.remove(number);
}

}  // namespace sagsflow
