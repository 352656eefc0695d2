#pragma once

#include <string>
#include <vector>

#include "cli/settings.h"
#include "models/process/model.h"
#include "output/evidence_document.h"

namespace sagsflow {

/// The files directly in the folder that have targets, by name.
std::vector<std::string> bundled_scenarios(const std::string& folder);

/// The SHA-256 over a line "SHA-256  path" for each file that the model was read from, in the order of their paths.
std::string fingerprint_of(const Model& model);

struct EvidenceRun {
  EvidenceDocument document;
  int code = 0;  ///< kBadScenario or kRunFailed when a scenario gave nothing; the others are there all the same
};

struct EvidenceWish {
  std::vector<std::string> scenarios;
  bool run = true;  ///< else only what the documents say
};

/// Runs each scenario, with a progress line over all of them on a terminal. One that cannot be read or run is reported
/// and does not lose the others.
EvidenceRun run_evidence(const EvidenceWish& wish, const Settings& settings);

}  // namespace sagsflow
