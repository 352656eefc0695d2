#include <fmt/format.h>

#include <algorithm>

#include "models/language/choice_reader.h"
#include "models/process/checks.h"

namespace sagsflow {
namespace {

/// Days have no length in a pool that closes.
void check_work_time(const Examined& examined, const StepDefinition& step) {
  if (step.kind != StepKind::work || step.work.in_days.line == 0) return;
  std::vector<std::string> pools = step.work.also;
  for_each_value(step.work.pool, [&](const Sourced<std::string>& pool) { pools.push_back(pool.value); });
  for (const std::string& name : pools) {
    const auto pool = std::ranges::find(examined.rules.pools, name, &PoolDefinition::name);
    if (pool == examined.rules.pools.end() || pool->calendar == "always") continue;
    examined.diagnostics.error(
        step.work.in_days,
        fmt::format("work in pool \"{}\" is measured in min and h, as its calendar is \"{}\"", name, pool->calendar));
    return;
  }
}

}  // namespace

void check_steps(const Examined& examined) {
  for (const ProcedureDefinition& procedure : examined.rules.procedures) {
    for (const StepDefinition& step : procedure.steps) {
      check_work_time(examined, step);
      if (!step.become || procedure.keep || step.next.place.line == 0) continue;
      examined.diagnostics.error(
          step.next.place,
          fmt::format("\"next\" of step \"{}\" never happens: \"become\" ends the procedure, unless it has "
                      "\"keep = true\"",
                      step.name));
    }
  }
}

}  // namespace sagsflow
