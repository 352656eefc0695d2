#include "models/caseload/describe.h"

#include <algorithm>
#include <functional>
#include <set>

namespace sagsflow {
namespace {

/// The label in one language, the other language's, or the name with "_" as blanks.
std::string shown(const std::string& wanted, const std::string& other, std::string name) {
  if (!wanted.empty()) return wanted;
  if (!other.empty()) return other;
  std::ranges::replace(name, '_', ' ');
  return name;
}

ObjectInfo object(const std::string& path, const std::string& kind, const std::string& name, const Label& label) {
  ObjectInfo info;
  info.path = path;
  info.kind = kind;
  info.label_da = shown(label.da, label.en, name);
  info.label_en = shown(label.en, label.da, name);
  return info;
}

std::string kind_of(StepKind kind) {
  switch (kind) {
    case StepKind::branch:
      return "branch";
    case StepKind::work:
      return "work";
    case StepKind::wait:
      return "wait";
    case StepKind::wait_until:
      return "wait_until";
    case StepKind::meeting:
      return "meeting";
  }
  return {};
}

void describe_status(const StatusDefinition& status, const std::function<void(ObjectInfo)>& add) {
  const std::string path = "status." + status.name;
  ObjectInfo info = object(path, "status", status.name, status.label);
  info.has_benefit = status.benefit.has_value();
  add(std::move(info));
  for (const ExitDefinition& exit : status.exits) {
    add(object(path + ".exit." + exit.name, "exit", exit.name, exit.label));
  }
  for (const DutyDefinition& duty : status.duties) {
    ObjectInfo duty_info = object(path + ".duty." + duty.name, "duty", duty.name, duty.label);
    duty_info.has_deadline = true;
    add(std::move(duty_info));
  }
}

/// Whether some case of `pool` names a pool outside the municipality.
bool is_outside(const Choice<std::string>& pool, const Definitions& rules) {
  bool outside = false;
  for_each_value(pool, [&](const Sourced<std::string>& name) {
    const auto is_it = [&](const PoolDefinition& other) { return other.outside && other.name == name.value; };
    outside = outside || std::ranges::any_of(rules.pools, is_it);
  });
  return outside;
}

void describe_procedure(const ProcedureDefinition& procedure, const Definitions& rules,
                        const std::function<void(ObjectInfo)>& add) {
  const std::string path = "procedure." + procedure.name;
  add(object(path, "procedure", procedure.name, procedure.label));
  for (const StepDefinition& step : procedure.steps) {
    ObjectInfo info = object(path + ".step." + step.name, "step", step.name, step.label);
    info.detail = kind_of(step.kind);
    info.cause = step.cause;
    info.outside = step.kind == StepKind::work && is_outside(step.work.pool, rules);
    info.has_deadline = step.deadline.has_value();
    add(std::move(info));
  }
}

/// Objects of all arms, each as the first arm that has it says.
std::vector<ObjectInfo> describe_objects(const Model& model) {
  std::vector<ObjectInfo> objects;
  std::set<std::string> seen;
  const std::function<void(ObjectInfo)> add = [&](ObjectInfo info) {
    if (seen.insert(info.path).second) objects.push_back(std::move(info));
  };
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) {
      const Definitions& rules = version.definitions;
      for (const auto& arrival : rules.arrivals) {
        add(object("arrival." + arrival.name, "arrival", arrival.name, arrival.label));
      }
      for (const auto& status : rules.statuses) describe_status(status, add);
      for (const auto& procedure : rules.procedures) describe_procedure(procedure, rules, add);
      for (const auto& pool : rules.pools) {
        ObjectInfo info = object("pool." + pool.name, "pool", pool.name, pool.label);
        info.outside = pool.outside;
        add(std::move(info));
      }
      for (const auto& meeting : rules.meetings) {
        add(object("meeting." + meeting.name, "meeting", meeting.name, meeting.label));
      }
    }
  }
  add(object("total", "total", "total", {"I alt", "Total"}));
  std::ranges::sort(objects, {}, &ObjectInfo::path);
  return objects;
}

/// The baseline's values, then of each other arm those that its trials have set.
std::vector<ValueInfo> describe_values(const Model& model) {
  std::vector<ValueInfo> values;
  std::set<std::pair<std::string, Place>> seen;
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    for (const LocatedValue* located : model.arms[arm].versions.back().definitions.values_by_path()) {
      const Origin& origin = located->origin;
      if (!seen.insert({located->path, origin.place}).second) continue;
      ValueInfo info;
      info.path = located->path;
      info.text = origin.text;
      const Provenance& provenance = origin.provenance();
      info.low = provenance.low;
      info.high = provenance.high;
      info.source = provenance.source;
      info.quote = provenance.quote;
      info.note = provenance.note;
      info.assumed = provenance.assumed;
      info.line = origin.place.line;
      if (origin.place.file < model.files.size()) info.file = model.files[origin.place.file].path;
      if (arm > 0) info.arm = model.arms[arm].name;
      values.push_back(std::move(info));
    }
  }
  return values;
}

std::vector<ArmInfo> describe_arms(const Model& model) {
  std::vector<ArmInfo> arms;
  for (const ArmDefinition& arm : model.arms) {
    ArmInfo info{
        arm.name, shown(arm.label.da, arm.label.en, arm.name), shown(arm.label.en, arm.label.da, arm.name), {}};
    for (const TrialDefinition& trial : arm.trials) {
      info.trials.push_back({trial.id, trial.file, trial.title.da, trial.title.en, trial.relaxes});
    }
    arms.push_back(std::move(info));
  }
  return arms;
}

std::string name_of(TargetDefinition::Kind kind) {
  switch (kind) {
    case TargetDefinition::Kind::hard:
      return "hard";
    case TargetDefinition::Kind::soft:
      return "soft";
    case TargetDefinition::Kind::mechanical:
      return "mechanical";
  }
  return {};
}

std::vector<TargetInfo> describe_targets(const Model& model) {
  std::vector<TargetInfo> targets;
  for (const TargetDefinition& target : model.targets) {
    TargetInfo info;
    info.name = target.name;
    info.label_da = shown(target.label.da, target.label.en, target.name);
    info.label_en = shown(target.label.en, target.label.da, target.name);
    info.of = target.of;
    info.measure = target.measure;
    info.group = target.group;
    info.per = target.per;
    info.arms = target.arms;
    if (target.value) info.value = target.value->value;
    info.within = target.within.value_or(kUndefined);
    info.below = target.below.value_or(kUndefined);
    info.above = target.above.value_or(kUndefined);
    info.sign = target.sign;
    info.kind = name_of(target.kind);
    info.falsification = target.falsification;
    info.source = target.origin.provenance().source;
    info.quote = target.origin.provenance().quote;
    info.note_da = target.note.da;
    info.note_en = target.note.en;
    targets.push_back(std::move(info));
  }
  return targets;
}

}  // namespace

std::vector<RankingInfo> describe_rankings(const Model& model) {
  std::vector<RankingInfo> rankings;
  for (const RankingDefinition& ranking : model.report.rankings) {
    rankings.push_back({shown(ranking.label.da, ranking.label.en, {}), shown(ranking.label.en, ranking.label.da, {}),
                        ranking.measures, ranking.more_is_better});
  }
  return rankings;
}

Results describe(const Model& model, const std::string& scenario) {
  Results results;
  results.run.scenario = scenario;
  results.run.title_da = shown(model.title.da, model.title.en, scenario);
  results.run.title_en = shown(model.title.en, model.title.da, scenario);
  results.run.note_da = model.note.da;
  results.run.note_en = model.note.en;
  results.run.start = model.run.start;
  results.run.warm_up = model.run.warm_up;
  results.run.length = model.run.length;
  results.run.run_out = model.run.run_out;
  results.run.seed = model.run.seed;
  results.arms = describe_arms(model);
  results.objects = describe_objects(model);
  results.values = describe_values(model);
  for (const auto& [id, source] : model.sources) {
    results.sources.push_back({id, source.title, source.file, source.date, source.address});
  }
  results.targets = describe_targets(model);
  results.rankings = describe_rankings(model);
  return results;
}

}  // namespace sagsflow
