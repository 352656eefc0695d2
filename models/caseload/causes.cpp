#include "models/caseload/world.h"

namespace sagsflow {

/// The instance's wait up to now, by cause: its parts sum to it.
World::Causes World::causes_of(const Instance& instance, Time now) {
  Causes causes{};
  const StepRule& rule = step_rule(instance);
  if (rule.cause != Cause::by_kind || instance.job == kNobody) {
    const Cause cause = rule.cause == Cause::by_kind ? Cause::document : rule.cause;
    causes[static_cast<std::size_t>(cause)] = now - instance.entered;
  } else if (jobs_[instance.job].on_agenda) {
    divide_agenda(jobs_[instance.job], now, causes);
  } else {
    divide_queue(jobs_[instance.job], now, causes);
  }
  return causes;
}

/// Closed time is what is not open; an outside unit's hours are its own.
void World::divide_queue(const Job& job, Time now, Causes& causes) {
  const Span length = now - job.came;
  if (phase_->pools[job.part].outside) {
    causes[static_cast<std::size_t>(Cause::outside)] = length;
    return;
  }
  const Span open = pools_[job.part].open_total(now) - job.open_before;
  causes[static_cast<std::size_t>(Cause::busy)] = open;
  causes[static_cast<std::size_t>(Cause::closed)] = length - open;
}

/// Up to the first session after it came, a case waits for that; from then on because the session was cancelled, or
/// because its agenda was full, until the next one.
void World::divide_agenda(const Job& job, Time now, Causes& causes) const {
  const std::vector<Session>& sessions = agendas_[job.part].sessions;
  if (sessions.size() == job.sessions) {
    causes[static_cast<std::size_t>(Cause::session)] = now - job.came;
    return;
  }
  const Session& first = sessions[job.sessions];
  const Session& last = sessions.back();
  Span cancelled = last.after_cancelled - first.after_cancelled;
  if (!last.held) cancelled += now - last.at;
  causes[static_cast<std::size_t>(Cause::session)] = first.at - job.came;
  causes[static_cast<std::size_t>(Cause::cancelled)] = cancelled;
  causes[static_cast<std::size_t>(Cause::full)] = now - first.at - cancelled;
}

}  // namespace sagsflow
