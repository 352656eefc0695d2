#include "sim/capacity/job_queue.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <random>

using namespace sagsflow;

namespace {

std::vector<std::uint32_t> emptied(JobQueue& queue) {
  std::vector<std::uint32_t> jobs;
  for (; !queue.empty(); queue.pop()) jobs.push_back(queue.front());
  return jobs;
}

using Jobs = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a ring gives back what it was given in that order while it grows and its beginning wanders") {
  std::mt19937_64 random(3);
  Ring ring;
  std::deque<std::uint32_t> plain;
  CHECK(ring.empty());
  for (std::uint32_t i = 0; i < 30'000; ++i) {
    const bool filling = (i / 1000) % 2 == 0;
    if (plain.empty() || random() % 4 < (filling ? 3U : 1U)) {
      ring.push(i);
      plain.push_back(i);
    } else {
      ring.pop();
      plain.pop_front();
    }
    REQUIRE(ring.size() == plain.size());
    REQUIRE(ring.empty() == plain.empty());
    if (!plain.empty()) REQUIRE(ring.front() == plain.front());
  }
}

TEST_CASE("a ring keeps its order when it grows with its head in the middle") {
  Ring ring;
  for (std::uint32_t i = 0; i < 16; ++i) ring.push(i);
  for (int i = 0; i < 10; ++i) ring.pop();
  for (std::uint32_t i = 16; i < 40; ++i) ring.push(i);
  for (std::uint32_t i = 10; i < 40; ++i) {
    REQUIRE(ring.front() == i);
    ring.pop();
  }
  CHECK(ring.empty());
}

TEST_CASE("first come, first served, whatever the urgency, when urgency does not count") {
  JobQueue queue;
  queue.push(5, 3);
  queue.push(1, 1);
  queue.push(9, 2);
  CHECK(emptied(queue) == Jobs{5, 1, 9});
}

TEST_CASE("the least number is the most urgent, and equals come in order of coming") {
  JobQueue queue(true);
  queue.push(1, 2);
  queue.push(2, 1);
  queue.push(3, 2);
  queue.push(4, -7);
  queue.push(5, 1);
  queue.push(6, std::numeric_limits<std::int64_t>::max());
  CHECK(emptied(queue) == Jobs{4, 2, 5, 1, 3, 6});
}

TEST_CASE("the head of the line goes before the most urgent, itself in order of coming") {
  for (const bool by_urgency : {false, true}) {
    JobQueue queue(by_urgency);
    queue.push(1, -100);
    queue.push_head(2);
    queue.push_head(3);
    CHECK(emptied(queue) == Jobs{2, 3, 1});
  }
}

TEST_CASE("a line by urgency is in the order of a stable sort, whatever is pushed and popped between") {
  std::mt19937_64 random(11);
  struct Waiting {
    std::int64_t urgency;
    std::uint32_t job;
  };
  JobQueue queue(true);
  std::vector<Waiting> plain;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const bool filling = (i / 500) % 2 == 0;
    if (plain.empty() || random() % 4 < (filling ? 3U : 1U)) {
      const auto urgency = static_cast<std::int64_t>(random() % 20);
      queue.push(i, urgency);
      plain.push_back({urgency, i});
    } else {
      plain.erase(std::ranges::min_element(plain, {}, &Waiting::urgency));
      queue.pop();
    }
    REQUIRE(queue.empty() == plain.empty());
    if (!plain.empty()) REQUIRE(queue.front() == std::ranges::min_element(plain, {}, &Waiting::urgency)->job);
  }
}
