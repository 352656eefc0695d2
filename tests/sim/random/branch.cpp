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

/// What comes first, each draw made by itself.
std::size_t first_by_itself(const Chance& chance, DrawKey key, const std::vector<double>& shares,
                            const std::vector<std::uint64_t>& targets) {
  std::size_t first = shares.size();
  double earliest = 0.0;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    if (shares[k] == 0.0) continue;
    const double at = -exact::log(chance.draw({key.who, joined_key(key.where, targets[k])}).value) / shares[k];
    if (first < shares.size() && at >= earliest) continue;
    first = k;
    earliest = at;
  }
  return first;
}

TEST_CASE("many targets are raced together as each is by itself") {
  const Chance chance(7, 3);
  for (const std::size_t count : {4, 5, 7, 8, 9, 16, 29, 98}) {
    std::vector<double> shares;
    std::vector<std::uint64_t> targets;
    for (std::size_t k = 0; k < count; ++k) {
      shares.push_back(k % 3 == 1 ? 0.0 : static_cast<double>(k % 5 + 1));
      targets.push_back(place_key(std::to_string(k)));
    }
    int differ = 0;
    for (std::uint64_t who = 0; who < 2000; ++who) {
      differ +=
          first_of_race(chance, {who, 17}, shares, targets) != first_by_itself(chance, {who, 17}, shares, targets);
    }
    INFO(count);
    CHECK(differ == 0);
  }
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
