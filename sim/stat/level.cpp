#include "sim/stat/level.h"

#include <cmath>

namespace sagsflow {

/// Up to a time that may be before the window, in it or behind.
void Level::pass(Time time) {
  if (time < since_ || since_ >= window_.closes) return;
  if (!opened_) {
    opened_ = true;
    at_start_ = value_;
    if (watched_.empty()) plain_until_ = window_.closes;
  }
  const Time end = std::min(time, window_.closes);
  for (Watched& watched : watched_) watched.length += value_ > watched.limit ? (end - since_).count() : 0;
  add(end - since_);
  since_ = end;
  if (end < window_.closes) return;
  at_end_ = value_;
  plain_until_ = Time::min();
}

double Level::share_above(std::int64_t limit) const {
  if (window_.length() <= Span::zero()) return kUndefined;
  Level whole = *this;
  whole.pass(window_.closes);
  const auto found = std::ranges::find(whole.watched_, limit, &Watched::limit);
  if (found == whole.watched_.end()) return kUndefined;
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
  return summary;
}

}  // namespace sagsflow
