#include "models/caseload/world.h"

namespace sagsflow {

/// The instance's wait up to now, by cause: its parts sum to it.
CausedWait World::causes_of(const Instance& instance, Time now) {
  const StepRule& rule = step_rule(instance);
  const Span length = now - instance.entered;
  CausedWait wait;
  if (rule.cause != Cause::by_kind || instance.job == kNobody) {
    wait.add(rule.cause == Cause::by_kind ? Cause::document : rule.cause, length);
    return wait;
  }
  const Job& job = jobs_[instance.job];
  if (job.on_agenda) return causes_on_agenda(job, now);
  if (phase_->pools[job.part].outside) {  // its hours are its own
    wait.add(Cause::outside, length);
    return wait;
  }
  const Span open = pools_[job.part].open_total(now) - job.open_before;
  wait.add(Cause::busy, open);
  wait.add(Cause::closed, length - open);
  return wait;
}

/// Up to the first session after it came, a case waits for that; from then on because the session was cancelled, or
/// because its agenda was full, until the next one.
CausedWait World::causes_on_agenda(const Job& job, Time now) const {
  CausedWait wait;
  const std::vector<Session>& sessions = agendas_[job.part].sessions;
  if (sessions.size() == job.sessions) {
    wait.add(Cause::session, now - job.came);
    return wait;
  }
  const Session& first = sessions[job.sessions];
  const Session& last = sessions.back();
  Span cancelled = last.after_cancelled - first.after_cancelled;
  if (!last.held) cancelled += now - last.at;
  wait.add(Cause::session, first.at - job.came);
  wait.add(Cause::cancelled, cancelled);
  wait.add(Cause::full, now - first.at - cancelled);
  return wait;
}

}  // namespace sagsflow
