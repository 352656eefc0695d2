#include "models/load/rule_set.h"

#include <algorithm>

namespace sagsflow {

FlowNames::FlowNames(const ArmDefinition& arm) {
  for (const Version& version : arm.versions) {
    for (const StatusDefinition& status : version.definitions.statuses) statuses_[status.name] = 0;
    for (const ProcedureDefinition& procedure : version.definitions.procedures) {
      for (const StepDefinition& step : procedure.steps) steps_[{procedure.name, step.name}] = 0;
    }
  }
  for (auto& [name, number] : statuses_) {
    number = status_names_.size();
    status_names_.push_back(name);
  }
  for (auto& [path, number] : steps_) {
    number = step_names_.size();
    step_names_.push_back({path.first, path.second});
  }
}

LawMix RuleSet::mix(const Choice<DurationLaw>& choice, const Profile& profile) const {
  LawMix mix;
  profiles.each_value(choice, profile, [&](double weight, const DurationLaw& law) { laws.add(mix, law, weight); });
  return mix;
}

LawMix RuleSet::mix(const Choice<Clock>& choice, const Profile& profile) const {
  LawMix mix;
  profiles.each_value(choice, profile, [&](double weight, const Clock& clock) {
    if (clock.accumulated) approximations.insert(Approximation::accumulated);
    laws.add(mix, clock.law, weight);
  });
  return mix;
}

double RuleSet::days(const Length& length) const {
  return length.working_days > 0 ? length.working_days * days_of_working_day : in_days(length.span);
}

double RuleSet::days(const Choice<Length>& choice, const Profile& profile) const {
  double sum = 0.0;
  profiles.each_value(choice, profile, [&](double weight, const Length& length) { sum += weight * days(length); });
  return sum;
}

MeanOpening RuleSet::opening(const std::string& name) const {
  const PoolDefinition* pool = find_named(rules.pools, name);
  const auto found = pool == nullptr ? openings.end() : openings.find(pool->calendar);
  return found == openings.end() ? MeanOpening{} : found->second;
}

}  // namespace sagsflow
