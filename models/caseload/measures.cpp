#include "models/caseload/measures.h"

#include <algorithm>
#include <tuple>

#include "models/caseload/measure_list.h"

namespace sagsflow {
namespace {

// A field of an element of one of the ledger's lists, read when the replication is over.
#define FIELD(list, number, field) [=](const Ledger& ledger) -> const auto& { return ledger.list[number].field; }

/// "18 weeks", or days where it is not whole weeks.
std::string name_of_age(Span age) {
  if (age == kWeek) return "1 week";
  if (age % kWeek == Span::zero()) return std::to_string(age / kWeek) + " weeks";
  return std::to_string(age / kDay) + " days";
}

void measure_arrivals(const CompiledModel& model, MeasureList& list) {
  for (std::size_t i = 0; i < model.catalogue.arrivals.size(); ++i) {
    list.about(model.catalogue.arrivals[i].path);
    list.count("count", FIELD(arrivals, i, count));
  }
}

void measure_statuses(const CompiledModel& model, MeasureList& list) {
  for (std::size_t i = 0; i < model.catalogue.statuses.size(); ++i) {
    list.about(model.catalogue.statuses[i].path);
    list.level("stock", FIELD(statuses, i, stock));
    list.count("entries", FIELD(statuses, i, entries));
    list.count("exits", FIELD(statuses, i, exits));
    list.days("duration", FIELD(statuses, i, duration));
    list.total("benefit", Unit::dkk, FIELD(statuses, i, benefit));
    list.total("state_net", Unit::dkk, FIELD(statuses, i, state));
    list.total("municipal_net", Unit::dkk,
               [i](const Ledger& ledger) { return ledger.statuses[i].benefit - ledger.statuses[i].state; });
    for (std::size_t age = 0; age < model.ages.size(); ++age) {
      list.ratio("at_age." + name_of_age(model.ages[age]) + ".share", Unit::one, FIELD(statuses, i, at_age[age]),
                 [age](const Ledger& ledger) { return ledger.aged[age]; });
    }
  }
}

void measure_exits(const CompiledModel& model, MeasureList& list) {
  for (std::size_t i = 0; i < model.catalogue.exits.size(); ++i) {
    const std::uint32_t status = model.catalogue.exits[i].status;
    list.about(model.catalogue.exits[i].path);
    list.count("count", FIELD(exits, i, count));
    list.ratio("share", Unit::one, FIELD(exits, i, count), FIELD(statuses, status, exits));
  }
}

void measure_duties(const CompiledModel& model, MeasureList& list) {
  for (std::size_t i = 0; i < model.catalogue.duties.size(); ++i) {
    list.about(model.catalogue.duties[i].path);
    list.count("due", FIELD(duties, i, due));
    list.count("held", FIELD(duties, i, held));
    list.count("on_time", FIELD(duties, i, on_time));
    list.count("late", FIELD(duties, i, late));
    list.count("missed", FIELD(duties, i, missed));
    list.days("lateness", FIELD(duties, i, lateness));
    list.days("first", FIELD(duties, i, first));
    list.numbers("held_per_person", FIELD(duties, i, held_per_person));
    for (std::size_t age = 0; age < model.ages.size(); ++age) {
      list.numbers("held_at." + name_of_age(model.ages[age]), FIELD(duties, i, held_at[age]));
    }
  }
}

void measure_procedures(const CompiledModel& model, MeasureList& list) {
  for (std::size_t i = 0; i < model.catalogue.procedures.size(); ++i) {
    list.about(model.catalogue.procedures[i].path);
    list.count("started", FIELD(procedures, i, started));
    list.count("completed", FIELD(procedures, i, completed));
    list.count("cancelled", FIELD(procedures, i, cancelled));
    list.days("lead_time", FIELD(procedures, i, lead_time));
  }
}

Tally every_wait(const StepLedger& step) {
  Tally wait = step.wait_begun;
  wait.merge(step.wait_gave_up);
  wait.merge(step.wait_withdrawn);
  wait.merge(step.wait_open);
  return wait;
}

/// What the step is in some arm, at some date or for some citizens: a trial may give it another kind.
bool in_some_arm(const CompiledModel& model, std::uint32_t step, auto holds) {
  return std::ranges::any_of(model.arms, [&](const CompiledArm& arm) {
    for (std::uint32_t version = 0; version < arm.rules.versions; ++version) {
      if (holds(arm.rules.step(version, step))) return true;
    }
    return false;
  });
}

void measure_waiting(std::size_t i, MeasureList& list) {
  list.days("wait", [i](const Ledger& ledger) { return every_wait(ledger.steps[i]); });
  list.days("wait_begun", FIELD(steps, i, wait_begun));
  list.days("wait_gave_up", FIELD(steps, i, wait_gave_up));
  list.days("wait_withdrawn", FIELD(steps, i, wait_withdrawn));
  list.average("queue", FIELD(steps, i, waiting));
  list.count("withdrawn", FIELD(steps, i, withdrawn));
  for (std::size_t cause = 0; cause < kCauseNames.size(); ++cause) {
    list.total("cause." + std::string(kCauseNames[cause]), Unit::days, [i, cause](const Ledger& ledger) {
      return static_cast<double>(ledger.steps[i].causes[cause]) * kDaysPerMicrosecond;
    });
  }
}

void measure_steps(const CompiledModel& model, MeasureList& list) {
  for (std::uint32_t i = 0; i < model.catalogue.steps.size(); ++i) {
    const Catalogue::Step& step = model.catalogue.steps[i];
    const auto some = [&](auto holds) { return in_some_arm(model, i, holds); };
    list.about(step.path);
    list.count("entries", FIELD(steps, i, entries));
    if (some([](const StepRule& rule) { return rule.present && rule.kind != StepKind::branch; })) {
      measure_waiting(i, list);
      list.days("time", FIELD(steps, i, time));
    }
    if (some([](const StepRule& rule) { return rule.kind == StepKind::work; })) {
      list.total("hours", Unit::hours, FIELD(steps, i, hours));
    }
    if (some([](const StepRule& rule) { return rule.patience != kNoPick; })) {
      list.count("gave_up", FIELD(steps, i, gave_up));
    }
    if (some([](const StepRule& rule) { return rule.deadline != kNoPick; })) {
      list.count("over_deadline", FIELD(steps, i, over_deadline));
      list.days("lateness", FIELD(steps, i, lateness));
    }
    if (some([](const StepRule& rule) { return rule.fee != kNoPick; })) {
      list.total("fee", Unit::dkk, FIELD(steps, i, fee));
    }
    const Catalogue::Range ways = step.way_counters;
    const auto leavings = [ways](const Ledger& ledger) {
      std::uint64_t sum = 0;
      for (std::uint32_t way = ways.first; way < ways.end(); ++way) sum += ledger.ways[way];
      return sum;
    };
    for (std::uint32_t way = 0; way < ways.count && ways.count > 1; ++way) {
      const auto taken = [counter = ways.first + way](const Ledger& ledger) { return ledger.ways[counter]; };
      list.ratio("next." + step.ways[way] + ".share", Unit::one, taken, leavings);
    }
  }
}

/// Sums `read(model, ledger, part)` over the parts of a pool or a meeting.
template <class Read>
auto summed(Catalogue::Range parts, Read read) {
  return [parts, read](const Ledger& ledger) {
    auto sum = read(ledger, parts.first);
    for (std::uint32_t part = parts.first + 1; part < parts.end(); ++part) sum += read(ledger, part);
    return sum;
  };
}

template <class Read>
auto merged(Catalogue::Range parts, Read read) {
  return [parts, read](const Ledger& ledger) {
    Tally tally = read(ledger, parts.first);
    for (std::uint32_t part = parts.first + 1; part < parts.end(); ++part) tally.merge(read(ledger, part));
    return tally;
  };
}

double as_hours(Wide microseconds) {
  return static_cast<double>(microseconds) / static_cast<double>(kHour.count());
}

/// Of a group of citizens: what is done for them, not who is there to do it.
void measure_work(Catalogue::Range parts, MeasureList& list) {
  list.total("hours", Unit::hours,
             summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].casework; }));
  list.total("paid_hours", Unit::hours,
             summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].paid_hours(); }));
  list.average("queue", summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].waiting; }));
  list.days("wait", merged(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].wait; }));
  list.total("cost", Unit::dkk, summed(parts, [](const Ledger& l, std::uint32_t part) { return l.pools[part].cost; }));
}

void measure_pool(Catalogue::Range parts, MeasureList& list) {
  const auto present = [](const Ledger& ledger, std::uint32_t part) {
    return ledger.pools[part].present[1] - ledger.pools[part].present[0];
  };
  const auto busy = [](const Ledger& ledger, std::uint32_t part) { return ledger.pools[part].job_hours; };
  measure_work(parts, list);
  list.total("available_hours", Unit::hours,
             summed(parts, [present](const Ledger& l, std::uint32_t part) { return as_hours(present(l, part)); }));
  list.total("idle_hours", Unit::hours, summed(parts, [present, busy](const Ledger& l, std::uint32_t part) {
               return as_hours(std::max(Wide{0}, present(l, part) - busy(l, part)));
             }));
  list.ratio("utilisation", Unit::one, summed(parts, busy), summed(parts, present));
}

template <class Field>
auto number_at(Catalogue::Range parts, Field field) {
  return summed(parts, [field](const Ledger& ledger, std::uint32_t part) { return ledger.meetings[part].*field; });
}
template <class Field>
auto tally_at(Catalogue::Range parts, Field field) {
  return merged(parts, [field](const Ledger& ledger, std::uint32_t part) { return ledger.meetings[part].*field; });
}

/// Of a group of citizens: their cases.
void measure_cases(Catalogue::Range parts, MeasureList& list) {
  list.count("cases", number_at(parts, &MeetingLedger::cases));
  list.ratio("first_session_share", Unit::one, number_at(parts, &MeetingLedger::first_session),
             number_at(parts, &MeetingLedger::cases));
  list.days("wait", tally_at(parts, &MeetingLedger::wait));
  list.average("queue", number_at(parts, &MeetingLedger::waiting));
  list.total("hours", Unit::hours, number_at(parts, &MeetingLedger::hours));
}

void measure_meeting(Catalogue::Range parts, MeasureList& list) {
  measure_cases(parts, list);
  list.count("sessions", number_at(parts, &MeetingLedger::sessions));
  list.count("cancelled", number_at(parts, &MeetingLedger::cancelled));
  list.ratio("cases_per_session", Unit::count, number_at(parts, &MeetingLedger::cases),
             number_at(parts, &MeetingLedger::sessions));
  list.ratio("full_share", Unit::one, number_at(parts, &MeetingLedger::full),
             number_at(parts, &MeetingLedger::sessions));
  list.numbers("before", tally_at(parts, &MeetingLedger::before));
  list.numbers("left_over", tally_at(parts, &MeetingLedger::left_over));
}

/// An object with separate parts is measured as a whole and by its parts.
void measure_shared(const CompiledModel& model, const Catalogue::Shared& shared, MeasureList& list, auto measure) {
  list.about(shared.path);
  measure(shared.parts, list);
  if (shared.per < 0) return;
  const Catalogue::Trait& per = model.catalogue.traits[static_cast<std::size_t>(shared.per)];
  for (std::uint32_t part = 0; part < shared.parts.count; ++part) {
    list.about(shared.path, per.name + "=" + per.values[part]);
    measure(Catalogue::Range{shared.parts.first + part, 1}, list);
  }
}

double sum_over(const auto& items, auto read) {
  double sum = 0.0;
  for (const auto& item : items) sum += read(item);
  return sum;
}

double fees(const Ledger& ledger) {
  return sum_over(ledger.steps, [](const StepLedger& step) { return step.fee; });
}
double benefits(const Ledger& ledger) {
  return sum_over(ledger.statuses, [](const StatusLedger& status) { return status.benefit; });
}
double state_share(const Ledger& ledger) {
  return sum_over(ledger.statuses, [](const StatusLedger& status) { return status.state; });
}
/// Outside units are paid by somebody else.
double staff_hours(const Ledger& ledger) {
  return sum_over(ledger.pools, [](const PoolLedger& pool) { return pool.outside ? 0.0 : pool.casework; });
}
double staff_cost(const Ledger& ledger) {
  return sum_over(ledger.pools, [](const PoolLedger& pool) { return pool.outside ? 0.0 : pool.cost; });
}

/// Municipal net: its own staff, the fees, and the benefit less the state's share.
void measure_total(MeasureList& list) {
  list.about("total");
  list.total("staff_hours", Unit::hours, staff_hours);
  list.total("staff_cost", Unit::dkk, staff_cost);
  list.total("fees", Unit::dkk, fees);
  list.total("benefit", Unit::dkk, benefits);
  list.total("state_net", Unit::dkk, state_share);
  list.total("municipal_net", Unit::dkk, [](const Ledger& ledger) {
    return benefits(ledger) - state_share(ledger) + fees(ledger) + staff_cost(ledger);
  });
  for (std::size_t cause = 0; cause < kCauseNames.size(); ++cause) {
    list.total("cause." + std::string(kCauseNames[cause]), Unit::days, [cause](const Ledger& ledger) {
      return sum_over(ledger.steps, [cause](const StepLedger& step) {
        return static_cast<double>(step.causes[cause]) * kDaysPerMicrosecond;
      });
    });
  }
  list.level("citizens", [](const Ledger& ledger) -> const auto& { return ledger.citizens; });
  list.days("time_in_system", [](const Ledger& ledger) -> const auto& { return ledger.time_in_system; });
}

#undef FIELD

}  // namespace

namespace {

/// What every book has, those of groups included.
void measure_citizens(const CompiledModel& model, MeasureList& list) {
  measure_arrivals(model, list);
  measure_statuses(model, list);
  measure_exits(model, list);
  measure_duties(model, list);
  measure_procedures(model, list);
  measure_steps(model, list);
  measure_total(list);
}

void measure_everything(const CompiledModel& model, MeasureList& list) {
  measure_citizens(model, list);
  for (const Catalogue::Shared& pool : model.catalogue.pools) measure_shared(model, pool, list, measure_pool);
  for (const Catalogue::Shared& meeting : model.catalogue.meetings) {
    measure_shared(model, meeting, list, measure_meeting);
  }
}

/// What is split by the same attribute has its parts already.
void measure_group(const CompiledModel& model, std::uint32_t trait, MeasureList& list) {
  measure_citizens(model, list);
  const auto for_each_other = [&](const std::vector<Catalogue::Shared>& all, auto measure) {
    for (const Catalogue::Shared& shared : all) {
      if (shared.per == static_cast<std::int32_t>(trait)) continue;
      list.about(shared.path);
      measure(shared.parts, list);
    }
  };
  for_each_other(model.catalogue.pools, measure_work);
  for_each_other(model.catalogue.meetings, measure_cases);
}

}  // namespace

std::vector<Measure> measures_of(const CompiledModel& model) {
  std::vector<Measure> measures;
  MeasureList list(measures);
  measure_everything(model, list);
  std::size_t book = 0;
  for (const Divisions::By& by : model.divisions.by) {
    const Catalogue::Trait& trait = model.catalogue.traits[by.trait];
    for (const std::string& value : trait.values) {
      list.read_off(++book, trait.name + "=" + value, {});
      measure_group(model, by.trait, list);
    }
  }
  for (const Divisions::Period& period : model.divisions.periods) {
    list.read_off(++book, {}, period.name);
    measure_everything(model, list);
  }
  const auto order = [](const Measure& measure) {
    return std::tie(measure.info.object, measure.info.measure, measure.info.group, measure.info.period);
  };
  std::ranges::sort(measures, [&](const Measure& a, const Measure& b) { return order(a) < order(b); });
  return measures;
}

}  // namespace sagsflow
