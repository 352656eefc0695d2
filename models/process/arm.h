#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/language/loader.h"
#include "models/language/reading.h"
#include "models/process/model.h"

namespace sagsflow {

/// A trial as an arm uses it.
struct TrialUse {
  Node document;
  TrialDefinition trial;
  std::optional<Time> from;
  Condition when;
};

/// An arm as the scenario writes it: which trials, from when and for whom.
struct ArmPlan {
  std::string name;
  Label label;
  Place place;
  bool last_wins = false;
  std::vector<TrialUse> trials;
  Reading reading;  ///< what its conditions use
};

/// Reads `[[arm]]` and the trials' files; without any, one arm with the law alone. A trial that cannot be read is an
/// error and left out.
std::vector<ArmPlan> read_arms(const Node* arms, Loader& loader, Diagnostics& diagnostics);

/// Indices into an arm's trials: those in force together, from this date and for whom `when` holds.
struct VersionPlan {
  std::vector<std::size_t> trials;
  std::optional<Time> from;
  Condition when;
};

/// Every set of the arm's trials that can be in force together, larger sets after smaller; more than 64 are an error.
std::vector<VersionPlan> versions_of(const ArmPlan& arm, Diagnostics& diagnostics);

/// The law with these trials laid over it, in order.
Node merged_document(const Node& law, const ArmPlan& arm, const VersionPlan& version, Diagnostics& diagnostics);

}  // namespace sagsflow
