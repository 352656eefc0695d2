#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace sagsflow {

/// First in, first out, in one array that grows to the longest queue there was and then never again.
class Ring {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  std::uint32_t front() const { return slots_[head_]; }

  /// The n-th from the head; n < size().
  std::uint32_t at(std::size_t n) const { return slots_[(head_ + n) & last_]; }

  void push(std::uint32_t value) {
    if (size_ > last_) grow();
    slots_[(head_ + size_) & last_] = value;
    ++size_;
  }

  void pop() {
    head_ = (head_ + 1) & last_;
    --size_;
  }

 private:
  void grow() {
    std::vector<std::uint32_t> larger(2 * slots_.size());
    for (std::size_t i = 0; i < size_; ++i) larger[i] = at(i);
    slots_.swap(larger);
    last_ = slots_.size() - 1;
    head_ = 0;
  }

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(16);  ///< a power of two of them
  std::size_t last_ = 15;                                              ///< of the slots
  std::size_t head_ = 0;
  std::size_t size_ = 0;
};

/// Who waits, by index: the head first, then in order of urgency (the least number first), then of coming. Nothing is
/// taken out of the middle: who withdraws stays in line and is dropped when its turn comes.
class JobQueue {
 public:
  /// With `by_urgency` false every urgency counts alike: first come, first served, without a heap.
  explicit JobQueue(bool by_urgency = false) : by_urgency_(by_urgency) {}

  bool empty() const { return head_.empty() && ring_.empty() && heap_.empty(); }

  /// Those who came first of whom none is urgent, as far as they are known to come next; none of a line by urgency.
  const Ring& in_order() const { return ring_; }

  void push_head(std::uint32_t job) { head_.push(job); }

  void push(std::uint32_t job, std::int64_t urgency) { by_urgency_ ? push_urgent(job, urgency) : ring_.push(job); }

  std::uint32_t front() const {
    if (!head_.empty()) return head_.front();
    return by_urgency_ ? heap_.front().job : ring_.front();
  }

  void pop() {
    if (!head_.empty()) return head_.pop();
    by_urgency_ ? pop_urgent() : ring_.pop();
  }

 private:
  struct Urgent {
    std::int64_t urgency;
    std::uint64_t sequence;
    std::uint32_t job;
    bool operator<(const Urgent& other) const {
      return urgency != other.urgency ? urgency < other.urgency : sequence < other.sequence;
    }
  };

  void push_urgent(std::uint32_t job, std::int64_t urgency) {
    heap_.push_back({urgency, ++sequence_, job});
    for (std::size_t at = heap_.size() - 1; at > 0;) {
      const std::size_t parent = (at - 1) / 2;
      if (!(heap_[at] < heap_[parent])) break;
      std::swap(heap_[at], heap_[parent]);
      at = parent;
    }
  }

  void pop_urgent() {
    heap_.front() = heap_.back();
    heap_.pop_back();
    for (std::size_t at = 0;;) {
      std::size_t least = 2 * at + 1;
      if (least >= heap_.size()) return;
      if (least + 1 < heap_.size() && heap_[least + 1] < heap_[least]) ++least;
      if (!(heap_[least] < heap_[at])) return;
      std::swap(heap_[at], heap_[least]);
      at = least;
    }
  }

  bool by_urgency_;
  Ring head_;
  Ring ring_;
  std::vector<Urgent> heap_;
  std::uint64_t sequence_ = 0;
};

}  // namespace sagsflow
