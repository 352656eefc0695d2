#pragma once

#include "models/language/overlay.h"

namespace sagsflow {

/// Which tables of a scenario are collections of named things and merge by name and key; every other key is a value.
const MergeSchema& merge_schema();

}  // namespace sagsflow
