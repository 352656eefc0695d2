#include "models/caseload/counted_time.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace sagsflow {
namespace {

Time day(int number) {
  return Time{} + number * kDay;
}

CountedTime counted(Span within, const std::vector<std::pair<int, int>>& days) {
  CountedTime time;
  time.begin(within);
  for (const auto& [from, to] : days) time.add(day(from), day(to));
  return time;
}

/// Days of the past that count, and all from `on` on.
struct Life {
  std::vector<bool> counts;
  int on;

  /// Of the `within` days before the morning of a day, those that count.
  int amount(int within, int morning) const {
    int sum = 0;
    for (int i = std::max(0, morning - within); i < morning; ++i) {
      sum += i >= on || counts[static_cast<std::size_t>(i)] ? 1 : 0;
    }
    return sum;
  }
};

/// Some past of `on` days, another for each number.
Life some_life(std::uint32_t number, int on) {
  Life life{{}, on};
  for (int i = 0; i < on; ++i) {
    number = number * 1664525U + 1013904223U;
    life.counts.push_back(number >> 30 != 0);
  }
  return life;
}

CountedTime lived(Span within, const Life& life) {
  CountedTime time;
  time.begin(within);
  for (int i = 0; i < life.on; ++i) {
    if (life.counts[static_cast<std::size_t>(i)]) time.add(day(i), day(i + 1));
  }
  time.add(day(life.on), Time::max());
  return time;
}

}  // namespace

TEST_CASE("without a span all that counted counts for good") {
  CountedTime time = counted(kNever, {{0, 12}, {20, 23}});
  CHECK(time.amount(day(5)) == 5 * kDay);
  CHECK(time.amount(day(100)) == 15 * kDay);
  time.add(day(100), Time::max());
  CHECK(time.until(15 * kDay, day(100)) == Span::zero());
  CHECK(time.until(22 * kDay, day(100)) == 7 * kDay);
}

TEST_CASE("within a span the amount stands still while as much leaves it") {
  // Back on day 40 with 10 of the last 30 days; those leave until day 50; the 15th is there on day 55.
  CountedTime time = counted(30 * kDay, {{0, 20}});
  time.add(day(40), Time::max());
  CHECK(time.amount(day(40)) == 10 * kDay);
  CHECK(time.amount(day(50)) == 10 * kDay);
  CHECK(time.until(10 * kDay, day(40)) == Span::zero());
  CHECK(time.until(15 * kDay, day(40)) == 15 * kDay);
  CHECK(time.until(30 * kDay, day(40)) == 30 * kDay);
  CHECK(time.until(30 * kDay + Span(1), day(40)) == kNever);
}

TEST_CASE("the parts of a stretch say whether the amount grows in them") {
  using Part = std::tuple<int, int, int, bool>;
  CountedTime time = counted(30 * kDay, {{0, 20}});
  time.add(day(40), Time::max());
  std::vector<Part> parts;
  time.walk(day(40), day(90), [&](Time from, Time to, Span amount, bool grows) {
    const auto number = [](Span span) { return static_cast<int>(span / kDay); };
    parts.emplace_back(number(from - Time{}), number(to - Time{}), number(amount), grows);
  });
  CHECK(parts == std::vector<Part>{{40, 50, 10, false}, {50, 70, 10, true}, {70, 90, 30, false}});
}

TEST_CASE("a goal is reached on the first morning on which counting day by day reaches it") {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Life life = some_life(number, 25);
    for (const int within : {7, 20, 40}) {
      const CountedTime time = lived(within * kDay, life);
      for (int goal = 1; goal <= within; ++goal) {
        int waited = 0;
        while (life.amount(within, life.on + waited) < goal) ++waited;
        INFO(number << " within " << within << " goal " << goal);
        CHECK(time.amount(day(life.on)) == life.amount(within, life.on) * kDay);
        CHECK(time.until(goal * kDay, day(life.on)) == waited * kDay);
      }
      CHECK(time.until((within + 1) * kDay, day(life.on)) == kNever);
    }
  }
}

}  // namespace sagsflow
