#pragma once

#include <cstddef>
#include <vector>

namespace sagsflow {

/// The least on top: a heap with four children to a parent, the yardstick for the event queue.
template <class Key>
class QuaternaryHeap {
 public:
  bool empty() const { return heap_.empty(); }
  const Key& top() const { return heap_.front(); }

  void push(const Key& key) {
    heap_.push_back(key);
    std::size_t hole = heap_.size() - 1;
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(key < heap_[parent])) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = key;
  }

  void pop() {
    const Key last = heap_.back();
    heap_.pop_back();
    if (heap_.empty()) return;
    const std::size_t size = heap_.size();
    Key* const heap = heap_.data();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
      std::size_t least = child;
      const std::size_t end = child + 4 < size ? child + 4 : size;
      for (std::size_t other = child + 1; other < end; ++other) least = heap[other] < heap[least] ? other : least;
      if (!(heap[least] < last)) break;
      heap[hole] = heap[least];
      hole = least;
    }
    heap[hole] = last;
  }

 private:
  std::vector<Key> heap_;
};

}  // namespace sagsflow
