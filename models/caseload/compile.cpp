#include "models/caseload/compile.h"

#include <algorithm>

#include "models/process/changes.h"
#include "models/process/run.h"
#include "models/process/same_rules.h"

#include "models/process/opening_hours.h"

namespace sagsflow {
namespace {

/// From so many citizens in one replication of the baseline on, worlds that share nothing run one after another. The
/// records of fewer take little room, and the maximum and the spread of what worlds have together are then exact
/// (sim/stat/level.h).
constexpr double kManyCitizens = 100'000;

/// Citizens of an arrival whose times differ from the baseline's are not the same people.
void mark_unpaired(const Model& model, CompiledModel& compiled) {
  const auto find = [](const Definitions& rules, const std::string& name) -> const ArrivalDefinition* {
    const auto found = std::ranges::find(rules.arrivals, name, &ArrivalDefinition::name);
    return found == rules.arrivals.end() ? nullptr : &*found;
  };
  for (std::size_t i = 0; i < compiled.catalogue.arrivals.size(); ++i) {
    const std::string& name = compiled.catalogue.arrivals[i].name;
    const ArrivalDefinition* baseline = find(model.arms.front().versions.front().definitions, name);
    const auto as_baseline = [&](const Version& version) {
      const ArrivalDefinition* other = find(version.definitions, name);
      return baseline != nullptr && other != nullptr && same_times(*baseline, *other);
    };
    const bool steady = std::ranges::all_of(model.arms.front().versions, as_baseline);
    for (std::size_t arm = 0; arm < compiled.arms.size(); ++arm) {
      const bool paired = arm == 0 || (steady && std::ranges::all_of(model.arms[arm].versions, as_baseline));
      for (CompiledPhase& phase : compiled.arms[arm].phases) phase.arrivals[i].paired = paired;
    }
  }
}

template <class Rule>
void make_room(std::vector<Rule>& list, std::size_t count, const Rules& rules) {
  list.resize(count * rules.versions);
}

CompiledArm compile_arm(const ArmDefinition& definition, const CompiledModel& model) {
  CompiledArm arm;
  Rules& rules = arm.rules;
  const Catalogue& catalogue = model.catalogue;
  RuleWriter writer(catalogue, rules);
  rules.versions = static_cast<std::uint32_t>(definition.versions.size());
  rules.remembered.assign(catalogue.statuses.size(), Span::zero());
  make_room(rules.statuses, catalogue.statuses.size(), rules);
  make_room(rules.exits, catalogue.exits.size(), rules);
  make_room(rules.duties, catalogue.duties.size(), rules);
  make_room(rules.procedures, catalogue.procedures.size(), rules);
  make_room(rules.steps, catalogue.steps.size(), rules);
  for (const Version& version : definition.versions) {
    writer.version = static_cast<std::uint32_t>(arm.versions.size());
    compile_statuses(version.definitions, writer);
    compile_procedures(version.definitions, writer);
    arm.versions.push_back({version.from.value_or(model.begin), writer.condition(version.when), {}});
    for (const auto& [from, share] : version.definitions.refund.after) {
      arm.versions.back().refund.from.push_back(from);
      arm.versions.back().refund.share.push_back(share.value);
    }
    arm.versions.back().refund.within = version.definitions.refund.within.value_or(kNever);
    if (version.from && *version.from > model.begin) arm.reforms.push_back(*version.from);
  }
  std::ranges::sort(arm.reforms);
  const auto repeated = std::ranges::unique(arm.reforms);
  arm.reforms.erase(repeated.begin(), repeated.end());
  give_counters(definition, catalogue, rules);
  note_remembered(catalogue, rules);
  note_touches(catalogue, rules);
  compile_phases(definition, model.begin, model.end, writer, arm);
  return arm;
}

RuleChanges changes_of(const Model& model, std::size_t arm, const Catalogue& catalogue) {
  RuleChanges changes;
  const std::vector<std::string> paths = arm == 0 ? std::vector<std::string>() : differing_rules(model, 0, arm);
  const auto mark = [&](const auto& named, std::vector<bool>& differs) {
    for (const auto& object : named) differs.push_back(std::ranges::binary_search(paths, object.path));
  };
  mark(catalogue.arrivals, changes.arrivals);
  mark(catalogue.stocks, changes.stocks);
  mark(catalogue.statuses, changes.statuses);
  mark(catalogue.exits, changes.exits);
  mark(catalogue.duties, changes.duties);
  mark(catalogue.steps, changes.steps);
  return changes;
}

}  // namespace

std::expected<CompiledModel, std::string> compile_names(const Model& model) {
  if (std::string reason = refusal(model); !reason.empty()) return std::unexpected(std::move(reason));
  CompiledModel compiled;
  compiled.catalogue = make_catalogue(model);
  const KeyCollision collision = find_collision(compiled.catalogue);
  if (!collision.first.empty()) {
    return std::unexpected(collision.first + " and " + collision.second +
                           " would share their chance (their keys are equal): rename one of them");
  }
  compiled.seed = model.run.seed;
  compiled.ages = model.run.ages;
  std::ranges::sort(compiled.ages);
  compiled.opens = model.run.start;
  compiled.begin = model.run.start - model.run.warm_up;
  compiled.closes = model.run.start + model.run.length;
  compiled.end = compiled.closes + model.run.run_out;
  return compiled;
}

std::expected<CompiledModel, std::string> compile(const Model& model) {
  auto names = compile_names(model);
  if (!names) return names;
  CompiledModel compiled = std::move(*names);
  compiled.divisions = divide(model.report, compiled.catalogue, compiled.opens, compiled.closes);
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    compiled.arms.push_back(compile_arm(model.arms[arm], compiled));
  }
  for (const CalendarDefinition& calendar : model.arms.front().versions.front().definitions.calendars) {
    if (calendar.name != model.run.calendar) continue;
    compiled.working_days = opening_hours(calendar, compiled.begin, compiled.end + 2 * kYear);
  }
  mark_unpaired(model, compiled);
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    compiled.changes.push_back(changes_of(model, arm, compiled.catalogue));
  }
  if (expected_citizens(model.run, model.arms.front().versions.front().definitions) >= kManyCitizens) {
    run_as(map_worlds(model, compiled.catalogue), compiled);
  }
  return compiled;
}

}  // namespace sagsflow
