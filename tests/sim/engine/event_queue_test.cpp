#include "sim/engine/event_queue.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <vector>

using namespace sagsflow;

namespace {

constexpr Time kBegin{Span(1'000)};

std::vector<std::uint32_t> indices_in_order(EventQueue& queue) {
  std::vector<std::uint32_t> indices;
  for (; !queue.empty(); queue.pop()) indices.push_back(queue.top().index());
  return indices;
}

/// Pushes and pops at random beside a sorted set, and compares what is on top at every step. `gap` gives the time
/// from now to the next event, in microseconds.
template <class Gap>
void check_against_a_sorted_set(std::size_t pending, int steps, Gap gap) {
  std::mt19937_64 random(1);
  EventQueue queue(kBegin);
  std::set<Event> sorted;
  Time now = kBegin;
  const auto push = [&] {
    const Time at = now + Span(gap(random));
    const auto phase = static_cast<Phase>(random() % 11);
    const auto index = static_cast<std::uint32_t>(random());
    const std::uint64_t sequence = queue.push(at, phase, index);
    sorted.emplace(at - kBegin, phase, sequence, index);
  };
  for (int step = 0; step < steps; ++step) {
    // The number pending swings about its mean, down to nothing now and then.
    const bool grows = sorted.size() < pending && (random() % 64 != 0 || sorted.empty());
    if (grows || (random() % 2 == 0 && sorted.size() < 2 * pending)) push();
    if (random() % (16 * pending) == 0) {
      while (sorted.size() > 1) {
        REQUIRE(queue.top() == *sorted.begin());
        queue.pop();
        sorted.erase(sorted.begin());
      }
    }
    REQUIRE(queue.size() == sorted.size());
    REQUIRE(queue.empty() == sorted.empty());
    if (sorted.empty()) continue;
    REQUIRE(queue.top() == *sorted.begin());
    if (random() % 2 == 0) {
      now = queue.time_of(queue.top());
      queue.pop();
      sorted.erase(sorted.begin());
    }
  }
  for (; !sorted.empty(); sorted.erase(sorted.begin()), queue.pop()) REQUIRE(queue.top() == *sorted.begin());
  CHECK(queue.empty());
}

}  // namespace

TEST_CASE("the earliest event is on top, whatever the order of scheduling") {
  EventQueue queue(kBegin);
  for (const int day : {5, 1, 4, 2, 3, 0}) {
    queue.push(kBegin + day * kDay, Phase::exit, static_cast<std::uint32_t>(day));
  }
  CHECK(queue.size() == 6);
  CHECK(queue.time_of(queue.top()) == kBegin);
  CHECK(indices_in_order(queue) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("what falls on one instant goes by phase, whatever the order of scheduling") {
  EventQueue queue(kBegin);
  for (const unsigned phase : {9U, 2U, 10U, 0U, 7U, 5U, 1U, 8U, 3U, 6U, 4U}) {
    queue.push(kBegin + kDay, static_cast<Phase>(phase), phase);
  }
  CHECK(indices_in_order(queue) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
}

TEST_CASE("equals come first scheduled, first served, whatever their index") {
  EventQueue queue(kBegin);
  std::vector<std::uint32_t> scheduled;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    scheduled.push_back((i * 617) % 1000);
    queue.push(kBegin + kDay, Phase::arrival, scheduled.back());
  }
  CHECK(indices_in_order(queue) == scheduled);
}

TEST_CASE("sequence numbers go up from 1 and are never given twice") {
  EventQueue queue(kBegin);
  CHECK(queue.push(kBegin + kDay, Phase::exit, 0) == 1);
  CHECK(queue.push(kBegin, Phase::exit, 0) == 2);
  queue.pop();
  queue.pop();
  CHECK(queue.push(kBegin, Phase::exit, 0) == 3);
  CHECK(queue.top().sequence() == 3);
}

TEST_CASE("an event may be scheduled for the instant that is under way, before others that wait") {
  EventQueue queue(kBegin);
  queue.push(kBegin + kDay, Phase::session, 1);
  queue.push(kBegin + kDay, Phase::patience, 2);
  queue.pop();
  queue.push(kBegin + kDay, Phase::work_end, 3);
  CHECK(indices_in_order(queue) == std::vector<std::uint32_t>{3, 2});
}

TEST_CASE("at any mix of scheduling and happening the top is the least of a sorted set") {
  const auto days = [](std::mt19937_64& random) { return static_cast<std::int64_t>(random() % 86'400'000'000ULL); };
  SECTION("few pending") {
    check_against_a_sorted_set(3, 20'000, days);
  }
  SECTION("some pending") {
    check_against_a_sorted_set(300, 50'000, days);
  }
  SECTION("many pending") {
    check_against_a_sorted_set(20'000, 200'000, days);
  }
}

TEST_CASE("the order holds when many events share an instant") {
  check_against_a_sorted_set(
      500, 50'000, [](std::mt19937_64& random) { return static_cast<std::int64_t>(random() % 4) * 3'600'000'000; });
  check_against_a_sorted_set(200, 20'000, [](std::mt19937_64&) { return std::int64_t{0}; });
}

TEST_CASE("the order holds when some events are nearly at once and others decades away") {
  check_against_a_sorted_set(2'000, 100'000, [](std::mt19937_64& random) {
    const auto magnitude = static_cast<int>(random() % 51);
    return static_cast<std::int64_t>(random() % (std::uint64_t{1} << magnitude));
  });
}
