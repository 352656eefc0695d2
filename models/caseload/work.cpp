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
    if (!pool.present || arm_.pool_calendars[part] != calendar) continue;
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

void World::request_work(std::uint32_t place, const StepRule& rule, Time now) {
  Instance& instance = instances_[place];
  const std::size_t which = leaf(rule.pool, instance.citizen);
  const std::uint32_t part = part_of(arm_.pool_parts[which], arm_.pool_per[which], instance.citizen);
  StaffPool& pool = pools_[part];
  const std::uint32_t its_job = instance.job = add_job(part, instance.entered);
  Job& job = jobs_[its_job];
  job.owner = place;
  job.citizen = instance.citizen;
  job.step = instance.step;
  job.group = citizens_[instance.citizen].group;
  job.open_before = pool.open_total(instance.entered);
  const QueueOrder order = phase_->pools[part].order;
  if (order != QueueOrder::fifo) job.urgency = urgency(order, instance, rule);
  if (rule.also.count > 0) gather_crew(job, rule, instance.citizen);
  pool.join(now, its_job, job.urgency);
  look_at(part, pool);
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

void World::work_end(std::uint32_t place, Time now) {
  const Job& job = jobs_[place];
  const std::uint32_t owner = job.owner;
  StaffPool& pool = pools_[job.part];
  pool.end(now);
  look_at(job.part, pool);
  if (job.crew != kNobody) {
    for (const std::uint32_t other : crews_[job.crew]) {
      pools_[other].end(now);
      look_at(other);
    }
  }
  account_work(job, now);
  give_back_job(place);
  if (owner == kNobody) return;
  Instance& instance = instances_[owner];
  instance.job = kNobody;
  if (witness_ != nullptr) {
    const Because because{Because::Kind::step, instance.step};
    witness_->noted(citizens_[instance.citizen], {now, Note::What::work_ended, instance.step, because});
  }
  go_on(owner, now);
}

/// Where the run ends with the window, that is work still under way: only what lies wholly inside is what it takes.
void World::account_work(const Job& job, Time end) {
  account_work(job, job.part, job.cost_per_hour, end);
  if (job.crew == kNobody) return;
  for (const std::uint32_t part : crews_[job.crew]) account_work(job, part, phase_->pools[part].cost_per_hour, end);
}

void World::account_work(const Job& job, std::uint32_t part, double cost_per_hour, Time end) {
  const auto open_between = [&](Time from, Time to) {
    return pools_[part].open_total(to) - pools_[part].open_total(from);
  };
  books_.over(job.group, job.began, end, [&](Ledger& ledger, Time from, Time to) {
    const bool inside = from == job.began && end < ledger.window.closes;
    const Span presence = inside ? job.presence : open_between(from, to);
    const double hours = in_hours(presence) * job.usable;
    ledger.pools[part].job_hours += presence.count();
    ledger.pools[part].casework += hours;
    ledger.pools[part].cost += in_hours(presence) * cost_per_hour;
    const auto add = [&](auto& owner) {
      owner.presence += presence.count();
      owner.hours += hours;
    };
    job.step != kNobody ? add(ledger.steps[job.step]) : add(ledger.meetings[job.meeting]);
  });
}

}  // namespace sagsflow
