#include "sim/study/stopping.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace sagsflow;

namespace {

using Outcome = std::expected<std::size_t, std::string>;

Outcome number(std::size_t block) {
  return block;
}

// When the study stops, if exactly the prefixes that `precise` names are precise.
std::size_t stop(StoppingRule rule, const std::function<bool(std::size_t)>& precise) {
  SequentialStopping stopping(rule);
  while (!stopping.stops_at()) {
    const std::size_t look = stopping.next_look();
    REQUIRE(look > stopping.told());
    while (!stopping.stops_at() && stopping.told() < look) stopping.tell(precise(stopping.told() + 1));
  }
  return *stopping.stops_at();
}

}  // namespace

TEST_CASE("a study stops when the precision has held over the look-ahead") {
  CHECK(stop({10, 1000}, [](std::size_t n) { return n >= 3; }) == 15);
  CHECK(stop({10, 1000}, [](std::size_t n) { return n >= 40; }) == 45);
  CHECK(stop({10, 1000}, [](std::size_t n) { return n >= 200; }) == 210);
}

TEST_CASE("a precision that does not hold is not believed") {
  CHECK(stop({10, 1000}, [](std::size_t n) { return n >= 12 && n != 16; }) == 22);
}

TEST_CASE("a study never has more replications than the most allowed") {
  CHECK(stop({10, 50}, [](std::size_t) { return false; }) == 50);
  CHECK(stop({10, 50}, [](std::size_t n) { return n >= 48; }) == 50);
  CHECK(stop({10, 4}, [](std::size_t) { return true; }) == 4);
}

TEST_CASE("the look-ahead grows with the replications") {
  CHECK(look_ahead(10) == 5);
  CHECK(look_ahead(100) == 5);
  CHECK(look_ahead(199) == 9);
  CHECK(look_ahead(1000) == 50);
}

TEST_CASE("a difference is precise when its half-width is so small a share of the baseline") {
  CHECK(precise_enough({.value = 5, .low = 4, .high = 6}, 100, 0.01));
  CHECK(precise_enough({.value = 5, .low = 4, .high = 6}, -100, 0.01));
  CHECK_FALSE(precise_enough({.value = 5, .low = 4, .high = 6}, 99, 0.01));
  CHECK_FALSE(precise_enough({.value = 5}, 100, 0.01));
}

TEST_CASE("a difference larger than the baseline is held to its own size") {
  CHECK(precise_enough({.value = -500, .low = -505, .high = -495}, 0, 0.01));
  CHECK(precise_enough({.value = -500, .low = -505, .high = -495}, 100, 0.01));
  CHECK_FALSE(precise_enough({.value = -499, .low = -504, .high = -494}, 100, 0.01));
  CHECK(precise_enough({.value = 0, .low = 0, .high = 0}, 0, 0.01));
}

TEST_CASE("the blocks of a sequential study are exactly those it stops at, in order, however they are batched") {
  SerialExecutor serial;
  for (const std::size_t batch : {1U, 2U, 7U, 8U, 100U}) {
    std::vector<std::size_t> taken;
    const auto count =
        run_until_precise<std::size_t, std::string>({10, 100}, batch, serial, number, [&](std::size_t&& result) {
          taken.push_back(result);
          return taken.size() >= 13;
        });
    REQUIRE(count);
    CHECK(*count == 18);
    REQUIRE(taken.size() == 18);
    for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i);
  }
}

TEST_CASE("no block is run that the study may not need") {
  SerialExecutor serial;
  std::size_t begun = 0, taken = 0;
  const auto count = run_until_precise<std::size_t, std::string>(
      {10, 100}, 8, serial,
      [&](std::size_t block) -> Outcome {
        ++begun;
        return block;
      },
      [&](std::size_t&&) { return ++taken >= 13; });
  REQUIRE(count);
  CHECK(begun == 18);
}

TEST_CASE("a study with a fixed number of replications has just those") {
  SerialExecutor serial;
  std::size_t taken = 0;
  std::vector<std::size_t> expected;
  const auto count = run_until_precise<std::size_t, std::string>(
      {20, 20}, 8, serial, number,
      [&](std::size_t&&) {
        ++taken;
        return true;
      },
      [&](std::size_t, std::size_t of) { expected.push_back(of); });
  REQUIRE(count);
  CHECK(*count == 20);
  CHECK(taken == 20);
  CHECK(expected == std::vector<std::size_t>(20, 20));
}

TEST_CASE("a failing block ends a sequential study") {
  SerialExecutor serial;
  const auto count = run_until_precise<std::size_t, std::string>(
      {10, 100}, 8, serial,
      [](std::size_t block) -> Outcome {
        if (block == 17) return std::unexpected("no");
        return block;
      },
      [](std::size_t&&) { return false; });
  REQUIRE_FALSE(count);
  CHECK(count.error().block == 17);
}
