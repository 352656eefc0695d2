#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include "models/caseload/compile.h"
#include "sim/random/chance.h"

namespace sagsflow {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// Every step name a route can give, in whatever case.
template <class Visit>
void for_each_target(const Choice<Shares>& route, Visit visit) {
  for_each_value(route, [&](const Sourced<Shares>& shares) {
    for (const Share& share : shares.value) visit(share.target);
  });
}

/// Gives visit counters to the steps that can be visited more than once, and to each `again`: only those on a loop.
/// A step's visit number is part of the key of its draws.
void give_counters(const ProcedureDefinition& definition, std::uint32_t procedure, RuleWriter& writer) {
  const Catalogue::Procedure& named = writer.catalogue.procedures[procedure];
  Graph graph(named.steps.count);
  const auto vertex = [&](const std::string& step) {
    return writer.catalogue.step(procedure, step) - named.steps.first;
  };
  std::vector<bool> loops_to_itself(named.steps.count, false);
  for (const StepDefinition& step : definition.steps) {
    const auto from = vertex(step.name);
    const auto link = [&](const std::string& target) {
      if (target == "end") return;
      if (target == step.name) loops_to_itself[from] = true;
      boost::add_edge(from, vertex(target), graph);
    };
    for_each_target(step.next, link);
    if (step.gives_up) for_each_target(*step.gives_up, link);
    if (step.again) link(step.again->step);
  }
  std::vector<int> component(named.steps.count);
  boost::strong_components(graph,
                           boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
  std::uint8_t counters = 0;
  for (const StepDefinition& step : definition.steps) {
    const auto at = vertex(step.name);
    StepRule& rule = writer.rules.steps[named.steps.first + at];
    const bool on_loop = loops_to_itself[at] || std::ranges::count(component, component[at]) > 1;
    if (on_loop) rule.counter = counters++;
    if (step.again) rule.again_counter = counters++;
  }
  writer.rules.counters = std::max<std::uint32_t>(writer.rules.counters, counters);
}

Slice held_duties(const StepDefinition& step, RuleWriter& writer) {
  Rules& rules = writer.rules;
  const Slice slice{static_cast<std::uint32_t>(rules.held_duties.size()),
                    static_cast<std::uint32_t>(step.holds.size())};
  for (const std::string& duty : step.holds) rules.held_duties.push_back(writer.catalogue.duty_name(duty));
  return slice;
}

void compile_step(const StepDefinition& definition, const Catalogue::Step& named, RuleWriter& writer, StepRule& rule) {
  rule.present = true;
  rule.kind = definition.kind;
  rule.procedure = named.procedure;
  if (definition.kind == StepKind::work) {
    rule.pool = writer.pool(definition.work.pool);
    rule.time = writer.duration(definition.work.time);
    rule.priority = writer.optional(definition.work.priority, &RuleWriter::number);
  }
  if (definition.kind == StepKind::wait) rule.time = writer.duration(definition.wait);
  if (definition.kind == StepKind::wait_until) rule.until = writer.condition(definition.until);
  if (definition.kind == StepKind::meeting) rule.meeting = writer.meeting(definition.meeting);
  rule.deadline = writer.optional(definition.deadline, &RuleWriter::length);
  rule.fee = writer.optional(definition.fee, &RuleWriter::money);
  rule.patience = writer.optional(definition.patience, &RuleWriter::duration);
  if (definition.gives_up) rule.gives_up = writer.steps(named.procedure, *definition.gives_up, nullptr);
  if (!definition.flag.empty()) rule.flag = static_cast<std::uint16_t>(writer.catalogue.trait(definition.flag));
  rule.holds = held_duties(definition, writer);
  rule.set = writer.assignments(definition.set);
  rule.start = writer.starts(definition.start);
  if (definition.again) {
    rule.again_step = writer.catalogue.step(named.procedure, definition.again->step);
    rule.again_times = writer.number(definition.again->times);
  }
  rule.become = writer.optional(definition.become, &RuleWriter::statuses);
  rule.next = writer.steps(named.procedure, definition.next, &named);
  rule.key = named.key;
  rule.patience_key = place_key(named.path + ".patience");
}

}  // namespace

void compile_procedures(const Definitions& definitions, RuleWriter& writer) {
  const Catalogue& catalogue = writer.catalogue;
  writer.rules.procedures.resize(catalogue.procedures.size());
  writer.rules.steps.resize(catalogue.steps.size());
  for (const ProcedureDefinition& definition : definitions.procedures) {
    const std::uint32_t number = catalogue.procedure(definition.name);
    ProcedureRule& rule = writer.rules.procedures[number];
    rule.present = true;
    rule.keep = definition.keep;
    rule.start = writer.first_step(number, definition.start);
    rule.key = catalogue.procedures[number].key;
    for (const StepDefinition& step : definition.steps) {
      const std::uint32_t at = catalogue.step(number, step.name);
      compile_step(step, catalogue.steps[at], writer, writer.rules.steps[at]);
    }
    give_counters(definition, number, writer);
  }
}

}  // namespace sagsflow
