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

/// `work = { pool = …, time = … }`
struct Work {
  Choice<std::string> pool;
  Choice<DurationLaw> time;  ///< hours of casework
  std::optional<Choice<double>> priority;
  std::vector<std::string> also;  ///< pools that work jointly
  Place in_days;                  ///< where the time is written in days or longer; line 0: nowhere
};

/// `again = { step = …, times = … }`
struct Again {
  std::string step;
  Choice<double> times;
};

enum class StepKind { branch, work, wait, wait_until, meeting };

/// `[procedure.P.step.S]`
struct StepDefinition {
  std::string name;
  Place place;
  Label label;
  StepKind kind = StepKind::branch;
  Work work;                    ///< of StepKind::work
  Choice<DurationLaw> wait;     ///< of StepKind::wait
  Condition until;              ///< of StepKind::wait_until
  Choice<std::string> meeting;  ///< of StepKind::meeting
  std::string cause;            ///< "document", "outside", "citizen"; empty: by the kind
  std::optional<Choice<Length>> deadline;
  std::optional<Choice<Money>> fee;
  std::string flag;  ///< up while the citizen is in this step; empty: none
  std::optional<Choice<DurationLaw>> patience;
  std::optional<Choice<Shares>> gives_up;  ///< steps, or "end"
  std::vector<std::string> holds;          ///< duties
  std::vector<Assignment> set;
  std::vector<Choice<std::string>> start;  ///< procedures begun beside this one
  std::optional<Again> again;
  std::optional<Choice<Shares>> become;  ///< statuses
  Choice<Shares> next;                   ///< steps, or "end", which is the default
  std::string law;
};

/// `[procedure.P]` (sagsgang)
struct ProcedureDefinition {
  std::string name;
  Place place;
  Label label;
  Choice<std::string> start;  ///< its first step
  bool keep = false;          ///< false: ends when the citizen leaves the status it began in
  DefinitionList<StepDefinition> steps;
  std::string law;
};

/// Reads `[procedure.P]` with its steps, those that are `known` once.
ProcedureDefinition read_procedure(const Node& node, const std::string& path, Reading& reading,
                                   KnownDefinitions<StepDefinition>& known);

}  // namespace sagsflow
