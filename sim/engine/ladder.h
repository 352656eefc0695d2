#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "sim/engine/event.h"

namespace sagsflow {

/// The events to come as a ladder (Tang, Goh & Thng 2005, "Ladder queue"): what is far away is only thrown into
/// buckets of time, and what is near is sorted a handful at a time. From the far end to the near one:
///   top      unsorted: at or after `top_begins_`;
///   rungs    buckets of equal width in time, each rung dividing one bucket of the rung above;
///   run      the bucket whose turn it is, sorted, and beside it a heap of what was scheduled too late for a bucket;
///   next     the earliest.
/// While there are only a few, the run holds them all.
/// Pushing and popping cost the same however many are pending, but for the caches. The order is that of the events'
/// keys, exactly.
class Ladder {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  const Event& top() const { return next_; }

  void push(Event event) {
    if (++size_ == 1) {
      next_ = event;
      return;
    }
    if (event < next_) std::swap(event, next_);
    put(event);
  }

  /// True when it is time to look_ahead: another bucket's turn has come, or the run is long.
  bool pop() {
    if (--size_ == 0) return false;
    if (late_.empty() && !run_.empty()) {
      next_ = run_.back();
      run_.pop_back();
      return run_.size() >= kLong;
    }
    return take_next();
  }

  /// Calls `near(const Event&)` for what comes soon and `far(const Event&)` for what comes after that: a few events on
  /// in a long run, the next buckets behind a short one; as far as the events lie at hand, perhaps for none.
  template <class Near, class Far>
  void look_ahead(Near near, Far far) {
    walk_on(far);
    if (just_taken_) {
      just_taken_ = false;
      const std::size_t soon = std::min(run_.size(), kLong), later = std::min(run_.size(), 2 * kLong);
      for (std::size_t i = 1; i <= soon; ++i) near(run_[run_.size() - i]);
      for (std::size_t i = kLong + 1; i <= later; ++i) far(run_[run_.size() - i]);
    } else if (run_.size() >= kLong) {
      near(run_[run_.size() - kLong]);
      if (run_.size() >= 2 * kLong) far(run_[run_.size() - 2 * kLong]);
    }
    if (run_.size() >= kLong) return;
    if (rungs_in_use_ == 0) return;
    Rung& rung = rungs_[rungs_in_use_ - 1];
    rung.look(rung.fetched, kFarther, [&](std::uint32_t place) { fetch(place); });
    rung.look(rung.far, kFar, [&](std::uint32_t place) { visit(place, far); });
    rung.look(rung.near, kNear, [&](std::uint32_t place) { visit(place, near); });
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Rung {
    std::int64_t begin = 0;     ///< of the first bucket, in microseconds since the clock began
    std::int64_t untaken = 0;   ///< from where on its buckets have not been taken
    std::int64_t end = 0;       ///< the last bucket ends here, which may be later than its width says
    int shift = 0;              ///< the width of a bucket is 2 to this power
    std::uint32_t current = 0;  ///< the first bucket that has not been taken
    std::uint32_t near = 0, far = 0, fetched = 0;  ///< up to where it has been looked ahead
    std::size_t count = 0;
    std::vector<std::uint32_t> buckets;  ///< the place of the last event that was put in; kNone: empty

    std::uint32_t bucket_of(std::int64_t time) const {
      const auto bucket = static_cast<std::uint64_t>(time - begin) >> shift;
      return bucket < buckets.size() ? static_cast<std::uint32_t>(bucket)
                                     : static_cast<std::uint32_t>(buckets.size() - 1);
    }
    /// Calls `see(place)` for the buckets that are not empty, from where the last look ended to so many ahead.
    template <class See>
    void look(std::uint32_t& seen, std::uint32_t ahead, See see) {
      const std::uint32_t last = std::min(current + ahead, static_cast<std::uint32_t>(buckets.size()));
      for (seen = std::max(seen, current); seen < last; ++seen) {
        if (buckets[seen] != kNone) see(buckets[seen]);
      }
    }
    /// The list of the next bucket that is not empty, of so many; kNone where they all are.
    std::uint32_t next_list(std::uint32_t ahead) const {
      const std::uint32_t last = std::min(current + ahead, static_cast<std::uint32_t>(buckets.size()));
      for (std::uint32_t bucket = current; bucket < last; ++bucket) {
        if (buckets[bucket] != kNone) return buckets[bucket];
      }
      return kNone;
    }
    void take_current() {
      ++current;
      untaken = current == buckets.size() ? end : begin + (static_cast<std::int64_t>(current) << shift);
    }
  };

  static constexpr std::size_t kRun = 48;   ///< buckets with more are divided
  static constexpr std::size_t kLate = 64;  ///< more in the heap become a rung
  static constexpr std::size_t kMaxRungs = 12;
  static constexpr std::size_t kFew = 32;                            ///< no more than the run can hold alone
  static constexpr std::uint32_t kNear = 1, kFar = 3, kFarther = 6;  ///< buckets to look ahead
  static constexpr std::size_t kLong = 8;                            ///< events to look ahead
  static constexpr std::int64_t kNoTop = std::numeric_limits<std::int64_t>::max();

  static std::int64_t time_of(const Event& event) { return event.since_begin().count(); }

  void put(const Event& event) {
    const std::int64_t time = time_of(event);
    if (time >= top_begins_) {
      top_.push_back(event);
      return;
    }
    for (std::size_t i = 0; i < rungs_in_use_; ++i) {
      if (time >= rungs_[i].untaken) return append(rungs_[i], event);
    }
    if (top_begins_ == kNoTop) {
      put_in_run(event);
    } else {
      put_late(event);
    }
  }

  void put_in_run(const Event& event) {
    if (run_.size() == kFew) return leave_run(event);
    run_.push_back(event);
    std::size_t hole = run_.size() - 1;
    for (; hole > 0 && run_[hole - 1] < event; --hole) run_[hole] = run_[hole - 1];
    run_[hole] = event;
  }

  void append(Rung& rung, const Event& event) {
    std::uint32_t& bucket = rung.buckets[rung.bucket_of(time_of(event))];
    const std::uint32_t place = free_ == kNone ? new_place() : free_;
    free_ = before_[place];
    events_[place] = event;
    before_[place] = bucket;
    bucket = place;
    ++rung.count;
  }

  void fetch(std::uint32_t place) const {
    __builtin_prefetch(&events_[place]);
    __builtin_prefetch(&before_[place]);
  }
  /// Two events further down the list of the bucket whose turn comes next, for each link waits for the one before.
  /// Where the bucket has been emptied meanwhile, it follows free places, and brings what nobody asks for.
  template <class Far>
  void walk_on(Far far) {
    for (int i = 0; i < 2 && walked_ != kNone; ++i) {
      far(events_[walked_]);
      walked_ = before_[walked_];
      if (walked_ != kNone) fetch(walked_);
    }
  }
  /// The last event that was put in; brings the one before it.
  template <class Visit>
  void visit(std::uint32_t place, Visit visit) const {
    if (before_[place] != kNone) __builtin_prefetch(&events_[before_[place]]);
    visit(events_[place]);
  }

  std::uint32_t new_place();
  void put_late(const Event& event);
  void leave_run(const Event& event);
  bool take_next();
  void refill();
  void empty_bucket(Rung& rung, std::vector<Event>& into);
  bool divide(std::vector<Event>& events, std::int64_t end);
  void divide_late();
  void sort_run();

  std::size_t size_ = 0;
  Event next_;
  std::vector<Event> run_;   ///< descending
  std::vector<Event> late_;  ///< a heap, the least in front
  std::size_t most_late_ = kLate;
  std::vector<Rung> rungs_;
  std::size_t rungs_in_use_ = 0;
  std::int64_t top_begins_ = kNoTop;
  std::vector<Event> top_;
  // What lies in buckets, and in a list of its own for each bucket the place of the event that was put in before: a
  // long list is followed through little memory, and its events are fetched side by side.
  std::vector<Event> events_;
  std::vector<std::uint32_t> before_;
  std::uint32_t free_ = kNone;    ///< the first free place
  bool just_taken_ = false;       ///< the run is a bucket that nobody has looked at
  std::uint32_t walked_ = kNone;  ///< up to where the next bucket's list has been fetched
  std::vector<Event> moving_;     ///< kept for its memory
};

}  // namespace sagsflow
