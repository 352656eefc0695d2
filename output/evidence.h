#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/results/evaluate.h"
#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// A scenario's targets held against what its run gave, or why it gave nothing.
struct ScenarioEvidence {
  std::string scenario;  ///< the file as named on the command line
  std::string title_da, title_en;
  std::size_t replications = 0;
  std::vector<TargetInfo> targets;
  std::vector<TargetOutcome> outcomes;  ///< by target; empty when the run gave nothing
  std::string failure;                  ///< then why
};

ScenarioEvidence evidence_of(const Results& results);

/// Of the target of that number; not measured where the run gave nothing.
TargetOutcome outcome_of(const ScenarioEvidence& evidence, std::size_t target);

/// How the targets of some scenarios come out.
struct EvidenceSum {
  std::size_t targets = 0, met = 0;
  std::size_t binding_missed = 0;  ///< missed or not measured: hard and mechanical ones, and checks
  std::size_t checks = 0;          ///< falsification checks
  std::size_t checks_held = 0;
  std::size_t failed = 0;  ///< scenarios that gave nothing
};

EvidenceSum sum_of(const std::vector<ScenarioEvidence>& evidence);

/// What `validate` prints, one table: each target, what the document says, what the model gives with its interval, and
/// whether that is inside; below it source, quote and the scenario's note on why. Several scenarios have a heading
/// each.
std::string evidence_text(const std::vector<ScenarioEvidence>& evidence, Language language, std::size_t width);

/// What the document says: "60 ± 5", "at most 14", "falls".
std::string in_document(const TargetInfo& target, Language language);
std::string kind_of(const TargetInfo& target, Language language);
std::string verdict_text(TargetOutcome::Verdict verdict, Language language);
/// The scenario's note in this language, else in the other; without one, that a target that is not met has none.
std::string reason_of(const TargetInfo& target, TargetOutcome::Verdict verdict, Language language);

}  // namespace sagsflow
