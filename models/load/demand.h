#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/load/flows.h"
#include "models/process/run.h"

namespace sagsflow {

/// What the flows ask of pools and meetings in a year, and what there is.
struct Demand {
  std::vector<PoolLoad> pools;
  std::vector<MeetingLoad> meetings;
};

/// Pools and meetings are those of the last version.
Demand demand_of(const Flows& flows, const std::vector<RuleSet>& sets);

/// Means of a calendar over the run's window.
MeanOpening mean_opening(const CalendarDefinition& calendar, const RunDefinition& run);
/// Calendar days for each day that the run's calendar is open.
double days_of_working_day(const Definitions& rules, const RunDefinition& run);

/// The probability that a session is held, and of each member that it is there when one is.
struct Presence {
  double held = 1;
  std::map<std::string, double> there;
};
Presence presence_of(const MeetingDefinition& meeting);

/// Names for people: the label, else the name with blanks.
LoadedObject loaded_object(const std::string& path, const std::string& name, const Label& label);

}  // namespace sagsflow
