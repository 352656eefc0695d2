#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "quaternary_heap.h"
#include "sim/engine/event.h"
#include "sim/random/chance.h"
#include "sim/random/exact_math.h"

namespace sagsflow::by_hand {

// What somebody writes who needs one number from one model: no names, no ledger but the mean wait. The chance, the
// logarithm and the clock are those of the engine, so that what differs is the generality. The bound that models
// from files are held against.

/// First in, first out, in a ring that grows to the longest queue there was.
template <class Value>
class Line {
 public:
  bool empty() const { return begin_ == end_; }
  void push(Value value) {
    if (end_ - begin_ == slots_.size()) grow();
    slots_[end_++ & (slots_.size() - 1)] = value;
  }
  Value pop() { return slots_[begin_++ & (slots_.size() - 1)]; }

 private:
  void grow() {
    std::vector<Value> larger(2 * slots_.size());
    for (std::uint64_t i = begin_; i < end_; ++i) larger[i & (larger.size() - 1)] = slots_[i & (slots_.size() - 1)];
    slots_.swap(larger);
  }
  std::vector<Value> slots_ = std::vector<Value>(16);
  std::uint64_t begin_ = 0, end_ = 0;
};

struct Outcome {
  std::uint64_t customers = 0;  ///< served
  Wide waiting = 0;             ///< microseconds
  double mean_wait_in_days() const {
    return static_cast<double>(waiting) / static_cast<double>(customers) / static_cast<double>(kDay.count());
  }
};

inline std::int64_t rounded(double microseconds) {
  return static_cast<std::int64_t>(microseconds + 0.5);
}
inline std::int64_t exponential(const Chance& chance, DrawKey key, double mean) {
  return rounded(-mean * exact::log_of_normal(1.0 - chance.draw(key).value));
}

/// Work A. Two clocks, the next arrival and the end of the service under way, and a ring of arrival times.
inline Outcome one_server(const Chance& chance, double between, double service, std::int64_t end) {
  constexpr std::int64_t kNobodyServed = std::numeric_limits<std::int64_t>::max();
  Outcome outcome;
  Line<std::int64_t> line;
  std::uint64_t arrived = 0, begun = 0;
  std::int64_t arrival = exponential(chance, {0, arrived}, between), done = kNobodyServed;
  for (;;) {
    if (arrival < done) {
      if (arrival > end) return outcome;
      if (done == kNobodyServed) {
        done = arrival + exponential(chance, {1, begun++}, service);
      } else {
        line.push(arrival);
      }
      arrival += exponential(chance, {0, ++arrived}, between);
      continue;
    }
    if (done > end) return outcome;
    ++outcome.customers;
    if (line.empty()) {
      done = kNobodyServed;
      continue;
    }
    outcome.waiting += done - line.pop();
    done += exponential(chance, {1, begun++}, service);
  }
}

/// Work B.
class CaseNetwork {
 public:
  static constexpr double kDayLength = static_cast<double>(kDay.count());

  CaseNetwork(const Chance& chance, std::int64_t end) : chance_(chance), end_(end) {
    constexpr double kMean = 45.0 * kDayLength, kVariation = 0.5;
    const double variance = exact::log_1_plus(kVariation * kVariation);
    certificate_sd_ = std::sqrt(variance);
    certificate_mean_ = exact::log_of_normal(kMean) - variance / 2;
  }

  Outcome run() {
    schedule(exponential(chance_, {0, 0}, 0.01 * kDayLength), Phase::arrival, 0);
    while (!events_.empty() && events_.top().since_begin().count() <= end_) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.since_begin().count();
      if (event.phase() == Phase::arrival) {
        arrive();
      } else if (event.phase() == Phase::wait_end) {
        join(kTeam, event.index());
      } else {
        work_ends(event.index());
      }
    }
    return outcome_;
  }

 private:
  enum Station : std::uint8_t { kInterview, kTeam };
  struct Case {
    std::uint64_t number;
    std::int64_t joined;
    Station station;
  };

  void schedule(std::int64_t time, Phase phase, std::uint32_t index) {
    events_.push(Event(Span(time), phase, ++sequence_, index));
  }

  void arrive() {
    std::uint32_t place = static_cast<std::uint32_t>(cases_.size());
    if (free_.empty()) {
      cases_.emplace_back();
    } else {
      place = free_.back();
      free_.pop_back();
    }
    cases_[place].number = ++arrived_;
    join(kInterview, place);
    schedule(now_ + exponential(chance_, {0, arrived_}, 0.01 * kDayLength), Phase::arrival, 0);
  }

  void join(Station station, std::uint32_t place) {
    cases_[place].station = station;
    cases_[place].joined = now_;
    if (idle_[station] > 0) {
      --idle_[station];
      begin(station, place);
    } else {
      lines_[station].push(place);
    }
  }

  void begin(Station station, std::uint32_t place) {
    const Case& its = cases_[place];
    outcome_.waiting += now_ - its.joined;
    const double mean = station == kInterview ? 0.25 * kDayLength : 0.1 * kDayLength;
    const std::uint64_t where = station == kInterview ? 1 : 2;
    schedule(now_ + exponential(chance_, {its.number, where}, mean), Phase::work_end, place);
  }

  void work_ends(std::uint32_t place) {
    const Station station = cases_[place].station;
    if (lines_[station].empty()) {
      ++idle_[station];
    } else {
      begin(station, lines_[station].pop());
    }
    const std::uint64_t number = cases_[place].number;
    if (station == kInterview && chance_.draw({number, 3}).value >= 0.7) {
      const double z = exact::normal_quantile(chance_.draw({number, 4}).value);
      schedule(now_ + rounded(exact::exp(certificate_mean_ + certificate_sd_ * z)), Phase::wait_end, place);
      return;
    }
    ++outcome_.customers;
    free_.push_back(place);
  }

  const Chance& chance_;
  std::int64_t end_, now_ = 0;
  double certificate_mean_, certificate_sd_;
  QuaternaryHeap<Event> events_;
  std::uint64_t sequence_ = 0, arrived_ = 0;
  std::vector<Case> cases_;
  std::vector<std::uint32_t> free_;
  std::array<int, 2> idle_ = {30, 4};
  std::array<Line<std::uint32_t>, 2> lines_;
  Outcome outcome_;
};

}  // namespace sagsflow::by_hand
