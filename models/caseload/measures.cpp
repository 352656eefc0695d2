#include "models/caseload/measures.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "models/caseload/measure_capacity.h"
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
    list.level("stock", [i](auto& ledger) -> auto& { return ledger.statuses[i].stock; });
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
    list.about(step.path);
    list.count("entries", FIELD(steps, i, entries));
    if (step.takes_time) {
      measure_waiting(i, list);
      list.days("time", FIELD(steps, i, time));
    }
    if (step.is_work) {
      list.total("hours", Unit::hours, FIELD(steps, i, hours));
    }
    if (step.may_be_given_up) {
      list.count("gave_up", FIELD(steps, i, gave_up));
    }
    if (step.has_deadline) {
      list.count("over_deadline", FIELD(steps, i, over_deadline));
      list.days("lateness", FIELD(steps, i, lateness));
    }
    if (step.has_fee) {
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
  list.level("citizens", [](auto& ledger) -> auto& { return ledger.citizens; });
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
  measure_capacity(model, list);
}

std::vector<Measure> sorted_measures(const CompiledModel& model, MeasureList::IsWanted is_wanted) {
  std::vector<Measure> measures;
  MeasureList list(measures, std::move(is_wanted));
  measure_everything(model, list);
  std::size_t book = 0;
  for (const Divisions::By& by : model.divisions.by) {
    const Catalogue::Trait& trait = model.catalogue.traits[by.trait];
    for (const std::string& value : trait.values) {
      list.read_off(++book, trait.name + "=" + value, {});
      measure_citizens(model, list);
      measure_capacity_of_group(model, by.trait, list);
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

}  // namespace

std::vector<Measure> measures_of(const CompiledModel& model) {
  return sorted_measures(model, {});
}

std::vector<Measure> measures_of_named(const CompiledModel& model, const std::vector<std::string>& names) {
  return sorted_measures(model, [&](const std::string& object) {
    const auto is_of_it = [&](const std::string& name) {
      return name.starts_with(object) && name[object.size()] == '.';
    };
    return std::ranges::any_of(names, is_of_it);
  });
}

}  // namespace sagsflow
