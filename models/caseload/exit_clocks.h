#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace sagsflow {

// A clock of an exit is when it is due, in microseconds since 1970; while it stands still, -1 less what remains of it.

inline constexpr std::int64_t kNeverDue = std::numeric_limits<std::int64_t>::max();

/// A clock that has run at one speed up to now and goes on at another; at speed 0 it stands still.
inline std::int64_t at_other_speed(std::int64_t clock, std::int64_t now, double before, double after) {
  if (before == after) return clock;
  const std::int64_t left = clock < 0 ? -1 - clock : std::llround(static_cast<double>(clock - now) * before);
  return after > 0.0 ? now + std::llround(static_cast<double>(left) / after) : -1 - left;
}

/// Of the exits whose clocks it sees, the one that comes first; the first by path among equals.
struct FirstExit {
  std::int64_t due = kNeverDue;
  std::uint16_t which = 0;  ///< within its status

  void see(std::uint32_t exit, std::int64_t clock) {
    if (clock < 0 || clock >= due) return;
    due = clock;
    which = static_cast<std::uint16_t>(exit);
  }
};

}  // namespace sagsflow
