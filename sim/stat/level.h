#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/stat/summary.h"
#include "sim/stat/window.h"

namespace sagsflow {

/// The time average of an integer that changes: people in a status, cases in a queue. Its value at the ends of the
/// window is the one before the changes of that instant.
class Level {
 public:
  /// `value` holds from the beginning of time.
  explicit Level(Window window, std::int64_t value = 0) : window_(window), since_(window.opens), value_(value) {}

  /// The value from `time` on; times do not fall.
  void set(Time time, std::int64_t value) {
    if (time >= since_) pass(time);
    value_ = value;
  }
  void change(Time time, std::int64_t by) { set(time, value_ + by); }
  std::int64_t value() const { return value_; }

  /// Exact, people times microseconds in the window up to `time`.
  Wide area(Time time) const {
    Level later = *this;
    if (time >= since_) later.pass(time);
    return later.area_;
  }

  /// From now on, and so from the beginning, keep how long the value is above `limit`.
  void watch(std::int64_t limit) { watched_.push_back({limit, 0}); }
  /// The share of the window in which the value was above a limit that is watched, as if it stayed up to the end;
  /// undefined for any other limit and for an empty window.
  double share_above(std::int64_t limit) const;

  /// As if the value stayed up to the end of the window: count is the window's length and sum the area, both in the
  /// unit; max is over values that lasted.
  Summary summary(double unit_per_microsecond) const;

 private:
  void pass(Time time) {
    if (!opened_) {
      opened_ = true;
      at_start_ = value_;
    }
    if (since_ >= window_.closes) return;
    const Time end = std::min(time, window_.closes);
    if (end > since_) {
      const std::int64_t length = (end - since_).count();
      area_ += Wide{value_} * length;
      squares_ += static_cast<double>(value_) * static_cast<double>(value_) * static_cast<double>(length);
      for (Watched& watched : watched_) watched.length += value_ > watched.limit ? length : 0;
      max_ = lasted_ ? std::max(max_, value_) : value_;
      lasted_ = true;
      since_ = end;
    }
    if (since_ == window_.closes) at_end_ = value_;
  }

  struct Watched {
    std::int64_t limit;
    std::int64_t length;  // microseconds of the window
  };

  Window window_;
  Time since_;  // up to when areas are summed; never outside the window
  std::int64_t value_;
  Wide area_ = 0;
  double squares_ = 0.0;
  std::int64_t max_ = 0;
  std::int64_t at_start_ = 0;
  std::int64_t at_end_ = 0;
  bool opened_ = false;
  bool lasted_ = false;
  std::vector<Watched> watched_;
};

}  // namespace sagsflow
