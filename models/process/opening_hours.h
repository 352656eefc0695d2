#pragma once

#include "models/process/capacity.h"
#include "sim/capacity/open_hours.h"

namespace sagsflow {

/// When the calendar is open on the days from `begin` to `end`, both included.
OpenHours opening_hours(const CalendarDefinition& calendar, Time begin, Time end);

}  // namespace sagsflow
