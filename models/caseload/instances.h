#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "models/caseload/rules.h"
#include "sim/engine/event.h"
#include "sim/engine/time.h"

namespace sagsflow {

inline constexpr std::uint16_t kNoDuty = 0xFFFF;

/// A procedure under way for a citizen. Packed into one cache line: by the time something happens to it, it has left
/// the cache.
struct alignas(64) Instance {
  std::uint64_t key = 0;  ///< of its luck
  Time began{};
  Time entered{};  ///< the present step
  std::uint32_t citizen = kNobody;
  std::uint32_t step = kNobody;
  std::uint32_t job = kNobody;       ///< its place in a line, or its work under way
  std::uint32_t previous = kNobody;  ///< in the citizen's list
  std::uint32_t next = kNobody;
  std::uint32_t serial = 0;                                 ///< grows when the record is given up
  std::uint64_t wait_event : Event::kSequenceBits = 0;      ///< sequence number of the end of its wait; 0: none
  bool staying : 1 = false;                                 ///< in the present step: its end is not booked yet
  bool waiting : 1 = false;                                 ///< in the present step, for whatever it waits for
  std::uint8_t version : 8 = 0;                             ///< of the rules of the present step
  std::uint16_t visit : 16 = 0;                             ///< of the present step, from 0
  std::uint64_t patience_event : Event::kSequenceBits = 0;  ///< of giving up; 0: none
  std::uint16_t duty : 16 = kNoDuty;                        ///< which of the status's duties started it
};
static_assert(sizeof(Instance) == 64);

/// A place in a pool's line or on a meeting's agenda, or work under way.
struct Job {
  enum class State : std::uint8_t { waiting, withdrawn, working };
  Span presence{};  ///< working time at the pool, of work under way; before that a meeting's casework
  Time came{};
  Time began{};
  std::int64_t urgency = 0;         ///< the less, the sooner
  Span open_before{};               ///< its pool's open time before it came, of a place in a line
  double usable = 1.0;              ///< casework in an hour of presence, of work under way
  double cost_per_hour = 0.0;       ///< of presence, DKK
  double log_rest = 0.0;            ///< that its exponential working time is drawn by; 0: not drawn yet
  std::uint32_t owner = kNobody;    ///< an instance; kNobody: nobody goes on when it ends
  std::uint32_t citizen = kNobody;  ///< whose instance it was when it came: known without a look at that
  std::uint32_t step = kNobody;     ///< whose hours they are; kNobody: a meeting's
  std::uint32_t part = 0;           ///< of the pools, or of the meetings while on an agenda
  std::uint32_t meeting = kNobody;  ///< the part of the meetings whose hours they are
  std::uint32_t group = kNobody;    ///< of the citizen; kNobody: nobody's
  std::uint32_t sessions = 0;       ///< that were before it came, of a place on an agenda
  std::uint32_t crew = kNobody;     ///< the parts of other pools that work at it too
  bool on_agenda = false;
  State state = State::withdrawn;
};

/// Records of one kind in one array; a place is used again when it has been given back. Array: what is seldom looked at
/// lies in a deque, which takes no more room than it needs.
template <class Record, class Array = std::vector<Record>>
class Store {
 public:
  std::uint32_t add() {
    if (free_.empty()) {
      records_.emplace_back();
      return static_cast<std::uint32_t>(records_.size() - 1);
    }
    const std::uint32_t place = free_.back();
    free_.pop_back();
    return place;
  }
  void give_back(std::uint32_t place) { free_.push_back(place); }

  Record& operator[](std::uint32_t place) { return records_[place]; }
  const Record& operator[](std::uint32_t place) const { return records_[place]; }
  std::uint32_t places() const { return static_cast<std::uint32_t>(records_.size()); }

 private:
  Array records_;
  std::vector<std::uint32_t> free_;
};

/// Procedures under way, with the visit counters of steps on loops: of those that have come to one, one in five.
class Instances : public Store<Instance> {
 public:
  explicit Instances(std::uint32_t counters) : counters_(counters) {}

  /// From 0 for each; until another's are asked for.
  std::uint16_t* counters(std::uint32_t instance) {
    if (instance >= counted_.size() || counted_[instance] == kNobody) give_row(instance);
    return visits_.data() + std::size_t{counted_[instance]} * counters_;
  }
  /// Before a place is used again.
  void clear_counters(std::uint32_t instance) {
    if (counters_ > 0) give_back_row(instance);
  }

 private:
  // Not among what every event runs through.
  [[gnu::noinline]] void give_row(std::uint32_t instance) {
    if (counted_.size() <= instance) counted_.resize(places(), kNobody);
    if (free_rows_.empty()) {
      counted_[instance] = static_cast<std::uint32_t>(visits_.size() / counters_);
      visits_.resize(visits_.size() + counters_);
      return;
    }
    counted_[instance] = free_rows_.back();
    free_rows_.pop_back();
    std::fill_n(visits_.data() + std::size_t{counted_[instance]} * counters_, counters_, std::uint16_t{0});
  }
  [[gnu::noinline]] void give_back_row(std::uint32_t instance) {
    if (instance >= counted_.size()) return;
    const std::uint32_t row = std::exchange(counted_[instance], kNobody);
    if (row != kNobody) free_rows_.push_back(row);
  }

  std::uint32_t counters_;
  std::vector<std::uint32_t> counted_;  ///< each one's row of counters; kNobody: none
  std::vector<std::uint16_t> visits_;
  std::vector<std::uint32_t> free_rows_;
};

}  // namespace sagsflow
