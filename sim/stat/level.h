#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
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
    if (time < plain_until_) {
      add(time - since_);
      since_ = time;
    } else {
      pass(time);
    }
    value_ = value;
  }
  void change(Time time, std::int64_t by) { set(time, value_ + by); }
  std::int64_t value() const { return value_; }

  /// Exact, people times microseconds in the window up to `time`.
  Wide area(Time time) const {
    Level later = *this;
    later.pass(time);
    return later.area_;
  }

  /// From now on, and so from the beginning, keep how long the value is above `limit`.
  void watch(std::int64_t limit) {
    watched_.push_back({limit, 0});
    plain_until_ = Time::min();
  }
  /// The share of the window in which the value was above a limit that is watched, as if it stayed up to the end;
  /// undefined for any other limit and for an empty window.
  double share_above(std::int64_t limit) const;

  /// As if the value stayed up to the end of the window: count is the window's length and sum the area, both in the
  /// unit; max is over values that lasted.
  Summary summary(double unit_per_microsecond) const;

 private:
  /// The value has lasted so long.
  void add(Span span) {
    const std::int64_t length = span.count();
    if (length == 0) return;
    area_ += Wide{value_} * length;
    squares_ += static_cast<double>(value_) * static_cast<double>(value_) * static_cast<double>(length);
    if (value_ > max_) max_ = value_;  // which is rare, and then std::max would write it each time
  }
  void pass(Time time);

  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();

  struct Watched {
    std::int64_t limit;
    std::int64_t length;  // microseconds of the window
  };

  Window window_;
  Time since_;  // up to when areas are summed; never outside the window
  std::int64_t value_;
  Wide area_ = 0;
  double squares_ = 0.0;
  Time plain_until_ = Time::min();  // up to then the window is open and nothing is watched
  std::int64_t max_ = kNone;
  std::int64_t at_start_ = 0;
  std::int64_t at_end_ = 0;
  bool opened_ = false;
  std::vector<Watched> watched_;
};

}  // namespace sagsflow
