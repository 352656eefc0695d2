#include <algorithm>
#include <set>

#include "models/process/changes.h"
#include "models/process/written_dates.h"

namespace sagsflow {
namespace {

/// When rules are in force: from a date on, for those of whom the condition holds.
struct Circumstances {
  std::optional<Time> from;
  Condition when;
};

bool is_in(const Clause& clause, const Condition& condition) {
  return std::ranges::any_of(
      condition, [&](const Clause& other) { return other.trait == clause.trait && other.values == clause.values; });
}

/// Whether `narrow` never holds without `wide`.
template <class A, class B>
bool implies(const A& narrow, const B& wide) {
  if (wide.from && (!narrow.from || *wide.from > *narrow.from)) return false;
  return std::ranges::all_of(wide.when, [&](const Clause& clause) { return is_in(clause, narrow.when); });
}

const Version& version_in_force(const ArmDefinition& arm, const Circumstances& now) {
  const Version* in_force = &arm.versions.front();
  for (const Version& version : arm.versions) {
    if (implies(now, version)) in_force = &version;
  }
  return *in_force;
}

/// Of both arms' versions, each once, those with fewer conditions first.
std::vector<Circumstances> circumstances_of(const ArmDefinition& law, const ArmDefinition& arm) {
  std::vector<Circumstances> all;
  for (const ArmDefinition* each : {&arm, &law}) {
    for (const Version& version : each->versions) {
      const auto same = [&](const Circumstances& other) { return implies(other, version) && implies(version, other); };
      if (std::ranges::none_of(all, same)) all.push_back({version.from, version.when});
    }
  }
  return all;
}

bool alike(const Change& a, const Change& b) {
  const auto same = [](const WrittenValue& one, const WrittenValue& other) {
    return one.path == other.path && one.text == other.text && one.file == other.file && one.line == other.line;
  };
  return a.path == b.path && a.kind == b.kind && std::ranges::equal(a.before, b.before, same) &&
         std::ranges::equal(a.after, b.after, same);
}

std::vector<Change> changes_in(const Model& model, std::size_t law, std::size_t arm, const Circumstances& now) {
  const WrittenRules before(model, model.arms[law], version_in_force(model.arms[law], now));
  const WrittenRules after(model, model.arms[arm], version_in_force(model.arms[arm], now));
  return changes_between(before, after);
}

/// The changes less those of wider circumstances; all of them where one of those does not hold here.
std::vector<Change> news_of(const std::vector<Change>& changes, const std::vector<Change>& known) {
  const auto is_among = [](const Change& change, const std::vector<Change>& others) {
    return std::ranges::any_of(others, [&](const Change& other) { return alike(change, other); });
  };
  if (!std::ranges::all_of(known, [&](const Change& change) { return is_among(change, changes); })) return changes;
  std::vector<Change> news;
  std::ranges::copy_if(changes, std::back_inserter(news),
                       [&](const Change& change) { return !is_among(change, known); });
  return news;
}

Named named_arm(const ArmDefinition& arm) {
  const auto either = [&](const std::string& first, const std::string& second) {
    return !first.empty() ? first : !second.empty() ? second : arm.name;
  };
  return {arm.name, either(arm.label.da, arm.label.en), either(arm.label.en, arm.label.da)};
}

}  // namespace

Amendment amendment_between(const Model& model, std::size_t law, std::size_t arm) {
  const ArmDefinition& after = model.arms[arm];
  Amendment amendment{named_arm(model.arms[law]), named_arm(after), {}, {}};
  for (const TrialDefinition& trial : after.trials) {
    amendment.trials.push_back({trial.id, trial.file, {trial.id, trial.title.da, trial.title.en}, trial.relaxes});
  }
  std::vector<std::pair<Circumstances, std::vector<Change>>> seen;
  for (const Circumstances& now : circumstances_of(model.arms[law], after)) {
    std::vector<Change> changes = changes_in(model, law, arm, now);
    std::vector<Change> known;
    for (const auto& [wider, found] : seen) {
      if (implies(now, wider)) std::ranges::copy(found, std::back_inserter(known));
    }
    AmendmentPart part{now.from ? written_date(*now.from) : std::string(), {}, news_of(changes, known)};
    const WrittenRules rules(model, after, version_in_force(after, now));
    for (const Clause& clause : now.when) {
      part.conditions.emplace_back(rules.named("attribute." + clause.trait), clause.values);
    }
    seen.emplace_back(now, std::move(changes));
    if (!part.changes.empty()) amendment.parts.push_back(std::move(part));
  }
  return amendment;
}

std::vector<std::string> differing_rules(const Model& model, std::size_t law, std::size_t arm) {
  std::set<std::string> paths;
  for (const Circumstances& now : circumstances_of(model.arms[law], model.arms[arm])) {
    for (const Change& change : changes_in(model, law, arm, now)) {
      if (change.concern == Change::Concern::rule) paths.insert(change.object.path);
    }
  }
  return {paths.begin(), paths.end()};
}

}  // namespace sagsflow
