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
///
/// It may be the sum of several that are followed one after another, each through the whole window. Areas and the
/// values at the ends then add up exactly. Spread and maximum do only if one of them changes while all others stay at
/// 0: else they are taken of the sum at instants that lie evenly in the window (`sample`).
class Level {
 public:
  /// `value` holds from the beginning of time.
  explicit Level(Window window, std::int64_t value = 0) : window_(window), since_(window.opens), value_(value) {}

  /// What it has been up to now, before the window or at its opening, it has been from the beginning of time.
  void hold() { hold(value_); }
  void hold(std::int64_t value) {
    value_ = value;
    since_ = window_.opens;
    plain_until_ = Time::min();
    opened_ = false;
    for (Asked& asked : asked_) asked.next_seen = 0;
  }
  /// The next of those that it is the sum of: 0 from the beginning of time, until it is set.
  void again() {
    pass(window_.closes);
    hold(0);
  }
  /// From now on, and so from the beginning: spread and maximum are those of the sum at so many instants.
  void sample(std::size_t instants) { asked().seen.assign(instants, 0); }

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
    asked().watched.push_back({limit, 0});
    plain_until_ = Time::min();
  }
  /// The share of the window, or of the sampled instants, in which the value was above a limit that is watched, as if
  /// it stayed up to the end; undefined for any other limit and for an empty window.
  double share_above(std::int64_t limit) const;

  /// As if the value stayed up to the end of the window: count is the window's length and sum the area, both in the
  /// unit; max is over values that lasted, or over the sampled instants.
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
  /// What few levels are asked for.
  struct Asked {
    std::vector<Watched> watched;
    std::vector<std::int32_t> seen;  // the sum at the sampled instants; empty: there is but one to add up
    std::size_t next_seen = 0;

    void note(Window window, Time from, Time to, std::int64_t value);
    void describe(Summary& summary) const;
  };
  Asked& asked() { return asked_.empty() ? asked_.emplace_back() : asked_.front(); }

  Window window_;
  Time since_;  // up to when areas are summed; never outside the window
  std::int64_t value_;
  Wide area_ = 0;
  double squares_ = 0.0;
  Time plain_until_ = Time::min();  // up to then the window is open and nothing is watched or sampled
  std::int64_t max_ = kNone;
  std::int64_t at_start_ = 0;
  std::int64_t at_end_ = 0;
  bool opened_ = false;
  std::vector<Asked> asked_;  // one or none: all others are small, for each change finds its level by its place
};

}  // namespace sagsflow
