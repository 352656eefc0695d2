#include "sim/random/branch.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace sagsflow;

namespace {

const std::vector<std::uint64_t> kTargets{place_key("plan"), place_key("laegeattest"), place_key("end")};

std::size_t chosen(std::uint64_t who, const std::vector<double>& shares) {
  return first_of_race(Chance(5, 0), {who, 17}, shares, kTargets);
}

}  // namespace

TEST_CASE("targets are chosen as often as their shares say") {
  const std::vector<double> shares{0.5, 0.2, 0.3};
  constexpr int n = 100000;
  double counts[3] = {0, 0, 0};
  for (std::uint64_t who = 0; who < n; ++who) ++counts[chosen(who, shares)];
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(std::fabs(counts[k] - n * shares[k]) < 3.5 * std::sqrt(n * shares[k] * (1 - shares[k])));
  }
}

TEST_CASE("changing one share moves nobody between the other targets") {
  int moved = 0;
  for (std::uint64_t who = 0; who < 20000; ++who) {
    const std::size_t before = chosen(who, {0.5, 0.2, 0.3});
    const std::size_t after = chosen(who, {0.6, 0.16, 0.24});  // the others keep their proportion
    if (before == after) continue;
    ++moved;
    REQUIRE(after == 0);
  }
  CHECK(std::fabs(moved - 2000.0) < 3.5 * std::sqrt(20000 * 0.1 * 0.9));
}

TEST_CASE("a share of nothing is never chosen, and one target takes no draw") {
  for (std::uint64_t who = 0; who < 1000; ++who) {
    CHECK(chosen(who, {0.0, 0.0, 1.0}) == 2);
    CHECK(chosen(who, {0.0, 0.5, 0.5}) != 0);
  }
  const double one[] = {1.0};
  CHECK(first_of_race(Chance(5, 0), {1, 1}, one, {kTargets.data(), 1}) == 0);
}

TEST_CASE("the order in which targets are listed changes nothing") {
  const std::vector<std::uint64_t> reversed{kTargets.rbegin(), kTargets.rend()};
  const std::vector<double> shares{0.5, 0.2, 0.3}, backwards{0.3, 0.2, 0.5};
  for (std::uint64_t who = 0; who < 1000; ++who) {
    CHECK(2 - first_of_race(Chance(5, 0), {who, 17}, backwards, reversed) == chosen(who, shares));
  }
}
