#include "sim/stat/level.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sagsflow;

namespace {

constexpr double kDays = 1.0 / static_cast<double>(kDay.count());
constexpr Time day(int number) {
  return Time(number * kDay);
}

}  // namespace

TEST_CASE("a level's average counts only the window") {
  Level level({day(10), day(20)}, 100);
  level.set(day(5), 3);
  level.set(day(12), 5);
  level.change(day(15), -5);
  level.set(day(19), 1);
  level.set(day(25), 50);
  const Summary summary = level.summary(kDays);
  CHECK(summary.count == Approx(10));
  CHECK(summary.sum == Approx(3 * 2 + 5 * 3 + 0 * 4 + 1 * 1));
  CHECK(summary.mean == Approx(2.2));
  CHECK(summary.sd == Approx(std::sqrt((9 * 2 + 25 * 3 + 1) / 10.0 - 2.2 * 2.2)));
  CHECK(summary.max == 5);
  CHECK(summary.at_start == 3);
  CHECK(summary.at_end == 1);
  CHECK(level.value() == 50);
  CHECK(level.area(day(100)) == Wide{22} * kDay.count());
}

TEST_CASE("a level that never changes in the window holds throughout it") {
  Level level({day(10), day(20)});
  level.set(day(1), 4);
  CHECK(level.summary(kDays).mean == 4);
  CHECK(level.summary(kDays).max == 4);
  CHECK(level.summary(kDays).at_start == 4);
  CHECK(level.summary(kDays).at_end == 4);
  CHECK(level.area(day(9)) == 0);
  CHECK(level.area(day(13)) == Wide{12} * kDay.count());
}

TEST_CASE("the ends of the window see the value before the changes of their instant") {
  Level level({day(10), day(20)}, 1);
  level.set(day(10), 7);
  level.set(day(20), 9);
  const Summary summary = level.summary(kDays);
  CHECK(summary.at_start == 1);
  CHECK(summary.at_end == 7);
  CHECK(summary.mean == 7);
  CHECK(summary.max == 7);
}

TEST_CASE("a value that does not last is no maximum, and a level may be negative") {
  Level level({day(0), day(4)}, -2);
  level.set(day(1), 8);
  level.set(day(1), -1);
  level.set(day(3), -4);
  CHECK(level.summary(kDays).max == -1);
  CHECK(level.summary(kDays).sum == Approx(-2 - 2 - 4));
}

TEST_CASE("how long a level is above a number counts only the window") {
  Level level({day(10), day(20)}, 100);
  level.watch(3);
  level.watch(4);
  level.set(day(5), 3);
  level.set(day(12), 5);
  level.change(day(15), -1);
  level.set(day(19), 6);
  level.set(day(25), 0);
  // 3 for two days, 5 for three, 4 for four, 6 for one.
  CHECK(level.share_above(3) == Approx(0.8));
  CHECK(level.share_above(4) == Approx(0.4));
  CHECK(std::isnan(level.share_above(5)));  // nobody watches it
  CHECK(level.summary(kDays).mean == Approx((3 * 2 + 5 * 3 + 4 * 4 + 6) / 10.0));
}

TEST_CASE("what is followed in turn adds up, and of what changes alone spread and maximum are exact") {
  Level level({day(10), day(20)});
  level.set(day(5), 3);
  level.set(day(12), 5);
  level.again();
  level.again();
  const Summary summary = level.summary(kDays);
  CHECK(summary.sum == Approx(3 * 2 + 5 * 8));
  CHECK(summary.sd == Approx(std::sqrt((9 * 2 + 25 * 8) / 10.0 - 4.6 * 4.6)));
  CHECK(summary.max == 5);
  CHECK(summary.at_start == 3);
  CHECK(summary.at_end == 5);
}

TEST_CASE("spread and maximum of a sum that is followed in turn are those at sampled instants") {
  Level level({day(10), day(20)});
  level.sample(10);  // at noon of each day
  level.watch(5);
  level.set(day(5), 3);
  level.set(day(12), 5);
  level.set(day(14) + kDay / 4, 9);
  level.set(day(14) + kDay / 3, 5);  // a peak between two instants is not seen
  level.set(day(16) + kDay / 3, 7);
  level.set(day(16) + 2 * kDay / 3, 5);  // and one at an instant is
  level.again();
  level.hold(1);
  level.set(day(11), 0);
  level.set(day(18), 4);
  // 4 3 5 5 5 5 7 5 9 9
  const Summary summary = level.summary(kDays);
  CHECK(level.area(day(100)) == (Wide{3} * 2 + Wide{5} * 8 + 1 + 4 * 2) * kDay.count() + Wide{4} * kDay.count() / 12 +
                                    Wide{2} * kDay.count() / 3);
  CHECK(summary.max == 9);
  CHECK(summary.sd == Approx(std::sqrt((16 + 9 + 5 * 25 + 49 + 2 * 81) / 10.0 - 5.7 * 5.7)));
  CHECK(summary.at_start == 4);
  CHECK(summary.at_end == 9);
  CHECK(level.share_above(5) == Approx(0.3));
}

TEST_CASE("what a level holds when it begins it has held from the beginning of time") {
  Level level({day(10), day(20)});
  level.set(day(10), 2);
  level.hold();
  level.set(day(15), 0);
  CHECK(level.summary(kDays).at_start == 2);
  CHECK(level.summary(kDays).sum == Approx(10));
}

TEST_CASE("areas that overflow 64 bits are exact") {
  Level level({day(0), Time(1000 * kYear)}, 1000000);
  CHECK(level.area(Time(1000 * kYear)) == Wide{1000000} * (1000 * kYear).count());
}

TEST_CASE("a window clips what begins before it or ends after it") {
  const Window window{day(10), day(20)};
  CHECK(window.clip(day(5), day(12)) == 2 * kDay);
  CHECK(window.clip(day(12), day(25)) == 8 * kDay);
  CHECK(window.clip(day(5), day(25)) == 10 * kDay);
  CHECK(window.clip(day(1), day(2)) == Span::zero());
  CHECK(window.clip(day(21), day(30)) == Span::zero());
  CHECK(window.contains(day(10)));
  CHECK_FALSE(window.contains(day(20)));
  ClippedSum sum(window);
  sum.add(day(5), day(12));
  sum.add(day(18), day(30), 3);
  CHECK(sum.total() == Wide{8} * kDay.count());
}
