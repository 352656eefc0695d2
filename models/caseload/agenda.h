#pragma once

#include <cstdint>
#include <vector>

#include "sim/capacity/job_queue.h"
#include "sim/engine/time.h"

namespace sagsflow {

/// A session that was, with the time before it, from an arbitrary zero, after sessions that were cancelled.
struct Session {
  Time at;
  Span after_cancelled;
  bool held;
};

/// Who waits for a meeting, and the sessions that were.
struct Agenda {
  explicit Agenda(bool by_urgency) : line(by_urgency) {}
  JobQueue line;
  std::int64_t waiting = 0;
  std::uint64_t event = 0;          ///< sequence number of the next session
  Time last{};                      ///< the last session, held or cancelled
  std::vector<std::uint8_t> there;  ///< by member, at the session being held
  std::vector<Session> sessions;
};

}  // namespace sagsflow
