#include "models/caseload/ledger.h"

namespace sagsflow {

Ledger::Ledger(const CompiledModel& model, const CompiledArm& arm, Window measured)
    : window(measured),
      arrivals(model.catalogue.arrivals.size()),
      statuses(model.catalogue.statuses.size(), StatusLedger(window)),
      exits(model.catalogue.exits.size()),
      duties(model.catalogue.duties.size()),
      procedures(model.catalogue.procedures.size()),
      steps(model.catalogue.steps.size()),
      ways(model.catalogue.way_counters),
      pools(model.catalogue.pool_parts),
      meetings(model.catalogue.meeting_parts, MeetingLedger(window)),
      citizens(window),
      outcomes(model.catalogue.arrivals.size()) {
  aged.assign(model.ages.size(), 0);
  for (StatusLedger& status : statuses) status.at_age.assign(model.ages.size(), 0);
  for (DutyLedger& duty : duties) duty.held_at.resize(model.ages.size());
  for (std::size_t part = 0; part < pools.size(); ++part) {
    pools[part].outside = arm.phases.back().pools[part].outside;
  }
}

}  // namespace sagsflow
