#pragma once

#include <cstdint>

#include "sim/engine/event_queue.h"

namespace sagsflow {

/// Runs a world until `end` (events at `end` included) or until it stops itself. The world has
///   bool starts_pending() const    someone may be free for someone who waits
///   void start_work(Time)          the phase `work_start` of an instant
///   bool happens(const Event&, Time)   what an event does; false stops the run
/// and may have, to get from memory in good time the record an event goes by, and then what that leads to:
///   void fetch(const Event&), void fetch_next(const Event&)
/// Work starts when everything before that phase of the instant has happened.
/// Returns the number of events.
template <class World>
std::uint64_t run_until(Time end, EventQueue& queue, World& world) {
  std::uint64_t events = 0;
  Time now = queue.begin();
  for (;;) {
    const bool more = !queue.empty() && queue.time_of(queue.top()) <= end;
    if (world.starts_pending()) {
      if (!more || queue.time_of(queue.top()) > now || queue.top().phase() > Phase::work_start) {
        world.start_work(now);
        continue;
      }
    }
    if (!more) return events;
    const Event event = queue.top();
    const bool look = queue.pop();
    if constexpr (requires { world.fetch_next(event); }) {
      if (look) {
        queue.look_ahead([&](const Event& near) { world.fetch_next(near); },
                         [&](const Event& far) { world.fetch(far); });
      }
    }
    now = queue.time_of(event);
    ++events;
    if (!world.happens(event, now)) return events;
  }
}

}  // namespace sagsflow
