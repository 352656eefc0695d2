#pragma once

#include "models/process/model.h"
#include "models/results/load.h"

namespace sagsflow {

/// What the rules lead to expect in the long run in each arm: the traffic equations of statuses and procedures, and
/// what they ask of pools and meetings. Queues are left out. More kinds of citizens than `most_profiles` are averaged.
Load load_of(const Model& model, std::size_t most_profiles = 4096);

}  // namespace sagsflow
