#pragma once

#include <string>
#include <vector>

#include "models/description/change.h"
#include "models/process/model.h"
#include "models/process/written_rules.h"

namespace sagsflow {

/// Every difference of two sets of rules, of every key of the language, in the order of the first one's files; what
/// only the second has comes after its neighbours. A new or removed thing is one change with all its values; the steps
/// of a new procedure are changes of their own.
std::vector<Change> changes_between(const WrittenRules& before, const WrittenRules& after);

/// What one arm's trials make of another arm's rules. Both are indices into the model's arms.
Amendment amendment_between(const Model& model, std::size_t law, std::size_t arm);

/// The paths of the things whose rules differ between two arms at any time and for anyone: "procedure.P.step.S",
/// "status.X.exit.Y", "status.X.duty.D", "status.X", "pool.X", "refund" …, in order of name. Labels, citations and
/// ranges are no rules.
std::vector<std::string> differing_rules(const Model& model, std::size_t law, std::size_t arm);

}  // namespace sagsflow
