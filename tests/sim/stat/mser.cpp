#include "sim/stat/mser.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace sagsflow;

TEST_CASE("a start that is far off is left out, and no more") {
  // Batches of one. Without the first: mean 8/9, squares 4 (10/9)² + 5 (8/9)² = 80/9, over 81: 0.110. Without the first
  // two: mean 1, squares 8, over 64: 0.125.
  const std::vector<double> series{100, 0, 2, 0, 2, 0, 2, 0, 2, 0};
  CHECK(mser_truncation(series, 1) == 1U);
}

TEST_CASE("a steady series loses nothing") {
  CHECK(mser_truncation(std::vector<double>(40, 7.0)) == 0U);
  // The spread is the same wherever one begins, so more is better: 0.25 / n.
  CHECK(mser_truncation(std::vector<double>{1, 0, 1, 0, 1, 0, 1, 0}, 1) == 0U);
}

TEST_CASE("the rule looks at batches of five and leaves out whole ones") {
  // Batch means 10, 4, 1, 1, 1, 1, 1, 1, 1, 1: nothing is left of the spread after two.
  std::vector<double> series;
  for (const double mean : {10.0, 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0}) {
    for (const double apart : {-2.0, -1.0, 0.0, 1.0, 2.0}) series.push_back(mean + apart);
  }
  CHECK(mser_truncation(series) == 10U);
  series.push_back(1000);  // no whole batch
  CHECK(mser_truncation(series) == 10U);
}

TEST_CASE("a series that still rises at its end is too short to tell") {
  std::vector<double> rising;
  for (int i = 0; i < 60; ++i) rising.push_back(i);  // a queue that grows without end
  CHECK_FALSE(mser_truncation(rising));
}

TEST_CASE("a calm end of a series that is steady on the whole is chance, not its level") {
  // Without the first d of 30 ± 1 and 4 zeros: (30 - d) squares over (34 - d)², least at d = 0; the tail of zeros has
  // none.
  std::vector<double> series;
  for (int i = 0; i < 30; ++i) series.push_back(i % 2 == 0 ? 1 : -1);
  series.insert(series.end(), 4, 0.0);
  CHECK(mser_truncation(series, 1) == 0U);
}

TEST_CASE("fewer than four batches tell nothing") {
  CHECK_FALSE(mser_truncation(std::vector<double>(19, 1.0)));
  CHECK(mser_truncation(std::vector<double>(20, 1.0)) == 0U);
}

TEST_CASE("an approach to the level is cut where its rest no longer shows") {
  // 100 (1 - exp(-i / 10)) and an alternating ±1: the bias of a batch beyond the d-th is about 100 exp(-d / 2). It must
  // sink below what the batches' own ±0.2 does to the error, some five batches on, and well before the first half ends.
  std::vector<double> series;
  for (int i = 0; i < 400; ++i) series.push_back(100 * (1 - std::exp(-i / 10.0)) + (i % 2 == 0 ? 1 : -1));
  const auto cut = mser_truncation(series);
  REQUIRE(cut);
  CHECK(*cut >= 25);
  CHECK(*cut <= 100);
}
