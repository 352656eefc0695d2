#pragma once

#include <string>

#include "models/results/results.h"
#include "output/language.h"

namespace sagsflow {

/// "Rehabiliteringsmøde (JAF-visitation)": a step, a duty or an exit with what it belongs to.
std::string label_of(const Results& results, const ObjectInfo& object, Language language);
/// Without what it belongs to.
std::string short_label_of(const ObjectInfo& object, Language language);

/// The label, or the name when there is none.
std::string label_of(const ArmInfo& arm, Language language);
/// What stands over the arm's column: the label if it is short enough, else what comes before its colon if no other
/// arm has the same there, else the name.
std::string column_name_of(const Results& results, std::size_t arm, Language language);
/// A line for each arm whose column has not its whole label: "Forsøg: første JAF uden om teamet".
std::string column_names_text(const Results& results, Language language);

std::string label_of(const TargetInfo& target, Language language);

/// The length of the window in years of 365.25 days.
double window_years(const Results& results);
/// Replications of the baseline.
std::size_t replications_of(const Results& results);

}  // namespace sagsflow
