#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/description/rules_account.h"
#include "models/process/model.h"

namespace sagsflow {

/// Whether a path is the pattern or below it: "*" in a part stands for any letters of it.
bool path_matches(std::string_view path, std::string_view pattern);

/// The values of an arm at or below the pattern, an empty one: all; with what they are elsewhere. An arm with several
/// sets of trials is shown with the largest of them in force.
RulesAccount rules_account(const Model& model, std::size_t arm, std::string_view pattern);

/// Where nothing matches the pattern: the nearest path that is there, or empty.
std::string nearest_path(const Model& model, std::size_t arm, std::string_view pattern);

}  // namespace sagsflow
