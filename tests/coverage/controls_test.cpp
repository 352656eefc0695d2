#include <catch2/catch.hpp>
#include <cmath>

#include "experiments.h"
#include "models/results/reading.h"

namespace sagsflow::coverage {

TEST_CASE("how many are expected to arrive goes by rate, months and batches") {
  // 17 days of January at 0.5 and 28 of February at 2, two citizens a day: 2 (8.5 + 56).
  const Results results = study("seasonal.toml", 3, 400);
  REQUIRE(results.controls.size() == 1);
  CHECK(results.controls[0].expected == Approx(129));
  const Estimate came = level_of(results, 0, results.controls[0].measure, Statistic::count);
  CHECK(std::abs(came.value - 129) < 3.5 / 2 * came.half_width());
}

TEST_CASE("where the arrivals explain a difference they are taken out of it, from 20 replications on") {
  const auto freed = [](std::size_t replications) {
    const Results results = study("four_arms.toml", 11, replications);
    return difference_of(results, 2, reading_named(results, "total.staff_hours")->measure, Statistic::sum);
  };
  CHECK(freed(19).controls == 0);
  CHECK(freed(100).controls == 1);
}

TEST_CASE("sharing chance narrows a difference as much as it must") {
  // The trial's hours are 0.75 of the law's, citizen by citizen: (1 + 0.75²) / 0.25² = 25.
  const Results results = study("four_arms.toml", 5, 100);
  const auto hours = reading_named(results, "total.staff_hours");
  CHECK(difference_of(results, 2, hours->measure, Statistic::sum).variance_ratio == Approx(25).epsilon(0.02));
}

}  // namespace sagsflow::coverage
