#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/process/definitions.h"
#include "models/process/known_definitions.h"

namespace sagsflow {

/// A rule set, and what it uses but may not define.
struct RulesRead {
  Definitions rules;
  std::vector<std::shared_ptr<const Gathered>> gathered;  ///< in the order in which it was read
};

/// Reads one rule set after another. What no trial touches is read once, and shared: definitions, and of one that
/// is touched the steps, the exits and the duties that are not.
class DefinitionsReader {
 public:
  /// The rules of a merged document; `other_keys` stand in it beside them. What `reading` has gathered is taken along.
  RulesRead read(const Node& document, const std::vector<std::string>& other_keys, Reading& reading);

 private:
  KnownDefinitions<TraitDefinition> traits_;
  KnownDefinitions<ArrivalDefinition> arrivals_;
  KnownDefinitions<StockDefinition> stocks_;
  KnownDefinitions<ExitDefinition> exits_;
  KnownDefinitions<DutyDefinition> duties_;
  KnownDefinitions<StatusDefinition> statuses_;
  KnownDefinitions<StepDefinition> steps_;
  KnownDefinitions<ProcedureDefinition> procedures_;
  KnownDefinitions<CalendarDefinition> calendars_;
  KnownDefinitions<PoolDefinition> pools_;
  KnownDefinitions<MeetingDefinition> meetings_;
};

}  // namespace sagsflow
