#include "models/load/demand.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "models/load/network.h"
#include "models/process/combinations.h"
#include "models/process/opening_hours.h"

namespace sagsflow {
namespace {

template <class T>
const T& value_for(const Choice<T>& choice, const std::string& value) {
  if (choice.is_value()) return choice.value.value;
  for (const auto& [wanted, inner] : choice.cases) {
    if (wanted == value) return value_for(inner, value);
  }
  return value_for(*choice.otherwise, value);
}

/// The values of `per` that have a pool or meeting of their own; one without a name where there is no `per`.
std::vector<std::string> parts_of(const Profiles& profiles, const std::string& per) {
  if (per.empty()) return {std::string()};
  return profiles.trait(per).values;
}

/// The shares of citizens of this profile by part.
std::vector<double> shares_of(const Profiles& profiles, const std::string& per, const Profile& profile) {
  if (per.empty()) return {1.0};
  return profiles.chances(per, profile);
}

class Account {
 public:
  explicit Account(const std::vector<RuleSet>& sets) : sets_(sets), last_(sets.back()) {}

  Demand demand(const Flows& flows) {
    for (const PoolDefinition& pool : last_.rules.pools) {
      pools_[pool.name].resize(parts_of(last_.profiles, pool.per).size());
    }
    for (const MeetingDefinition& meeting : last_.rules.meetings) {
      cases_[meeting.name].assign(parts_of(last_.profiles, meeting.per).size(), 0.0);
    }
    for (const StepRate& rate : flows.steps) add_step(rate);
    Demand demand;
    for (const MeetingDefinition& meeting : last_.rules.meetings) add_meeting(meeting, demand);
    for (const PoolDefinition& pool : last_.rules.pools) add_pool(pool, demand);
    return demand;
  }

 private:
  struct Wanted {
    double hours = 0, cases = 0;
  };

  void add_work(const std::string& name, const Profile& profile, double cases, double hours) {
    const PoolDefinition* pool = find_named(last_.rules.pools, name);
    if (pool == nullptr) return;
    const std::vector<double> shares = shares_of(last_.profiles, pool->per, profile);
    std::vector<Wanted>& wanted = pools_[name];
    for (std::size_t part = 0; part < shares.size(); ++part) {
      wanted[part].cases += cases * shares[part];
      wanted[part].hours += cases * shares[part] * hours;
    }
  }

  void add_step(const StepRate& rate) {
    const RuleSet& set = sets_[rate.version];
    const FlowNames::Step& names = set.names.steps()[rate.step];
    const ProcedureDefinition* procedure = find_named(set.rules.procedures, names.procedure);
    const StepDefinition* step = procedure == nullptr ? nullptr : find_named(procedure->steps, names.step);
    if (step == nullptr) return;
    if (step->kind == StepKind::work) {
      double hours = 0.0;
      set.profiles.each_value(step->work.time, rate.profile,
                              [&](double weight, const DurationLaw& law) { hours += weight * in_hours(mean_of(law)); });
      set.profiles.each_value(step->work.pool, rate.profile, [&](double weight, const std::string& pool) {
        add_work(pool, rate.profile, rate.entered * weight, hours);
      });
      for (const std::string& pool : step->work.also) add_work(pool, rate.profile, rate.entered, hours);
    }
    if (step->kind != StepKind::meeting) return;
    set.profiles.each_value(step->meeting, rate.profile, [&](double weight, const std::string& name) {
      const MeetingDefinition* meeting = find_named(last_.rules.meetings, name);
      if (meeting == nullptr) return;
      const std::vector<double> shares = shares_of(last_.profiles, meeting->per, rate.profile);
      std::vector<double>& cases = cases_[name];
      for (std::size_t part = 0; part < shares.size(); ++part) cases[part] += rate.passed * weight * shares[part];
    });
  }

  void add_meeting(const MeetingDefinition& meeting, Demand& demand) {
    const Presence presence = presence_of(meeting);
    const std::vector<std::string> parts = parts_of(last_.profiles, meeting.per);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      MeetingLoad load;
      load.object = loaded_object("meeting." + meeting.name, meeting.name, meeting.label);
      load.object.value = parts[part];
      load.cases = cases_[meeting.name][part];
      load.sessions = kDaysInYear / last_.days(value_for(meeting.every, parts[part]));
      load.held = load.sessions * presence.held;
      load.places = meeting.agenda ? load.held * value_for(*meeting.agenda, parts[part]) : kNoLimit;
      book(meeting, presence, part, load);
      demand.meetings.push_back(std::move(load));
    }
  }

  /// The pool's part that goes with the meeting's; nothing where nobody has the meeting's value.
  std::optional<std::size_t> part_of_member(const MeetingDefinition& meeting, const PoolDefinition& pool,
                                            std::size_t part) const {
    if (pool.per.empty() || pool.per == meeting.per) return pool.per.empty() ? 0 : part;
    const std::vector<std::string>& values = last_.profiles.trait(pool.per).values;
    const auto value =
        implied_value(last_.rules, meeting.per, last_.profiles.trait(meeting.per).values[part], pool.per);
    if (!value) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::find(values, *value) - values.begin());
  }

  /// The members' hours: of the cases that there is room for, and of the sessions held.
  void book(const MeetingDefinition& meeting, const Presence& presence, std::size_t part, const MeetingLoad& load) {
    const auto add = [&](const std::string& name, double times, Span span) {
      const PoolDefinition* pool = find_named(last_.rules.pools, name);
      if (pool == nullptr || span == Span::zero()) return;
      const auto pool_part = part_of_member(meeting, *pool, part);
      if (!pool_part) return;
      const double count = times * presence.there.at(name);
      Wanted& wanted = pools_[name][*pool_part];
      wanted.cases += count;
      wanted.hours += count * in_hours(span);
    };
    for (const auto& [name, span] : meeting.per_case) add(name, std::min(load.cases, load.places), span.value);
    for (const auto& [name, span] : meeting.per_session) add(name, load.held, span.value);
  }

  void add_pool(const PoolDefinition& pool, Demand& demand) {
    const std::vector<std::string> parts = parts_of(last_.profiles, pool.per);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      PoolLoad load;
      load.object = loaded_object("pool." + pool.name, pool.name, pool.label);
      load.object.value = parts[part];
      load.outside = pool.outside;
      load.hours_needed = pools_[pool.name][part].hours;
      load.cases = pools_[pool.name][part].cases;
      load.hours_there = pool.unlimited ? kNoLimit : hours_there(pool, value_for(pool.staff, parts[part]));
      demand.pools.push_back(std::move(load));
    }
  }

  double hours_there(const PoolDefinition& pool, double staff) const;

  const std::vector<RuleSet>& sets_;
  const RuleSet& last_;
  std::map<std::string, std::vector<Wanted>> pools_;
  std::map<std::string, std::vector<double>> cases_;
};

/// The season's share of the staff is rounded half up, as in a run.
double Account::hours_there(const PoolDefinition& pool, double staff) const {
  const double of_casework = (1.0 - pool.absence.value) * pool.usable.value;
  const CalendarDefinition* calendar = find_named(last_.rules.calendars, pool.calendar);
  if (calendar == nullptr) return staff * kDaysInYear * 24.0 * of_casework;
  double hours = 0.0;
  const auto found = last_.openings.find(pool.calendar);
  for (std::size_t month = 0; month < 12; ++month) {
    hours += std::floor(staff * calendar->season[month] + 0.5) * found->second.hours_a_year[month];
  }
  return hours * of_casework;
}

}  // namespace

Demand demand_of(const Flows& flows, const std::vector<RuleSet>& sets) {
  return Account(sets).demand(flows);
}

MeanOpening mean_opening(const CalendarDefinition& calendar, const RunDefinition& run) {
  MeanOpening mean;
  const Time end = run.start + run.length;
  const OpenHours open = opening_hours(calendar, run.start, end - kDay);
  const double days = in_days(run.length);
  double hours = 0.0, gaps = 0.0;
  Time last = run.start;
  for (const OpenInterval& interval : open.intervals()) {
    const auto date = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(interval.from));
    const double length = in_hours(interval.to - interval.from);
    mean.hours_a_year[static_cast<unsigned>(date.month()) - 1] += length * kDaysInYear / days;
    hours += length;
    const double gap = in_days(interval.from - last);
    gaps += gap * gap / 2.0;
    last = interval.to;
  }
  if (hours <= 0.0) return mean;
  mean.hours_a_day = hours / days;
  mean.days_to_opening = gaps / days;
  return mean;
}

double days_of_working_day(const Definitions& rules, const RunDefinition& run) {
  const CalendarDefinition* calendar = find_named(rules.calendars, run.calendar);
  if (calendar == nullptr) return 1.0;
  const OpenHours open = opening_hours(*calendar, run.start, run.start + run.length - kDay);
  return open.intervals().empty() ? 1.0 : in_days(run.length) / static_cast<double>(open.intervals().size());
}

Presence presence_of(const MeetingDefinition& meeting) {
  std::map<std::string, double> absence;
  for (const auto& [name, span] : meeting.per_case) absence[name] = 0.0;
  for (const auto& [name, span] : meeting.per_session) absence[name] = 0.0;
  for (const auto& [name, chance] : meeting.absence) absence[name] = chance.value;
  const auto allowed = static_cast<std::size_t>(std::lround(meeting.missing_allowed));
  // Whether enough are there, by the number missing, with one member certain to be there or not.
  const auto chance_held = [&](const std::string& certain) {
    std::vector<double> missing{1.0};
    for (const auto& [name, chance] : absence) {
      if (name == certain || chance <= 0.0) continue;
      const bool always = std::ranges::find(meeting.always, name) != meeting.always.end();
      std::vector<double> next(missing.size() + 1, 0.0);
      for (std::size_t m = 0; m < missing.size(); ++m) {
        next[m] += missing[m] * (1.0 - chance);
        if (!always) next[m + 1] += missing[m] * chance;
      }
      missing = std::move(next);
    }
    double sum = 0.0;
    for (std::size_t m = 0; m < std::min(missing.size(), allowed + 1); ++m) sum += missing[m];
    return sum;
  };
  Presence presence;
  presence.held = chance_held("");
  for (const auto& [name, chance] : absence) {
    presence.there[name] = presence.held > 0.0 ? (1.0 - chance) * chance_held(name) / presence.held : 0.0;
  }
  return presence;
}

LoadedObject loaded_object(const std::string& path, const std::string& name, const Label& label) {
  std::string plain = name;
  std::ranges::replace(plain, '_', ' ');
  LoadedObject object;
  object.path = path;
  object.label_da = !label.da.empty() ? label.da : !label.en.empty() ? label.en : plain;
  object.label_en = !label.en.empty() ? label.en : !label.da.empty() ? label.da : plain;
  return object;
}

}  // namespace sagsflow
