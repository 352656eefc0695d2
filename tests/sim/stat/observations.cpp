#include "sim/stat/observations.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <vector>

using namespace sagsflow;

namespace {

// What bins are said to be, counted in a map by where a bin begins: at most 1/128 of that wide, and 1 up to 255.
class Counted {
 public:
  void add(std::int64_t value, std::uint64_t count = 1) {
    std::int64_t width = 1;
    while (value / width >= 256) width *= 2;
    One& one = ones_[value / width * width];
    one.width = width;
    one.count += count;
    one.values.insert(value);
  }
  std::vector<Bins::Cell> cells() const {
    std::vector<Bins::Cell> cells;
    for (const auto& [low, one] : ones_) {
      const std::int64_t value = *one.values.begin();
      const bool equal = one.values.size() == 1;
      cells.push_back({equal ? value : low, equal ? value : low + (one.width - 1), one.count});
    }
    return cells;
  }

 private:
  struct One {
    std::int64_t width = 1;
    std::uint64_t count = 0;
    std::set<std::int64_t> values;
  };
  std::map<std::int64_t, One> ones_;
};

void check_same(const std::vector<Bins::Cell>& cells, const std::vector<Bins::Cell>& expected) {
  REQUIRE(cells.size() == expected.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    CAPTURE(i);
    REQUIRE(cells[i].low == expected[i].low);
    REQUIRE(cells[i].high == expected[i].high);
    REQUIRE(cells[i].count == expected[i].count);
  }
}

void add(Bins& bins, Counted& counted, std::int64_t value, int times = 1) {
  for (int i = 0; i < times; ++i) {
    bins.add(std::vector{value});
    counted.add(value);
  }
}

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

}  // namespace

TEST_CASE("bins count values of every magnitude, and know which of them are all equal") {
  std::mt19937_64 engine(3);
  Bins bins;
  Counted counted;
  for (int i = 0; i < 20000; ++i) {
    const auto bits = static_cast<int>(engine() % 63);
    const auto value = static_cast<std::int64_t>(engine() >> 1) >> bits;
    add(bins, counted, value, engine() % 7 == 0 ? 3 : 1);
    if (i % 3 == 0) add(bins, counted, std::int64_t{1} << bits);
  }
  add(bins, counted, 0, 5);
  add(bins, counted, kMost);
  check_same(bins.cells(), counted.cells());
}

TEST_CASE("of the longest values more can be equal than their bin can count") {
  // The last bin's values take 55 of its 63 bits: 255 equal ones fill it.
  for (const std::int64_t value : {kMost, kMost - 1, (std::int64_t{255} << 55), (std::int64_t{1} << 62)}) {
    Bins bins;
    Counted counted;
    add(bins, counted, value, 255);
    check_same(bins.cells(), counted.cells());
    add(bins, counted, value, 700);
    add(bins, counted, kDay.count(), 3);
    check_same(bins.cells(), counted.cells());
    CHECK(bins.count() == 958);

    Bins twice = bins, pooled;
    Counted both;
    twice.add(bins);
    pooled.add(bins);
    pooled.add(bins);
    both.add(value, 1910);
    both.add(kDay.count(), 6);
    check_same(twice.cells(), both.cells());
    check_same(pooled.cells(), both.cells());

    add(bins, counted, value ^ 1);
    check_same(bins.cells(), counted.cells());
    add(bins, counted, value, 300);
    check_same(bins.cells(), counted.cells());
    pooled.add(bins);
    both.add(value, 1255);
    both.add(value ^ 1);
    both.add(kDay.count(), 3);
    check_same(pooled.cells(), both.cells());
  }
}

TEST_CASE("pooled bins double and double again until no bin counts them as one") {
  // 40 times doubled, three equal ones are 3·2⁴⁰; years leave 63 - 37 bits to count by.
  Bins bins;
  bins.add(std::vector{3 * kYear.count(), 3 * kYear.count(), 3 * kYear.count(), kHour.count(), kHour.count() + 1});
  for (int i = 0; i < 40; ++i) bins.add(Bins(bins));
  const std::vector<Bins::Cell> cells = bins.cells();
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].low <= kHour.count());
  CHECK(cells[0].high > kHour.count());
  CHECK(cells[0].count == std::uint64_t{2} << 40);
  CHECK(cells[1].low == 3 * kYear.count());
  CHECK(cells[1].high == 3 * kYear.count());
  CHECK(cells[1].count == std::uint64_t{3} << 40);
  CHECK(bins.count() == std::uint64_t{5} << 40);
}

TEST_CASE("bins know how many were zero") {
  Bins bins;
  bins.add(std::vector<std::int64_t>{1, 2, kDay.count()});
  CHECK(bins.zeros() == 0);
  bins.add(std::vector<std::int64_t>{0, 3, 0});
  CHECK(bins.zeros() == 2);
  bins.add(Bins(bins));
  CHECK(bins.zeros() == 4);
  CHECK(Bins().zeros() == 0);
  CHECK(Bins().cells().empty());
}
