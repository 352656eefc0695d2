#pragma once

#include <cassert>
#include <cstddef>
#include <vector>

#include "sim/engine/event.h"

namespace sagsflow {

/// The events to come, the earliest on top: a 4-ary heap, whose four children share a cache line.
/// Nothing is ever removed from the middle: who schedules an event keeps its sequence number, and an event whose
/// number is no longer the kept one is stale.
class EventQueue {
 public:
  explicit EventQueue(Time begin) : begin_(begin) {}

  Time begin() const { return begin_; }
  void reserve(std::size_t events) { heap_.reserve(events); }

  /// Schedules and returns the event's sequence number, from 1, never given twice. `at` is not before the begin.
  std::uint64_t push(Time at, Phase phase, std::uint32_t index) {
    assert(at >= begin_ && sequence_ < Event::kMaxSequence);
    const Event event(at - begin_, phase, ++sequence_, index);
    heap_.push_back(event);
    sift_up(heap_.size() - 1, event);
    return sequence_;
  }

  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  const Event& top() const { return heap_.front(); }
  Time time_of(const Event& event) const { return begin_ + event.since_begin(); }

  void pop() {
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sift_down(last);
  }

 private:
  void sift_up(std::size_t hole, Event event) {
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(event < heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = event;
  }

  void sift_down(Event event) {
    const std::size_t size = heap_.size();
    Event* const heap = heap_.data();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
      std::size_t least = child;
      const std::size_t end = child + 4 < size ? child + 4 : size;
      for (std::size_t other = child + 1; other < end; ++other) {
        least = heap[other] < heap[least] ? other : least;
      }
      if (!(heap[least] < event)) break;
      heap[hole] = heap[least];
      hole = least;
    }
    heap[hole] = event;
  }

  Time begin_;
  std::uint64_t sequence_ = 0;
  std::vector<Event> heap_;
};

}  // namespace sagsflow
