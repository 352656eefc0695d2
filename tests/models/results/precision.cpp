#include "models/results/precision.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/results/reading.h"
#include "small_results.h"

using namespace sagsflow;

namespace {

const double kT1 = std::tan(std::acos(-1.0) * 0.475);      // with one degree of freedom t is Cauchy: at 95 %
const double kT1Two = std::tan(std::acos(-1.0) * 0.4875);  // at 97.5 %

PrecisionOutcome outcome_of(const Results& results, const std::string& name, double share) {
  const auto goals = precision_goals(results, {{name, share}});
  REQUIRE(goals);
  return precision_of(results, goals->front());
}

}  // namespace

TEST_CASE("one arm is precise by its level") {
  Results results;
  add_measure(results, "total", "staff_hours", MeasureKind::total, {{summed(999), summed(1001)}});
  CHECK(outcome_of(results, "total.staff_hours", 0.01).found == Approx(kT1 / 1000));
  CHECK_FALSE(outcome_of(results, "total.staff_hours", 0.01).reached);
  CHECK(outcome_of(results, "total.staff_hours", 0.013).reached);
}

TEST_CASE("two arms are precise by their difference as a share of the baseline") {
  Results results;
  // The levels vary by 300, the difference, -10, by 1: a half-width of 12.7 is 1.3 per cent of 1000.
  add_measure(results, "total", "staff_hours", MeasureKind::total,
              {{summed(700), summed(1300)}, {summed(689), summed(1291)}});
  const PrecisionOutcome outcome = outcome_of(results, "total.staff_hours", 0.013);
  CHECK(outcome.found == Approx(kT1 / 1000));
  CHECK(outcome.reached);
  CHECK_FALSE(outcome_of(results, "total.staff_hours", 0.012).reached);
}

TEST_CASE("several arms are precise when the widest of them is") {
  Results results;
  add_measure(results, "total", "staff_hours", MeasureKind::total,
              {{summed(1000), summed(1000)}, {summed(999), summed(1001)}, {summed(998), summed(1002)}});
  CHECK(outcome_of(results, "total.staff_hours", 0.01).found == Approx(2 * kT1Two / 1000));
  CHECK_FALSE(outcome_of(results, "total.staff_hours", 0.05).reached);
  CHECK(outcome_of(results, "total.staff_hours", 0.052).reached);
}

TEST_CASE("what the baseline has nothing of is held to the difference itself") {
  Results results;
  add_measure(results, "pool.ny", "hours", MeasureKind::total, {{summed(0), summed(0)}, {summed(499), summed(501)}});
  CHECK(outcome_of(results, "pool.ny.hours", 0.03).found == Approx(kT1 / 500));
  CHECK(outcome_of(results, "pool.ny.hours", 0.03).reached);
}

TEST_CASE("without an interval nothing is precise, and what never varies is") {
  Results results;
  add_measure(results, "total", "staff_hours", MeasureKind::total, {{summed(5)}, {summed(5)}});
  CHECK_FALSE(outcome_of(results, "total.staff_hours", 0.5).reached);
  CHECK(std::isnan(outcome_of(results, "total.staff_hours", 0.5).found));
  Results same;
  add_measure(same, "total", "staff_hours", MeasureKind::total, {{summed(0), summed(0)}, {summed(0), summed(0)}});
  CHECK(outcome_of(same, "total.staff_hours", 0.01).reached);
  CHECK(outcome_of(same, "total.staff_hours", 0.01).found == 0);
}

TEST_CASE("a goal names a measure with its statistic, and an unknown one is named") {
  Results results;
  const std::size_t wait =
      add_measure(results, "procedure.p.step.s", "wait", MeasureKind::tally, {{tallied(1, 1), tallied(1, 2)}});
  const std::size_t share =
      add_measure(results, "procedure.p.step.s", "next.t.share", MeasureKind::ratio, {{tallied(1, 1), tallied(1, 1)}});
  const std::size_t asked = add_measure(results, "procedure.p.step.s", "wait:share_within:10 days", MeasureKind::ratio,
                                        {{tallied(1, 1), tallied(1, 1)}});
  CHECK(reading_named(results, "procedure.p.step.s.wait")->measure == wait);
  CHECK(reading_named(results, "procedure.p.step.s.wait:p90")->statistic == Statistic::p90);
  CHECK(reading_named(results, "procedure.p.step.s.next.t.share")->measure == share);
  CHECK(reading_named(results, "procedure.p.step.s.wait:share_within:10 days")->measure == asked);
  CHECK_FALSE(reading_named(results, "procedure.p.step.s.wait:p91"));
  CHECK(precision_goals(results, {{"total.staff_hour", 0.01}}).error() ==
        "run.precision: the results have no measure \"total.staff_hour\"");
}
