#pragma once

#include "models/process/definitions.h"

namespace sagsflow {

// Whether two rules say the same; where they stand, what they are called and where their numbers come from does not
// matter.

/// Of the times at which citizens arrive, and how many: not of their status and traits.
bool same_times(const ArrivalDefinition& a, const ArrivalDefinition& b);
bool same(const StockDefinition& a, const StockDefinition& b);
bool same_shares(const TraitDefinition& a, const TraitDefinition& b);
bool same(const CalendarDefinition& a, const CalendarDefinition& b);
bool same(const PoolDefinition& a, const PoolDefinition& b);
bool same(const MeetingDefinition& a, const MeetingDefinition& b);

}  // namespace sagsflow
