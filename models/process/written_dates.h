#pragma once

#include <string>

#include "sim/engine/time.h"

namespace sagsflow {

/// "2018-07-01"
std::string written_date(Time time);

}  // namespace sagsflow
