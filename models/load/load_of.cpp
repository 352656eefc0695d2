#include "models/load/load_of.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/load/demand.h"

namespace sagsflow {
namespace {

/// From the last version that has it.
template <class T>
const T* last_named(const ArmDefinition& arm, DefinitionList<T> Definitions::* all, const std::string& name) {
  for (std::size_t v = arm.versions.size(); v-- > 0;) {
    if (const T* found = find_named(arm.versions[v].definitions.*all, name)) return found;
  }
  return nullptr;
}

std::vector<StatusFlow> statuses_of(const ArmDefinition& arm, const FlowNames& names, const Flows& flows) {
  std::vector<StatusFlow> statuses;
  for (std::size_t number = 0; number < names.statuses().size(); ++number) {
    const StatusDefinition* definition = last_named(arm, &Definitions::statuses, names.statuses()[number]);
    StatusFlow flow;
    flow.object = loaded_object("status." + definition->name, definition->name, definition->label);
    flow.final = definition->final;
    flow.entries = flows.entries[number];
    flow.stock = flows.stock[number];
    flow.days = flows.days[number];
    statuses.push_back(std::move(flow));
  }
  return statuses;
}

std::vector<StepFlow> steps_of(const ArmDefinition& arm, const FlowNames& names, const Flows& flows) {
  std::vector<StepFlow> steps;
  for (const FlowNames::Step& step : names.steps()) {
    const ProcedureDefinition* procedure = last_named(arm, &Definitions::procedures, step.procedure);
    const StepDefinition* definition = find_named(procedure->steps, step.step);
    const std::string path = "procedure." + step.procedure;
    StepFlow flow;
    flow.procedure = loaded_object(path, step.procedure, procedure->label);
    flow.object = loaded_object(path + ".step." + step.step, step.step, definition ? definition->label : Label{});
    steps.push_back(std::move(flow));
  }
  for (const StepRate& rate : flows.steps) steps[rate.step].entries += rate.entered;
  return steps;
}

Expected expected(const ArmDefinition& arm, const std::vector<RuleSet>& sets, const Flows& flows) {
  Expected expected;
  expected.balanced = flows.balanced;
  Demand demand = demand_of(flows, sets);
  expected.pools = std::move(demand.pools);
  expected.meetings = std::move(demand.meetings);
  expected.statuses = statuses_of(arm, sets.front().names, flows);
  expected.steps = steps_of(arm, sets.front().names, flows);
  return expected;
}

bool is_overloaded(const Expected& expected) {
  const auto over = [](const auto& part) { return part.load() > 1.0; };
  return std::ranges::any_of(expected.pools, over) || std::ranges::any_of(expected.meetings, over);
}

/// Whether the run's window differs from the long run by more than a hundredth in some status.
bool is_filling(const ArmLoad& load) {
  for (std::size_t s = 0; s < load.window.statuses.size(); ++s) {
    const double now = load.window.statuses[s].stock, then = load.long_run.statuses[s].stock;
    if (std::abs(now - then) > 0.01 * std::max(now, then)) return true;
  }
  return false;
}

ArmLoad load_of(const ArmDefinition& arm, const RunDefinition& run, std::size_t most_profiles) {
  const Profiles profiles(arm, most_profiles);
  const FlowNames names(arm);
  Laws laws;
  std::set<Approximation> approximations;
  std::vector<RuleSet> sets;
  for (const Version& version : arm.versions) {
    std::map<std::string, MeanOpening> openings;
    for (const CalendarDefinition& calendar : version.definitions.calendars) {
      openings[calendar.name] = mean_opening(calendar, run);
    }
    sets.push_back({version.definitions, profiles, names, laws, approximations, std::move(openings),
                    days_of_working_day(version.definitions, run)});
    if (version.from) approximations.insert(Approximation::everything_in_force);
  }
  const ArmFlows flows = flows_of(arm, sets, run);
  ArmLoad load;
  load.name = arm.name;
  const LoadedObject labels = loaded_object("", arm.name, arm.label);
  load.label_da = labels.label_da;
  load.label_en = labels.label_en;
  load.long_run = expected(arm, sets, flows.long_run);
  load.window = expected(arm, sets, flows.window);
  if (is_overloaded(load.long_run) || is_overloaded(load.window)) approximations.insert(Approximation::overload);
  if (!profiles.averaged().empty()) approximations.insert(Approximation::averaged);
  if (is_filling(load)) approximations.insert(Approximation::filling);
  load.approximations.assign(approximations.begin(), approximations.end());
  load.averaged = profiles.averaged();
  return load;
}

}  // namespace

Load load_of(const Model& model, std::size_t most_profiles, std::size_t arms) {
  Load load;
  load.title_da = model.title.da.empty() ? model.title.en : model.title.da;
  load.title_en = model.title.en.empty() ? model.title.da : model.title.en;
  for (std::size_t i = 0; i < std::min(arms, model.arms.size()); ++i) {
    load.arms.push_back(load_of(model.arms[i], model.run, most_profiles));
  }
  return load;
}

}  // namespace sagsflow
