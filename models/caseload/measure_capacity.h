#pragma once

#include <cstdint>

#include "models/caseload/compiled_model.h"
#include "models/caseload/measure_list.h"

namespace sagsflow {

/// The measures of pools and meetings, each as a whole and, where it is split, by its parts.
void measure_capacity(const CompiledModel& model, MeasureList& list);

/// Those of a group of citizens by this trait: what is done for them. What is split by the same trait has its parts
/// already.
void measure_capacity_of_group(const CompiledModel& model, std::uint32_t trait, MeasureList& list);

}  // namespace sagsflow
