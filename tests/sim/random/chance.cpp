#include "sim/random/chance.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace sagsflow;

TEST_CASE("Philox gives the known answers of Random123") {
  const philox4x32_ctr_t zeros = philox4x32_R(10, {{0, 0, 0, 0}}, {{0, 0}});
  CHECK(zeros.v[0] == 0x6627e8d5u);
  CHECK(zeros.v[1] == 0xe169c58du);
  CHECK(zeros.v[2] == 0xbc57ac4cu);
  CHECK(zeros.v[3] == 0x9b00dbd8u);
  const philox4x32_ctr_t digits_of_pi =
      philox4x32_R(10, {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}});
  CHECK(digits_of_pi.v[0] == 0xd16cfe09u);
  CHECK(digits_of_pi.v[1] == 0x94fdccebu);
  CHECK(digits_of_pi.v[2] == 0x5001e420u);
  CHECK(digits_of_pi.v[3] == 0x24126ea1u);
}

TEST_CASE("a draw depends on seed, replication and both halves of its key, and on nothing else") {
  const Chance chance(2018, 3);
  const Draw first = chance.draw({7, 11});
  chance.draw({8, 11});
  const Draw again = Chance(2018, 3).draw({7, 11});
  CHECK(first.part == again.part);
  CHECK(first.value == again.value);
  CHECK(first.part != first.value);
  CHECK(first.value != chance.draw({11, 7}).value);
  CHECK(first.value != chance.draw({7, 12}).value);
  CHECK(first.value != chance.draw({7 + (std::uint64_t{1} << 32), 11}).value);
  CHECK(first.value != chance.draw({7, 11 + (std::uint64_t{1} << 32)}).value);
  CHECK(first.value != Chance(2019, 3).draw({7, 11}).value);
  CHECK(first.value != Chance(2018 + (std::uint64_t{1} << 32), 3).draw({7, 11}).value);
  CHECK(first.value != Chance(2018, 4).draw({7, 11}).value);
}

TEST_CASE("the two numbers of a draw are uniform and independent") {
  constexpr int n = 200000;
  double sums[2] = {0, 0};
  double squares[2] = {0, 0};
  double product = 0;
  const Chance chance(1, 0);
  for (int i = 0; i < n; ++i) {
    const Draw draw = chance.draw({static_cast<std::uint64_t>(i), 5});
    const double centred[2] = {draw.part - 0.5, draw.value - 0.5};
    REQUIRE(std::fabs(centred[0]) < 0.5);
    REQUIRE(std::fabs(centred[1]) < 0.5);
    for (int k = 0; k < 2; ++k) {
      sums[k] += centred[k];
      squares[k] += centred[k] * centred[k];
    }
    product += centred[0] * centred[1];
  }
  // Standard errors of a uniform's mean, its square's mean (1/180) and the product of two (1/144).
  for (int k = 0; k < 2; ++k) {
    CHECK(std::fabs(sums[k] / n) < 3.5 * std::sqrt(1.0 / 12 / n));
    CHECK(std::fabs(squares[k] / n - 1.0 / 12) < 3.5 * std::sqrt(1.0 / 180 / n));
  }
  CHECK(std::fabs(product / n) < 3.5 * std::sqrt(1.0 / 144 / n));
}

TEST_CASE("one minus a uniform number is exact") {
  const Chance chance(1, 0);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const double u = chance.draw({i, 0}).value;
    CHECK(1.0 - (1.0 - u) == u);
    CHECK(std::fmod(u * 0x1p53, 2.0) == 1.0);
  }
}

TEST_CASE("neighbouring replications are not correlated") {
  constexpr int n = 100000;
  double product = 0;
  for (int i = 0; i < n; ++i) {
    const auto replication = static_cast<std::uint32_t>(i);
    product +=
        (Chance(1, replication).draw({3, 4}).value - 0.5) * (Chance(1, replication + 1).draw({3, 4}).value - 0.5);
  }
  CHECK(std::fabs(product / n) < 3.5 * std::sqrt(1.0 / 144 / n));
}

TEST_CASE("a place's key is the finished FNV-1a hash of its path") {
  // FNV-1a of "a" is af63dc4c8601ec8c (Fowler, Noll & Vo's test vectors).
  CHECK(place_key("a") == scrambled(0xAF63DC4C8601EC8Cu));
  CHECK(place_key("") == scrambled(0xCBF29CE484222325u));
  // SplitMix64 from state 0 starts with this number.
  CHECK(scrambled(0x9E3779B97F4A7C15u) == 0xE220A8397B1DCDAFu);
}

TEST_CASE("places that differ in little have keys that differ in about half of their bits") {
  double bits = 0;
  constexpr int n = 1000;
  for (int i = 0; i < n; ++i) {
    const std::string path = "procedure.jaf.step." + std::to_string(i);
    bits += __builtin_popcountll(place_key(path) ^ place_key(path + "x"));
  }
  CHECK(std::fabs(bits / n - 32.0) < 3.5 * 4.0 / std::sqrt(n));
}

TEST_CASE("the order of joined keys matters, and small numbers do not collide") {
  CHECK(joined_key(1, 2) != joined_key(2, 1));
  CHECK(joined_key(joined_key(1, 2), 3) != joined_key(1, joined_key(2, 3)));
  std::vector<std::uint64_t> keys;
  for (std::uint64_t i = 0; i < 300; ++i) {
    for (std::uint64_t j = 0; j < 300; ++j) keys.push_back(joined_key(i, j));
  }
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}
