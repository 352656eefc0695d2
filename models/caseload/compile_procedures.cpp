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

/// Every way from step to step that some version of a procedure has.
struct Ways {
  explicit Ways(std::uint32_t steps) : graph(steps), to_itself(steps, false), component(steps) {}
  Graph graph;
  std::vector<bool> to_itself;
  std::vector<int> component;

  bool on_loop(std::uint32_t step) const {
    return to_itself[step] || std::ranges::count(component, component[step]) > 1;
  }
};

void add_ways(const StepDefinition& step, std::uint32_t procedure, const Catalogue& catalogue, Ways& ways) {
  const auto vertex = [&](const std::string& name) {
    return catalogue.step(procedure, name) - catalogue.procedures[procedure].steps.first;
  };
  const auto from = vertex(step.name);
  const auto link = [&](const std::string& target) {
    if (target == "end") return;
    if (target == step.name) ways.to_itself[from] = true;
    boost::add_edge(from, vertex(target), ways.graph);
  };
  for_each_target(step.next, link);
  if (step.gives_up) for_each_target(*step.gives_up, link);
  if (step.again) link(step.again->step);
}

Slice held_duties(const StepDefinition& step, RuleWriter& writer) {
  Rules& rules = writer.rules;
  const Slice slice{static_cast<std::uint32_t>(rules.held_duties.size()),
                    static_cast<std::uint32_t>(step.holds.size())};
  for (const std::string& duty : step.holds) rules.held_duties.push_back(writer.catalogue.duty_name(duty));
  return slice;
}

Cause cause_of(const StepDefinition& step) {
  const auto named = std::ranges::find(kCauseNames, step.cause);
  return named == kCauseNames.end() ? Cause::by_kind : static_cast<Cause>(named - kCauseNames.begin());
}

void compile_step(const StepDefinition& definition, const Catalogue::Step& named, RuleWriter& writer, StepRule& rule) {
  rule.present = true;
  rule.kind = definition.kind;
  rule.procedure = named.procedure;
  rule.cause = cause_of(definition);
  if (definition.kind == StepKind::work) {
    rule.pool = writer.pool(definition.work.pool);
    rule.time = writer.duration(definition.work.time);
    rule.priority = writer.optional(definition.work.priority, &RuleWriter::number);
    rule.also = {static_cast<std::uint32_t>(writer.rules.joint_pools.size()),
                 static_cast<std::uint32_t>(definition.work.also.size())};
    for (const std::string& pool : definition.work.also) {
      writer.rules.joint_pools.push_back(writer.catalogue.pool(pool));
    }
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
  rule.key = KeyStem(named.key);
  rule.patience_key = KeyStem(place_key(named.path + ".patience"));
}

}  // namespace

void compile_procedures(const Definitions& definitions, RuleWriter& writer) {
  const Catalogue& catalogue = writer.catalogue;
  for (const ProcedureDefinition& definition : definitions.procedures) {
    const std::uint32_t number = catalogue.procedure(definition.name);
    ProcedureRule& rule = writer.procedure_rule(number);
    rule.present = true;
    rule.keep = definition.keep;
    rule.start = writer.first_step(number, definition.start);
    rule.key = catalogue.procedures[number].key;
    for (const StepDefinition& step : definition.steps) {
      const std::uint32_t at = catalogue.step(number, step.name);
      compile_step(step, catalogue.steps[at], writer, writer.step(at));
    }
  }
}

void give_counters(const ArmDefinition& arm, const Catalogue& catalogue, Rules& rules) {
  for (std::uint32_t procedure = 0; procedure < catalogue.procedures.size(); ++procedure) {
    const Catalogue::Procedure& named = catalogue.procedures[procedure];
    Ways ways(named.steps.count);
    for (const Version& version : arm.versions) {
      const auto& list = version.definitions.procedures;
      const auto definition = std::ranges::find(list, named.name, &ProcedureDefinition::name);
      if (definition == list.end()) continue;
      for (const StepDefinition& step : definition->steps) add_ways(step, procedure, catalogue, ways);
    }
    boost::strong_components(
        ways.graph, boost::make_iterator_property_map(ways.component.begin(), get(boost::vertex_index, ways.graph)));
    std::uint8_t counters = 0;
    for (std::uint32_t step = 0; step < named.steps.count; ++step) {
      const std::uint8_t visits = ways.on_loop(step) ? counters++ : kNoCounter;
      std::uint8_t again = kNoCounter;
      for (std::uint32_t version = 0; version < rules.versions; ++version) {
        StepRule& rule = rules.steps[version * catalogue.steps.size() + named.steps.first + step];
        rule.counter = visits;
        if (rule.again_step == kNobody) continue;
        if (again == kNoCounter) again = counters++;
        rule.again_counter = again;
      }
    }
    rules.counters = std::max<std::uint32_t>(rules.counters, counters);
  }
}

}  // namespace sagsflow
