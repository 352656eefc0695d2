#pragma once

#include <cstdint>
#include <limits>

#include "sim/capacity/job_queue.h"
#include "sim/capacity/open_hours.h"

namespace sagsflow {

/// People who do work, one piece each at a time: who is there, who is busy, who waits. Work that runs at closing
/// pauses and keeps its worker; work that runs when staff falls is finished. Times never go back.
class StaffPool {
 public:
  static constexpr int kUnlimited = std::numeric_limits<int>::max();

  StaffPool(const OpenHours& hours, bool by_urgency) : hours_(&hours), queue_(by_urgency) {}

  /// How many are at work from `now`; 0 when closed.
  void set_present(Time now, int present) {
    settle(now);
    present_before_ = present_area();
    present_ = present;
    present_since_ = now;
  }
  int present() const { return present_; }
  int busy() const { return busy_; }

  bool someone_free() const { return busy_ < present_; }
  bool can_begin() const { return someone_free() && waiting_ > 0; }
  std::int64_t waiting() const { return waiting_; }

  void join(Time now, std::uint32_t job, std::int64_t urgency) {
    settle(now);
    ++waiting_;
    queue_.push(job, urgency);
  }
  void join_at_head(Time now, std::uint32_t job) {
    settle(now);
    ++waiting_;
    queue_.push_head(job);
  }
  /// A job that stays in line as a gap; `next` will still give it.
  void withdraw(Time now) {
    settle(now);
    --waiting_;
  }

  bool line_empty() const { return queue_.empty(); }
  std::uint32_t next() const { return queue_.front(); }
  void drop_next() { queue_.pop(); }
  /// The line behind whoever goes to its head; empty where urgency counts.
  const Ring& line() const { return queue_.in_order(); }

  /// A job that waits, and is no longer in line, begins; gives the instant by which `presence` of open time has passed.
  Time begin(Time now, Span presence) {
    settle(now);
    --waiting_;
    ++busy_;
    return hours_->finish(now, presence, hint_);
  }
  /// Someone begins to work at another pool's job.
  void join_work(Time now) {
    settle(now);
    ++busy_;
  }
  void end(Time now) {
    settle(now);
    --busy_;
  }

  /// Open time before `now`, from an arbitrary zero.
  Span open_total(Time now) { return hours_->total_at(now, hint_); }
  const OpenHours& hours() const { return *hours_; }

  /// Brings the areas below up to `now`.
  void settle(Time now) {
    if (now == settled_) return;
    const Span open = open_total(now);
    busy_area_ += static_cast<Wide>(busy_) * (open - settled_open_).count();
    const Wide passed = (now - settled_).count();
    queue_area_ += static_cast<Wide>(waiting_) * passed;
    settled_ = now;
    settled_open_ = open;
  }

  Wide busy_area() const { return busy_area_; }    ///< workers x open microseconds
  Wide queue_area() const { return queue_area_; }  ///< jobs x microseconds
  Wide present_area() const {                      ///< workers x microseconds
    if (present_ == kUnlimited) return present_before_;
    return present_before_ + static_cast<Wide>(present_) * (settled_ - present_since_).count();
  }

 private:
  const OpenHours* hours_;
  OpenHours::Hint hint_ = 0;
  JobQueue queue_;
  int present_ = 0;
  int busy_ = 0;
  std::int64_t waiting_ = 0;
  Time settled_{};
  Span settled_open_{};
  Wide busy_area_ = 0, queue_area_ = 0;
  Wide present_before_ = 0;  // up to when as many came who are there
  Time present_since_{};
};

}  // namespace sagsflow
