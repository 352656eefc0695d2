#include "models/process/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/language/loader.h"
#include "models/language/values.h"
#include "models/process/arm.h"
#include "models/process/checks.h"
#include "models/process/evidence.h"
#include "models/process/merging.h"
#include "models/process/named.h"
#include "models/process/report.h"
#include "models/process/run.h"

namespace sagsflow {
namespace {

/// What stands in a scenario beside the rules.
const std::vector<std::string> kOtherKeys{"title", "note", "run", "report", "arm", "source", "target"};

constexpr std::size_t kMostValues = 1'000'000;

class ModelReader {
 public:
  ModelReader(const Node& law, Loader& loader, Diagnostics& diagnostics)
      : law_(law), law_files_(diagnostics.files().size()), loader_(loader), diagnostics_(diagnostics) {}

  Model read() {
    Reading reading{diagnostics_, {}, {}, {}};
    TableReader scenario(law_, "", reading);
    model_.title = scenario.value_or("title", read_label, Label{});
    model_.note = scenario.value_or("note", read_label, Label{});
    model_.run = scenario.required("run", read_run);
    model_.report = scenario.value_or("report", read_report, ReportDefinition{});
    scenario_names_ = reading.names;
    std::vector<ArmPlan> arms = read_arms(scenario.find("arm"), loader_, diagnostics_);
    collect_sources(law_);
    for (const ArmPlan& arm : arms) {
      for (const TrialUse& use : arm.trials) collect_sources(use.document);
    }
    check_arms(model_.run, law_, arms.size(), diagnostics_);
    if (may_be_read(arms)) {
      for (const ArmPlan& arm : arms) read_arm_rules(arm);
      check_targets(model_, diagnostics_);
      check_rankings(model_, diagnostics_);
    }
    model_.files = diagnostics_.files();
    return std::move(model_);
  }

 private:
  /// Whether the rule sets of all arms are not too many to be read and kept.
  bool may_be_read(const std::vector<ArmPlan>& arms) {
    const std::size_t law = law_.count();
    std::size_t values = 0;
    for (const ArmPlan& arm : arms) {
      Diagnostics said_later;
      values += versions_of(arm, said_later).size() * law;
    }
    if (values <= kMostValues) return true;
    diagnostics_.error(arms.back().place,
                       fmt::format("some {} values in the rules of all arms, the limit is {}", values, kMostValues));
    return false;
  }

  void read_arm_rules(const ArmPlan& plan) {
    ArmDefinition arm{plan.name, plan.label, {}, {}};
    for (const TrialUse& use : plan.trials) arm.trials.push_back(use.trial);
    diagnostics_.enter_arm(model_.arms.empty() ? "" : plan.name, law_files_);
    for (const VersionPlan& version : versions_of(plan, diagnostics_)) {
      Node document = merged_document(law_, plan, version, diagnostics_);
      Definitions rules = read_rules(document, plan, !version.trials.empty());
      arm.versions.push_back({version.from, version.when, std::move(rules), std::move(document)});
    }
    diagnostics_.enter_arm("");
    model_.arms.push_back(std::move(arm));
  }

  Definitions read_rules(const Node& document, const ArmPlan& plan, bool has_trials) {
    Reading reading{diagnostics_, {}, scenario_names_, plan.reading.traits};
    std::ranges::copy(plan.reading.names, std::back_inserter(reading.names));
    const std::size_t errors = diagnostics_.errors_told();
    read_evidence(document, reading);
    RulesRead read = definitions_.read(document, kOtherKeys, reading);
    Definitions& rules = read.rules;
    const Examined examined{rules, read.gathered, sources_, law_files_, has_trials, diagnostics_};
    if (diagnostics_.errors_told() != errors) {
      check_names(examined);
      check_traits(examined);
    } else {
      check_rules(examined);
      check_size(model_.run, rules, diagnostics_);
      check_report(model_.report, rules, diagnostics_);
    }
    return std::move(rules);
  }

  void collect_sources(const Node& document) {
    const Node* sources = document.find("source");
    if (!sources) return;
    for (const Node& source : sources->children) sources_.add(source.key);
  }

  /// Sources and targets of one arm's document; those of earlier arms stay.
  void read_evidence(const Node& document, Reading& reading) {
    TableReader table(document, "", reading);
    if (const Node* sources = table.find("source")) {
      TableReader entries(*sources, "source", reading);
      for (const Node* entry : entries.rest()) read_cited(*entry, entries.path_of(entry->key), reading);
    }
    for (TargetDefinition& target : read_all(table, "target", read_target)) {
      if (std::ranges::count(model_.targets, target.name, &TargetDefinition::name) > 0) continue;
      model_.targets.push_back(std::move(target));
    }
  }

  /// A source that stands where it was read before, without a word, says nothing new.
  void read_cited(const Node& entry, const std::string& path, Reading& reading) {
    const auto known = sources_read_.find(entry.key);
    const bool is_new = known == sources_read_.end() || !entry.is_table_itself(known->second);
    if (!is_new && diagnostics_.key_log() == nullptr) return;
    const std::size_t told = diagnostics_.told();
    model_.sources.try_emplace(entry.key, read_source(entry, path, reading));
    if (diagnostics_.told() == told) sources_read_.insert_or_assign(entry.key, entry);
  }

  const Node& law_;
  const std::size_t law_files_;
  Loader& loader_;
  Diagnostics& diagnostics_;
  Model model_;
  DefinitionsReader definitions_;
  std::vector<NameUse> scenario_names_;  ///< that `[run]` and `[report]` use
  SourceNames sources_;
  std::map<std::string, Node> sources_read_;  ///< as they stood
};

}  // namespace

std::optional<Model> read_model(const std::string& scenario, Source& source, Diagnostics& diagnostics) {
  Loader loader(source, merge_schema(), diagnostics);
  const auto law = loader.load(scenario);
  if (!law) return std::nullopt;
  Model model = ModelReader(*law, loader, diagnostics).read();
  if (diagnostics.has_errors()) return std::nullopt;
  return model;
}

}  // namespace sagsflow
