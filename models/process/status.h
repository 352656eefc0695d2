#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/language/choice.h"
#include "models/language/node.h"
#include "models/language/quantity.h"
#include "models/language/reading.h"
#include "models/process/definition_list.h"
#include "models/process/known_definitions.h"

namespace sagsflow {

/// What a flag or an attribute does to the speed of an exit's clock while it is up.
struct SpeedFactor {
  std::string trait;  ///< a flag, or an attribute that is true
  Sourced<double> factor;
};

/// `[status.X.exit.Y]`: one of the ways out, the earliest wins.
struct ExitDefinition {
  std::string name;
  Place place;
  Label label;
  Choice<Shares> to;
  Choice<Clock> after;
  Condition when;  ///< the clock runs only while it holds
  std::vector<SpeedFactor> speed;
  std::vector<Assignment> set;
  std::string law;
};

/// `[status.X.duty.D]`: a statutory obligation with a cadence.
struct DutyDefinition {
  std::string name;
  Place place;
  Label label;
  Choice<std::string> procedure;
  Choice<Clock> first;
  std::optional<Choice<Clock>> every;  ///< absent: once
  bool counted_from_due = false;       ///< `counted = "due"`; default "held"
  Choice<Length> ahead;                ///< default none
  Choice<Length> deadline;             ///< default none: late when not held at the due time
  std::optional<Choice<double>> times;
  std::optional<Choice<Length>> until;
  std::optional<Choice<Length>> series_continue;
  Condition when;
  std::string law;
};

/// `[status.X]`: what the citizen lives on.
struct StatusDefinition {
  std::string name;
  Place place;
  Label label;
  bool final = false;
  std::optional<Choice<MoneyRate>> benefit;
  std::vector<Choice<std::string>> on_enter;  ///< procedures, started in this order
  DefinitionList<ExitDefinition> exits;
  DefinitionList<DutyDefinition> duties;
};

/// Reads `[status.X]` with its exits and duties, those that are known once.
StatusDefinition read_status(const Node& node, const std::string& path, Reading& reading,
                             KnownDefinitions<ExitDefinition>& exits, KnownDefinitions<DutyDefinition>& duties);

}  // namespace sagsflow
