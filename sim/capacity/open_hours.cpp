#include "sim/capacity/open_hours.h"

#include <algorithm>
#include <utility>

namespace sagsflow {

OpenHours::OpenHours(std::vector<OpenInterval> intervals) : always_(false), intervals_(std::move(intervals)) {
  total_before_.reserve(intervals_.size() + 1);
  Span total{};
  for (const OpenInterval& interval : intervals_) {
    total_before_.push_back(total);
    total += interval.to - interval.from;
  }
  total_before_.push_back(total);
}

std::size_t OpenHours::next_end_after(Time time, Hint& hint) const {
  const std::size_t size = intervals_.size();
  std::size_t at = hint;
  if (at > 0 && intervals_[at - 1].to > time) at = 0;
  for (int steps = 0; at < size && intervals_[at].to <= time; ++at) {
    if (++steps < 8) continue;
    const auto found = std::partition_point(intervals_.begin() + static_cast<std::ptrdiff_t>(at), intervals_.end(),
                                            [&](const OpenInterval& interval) { return interval.to <= time; });
    at = static_cast<std::size_t>(found - intervals_.begin());
    break;
  }
  hint = at;
  return at;
}

bool OpenHours::open_at(Time time, Hint& hint) const {
  if (always_) return true;
  const std::size_t at = next_end_after(time, hint);
  return at < intervals_.size() && intervals_[at].from <= time;
}

Span OpenHours::total_in_hours(Time time, Hint& hint) const {
  const std::size_t at = next_end_after(time, hint);
  const Span before = total_before_[at];
  if (at == intervals_.size() || time <= intervals_[at].from) return before;
  return before + (time - intervals_[at].from);
}

Time OpenHours::finish_in_hours(Time start, Span work, Hint& hint) const {
  if (work == Span::zero()) return start;
  const std::size_t at = next_end_after(start, hint);
  if (at == intervals_.size()) return Time::max();
  const Span wanted = total_at(start, hint) + work;
  if (wanted <= total_before_[at + 1]) {
    return std::max(intervals_[at].from, start) + work;
  }
  const auto first_at_or_above =
      std::lower_bound(total_before_.begin() + static_cast<std::ptrdiff_t>(at) + 1, total_before_.end(), wanted);
  if (first_at_or_above == total_before_.end()) return Time::max();
  const auto interval = static_cast<std::size_t>(first_at_or_above - total_before_.begin()) - 1;
  return intervals_[interval].from + (wanted - total_before_[interval]);
}

}  // namespace sagsflow
