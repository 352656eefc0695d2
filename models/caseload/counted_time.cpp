#include "models/caseload/counted_time.h"

#include <algorithm>

namespace sagsflow {

Span CountedTime::amount(Time time) const {
  const Time earliest = within_ == kNever ? Time::min() : time - within_;
  Span sum{};
  for (const Stretch& stretch : stretches_) {
    const Time from = std::max(stretch.from, earliest), to = std::min(stretch.to, time);
    if (from < to) sum += to - from;
  }
  return sum;
}

Time CountedTime::next_change(Time time, bool& leaves) const {
  leaves = false;
  if (within_ == kNever) return Time::max();
  const Time edge = time - within_;
  for (const Stretch& stretch : stretches_) {
    if (stretch.to <= edge) continue;
    leaves = stretch.from <= edge;
    const Time change = leaves ? stretch.to : stretch.from;
    return change == Time::max() ? change : change + within_;
  }
  return Time::max();
}

Span CountedTime::until(Span goal, Time now) const {
  Span counted = amount(now);
  if (counted >= goal) return Span::zero();
  if (goal > within_) return kNever;
  for (Time time = now; time != Time::max();) {
    bool leaves = false;
    const Time next = next_change(time, leaves);
    const bool enough = next == Time::max() || counted + (next - time) >= goal;
    if (!leaves && enough) return (time - now) + (goal - counted);
    if (!leaves) counted += next - time;
    time = next;
  }
  return kNever;
}

}  // namespace sagsflow
