#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "models/language/choice_reader.h"
#include "models/process/checks.h"

namespace sagsflow {
namespace {

/// People who work together come and go together.
void check_calendars(const Examined& examined, const Sourced<std::string>& pool, const std::string& other) {
  const auto calendar_of = [&](const std::string& name) {
    return std::ranges::find(examined.rules.pools, name, &PoolDefinition::name)->calendar;
  };
  const std::string own = calendar_of(pool.value), its = calendar_of(other);
  if (own == its) return;
  examined.diagnostics.error(pool.origin.place,
                             fmt::format("pool \"{}\" has calendar \"{}\" and \"{}\", which works jointly with it, has "
                                         "\"{}\", expected the same",
                                         pool.value, own, other, its));
}

void check_crew(const Examined& examined, const StepDefinition& step) {
  for_each_value(step.work.pool, [&](const Sourced<std::string>& pool) {
    std::set<std::string> named{pool.value};
    for (const std::string& other : step.work.also) {
      if (!named.insert(other).second) {
        examined.diagnostics.error(pool.origin.place,
                                   fmt::format("pool \"{}\" is named twice in the joint work of step \"{}\", expected "
                                               "different pools",
                                               other, step.name));
      } else {
        check_calendars(examined, pool, other);
      }
    }
  });
}

}  // namespace

void check_joint_work(const Examined& examined) {
  for (const ProcedureDefinition& procedure : examined.rules.procedures) {
    for (const StepDefinition& step : procedure.steps) {
      if (step.kind == StepKind::work) check_crew(examined, step);
    }
  }
}

}  // namespace sagsflow
