#include "models/results/warm_up.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

/// Ten weeks far off, then a hundred that are steady.
std::vector<double> weekly() {
  std::vector<double> series(110, 50.0);
  for (std::size_t week = 0; week < 10; ++week) series[week] = 0;
  for (std::size_t week = 0; week < series.size(); week += 5) series[week] += week % 2 == 0 ? 1 : -1;
  return series;
}

}  // namespace

TEST_CASE("a warm-up as long as what the rule leaves out is enough, a shorter one is not") {
  const WarmUpCheck enough = check_warm_up("total", "citizens", 1, weekly(), 10 * kWeek);
  CHECK(enough.is_stable);
  CHECK(enough.found == 10 * kWeek);
  CHECK(enough.is_enough());
  CHECK(enough.arm == 1);
  CHECK_FALSE(check_warm_up("total", "citizens", 1, weekly(), 9 * kWeek).is_enough());
}

TEST_CASE("no warm-up is enough for what never settles") {
  std::vector<double> rising;
  for (int week = 0; week < 200; ++week) rising.push_back(week);
  const WarmUpCheck check = check_warm_up("pool.a", "queue", 0, rising, 150 * kWeek);
  CHECK_FALSE(check.is_stable);
  CHECK_FALSE(check.is_enough());
}

TEST_CASE("weekly series are averaged over the replications") {
  WeeklyMeans weeks;
  weeks.add(std::vector<double>{1, 2, 3});
  weeks.add(std::vector<double>{3, 2, 5});
  CHECK(weeks.means() == std::vector<double>{2, 2, 4});
}
