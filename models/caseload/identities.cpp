#include "models/caseload/identities.h"

#include <fmt/format.h>

namespace sagsflow {
namespace {

/// Compares two accounts of one thing and keeps the first pair that differs.
class Audit {
 public:
  void same(const std::string& what, Wide one, Wide other) {
    if (one == other || !broken_.empty()) return;
    broken_ = fmt::format("identity broken: {}: {} against {} (difference {})", what, static_cast<double>(one),
                          static_cast<double>(other), static_cast<double>(one - other));
  }
  const std::string& broken() const { return broken_; }

 private:
  std::string broken_;
};

}  // namespace

std::string broken_identity(const CompiledModel& model, const Ledger& ledger) {
  Audit audit;
  const Catalogue& names = model.catalogue;
  const Time closes = ledger.window.closes;
  audit.same("arrivals = left + present", Wide{ledger.arrived}, Wide{ledger.left} + ledger.present);

  Wide in_statuses = 0;
  for (std::size_t i = 0; i < ledger.statuses.size(); ++i) {
    const StatusLedger& status = ledger.statuses[i];
    in_statuses += status.time;
    audit.same(names.statuses[i].path + ": stock = spells", status.stock.area(closes), status.time);
  }
  audit.same("time in statuses = time in the system", in_statuses, ledger.system_time);
  audit.same("citizens = time in the system", ledger.citizens.area(closes), ledger.system_time);

  Wide pool_hours = 0, step_hours = 0;
  for (const Catalogue::Shared& shared : names.pools) {
    for (std::uint32_t part = shared.parts.first; part < shared.parts.end(); ++part) {
      const PoolLedger& pool = ledger.pools[part];
      pool_hours += pool.job_hours;
      audit.same(shared.path + ": hours = busy time", pool.job_hours, pool.busy[1] - pool.busy[0]);
      audit.same(shared.path + ": queue = waits", pool.queue[1] - pool.queue[0], pool.waiting);
    }
  }
  for (const StepLedger& step : ledger.steps) step_hours += step.presence;
  for (const Catalogue::Shared& shared : names.meetings) {
    for (std::uint32_t part = shared.parts.first; part < shared.parts.end(); ++part) {
      const MeetingLedger& meeting = ledger.meetings[part];
      step_hours += meeting.presence;
      audit.same(shared.path + ": agenda = waits", meeting.queue.area(closes), meeting.waiting);
    }
  }
  audit.same("hours by pool = hours by step", pool_hours, step_hours);
  return audit.broken();
}

}  // namespace sagsflow
