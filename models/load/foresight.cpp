#include "models/load/foresight.h"

namespace sagsflow {
namespace {

/// A way out of a status, and the slots that it sets whoever takes it.
struct WayOut {
  std::size_t from, to;
  std::set<int> sets;
};

std::vector<WayOut> ways_out_of(const RuleSet& set, const StatusDefinition& status) {
  std::vector<WayOut> ways;
  const std::size_t from = set.names.status(status.name);
  const auto add = [&](const Choice<Shares>& choice, const std::vector<Assignment>& assignments) {
    std::set<std::string> traits;
    for (const Assignment& assignment : assignments) traits.insert(assignment.trait);
    for_each_value(choice, [&](const Sourced<Shares>& shares) {
      for (const Share& share : shares.value) {
        ways.push_back({from, set.names.status(share.target), set.profiles.slots_of(traits)});
      }
    });
  };
  for (const ExitDefinition& exit : status.exits) add(exit.to, exit.set);
  for (const std::string& name : procedures_of(set.rules, status)) {
    for (const StepDefinition& step : find_named(set.rules.procedures, name)->steps) {
      if (step.become) add(*step.become, step.set);
    }
  }
  return ways;
}

}  // namespace

std::set<int> slots_everywhere(const ArmDefinition& arm, const std::vector<RuleSet>& sets) {
  std::set<std::string> traits;
  for (const Version& version : arm.versions) {
    for (const Clause& clause : version.when) traits.insert(clause.trait);
    traits.merge(traits_of_places(version.definitions));
  }
  return sets.front().profiles.slots_of(traits);
}

std::vector<std::vector<std::set<int>>> slots_of_stays(const std::vector<RuleSet>& sets) {
  std::vector<std::vector<std::set<int>>> slots;
  for (const RuleSet& set : sets) {
    slots.emplace_back(set.names.statuses().size());
    for (const StatusDefinition& status : set.rules.statuses) {
      TraitReads reads = reads_of(status);
      for (const std::string& name : procedures_of(set.rules, status)) {
        TraitReads some = reads_of(*find_named(set.rules.procedures, name));
        reads.flows.merge(some.flows);
        reads.flows.merge(some.capacity);
      }
      slots.back()[set.names.status(status.name)] = set.profiles.slots_of(reads.flows);
    }
  }
  return slots;
}

std::vector<std::set<int>> slots_ahead(const ArmDefinition& arm, const std::vector<RuleSet>& sets,
                                       const std::vector<std::vector<std::set<int>>>& of_stays) {
  std::vector<std::set<int>> ahead(sets.front().names.statuses().size(), slots_everywhere(arm, sets));
  std::vector<WayOut> ways;
  for (std::size_t version = 0; version < sets.size(); ++version) {
    for (const StatusDefinition& status : sets[version].rules.statuses) {
      const std::size_t number = sets[version].names.status(status.name);
      ahead[number].insert(of_stays[version][number].begin(), of_stays[version][number].end());
      for (WayOut& way : ways_out_of(sets[version], status)) ways.push_back(std::move(way));
    }
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (const WayOut& way : ways) {
      for (const int slot : ahead[way.to]) {
        if (!way.sets.contains(slot)) grown = ahead[way.from].insert(slot).second || grown;
      }
    }
  }
  return ahead;
}

}  // namespace sagsflow
