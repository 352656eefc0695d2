#include "sim/stat/level.h"

#include <cmath>
#include <numeric>

namespace sagsflow {

/// Up to a time that may be before the window, in it or behind.
void Level::pass(Time time) {
  if (time < since_ || since_ >= window_.closes) return;
  if (!opened_) {
    opened_ = true;
    at_start_ += value_;
    if (asked_.empty()) plain_until_ = window_.closes;
  }
  const Time end = std::min(time, window_.closes);
  for (Asked& asked : asked_) asked.note(window_, since_, end, value_);
  add(end - since_);
  since_ = end;
  if (end < window_.closes) return;
  at_end_ += value_;
  plain_until_ = Time::min();
}

/// The instants that are sampled lie in the middle of as many equal stretches of the window.
void Level::Asked::note(Window window, Time from, Time to, std::int64_t value) {
  for (Watched& one : watched) one.length += value > one.limit ? (to - from).count() : 0;
  const Span half = seen.empty() ? Span::zero() : window.length() / (2 * static_cast<std::int64_t>(seen.size()));
  while (next_seen < seen.size() && window.opens + (2 * static_cast<std::int64_t>(next_seen) + 1) * half < to) {
    seen[next_seen++] += static_cast<std::int32_t>(value);
  }
}

void Level::Asked::describe(Summary& summary) const {
  if (seen.empty()) return;
  const auto count = static_cast<double>(seen.size());
  const double mean = std::accumulate(seen.begin(), seen.end(), 0.0) / count;
  double squares = 0.0;
  for (const std::int32_t value : seen) squares += (value - mean) * (value - mean);
  summary.sd = std::sqrt(squares / count);
  summary.max = std::ranges::max(seen);
}

double Level::share_above(std::int64_t limit) const {
  if (window_.length() <= Span::zero()) return kUndefined;
  Level whole = *this;
  whole.pass(window_.closes);
  if (whole.asked_.empty()) return kUndefined;
  const Asked& asked = whole.asked_.front();
  const auto found = std::ranges::find(asked.watched, limit, &Watched::limit);
  if (found == asked.watched.end()) return kUndefined;
  if (!asked.seen.empty()) {
    const auto above = std::ranges::count_if(asked.seen, [&](std::int32_t value) { return value > limit; });
    return static_cast<double>(above) / static_cast<double>(asked.seen.size());
  }
  return static_cast<double>(found->length) / static_cast<double>(window_.length().count());
}

Summary Level::summary(double unit_per_microsecond) const {
  Summary summary;
  if (window_.length() <= Span::zero()) return summary;
  Level whole = *this;
  whole.pass(window_.closes);
  const double length = static_cast<double>(window_.length().count());
  const double area = static_cast<double>(whole.area_);
  summary.count = length * unit_per_microsecond;
  summary.sum = area * unit_per_microsecond;
  summary.mean = area / length;
  summary.sd = std::sqrt(std::max(0.0, whole.squares_ / length - summary.mean * summary.mean));
  summary.max = whole.max_ == kNone ? 0.0 : static_cast<double>(whole.max_);
  summary.at_start = static_cast<double>(whole.at_start_);
  summary.at_end = static_cast<double>(whole.at_end_);
  for (const Asked& asked : whole.asked_) asked.describe(summary);
  return summary;
}

}  // namespace sagsflow
