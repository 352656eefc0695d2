#include <fmt/format.h>

#include "models/language/choice_reader.h"
#include "models/process/checks.h"
#include "sim/random/duration_table.h"

namespace sagsflow {
namespace {

/// More than its span can hold is never accumulated.
void check_goal(const Examined& examined, const Choice<Clock>& clock) {
  for_each_value(clock, [&](const Sourced<Clock>& value) {
    const Clock& rule = value.value;
    if (!rule.accumulated || !rule.within || rule.law.shape == DurationLaw::Shape::never) return;
    DurationTable table;
    if (table.survival(table.add(rule.law), *rule.within + Span(1)) < 1.0) return;
    examined.diagnostics.error(value.origin.place,
                               fmt::format("{} never accumulates, as \"within\" is shorter", value.origin.text));
  });
}

}  // namespace

void check_clocks(const Examined& examined) {
  for (const StatusDefinition& status : examined.rules.statuses) {
    for (const ExitDefinition& exit : status.exits) check_goal(examined, exit.after);
    for (const DutyDefinition& duty : status.duties) {
      check_goal(examined, duty.first);
      if (duty.every) check_goal(examined, *duty.every);
    }
  }
}

}  // namespace sagsflow
