#include <cmath>

#include "models/caseload/world.h"

namespace sagsflow {
namespace {

/// The records of so few citizens are in the cache: whoever is next in line need not be fetched (A: 35 instructions a
/// customer of 3,090).
constexpr std::uint32_t kAtHand = 1024;

}  // namespace

void World::open_pools() {
  for (std::uint32_t part = 0; part < phase_->pools.size(); ++part) {
    const auto by_urgency = [&](const CompiledPhase& phase) { return phase.pools[part].order != QueueOrder::fifo; };
    pools_.emplace_back(arm_.calendars[arm_.pool_calendars[part]], std::ranges::any_of(arm_.phases, by_urgency));
  }
  pools_to_look_at_.resize(pools_.size());
  next_interval_.assign(arm_.calendars.size(), 0);
  for (std::uint32_t calendar = 0; calendar < arm_.calendars.size(); ++calendar) {
    queue_.push(model_.begin, Phase::calendar, calendar);
  }
}

/// A calendar opens or closes, or a new day begins where it is always open: the staff of its pools.
void World::staff_change(std::uint32_t calendar, Time now) {
  const OpenHours& hours = arm_.calendars[calendar];
  bool open = true;
  Time next = std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1);
  if (!hours.always()) {
    const auto& intervals = hours.intervals();
    std::size_t& at = next_interval_[calendar];
    while (at < intervals.size() && intervals[at].to <= now) ++at;
    open = at < intervals.size() && intervals[at].from <= now;
    next = at == intervals.size() ? Time::max() : open ? intervals[at].to : intervals[at].from;
  }
  bool varies = !hours.always();
  for (std::uint32_t part = 0; part < pools_.size(); ++part) {
    const CompiledPool& pool = phase_->pools[part];
    if (!pool.present || arm_.pool_calendars[part] != calendar || !model_.worlds.has_pool(number_, part)) continue;
    varies = varies || pool.absence > 0.0;
    pools_[part].set_present(now, open ? present_on(pool, now) : 0);
    look_at(part);
  }
  if (varies && next <= model_.end) queue_.push(next, Phase::calendar, calendar);
}

/// The staff there on a day: the season's share, rounded half up, less who is absent, drawn for each worker.
int World::present_on(const CompiledPool& pool, Time time) const {
  if (pool.unlimited) return StaffPool::kUnlimited;
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto month = static_cast<unsigned>(std::chrono::year_month_day(day).month());
  const int staff = static_cast<int>(std::floor(pool.staff * pool.season[month - 1] + 0.5));
  if (pool.absence <= 0.0) return staff;
  int present = staff;
  const std::uint64_t day_key = joined_key(pool.key, static_cast<std::uint64_t>(day.time_since_epoch().count()));
  for (int worker = 0; worker < staff; ++worker) {
    if (chance_.draw({day_key, static_cast<std::uint64_t>(worker)}).value < pool.absence) --present;
  }
  return present;
}

/// The less, the sooner.
std::int64_t World::urgency(QueueOrder order, const Instance& instance, const StepRule& rule) {
  if (order == QueueOrder::priority) {
    if (rule.priority == kNoPick) return 0;
    return std::llround(rules_.numbers[leaf(rule.priority, instance.citizen)] * 1e6);
  }
  if (order != QueueOrder::deadline) return 0;
  if (rule.deadline != kNoPick) {
    return later(instance.entered, rule.deadline, instance.citizen).time_since_epoch().count();
  }
  if (instance.duty == kNoDuty) return std::numeric_limits<std::int64_t>::max();
  const Citizen& citizen = citizens_[instance.citizen];
  const DutyRule& duty = duty_rule(citizen, instance.duty);
  return later(citizens_.duties(instance.citizen)[instance.duty].due(), duty.deadline, instance.citizen)
      .time_since_epoch()
      .count();
}

/// Pools in the order of their paths; within a pool, whoever is first in line gets whoever is free.
void World::start_work(Time now) {
  std::uint32_t part = 0;
  while (pools_to_look_at_.any() && (part = pools_to_look_at_.next(part)) != Marks::kNone) {
    pools_to_look_at_.clear(part);
    if (!aside_.empty() && !aside_[part].empty()) begin_aside(part, now);
    StaffPool& pool = pools_[part];
    while (pool.someone_free() && !pool.line_empty()) {
      const std::uint32_t job = pool.next();
      if (jobs_[job].state == Job::State::withdrawn) {
        pool.drop_next();
        give_back_job(job);
        continue;
      }
      if (jobs_[job].crew != kNobody && !crew_free(jobs_[job])) {
        set_aside(part, job);
        continue;
      }
      pool.drop_next();
      if (citizens_.places() > kAtHand && !pool.line_empty()) fetch_job(pool.next());
      begin_job(part, job, now);
    }
  }
}

/// Calls `add(Cause, Span)` for the parts of the instance's wait up to now: they sum to it.
template <class Add>
void World::each_cause(const Instance& instance, Time now, Add add) {
  const StepRule& rule = step_rule(instance);
  const Span length = now - instance.entered;
  if (rule.cause != Cause::by_kind || instance.job == kNobody) {
    return add(rule.cause == Cause::by_kind ? Cause::document : rule.cause, length);
  }
  const Job& job = jobs_[instance.job];
  if (job.on_agenda) {
    for (const CausedWait::Part& part : causes_on_agenda(job, now)) add(part.cause, part.length);
    return;
  }
  if (phase_->pools[job.part].outside) return add(Cause::outside, length);  // its hours are its own
  const Span open = pools_[job.part].open_total(now) - job.open_before;
  add(Cause::busy, open);
  if (open < length) add(Cause::closed, length - open);
}

CausedWait World::causes_of(const Instance& instance, Time now) {
  CausedWait wait;
  each_cause(instance, now, [&](Cause cause, Span length) { wait.add(cause, length); });
  return wait;
}

/// Up to the first session after it came, a case waits for that; from then on because the session was cancelled, or
/// because its agenda was full, until the next one.
CausedWait World::causes_on_agenda(const Job& job, Time now) const {
  CausedWait wait;
  const std::vector<Session>& sessions = agendas_[job.part].sessions;
  if (sessions.size() == job.sessions) {
    wait.add(Cause::session, now - job.came);
    return wait;
  }
  const Session& first = sessions[job.sessions];
  const Session& last = sessions.back();
  Span cancelled = last.after_cancelled - first.after_cancelled;
  if (!last.held) cancelled += now - last.at;
  wait.add(Cause::session, first.at - job.came);
  wait.add(Cause::cancelled, cancelled);
  wait.add(Cause::full, now - first.at - cancelled);
  return wait;
}

/// What the step waited for has come, or will not be waited for any longer.
void World::wait_over(std::uint32_t place, WaitEnd how, Time now) {
  Instance& instance = instances_[place];
  Citizen& citizen = citizens_[instance.citizen];
  const StepRule& rule = step_rule(instance);
  const Span length = now - instance.entered;
  const Job* job = instance.job == kNobody ? nullptr : &jobs_[instance.job];
  books_.stretch(
      citizen.group, instance.entered, now,
      [&](Ledger& books) {
        StepLedger& ledger = books.steps[instance.step];
        (how == WaitEnd::begun     ? ledger.wait_begun
         : how == WaitEnd::gave_up ? ledger.wait_gave_up
                                   : ledger.wait_withdrawn)
            .add(length);
        each_cause(instance, now, [&](Cause cause, Span part) { ledger.add_cause(cause, part); });
        if (job != nullptr) line_of(books, *job).wait.add(length);
      },
      [&](Ledger& ledger, Time from, Time to) {
        ledger.steps[instance.step].waiting += (to - from).count();
        if (job != nullptr) line_of(ledger, *job).waiting += (to - from).count();
      });
  if (job != nullptr && job->on_agenda) {
    books_.level(citizen.group, [&](Ledger& ledger) { ledger.meetings[job->part].queue.change(now, -1); });
  }
  if (witness_ != nullptr) witness_->waited(citizen, causes_of(instance, now));
  const bool of_itself = rule.kind == StepKind::wait || how == WaitEnd::gave_up;
  const auto what = how == WaitEnd::begun     ? Note::What::wait_ended
                    : how == WaitEnd::gave_up ? Note::What::gave_up
                                              : Note::What::withdrawn;
  note(citizen, what, instance.step, of_itself ? Because{Because::Kind::step, instance.step} : Because{}, now);
  citizen.waited += length;
  if (rule.kind == StepKind::wait_until) --citizen.untils;
  instance.waiting = false;
  instance.wait_event = instance.patience_event = 0;
  if (how != WaitEnd::begun && instance.job != kNobody) withdraw_job(instance, now);
}

Span World::working_time(std::uint32_t part, const Job& job, const Instance& instance, const StepRule& rule) {
  const auto law = static_cast<DurationTable::Id>(leaf(rule.time, instance.citizen));
  if (rules_.durations.is_exponential(law)) {
    if (job.log_rest == 0.0 && pools_[part].line().size() >= kWorthDrawingAhead) draw_ahead(part, instance.job);
    if (job.log_rest != 0.0) return rules_.durations.draw_exponential(law, job.log_rest);
  }
  return rules_.durations.draw(law, chance_, step_key(instance, rule.key));
}

void World::begin_job(std::uint32_t part, std::uint32_t place, Time now) {
  Job& job = jobs_[place];
  if (job.owner == kNobody) {
    left_line(job, now);
  } else {
    const Instance& instance = instances_[job.owner];
    const StepRule& rule = step_rule(instance);
    job.presence = working_time(part, job, instance, rule);
    wait_over(job.owner, WaitEnd::begun, now);
  }
  const CompiledPool& pool = phase_->pools[part];
  job.usable = pool.usable;
  job.cost_per_hour = pool.cost_per_hour;
  if (pool.usable != 1.0 && job.presence != kNever) {
    job.presence = Span(std::llround(static_cast<double>(job.presence.count()) / pool.usable));
  }
  job.began = now;
  job.state = Job::State::working;
  if (job.crew != kNobody) {
    for (const std::uint32_t other : crews_[job.crew]) pools_[other].join_work(now);
  }
  const Time end = pools_[part].begin(now, job.presence);
  if (end <= model_.end) queue_.push(end, Phase::work_end, place);
}

/// A job that nobody waits for is no longer in a pool's line; of all others wait_over tells.
void World::left_line(const Job& job, Time now) {
  books_.at(job.group, job.came, [&](Ledger& ledger) { ledger.pools[job.part].wait.add(now - job.came); });
  books_.over(job.group, job.came, now,
              [&](Ledger& ledger, Time from, Time to) { ledger.pools[job.part].waiting += (to - from).count(); });
}

/// The place in line stays as a gap until its turn comes.
void World::withdraw_job(Instance& instance, Time now) {
  Job& job = jobs_[instance.job];
  if (job.on_agenda) {
    --agendas_[job.part].waiting;
  } else {
    pools_[job.part].withdraw(now);
  }
  job.owner = kNobody;
  job.state = Job::State::withdrawn;
  instance.job = kNobody;
}

}  // namespace sagsflow
