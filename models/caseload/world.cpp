#include "models/caseload/world.h"

#include <algorithm>

namespace sagsflow {
namespace {

/// Bounds of the window, then the openings of its periods.
enum Bound : std::uint32_t { kOpens, kCloses, kPeriod };

Citizens::Shape shape_of(const CompiledModel& model) {
  const Catalogue& catalogue = model.catalogue;
  return {static_cast<std::uint32_t>(catalogue.traits.size()), static_cast<std::uint32_t>(catalogue.statuses.size()),
          !model.ages.empty()};
}

}  // namespace

World::World(const CompiledModel& model, const CompiledArm& arm, std::uint32_t replication, std::uint32_t number,
             Account account, Limits limits)
    : model_(model),
      arm_(arm),
      rules_(arm.rules),
      number_(number),
      told_by_(model.worlds.told_by),
      chance_(model.seed, replication),
      limits_(limits),
      events_before_(account.events),
      most_events_(limits.events - std::min(limits.events, account.events)),
      queue_(model.begin),
      citizens_(shape_of(model)),
      instances_(arm.rules.counters),
      phase_(arm.phases.data()),
      books_(std::move(account.books)),
      weekly_(std::move(account.weekly)) {}

std::expected<Account, std::string> World::run() {
  queue_.push(model_.opens, Phase::bounds, kOpens);
  queue_.push(model_.closes, Phase::bounds, kCloses);
  for (std::uint32_t period = 0; period < model_.divisions.periods.size(); ++period) {
    queue_.push(model_.divisions.periods[period].window.opens, Phase::bounds, kPeriod + period);
  }
  begin_reforms();
  open_pools();
  begin_sessions();
  begin_stocks();
  begin_arrivals();
  begin_samples();
  const std::uint64_t events = run_until(model_.end, queue_, *this);
  if (!failure_.empty()) return std::unexpected(failure_);
  close_books();
  return Account{std::move(books_), std::move(weekly_), events_before_ + events};
}

void World::tell(const Citizen& citizen, const Note& note) {
  if (trails_ != nullptr && citizen.cohort != kNobody) trails_->note(citizen.arrival, citizen.cohort, note);
  if (witness_ != nullptr) witness_->noted(citizen, note);
}

void World::tell_left(const Instance& instance, Time now) {
  const Citizen& citizen = citizens_[instance.citizen];
  if (citizen.cohort != kNobody) trails_->left(citizen.arrival, citizen.cohort, now);
}

bool World::fail(std::string reason) {
  if (failure_.empty()) failure_ = std::move(reason);
  return false;
}

bool World::happens(const Event& event, Time now) {
  switch (event.phase()) {
    case Phase::bounds:
      bound_reached(event.index(), now);
      break;
    case Phase::calendar:
      staff_change(event.index(), now);
      break;
    case Phase::work_end:
      work_end(event.index(), now);
      break;
    case Phase::wait_end:
      wait_end(event, now);
      break;
    case Phase::exit:
      exit(event.index(), event, now);
      break;
    case Phase::duty:
      duty(event, now);
      break;
    case Phase::arrival:
      arrival(event, now);
      break;
    case Phase::session:
      session(event, now);
      break;
    case Phase::patience:
      patience_end(event, now);
      break;
    case Phase::observation:
      event.index() == kNobody ? sample(now) : age_reached(event, now);
      break;
    case Phase::reform:
      reform(now);
      break;
    case Phase::work_start:
      break;  // work starts in start_work
  }
  // The event's own number is looked at only when so many have been scheduled: 5 instructions an event.
  if (queue_.scheduled() > most_events_ && event.sequence() > most_events_) return too_many_events();
  return failure_.empty();
}

bool World::too_many_events() {
  return fail("more than " + std::to_string(limits_.events) + " events in one replication (limit)");
}

/// Takes the pools' areas where the window or a period of it opens and closes.
void World::bound_reached(std::uint32_t bound, Time now) {
  const auto periods = static_cast<std::uint32_t>(model_.divisions.periods.size());
  for (std::uint32_t part = 0; part < pools_.size(); ++part) {
    StaffPool& pool = pools_[part];
    pool.settle(now);
    const auto take = [&](Ledger& ledger, std::size_t end) {
      ledger.pools[part].busy[end] += pool.busy_area();
      ledger.pools[part].queue[end] += pool.queue_area();
      ledger.pools[part].present[end] += pool.present_area();
    };
    if (bound < kPeriod) {
      take(books_.whole(), bound);
      if (bound == kCloses && periods > 0) take(books_.period(periods - 1), kCloses);
    } else {
      take(books_.period(bound - kPeriod), kOpens);
      if (bound > kPeriod) take(books_.period(bound - kPeriod - 1), kCloses);
    }
  }
  if (bound >= kPeriod) books_.open_period(bound - kPeriod);
}

/// Working days are counted by the run's calendar: the same time of day on the n-th open day after `time`.
Time World::later(Time time, const LengthRule& length) const {
  if (length.working_days == 0) return time + length.span;
  using std::chrono::days;
  const auto day = std::chrono::floor<days>(time);
  if (model_.working_days.always()) return time + days(length.working_days);
  const auto& intervals = model_.working_days.intervals();
  auto next = std::ranges::partition_point(
      intervals, [&](const OpenInterval& interval) { return std::chrono::floor<days>(interval.from) <= day; });
  const auto left = std::ranges::distance(next, intervals.end());
  if (left < length.working_days) return Time::max();
  next += length.working_days - 1;
  return std::chrono::floor<days>(next->from) + (time - day);
}

/// The same time of day on the n-th open day before `time`; the beginning of the clock where there are not so many.
Time World::earlier(Time time, const LengthRule& length) const {
  if (length.working_days == 0) return time - length.span;
  using std::chrono::days;
  const auto day = std::chrono::floor<days>(time);
  if (model_.working_days.always()) return time - days(length.working_days);
  const auto& intervals = model_.working_days.intervals();
  const auto next = std::ranges::partition_point(
      intervals, [&](const OpenInterval& interval) { return std::chrono::floor<days>(interval.from) < day; });
  if (std::ranges::distance(intervals.begin(), next) < length.working_days) return model_.begin;
  return std::chrono::floor<days>((next - length.working_days)->from) + (time - day);
}

}  // namespace sagsflow
