#pragma once

#include <string>
#include <vector>

#include "models/description/written_value.h"
#include "output/evidence.h"

namespace sagsflow {

/// A scenario's evidence with the fingerprint of every file it was read from.
struct DocumentedScenario {
  ScenarioEvidence evidence;
  std::string fingerprint;
};

/// What docs/evidence.md is made of.
struct EvidenceDocument {
  std::vector<DocumentedScenario> scenarios;
  std::vector<Named> sources;            ///< those that targets name: id and title
  std::vector<WrittenValue> calibrated;  ///< values that were chosen so that a target comes out
};

/// The page, in Markdown: English, with the targets' labels in English and the sources' words as they are. Equal input
/// gives equal bytes; it knows no time, machine or version.
std::string evidence_document(const EvidenceDocument& document);

/// One scenario's part of the page, from its heading on.
std::string scenario_section(const DocumentedScenario& scenario);
/// The beginning of a target's row, which needs no run: target, kind, source and quote, what the document says.
std::string target_cells(const TargetInfo& target);
/// A calibrated value's row.
std::string calibration_row(const WrittenValue& value);

}  // namespace sagsflow
