#pragma once

#include <cstddef>
#include <limits>

#include "models/process/model.h"
#include "models/results/load.h"

namespace sagsflow {

/// As many kinds of citizens as are told apart, unless said.
inline constexpr std::size_t kMostProfiles = 4096;

/// What the rules lead to expect in the long run in each arm: the traffic equations of statuses and procedures, and
/// what they ask of pools and meetings. Queues are left out. Of the first `arms` arms; more kinds of citizens than
/// `most_profiles` are averaged.
Load load_of(const Model& model, std::size_t most_profiles = kMostProfiles,
             std::size_t arms = std::numeric_limits<std::size_t>::max());

}  // namespace sagsflow
