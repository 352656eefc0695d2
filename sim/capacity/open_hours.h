#pragma once

#include <cstddef>
#include <vector>

#include "sim/engine/time.h"

namespace sagsflow {

/// From when to when people are at work: `to` is not part of it.
struct OpenInterval {
  Time from;
  Time to;
};

/// The opening hours of a horizon with their running total, so that work which pauses at closing has an end that
/// can be computed at once and closed time is a difference of two totals. Immutable; who asks keeps a hint.
class OpenHours {
 public:
  /// Where the asker's last look-up ended: questions come mostly in order of time.
  using Hint = std::size_t;

  /// Open all the time.
  OpenHours() = default;
  /// `intervals` ascend and do not overlap; beyond the last one it never opens again.
  explicit OpenHours(std::vector<OpenInterval> intervals);

  bool always() const { return always_; }
  const std::vector<OpenInterval>& intervals() const { return intervals_; }

  bool open_at(Time time, Hint& hint) const;
  /// Open time before `time`, from an arbitrary zero.
  Span total_at(Time time, Hint& hint) const { return always_ ? time.time_since_epoch() : total_in_hours(time, hint); }
  /// The earliest instant by which `work` of open time has passed since `start`; Time::max() where the horizon
  /// ends first.
  Time finish(Time start, Span work, Hint& hint) const {
    if (work == kNever) return Time::max();
    return always_ ? start + work : finish_in_hours(start, work, hint);
  }

 private:
  /// Index of the first interval that ends after `time`.
  std::size_t next_end_after(Time time, Hint& hint) const;
  Span total_in_hours(Time time, Hint& hint) const;
  Time finish_in_hours(Time start, Span work, Hint& hint) const;

  bool always_ = true;
  std::vector<OpenInterval> intervals_;
  std::vector<Span> total_before_;  ///< open time before each interval, and after the last
};

}  // namespace sagsflow
