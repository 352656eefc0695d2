#pragma once

#include <cassert>
#include <cstddef>

#include "sim/engine/event.h"
#include "sim/engine/ladder.h"

namespace sagsflow {

/// The events to come, the earliest on top.
/// Nothing is ever removed from the middle: who schedules an event keeps its sequence number, and an event whose
/// number is no longer the kept one is stale.
class EventQueue {
 public:
  explicit EventQueue(Time begin) : begin_(begin) {}

  Time begin() const { return begin_; }

  /// Schedules and returns the event's sequence number, from 1, never given twice. `at` is not before the begin.
  std::uint64_t push(Time at, Phase phase, std::uint32_t index) {
    assert(at >= begin_ && sequence_ < Event::kMaxSequence);
    events_.push(Event(at - begin_, phase, ++sequence_, index));
    return sequence_;
  }

  /// How many have been scheduled, ever: no event has a greater sequence number.
  std::uint64_t scheduled() const { return sequence_; }

  bool empty() const { return events_.empty(); }
  std::size_t size() const { return events_.size(); }
  const Event& top() const { return events_.top(); }
  Time time_of(const Event& event) const { return begin_ + event.since_begin(); }

  /// As Ladder::pop.
  bool pop() { return events_.pop(); }
  /// As Ladder::look_ahead.
  template <class Near, class Far>
  void look_ahead(Near near, Far far) {
    events_.look_ahead(near, far);
  }

 private:
  Time begin_;
  std::uint64_t sequence_ = 0;
  Ladder events_;
};

}  // namespace sagsflow
