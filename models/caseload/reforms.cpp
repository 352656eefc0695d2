#include "models/caseload/world.h"

namespace sagsflow {
namespace {

/// The calendar that compile_phases gives what is always open.
constexpr std::uint32_t kAlwaysOpen = 0;

}  // namespace

/// The version of the rules for this citizen, now: the last whose date has come and whose `when` holds.
std::uint32_t World::latest_in_force(std::uint32_t citizen, Time now) {
  for (std::uint32_t version = rules_.versions - 1; version > 0; --version) {
    const CompiledVersion& rules = arm_.versions[version];
    if (rules.from <= now && holds(rules.when, citizen)) return version;
  }
  return 0;
}

/// The citizen's own version, or any that has the status.
std::uint32_t World::other_with_status(std::uint32_t citizen, std::uint32_t status) const {
  std::uint32_t other = citizens_[citizen].version;
  for (std::uint32_t i = 0; !rules_.status(other, status).present; ++i) other = i;
  return other;
}

void World::begin_reforms() {
  while (phase_ + 1 < arm_.phases.data() + arm_.phases.size() && (phase_ + 1)->from <= model_.begin) ++phase_;
  for (const Time date : arm_.reforms) {
    if (date > model_.begin && date <= model_.end) queue_.push(date, Phase::reform, 0);
  }
}

/// A date on which trials of the arm begin.
void World::reform(Time now) {
  const CompiledPhase* before = phase_;
  while (phase_ + 1 < arm_.phases.data() + arm_.phases.size() && (phase_ + 1)->from <= now) ++phase_;
  if (phase_ != before) {
    reform_arrivals(*before, now);
    reform_capacity(*before, now);
  }
  for (std::uint32_t number = 0; number < citizens_.places(); ++number) {
    const Citizen& citizen = citizens_[number];
    if (citizen.status == kNoStatus) continue;
    const std::uint32_t version = in_force(number, now);
    if (version != citizen.present) reform_citizen(number, version, now);
  }
}

/// Arrivals at a rate have their rates by date; those at intervals begin here.
void World::reform_arrivals(const CompiledPhase& before, Time now) {
  const auto at_intervals = [](const CompiledArrival& arrival) { return arrival.present && !arrival.rate; };
  for (std::uint32_t i = 0; i < phase_->arrivals.size(); ++i) {
    if (at_intervals(phase_->arrivals[i]) && !at_intervals(before.arrivals[i])) schedule_arrival(i, now);
  }
}

/// Staff change; work under way is finished as it began. Sessions fall where the new interval has them.
void World::reform_capacity(const CompiledPhase& before, Time now) {
  const auto always_and_absent = [&](const CompiledPhase& phase) {
    for (std::uint32_t part = 0; part < phase.pools.size(); ++part) {
      const CompiledPool& pool = phase.pools[part];
      if (!model_.worlds.has_pool(number_, part)) continue;
      if (pool.present && pool.absence > 0.0 && arm_.calendars[arm_.pool_calendars[part]].always()) return true;
    }
    return false;
  };
  // What is always open has no opening at which absence is drawn: its days begin here.
  if (always_and_absent(*phase_) && !always_and_absent(before)) queue_.push(now, Phase::calendar, kAlwaysOpen);
  for (std::uint32_t part = 0; part < pools_.size(); ++part) {
    const CompiledPool& pool = phase_->pools[part];
    const OpenHours& hours = arm_.calendars[arm_.pool_calendars[part]];
    OpenHours::Hint hint = 0;
    if (!pool.present || !model_.worlds.has_pool(number_, part)) continue;
    pools_[part].set_present(now, hours.open_at(now, hint) ? present_on(pool, now) : 0);
    look_at(part);
  }
  for (std::uint32_t part = 0; part < phase_->meetings.size(); ++part) {
    const CompiledMeeting& meeting = phase_->meetings[part];
    agendas_[part].there.assign(meeting.members.size(), 1);
    const LengthRule &every = meeting.every, &old = before.meetings[part].every;
    const bool moved = every.span != old.span || every.working_days != old.working_days;
    const bool begins = meeting.present && (moved || !before.meetings[part].present);
    if (begins && model_.worlds.has_meeting(number_, part)) schedule_first_session(part, now);
  }
}

/// What changes at the date for who is in a status: money, speeds, and what has been removed. Drawn exits keep their
/// draw; what has been added begins at the next entry.
void World::reform_citizen(std::uint32_t number, std::uint32_t version, Time now) {
  settle_benefit(number, now);
  Citizen& citizen = citizens_[number];
  citizen.benefit_since = now;  // where there was none up to here
  const std::uint32_t before = citizen.present;
  const StatusRule& status = status_rule(citizen);
  if (!rules_.status(version, citizen.status).present) return;  // the status is gone: its old rules hold to the end
  citizen.present = static_cast<std::uint8_t>(version);
  if (citizen.clocks != kNobody) reform_exits(number, before, now);
  for (std::uint32_t i = 0; i < status.duties.count; ++i) {
    DutyState& state = citizens_.duties(number)[i];
    if (!duty_rule(citizen, i).present) state.drop();
  }
  review_duties(number, now);
}

void World::reform_exits(std::uint32_t number, std::uint32_t before, Time now) {
  const Citizen& citizen = citizens_[number];
  const Slice exits = status_rule(citizen).exits;
  std::int64_t* clocks = citizens_.exit_clocks(number);
  const std::int64_t due = clocks[citizen.next_exit];
  for (std::uint32_t i = 0; i < exits.count; ++i) {
    const ExitRule& old = rules_.exit(before, exits.first + i);
    const ExitRule& rule = rules_.exit(citizen.present, exits.first + i);
    if (clocks[i] == kNeverDue) continue;
    if (!rule.present) {
      clocks[i] = kNeverDue;
      continue;
    }
    const double speed = old.present ? exit_speed(old, number) : 1.0;
    clocks[i] = at_other_speed(clocks[i], now.time_since_epoch().count(), speed, exit_speed(rule, number));
  }
  schedule_exit_again(number, due);
}

}  // namespace sagsflow
