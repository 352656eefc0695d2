#include "sim/engine/ladder.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace sagsflow {
namespace {

struct Earlier {
  bool operator()(const Event& a, const Event& b) const { return a < b; }
};
struct Later {
  bool operator()(const Event& a, const Event& b) const { return b < a; }
};

/// Empties it; what it took for a multitude that came once is given back.
template <class Item>
void clear_out(std::vector<Item>& items) {
  constexpr std::size_t kKept = std::size_t{1} << 14;
  items.clear();
  if (items.capacity() > kKept) std::vector<Item>().swap(items);
}

}  // namespace

std::uint32_t Ladder::new_place() {
  events_.emplace_back();
  before_.push_back(kNone);
  return static_cast<std::uint32_t>(events_.size() - 1);
}

/// They are no longer few: all but the next go to the top.
void Ladder::leave_run(const Event& event) {
  top_.swap(run_);
  top_.push_back(event);
  top_begins_ = 0;
}

/// Before every bucket that is still to be taken.
void Ladder::put_late(const Event& event) {
  late_.push_back(event);
  std::ranges::push_heap(late_, Later());
  if (late_.size() > most_late_) divide_late();
}

bool Ladder::take_next() {
  const bool another = run_.empty() && late_.empty();
  if (another) refill();
  if (!late_.empty() && (run_.empty() || late_.front() < run_.back())) {
    std::ranges::pop_heap(late_, Later());
    next_ = late_.back();
    late_.pop_back();
    return another;
  }
  next_ = run_.back();
  run_.pop_back();
  return another || run_.size() >= kLong;
}

/// The next bucket becomes the run: divided again and again until it is small or of one instant.
void Ladder::refill() {
  most_late_ = kLate;
  clear_out(run_);
  for (;;) {
    while (rungs_in_use_ > 0 && rungs_[rungs_in_use_ - 1].count == 0) clear_out(rungs_[--rungs_in_use_].buckets);
    if (rungs_in_use_ == 0) {
      const bool few = top_.size() <= kFew / 2;
      top_begins_ = few ? kNoTop : time_of(*std::ranges::max_element(top_, Earlier())) + 1;
      if (top_.size() > kRun && divide(top_, top_begins_)) continue;
      run_.swap(top_);
      return sort_run();
    }
    Rung& rung = rungs_[rungs_in_use_ - 1];
    while (rung.buckets[rung.current] == kNone) ++rung.current;
    empty_bucket(rung, run_);
    rung.take_current();
    just_taken_ = true;
    walked_ = rung.next_list(kFarther);
    if (walked_ != kNone) fetch(walked_);
    if (run_.size() > kRun && divide(run_, rung.untaken)) continue;
    return sort_run();
  }
}

void Ladder::empty_bucket(Rung& rung, std::vector<Event>& into) {
  std::uint32_t& bucket = rung.buckets[rung.current];
  while (bucket != kNone) {
    const std::uint32_t place = bucket;
    into.push_back(events_[place]);
    --rung.count;
    bucket = std::exchange(before_[place], free_);
    free_ = place;
  }
}

/// A rung below the others out of `events`, which are then empty; it takes what comes before `end`. False where they
/// are all at one instant or there are rungs enough.
bool Ladder::divide(std::vector<Event>& events, std::int64_t end) {
  const auto [least, most] = std::ranges::minmax_element(events, Earlier());
  const std::int64_t begin = time_of(*least);
  const auto span = static_cast<std::uint64_t>(time_of(*most) - begin);
  if (span == 0 || rungs_in_use_ == kMaxRungs) return false;
  const int wanted_bits = static_cast<int>(std::bit_width(events.size() - 1));  // about one a bucket
  const int shift = std::max(0, static_cast<int>(std::bit_width(span)) - wanted_bits);
  if (rungs_in_use_ == rungs_.size()) rungs_.emplace_back();
  Rung& rung = rungs_[rungs_in_use_++];
  rung.begin = rung.untaken = begin;
  rung.end = end;
  rung.shift = shift;
  rung.current = rung.near = rung.far = rung.fetched = 0;
  rung.count = 0;
  rung.buckets.assign((span >> shift) + 1, kNone);
  for (const Event& event : events) append(rung, event);
  clear_out(events);
  return true;
}

/// The heap has grown beyond what a heap is good for.
void Ladder::divide_late() {
  moving_.assign(run_.begin(), run_.end());
  moving_.insert(moving_.end(), late_.begin(), late_.end());
  const std::int64_t end = rungs_in_use_ > 0 ? rungs_[rungs_in_use_ - 1].untaken : top_begins_;
  if (!divide(moving_, end)) {
    most_late_ *= 2;
    clear_out(moving_);
    return;
  }
  clear_out(run_);
  clear_out(late_);
}

/// Few: by insertion.
void Ladder::sort_run() {
  if (run_.size() > kRun) {
    std::ranges::sort(run_, Later());
    return;
  }
  for (std::size_t i = 1; i < run_.size(); ++i) {
    const Event event = run_[i];
    std::size_t hole = i;
    for (; hole > 0 && run_[hole - 1] < event; --hole) run_[hole] = run_[hole - 1];
    run_[hole] = event;
  }
}

}  // namespace sagsflow
