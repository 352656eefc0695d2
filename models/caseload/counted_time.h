#pragma once

#include <algorithm>
#include <vector>

#include "sim/engine/time.h"

namespace sagsflow {

/// Time that counts, of a citizen: stretches of its past, and from some instant on all time if it still runs. The
/// amount at a time is what counts within a span before it; it grows while time counts, and stands still while as much
/// leaves the span.
class CountedTime {
 public:
  /// Begins anew. `within`: kNever for no limit.
  void begin(Span within) {
    within_ = within;
    stretches_.clear();
  }
  /// Stretches ascend and do not overlap; an empty one is left out. The last may end at Time::max(): it runs on.
  void add(Time from, Time to) {
    if (from < to) stretches_.push_back({from, to});
  }

  /// What counts within the span before `time`.
  Span amount(Time time) const;

  /// How long after `now` the amount reaches `goal`, where all time from `now` on counts; zero if it has; kNever where
  /// it never does.
  Span until(Span goal, Time now) const;

  /// Calls `visit(Time from, Time to, Span amount, bool grows)` for the parts of [from, to), in which all time counts,
  /// with the amount at the beginning of each.
  template <class Visit>
  void walk(Time from, Time to, Visit visit) const {
    Span counted = amount(from);
    while (from < to) {
      bool leaves = false;
      const Time next = std::min(to, next_change(from, leaves));
      visit(from, next, counted, !leaves);
      if (!leaves && next < to) counted += next - from;
      from = next;
    }
  }

 private:
  struct Stretch {
    Time from, to;
  };
  /// When, after `time`, a stretch begins or ceases to leave the span; whether one is leaving it now.
  Time next_change(Time time, bool& leaves) const;

  Span within_ = kNever;
  std::vector<Stretch> stretches_;
};

}  // namespace sagsflow
