#include <algorithm>

#include "models/load/profiles.h"

namespace sagsflow {
namespace {

using Names = std::set<std::string>;

template <class T>
void add_reads(const std::optional<Choice<T>>& choice, Names& names) {
  if (choice) add_reads(*choice, names);
}

void add_reads(const Condition& condition, Names& names) {
  for (const Clause& clause : condition) names.insert(clause.trait);
}

void add_set(const std::vector<Assignment>& assignments, Names& names) {
  for (const Assignment& assignment : assignments) names.insert(assignment.trait);
}

void add_closure(const Definitions& rules, const std::string& name, Names& names) {
  if (!names.insert(name).second) return;
  const ProcedureDefinition* procedure = find_named(rules.procedures, name);
  if (procedure == nullptr) return;
  for (const StepDefinition& step : procedure->steps) {
    for (const auto& start : step.start) {
      for_each_value(start, [&](const Sourced<std::string>& started) { add_closure(rules, started.value, names); });
    }
  }
}

}  // namespace

TraitReads reads_of(const StatusDefinition& status) {
  TraitReads reads;
  for (const ExitDefinition& exit : status.exits) {
    add_reads(exit.to, reads.flows);
    add_reads(exit.after, reads.flows);
    add_reads(exit.when, reads.flows);
    for (const SpeedFactor& factor : exit.speed) reads.flows.insert(factor.trait);
  }
  for (const DutyDefinition& duty : status.duties) {
    add_reads(duty.procedure, reads.flows);
    add_reads(duty.first, reads.flows);
    add_reads(duty.every, reads.flows);
    add_reads(duty.ahead, reads.flows);
    add_reads(duty.times, reads.flows);
    add_reads(duty.until, reads.flows);
    add_reads(duty.when, reads.flows);
  }
  for (const auto& started : status.on_enter) add_reads(started, reads.flows);
  return reads;
}

TraitReads reads_of(const ProcedureDefinition& procedure) {
  TraitReads reads;
  add_reads(procedure.start, reads.flows);
  for (const StepDefinition& step : procedure.steps) {
    add_reads(step.wait, reads.flows);
    add_reads(step.next, reads.flows);
    add_reads(step.become, reads.flows);
    add_reads(step.gives_up, reads.flows);
    add_reads(step.patience, reads.flows);
    for (const auto& started : step.start) add_reads(started, reads.flows);
    if (step.again) add_reads(step.again->times, reads.flows);
    add_reads(step.meeting, reads.capacity);
    add_reads(step.work.pool, reads.capacity);
    add_reads(step.work.time, reads.capacity);
  }
  return reads;
}

std::set<std::string> traits_of_places(const Definitions& rules) {
  Names names;
  for (const PoolDefinition& pool : rules.pools) names.insert(pool.per);
  for (const MeetingDefinition& meeting : rules.meetings) names.insert(meeting.per);
  return names;
}

std::set<std::string> traits_set(const Definitions& rules) {
  Names names;
  for (const ArrivalDefinition& arrival : rules.arrivals) add_set(arrival.set, names);
  for (const StockDefinition& stock : rules.stocks) add_set(stock.set, names);
  for (const StatusDefinition& status : rules.statuses) {
    for (const ExitDefinition& exit : status.exits) add_set(exit.set, names);
  }
  for (const ProcedureDefinition& procedure : rules.procedures) {
    for (const StepDefinition& step : procedure.steps) add_set(step.set, names);
  }
  return names;
}

std::set<std::string> procedures_from(const Definitions& rules, const std::string& procedure) {
  Names names;
  add_closure(rules, procedure, names);
  return names;
}

std::set<std::string> procedures_of(const Definitions& rules, const StatusDefinition& status) {
  Names names;
  const auto add = [&](const Sourced<std::string>& started) { add_closure(rules, started.value, names); };
  for (const auto& started : status.on_enter) for_each_value(started, add);
  for (const DutyDefinition& duty : status.duties) for_each_value(duty.procedure, add);
  return names;
}

}  // namespace sagsflow
