#pragma once

#include <functional>
#include <optional>
#include <string>

#include "models/process/model.h"

namespace sagsflow {

// Which of an arm's rule sets say at a date what is not one citizen's: who comes, and what is there to meet them.

/// The rules for everyone: the last that have no `when`.
const Version& for_everyone(const ArmDefinition& arm, Time date);

/// The rules for the part of a pool or a meeting that is for citizens with this value of `per`; both are empty where
/// there are no parts.
const Version& for_part(const ArmDefinition& arm, Time date, const std::string& per, const std::string& value);

/// Whether the rules of a version apply to that part; nothing where its `when` goes by something else.
std::optional<bool> applies_to_part(const Version& version, const std::string& per, const std::string& value);

/// The rules of those citizens for whom there is something, in the part of it, that the part's own rules do not have;
/// nullptr: of nobody.
const Version* for_whom_it_is_new(const ArmDefinition& arm, Time date, const std::string& per, const std::string& value,
                                  const std::function<bool(const Definitions&)>& has_it);

}  // namespace sagsflow
