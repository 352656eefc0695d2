#include "models/process/arm.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/names.h"
#include "models/language/values.h"
#include "models/process/evidence.h"
#include "models/process/merging.h"
#include "models/process/written_rules.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostVersions = 64;
constexpr std::size_t kMostDated = 12;

/// What only the scenario itself may say.
void refuse_scenario_keys(const Node& document, Diagnostics& diagnostics) {
  for (const std::string_view key : {"arm", "run", "report", "title", "note"}) {
    const Node* node = document.find(key);
    if (node) diagnostics.error(node->key_place, fmt::format("a trial has \"{}\", expected it in the scenario", key));
  }
}

std::vector<std::pair<std::string, Place>> removals_of(const Node& trial) {
  std::vector<std::pair<std::string, Place>> removals;
  const Node* remove = trial.find("remove");
  if (!remove) return removals;
  for (const Node& path : remove->children) removals.emplace_back(path.text, path.place);
  return removals;
}

std::optional<TrialUse> read_trial_file(const Node& reference, Loader& loader, Reading& reading) {
  auto document = loader.load_reference(reference);
  if (!document) return std::nullopt;
  TrialUse use{std::move(*document), {}, std::nullopt, {}};
  refuse_scenario_keys(use.document, reading.diagnostics);
  const Node* trial = use.document.find("trial");
  if (trial) {
    use.trial = read_trial(*trial, "trial", reading);
    use.trial.removes = removals_of(*trial);
    use.trial.files = files_of(use.document);
  } else {
    reading.diagnostics.error(reference.place,
                              fmt::format("\"{}\" has no [trial], expected one with its id", reference.text));
  }
  use.trial.file = reference.text;
  return use;
}

std::optional<TrialUse> read_trial_use(const Node& node, const std::string& path, Loader& loader, Reading& reading) {
  if (!node.is(Node::Kind::table)) return read_trial_file(node, loader, reading);
  TableReader table(node, path, reading);
  const Node* file = table.require("file");
  auto use = file ? read_trial_file(*file, loader, reading) : std::nullopt;
  const auto from = table.optional("from", read_date);
  const auto when = table.optional("when", read_condition);
  table.finish();
  if (!use) return std::nullopt;
  use->from = from;
  if (when) use->when = *when;
  return use;
}

ArmPlan read_arm(const Node& node, Loader& loader, Diagnostics& diagnostics) {
  ArmPlan arm{"", {}, node.place, false, {}, Reading{diagnostics, {}, {}, {}}};
  TableReader table(node, "arm", arm.reading);
  arm.name = table.required("name", read_text);
  arm.label = table.value_or("label", read_label, Label{});
  arm.last_wins = table.value_or("last_wins", read_boolean, false);
  if (const Node* trials = table.find("trials")) {
    if (!trials->is(Node::Kind::array)) {
      diagnostics.error(trials->place, fmt::format("expected an array of trials, got {}", trials->described()));
    }
    for (const Node& trial : trials->children) {
      auto use =
          trials->is(Node::Kind::array) ? read_trial_use(trial, "arm.trials", loader, arm.reading) : std::nullopt;
      if (!use) continue;
      const auto same = [&](const TrialUse& other) {
        return !other.trial.id.empty() && other.trial.id == use->trial.id;
      };
      if (std::ranges::any_of(arm.trials, same)) {
        diagnostics.error(trial.place, fmt::format("trial \"{}\" is already in this arm", use->trial.id));
      }
      arm.trials.push_back(std::move(*use));
    }
  }
  table.finish();
  return arm;
}

void check_arm_name(const ArmPlan& arm, const std::vector<ArmPlan>& earlier, Diagnostics& diagnostics) {
  const std::string problem = problem_of_name(arm.name);
  if (!arm.name.empty() && !problem.empty()) {
    diagnostics.error(arm.place, fmt::format("the arm's name \"{}\" {}", arm.name, problem));
  }
  if (std::ranges::count(earlier, arm.name, &ArmPlan::name) > 0) {
    diagnostics.error(arm.place, fmt::format("a second arm \"{}\", expected names that differ", arm.name));
  }
}

/// Whether a citizen can have a value of every clause of both.
bool can_both_hold(const Condition& one, const Condition& other) {
  for (const Clause& a : one) {
    for (const Clause& b : other) {
      const auto in_b = [&](const std::string& value) { return std::ranges::count(b.values, value) > 0; };
      if (a.trait == b.trait && std::ranges::none_of(a.values, in_b)) return false;
    }
  }
  return true;
}

/// Which of an arm's dated trials are never in force together for anyone, told without laying them together: of eleven
/// municipalities with a trial each, 2,036 sets of 2,048 hold two at least.
class Exclusions {
 public:
  Exclusions(const ArmPlan& arm, const std::vector<std::size_t>& dated) {
    for (const std::size_t one : dated) {
      std::uint64_t& excluded = excluded_.emplace_back(0);
      for (std::size_t i = 0; i < dated.size(); ++i) {
        const bool together = can_both_hold(arm.trials[one].when, arm.trials[dated[i]].when);
        if (!together) excluded |= std::uint64_t{1} << i;
      }
    }
  }

  bool allow(std::uint64_t chosen) const {
    for (std::size_t i = 0; i < excluded_.size(); ++i) {
      if ((chosen >> i & 1) != 0 && (chosen & excluded_[i]) != 0) return false;
    }
    return true;
  }

 private:
  std::vector<std::uint64_t> excluded_;  ///< by dated trial: a bit for each, itself where nobody is under it
};

/// Whether a trial that is not in the set would be in force whenever the set is.
bool is_implied(const TrialUse& trial, const VersionPlan& version) {
  if (trial.from && (!version.from || *trial.from > *version.from)) return false;
  return std::ranges::all_of(trial.when, [&](const Clause& clause) {
    return std::ranges::any_of(version.when, [&](const Clause& other) {
      return other.trait == clause.trait && other.values == clause.values;
    });
  });
}

VersionPlan version_of(const ArmPlan& arm, const std::vector<std::size_t>& dated, std::uint64_t chosen) {
  VersionPlan version;
  for (std::size_t i = 0; i < arm.trials.size(); ++i) {
    const TrialUse& trial = arm.trials[i];
    const auto at = std::ranges::find(dated, i);
    if (at != dated.end() && !(chosen >> (at - dated.begin()) & 1)) continue;
    version.trials.push_back(i);
    if (trial.from && (!version.from || *trial.from > *version.from)) version.from = trial.from;
    version.when.insert(version.when.end(), trial.when.begin(), trial.when.end());
  }
  return version;
}

}  // namespace

std::vector<ArmPlan> read_arms(const Node* arms, Loader& loader, Diagnostics& diagnostics) {
  std::vector<ArmPlan> plans;
  if (!arms) {
    plans.push_back({"baseline", {}, {}, false, {}, Reading{diagnostics, {}, {}, {}}});
    return plans;
  }
  if (!arms->is(Node::Kind::array)) {
    diagnostics.error(arms->place, "expected [[arm]], one for each arm");
    return plans;
  }
  for (const Node& node : arms->children) {
    ArmPlan arm = read_arm(node, loader, diagnostics);
    check_arm_name(arm, plans, diagnostics);
    plans.push_back(std::move(arm));
  }
  return plans;
}

std::vector<VersionPlan> versions_of(const ArmPlan& arm, Diagnostics& diagnostics) {
  std::vector<std::size_t> dated;
  for (std::size_t i = 0; i < arm.trials.size(); ++i) {
    if (arm.trials[i].from || !arm.trials[i].when.empty()) dated.push_back(i);
  }
  std::vector<VersionPlan> versions;
  if (dated.size() > kMostDated) {
    diagnostics.error(arm.place, fmt::format("arm \"{}\" has {} trials with \"from\" or \"when\", the limit is {}",
                                             arm.name, dated.size(), kMostDated));
    return {version_of(arm, dated, 0)};
  }
  const Exclusions exclusions(arm, dated);
  for (std::uint64_t chosen = 0; chosen < std::uint64_t{1} << dated.size(); ++chosen) {
    if (!exclusions.allow(chosen)) continue;
    VersionPlan version = version_of(arm, dated, chosen);
    const auto outside_but_implied = [&](std::size_t i) {
      return std::ranges::count(version.trials, i) == 0 && is_implied(arm.trials[i], version);
    };
    if (std::ranges::any_of(dated, outside_but_implied)) continue;
    versions.push_back(std::move(version));
    if (versions.size() <= kMostVersions) continue;
    diagnostics.error(arm.place, fmt::format("arm \"{}\" has more than {} sets of trials that can be in force together",
                                             arm.name, kMostVersions));
    break;
  }
  return versions;
}

Node merged_document(const Node& law, const ArmPlan& arm, const VersionPlan& version, Diagnostics& diagnostics) {
  Overlay overlay(law, merge_schema(), diagnostics);
  if (arm.last_wins) overlay.let_last_win();
  for (const std::size_t i : version.trials) {
    const TrialUse& use = arm.trials[i];
    const std::string writer = use.trial.id.empty() ? use.trial.file : use.trial.id;
    const Node* trial = use.document.find("trial");
    const Node* remove = trial ? trial->find("remove") : nullptr;
    if (remove) overlay.remove(*remove, writer);
    Node rules = use.document;
    std::erase_if(rules.children.own(), [](const Node& child) { return child.key == "trial"; });
    overlay.merge(rules, writer);
  }
  return overlay.document();
}

}  // namespace sagsflow
