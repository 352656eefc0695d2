#pragma once

#include <set>
#include <vector>

#include "models/load/rule_set.h"

namespace sagsflow {

/// By version and status: the slots that a stay there, and what it may start, goes by.
std::vector<std::vector<std::set<int>>> slots_of_stays(const std::vector<RuleSet>& sets);

/// What matters wherever a citizen is: which version it meets, and whose capacity it takes.
std::set<int> slots_everywhere(const ArmDefinition& arm, const std::vector<RuleSet>& sets);

/// By status: the slots that still matter to one who enters it. Citizens who differ only in others have the same way
/// before them and may be counted as one: their chain is ordinarily lumpable (Kemeny & Snell 1960, theorem 6.3.2).
std::vector<std::set<int>> slots_ahead(const ArmDefinition& arm, const std::vector<RuleSet>& sets,
                                       const std::vector<std::vector<std::set<int>>>& of_stays);

}  // namespace sagsflow
