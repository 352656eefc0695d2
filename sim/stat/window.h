#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/engine/time.h"

namespace sagsflow {

/// What is measured: from `opens` up to but without `closes`.
struct Window {
  Time opens;
  Time closes;

  /// As opens <= time && time < closes, in one comparison.
  bool contains(Time time) const {
    return static_cast<std::uint64_t>((time - opens).count()) < static_cast<std::uint64_t>((closes - opens).count());
  }
  Span length() const { return closes - opens; }

  /// The part of [begin, end) that lies in the window.
  Span clip(Time begin, Time end) const {
    return std::max(Span::zero(), std::min(end, closes) - std::max(begin, opens));
  }
};

/// The exact sum of intervals clipped to a window, in microseconds.
class ClippedSum {
 public:
  explicit ClippedSum(Window window) : window_(window) {}
  void add(Time begin, Time end) { total_ += window_.clip(begin, end).count(); }
  void add(Time begin, Time end, std::int64_t times) { total_ += Wide{times} * window_.clip(begin, end).count(); }
  Wide total() const { return total_; }

 private:
  Window window_;
  Wide total_ = 0;
};

}  // namespace sagsflow
