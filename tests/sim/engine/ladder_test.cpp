#include "sim/engine/ladder.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <queue>
#include <random>
#include <vector>

using namespace sagsflow;

namespace {

struct Later {
  bool operator()(const Event& a, const Event& b) const { return b < a; }
};

/// A ladder and a heap that are told the same; every event that comes off is compared.
class Both {
 public:
  void push(std::int64_t time) {
    const Event event(Span(time), static_cast<Phase>(random() % 11), ++sequence_, static_cast<std::uint32_t>(random()));
    ladder_.push(event);
    heap_.push(event);
    differ_ = differ_ || !(ladder_.top() == heap_.top());
  }
  /// The time that is now.
  std::int64_t pop() {
    const Event event = heap_.top();
    differ_ = differ_ || !(ladder_.top() == event) || ladder_.size() != heap_.size();
    heap_.pop();
    ladder_.pop();
    return event.since_begin().count();
  }
  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  bool differ() const { return differ_ || ladder_.empty() != heap_.empty(); }
  std::uint64_t random() { return random_(); }
  std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
  }

 private:
  Ladder ladder_;
  std::priority_queue<Event, std::vector<Event>, Later> heap_;
  std::uint64_t sequence_ = 0;
  std::mt19937_64 random_{5};
  bool differ_ = false;
};

using Gap = std::function<std::int64_t(Both&)>;

const std::vector<std::pair<const char*, Gap>> kGaps = {
    {"even", [](Both& both) { return both.below(1'000'000'000); }},
    {"exponential",
     [](Both& both) {
       return static_cast<std::int64_t>(1e9 * -std::log(1 - 1e-6 * static_cast<double>(both.below(1'000'000))));
     }},
    {"mostly at one of few instants", [](Both& both) { return both.below(3) * 86'400'000'000; }},
    {"all at once", [](Both&) { return std::int64_t{0}; }},
    {"of every magnitude", [](Both& both) { return both.below(std::int64_t{1} << (1 + both.random() % 50)); }},
    {"near, now and then decades away",
     [](Both& both) { return both.below(both.random() % 100 == 0 ? 1'000'000'000'000'000 : 1'000); }},
    {"two clusters", [](Both& both) { return both.random() % 2 * 500'000'000'000 + both.below(10); }},
};

}  // namespace

TEST_CASE("a ladder gives the events of a heap in the order of a heap while events beget events") {
  for (const auto& [name, gap] : kGaps) {
    for (const std::size_t pending : {1U, 2U, 20U, 33U, 49U, 100U, 1'000U, 20'000U}) {
      INFO(name << ", " << pending << " pending");
      Both both;
      for (std::size_t i = 0; i < pending; ++i) both.push(gap(both));
      for (std::size_t i = 0; i < 3 * pending + 1'000; ++i) both.push(both.pop() + gap(both));
      while (!both.empty()) both.pop();
      CHECK_FALSE(both.differ());
    }
  }
}

TEST_CASE("a ladder gives the order of a heap while the number pending swells and shrinks") {
  for (const auto& [name, gap] : kGaps) {
    INFO(name);
    Both both;
    std::int64_t now = 0;
    for (const std::size_t most : {40U, 3U, 500U, 0U, 5'000U, 10U, 200U, 1U, 3'000U, 0U}) {
      while (both.size() < most) {
        both.push(now + gap(both));
        if (both.random() % 3 == 0) now = both.pop();
      }
      while (both.size() > most) {
        now = both.pop();
        if (both.random() % 3 == 0) both.push(now + gap(both));
      }
    }
    CHECK_FALSE(both.differ());
  }
}

TEST_CASE("many thousand events of one instant come in order among others, and more of that instant between them") {
  Both both;
  for (int i = 0; i < 30'000; ++i) both.push(i % 10 == 0 ? both.below(2'000'000) : 1'000'000);
  for (int i = 0; i < 30'000; ++i) {
    const std::int64_t now = both.pop();
    if (now == 1'000'000 && i % 2 == 0) both.push(now);
  }
  while (!both.empty()) both.pop();
  CHECK_FALSE(both.differ());
}

TEST_CASE("of a bucket of any size every event but the first is looked at, shortly before its turn") {
  constexpr std::uint64_t kInstants = 40, kShortly = 64;
  for (const std::uint64_t together : {3U, 8U, 9U, 12U, 16U, 17U, 40U, 200U}) {
    INFO(together << " at each instant");
    Ladder ladder;
    for (std::uint64_t number = 0; number < kInstants * together; ++number) {
      const auto instant = static_cast<std::int64_t>(number / together);
      ladder.push(Event(Span(1'000'000 * instant), Phase::duty, number, 0));
    }
    std::vector<bool> looked_at(kInstants * together);
    std::uint64_t popped = 0, overlooked = 0, too_early = 0;
    for (; !ladder.empty(); ++popped) {
      const std::uint64_t number = ladder.top().sequence();
      const bool is_first = number % together == 0;
      // Before the first of all, nobody could look.
      if (number >= together && !is_first && !looked_at[number]) ++overlooked;
      const auto near = [&](const Event& event) {
        looked_at[event.sequence()] = true;
        if (event.sequence() > number + kShortly) ++too_early;
      };
      if (ladder.pop()) ladder.look_ahead(near, [](const Event&) {});
    }
    CHECK(popped == kInstants * together);
    CHECK(overlooked == 0);
    CHECK(too_early == 0);
  }
}
