#include "models/results/estimates.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/results/series.h"
#include "small_results.h"

using namespace sagsflow;

namespace {

constexpr double kT3 = 3.182446305284263;  // the 0.975-quantile of Student's t with 3 degrees of freedom

void check_estimate(const Estimate& estimate, double value, double half_width) {
  CHECK(estimate.value == Approx(value));
  CHECK(estimate.low == Approx(value - half_width));
  CHECK(estimate.high == Approx(value + half_width));
}

}  // namespace

TEST_CASE("a total is the plain mean over replications, its difference paired") {
  Results results;
  const Observed hours = {{summed(1000), summed(1100), summed(900), summed(1000)},
                          {summed(900), summed(990), summed(820), summed(890)}};
  const std::size_t m = add_measure(results, "total", "staff_hours", MeasureKind::total, hours);

  // Deviations 0, 100, -100, 0: variance 20000 / 3.
  check_estimate(level_of(results, 0, m, Statistic::sum), 1000, kT3 * std::sqrt(20000.0 / 3 / 4));
  CHECK(level_of(results, 0, m, Statistic::sum).replications == 4);

  // Differences -100, -110, -80, -110: variance 600 / 3; the arms alone 20000 / 3 and 14600 / 3.
  const Difference freed = difference_of(results, 1, m, Statistic::sum);
  check_estimate(freed.estimate, -100, kT3 * std::sqrt(600.0 / 3 / 4));
  CHECK(freed.variance_ratio == Approx((20000.0 + 14600.0) / 600.0));
}

TEST_CASE("the mean of a tally weighs citizens alike, whatever replication they are in") {
  Results results;
  const Observed waits = {{tallied(10, 600), tallied(20, 1240), tallied(10, 580), tallied(20, 1180)},
                          {tallied(10, 560), tallied(20, 1120), tallied(10, 550), tallied(20, 1070)}};
  const std::size_t m = add_measure(results, "procedure.jaf.step.attest", "wait", MeasureKind::tally, waits);

  // 3600 / 60; residuals 0, 40, -20, -20 over a mean count of 15.
  check_estimate(level_of(results, 0, m, Statistic::mean), 60, kT3 * std::sqrt(2400.0 / 3 / 4) / 15);

  // 55 in the trial, residuals 10, 20, 0, -30; they differ by 10, -20, 20, -10.
  const Difference change = difference_of(results, 1, m, Statistic::mean);
  check_estimate(change.estimate, -5, kT3 * std::sqrt(1000.0 / 3 / 4) / 15);
  CHECK(change.variance_ratio == Approx((2400.0 + 1400.0) / 1000.0));
}

TEST_CASE("a replication without observations adds nothing to a mean") {
  Results results;
  const Observed waits = {{tallied(10, 600), tallied(0, 0), tallied(30, 1400)}};
  const std::size_t m = add_measure(results, "pool.kf", "wait", MeasureKind::tally, waits);
  CHECK(level_of(results, 0, m, Statistic::mean).value == Approx(50));
  CHECK(level_of(results, 0, m, Statistic::count).value == Approx(40.0 / 3));
}

TEST_CASE("what nobody observed is undefined, and so is its difference") {
  Results results;
  const std::size_t m = add_measure(results, "pool.kf", "wait", MeasureKind::tally,
                                    {{tallied(0, 0), tallied(0, 0)}, {tallied(1, 5), tallied(1, 7)}});
  CHECK(std::isnan(level_of(results, 0, m, Statistic::mean).value));
  CHECK(std::isnan(level_of(results, 0, m, Statistic::share_zero).value));
  CHECK(std::isnan(difference_of(results, 1, m, Statistic::mean).estimate.value));
  CHECK(level_of(results, 1, m, Statistic::mean).value == 6);
}

TEST_CASE("the share that does not wait is a share of all, not a mean of shares") {
  Results results;
  Observed waits = {{tallied(10, 100), tallied(30, 300)}};
  waits[0][0].share_zero = 0.5;
  waits[0][1].share_zero = 0.1;
  const std::size_t m = add_measure(results, "pool.kf", "wait", MeasureKind::tally, waits);
  CHECK(level_of(results, 0, m, Statistic::share_zero).value == Approx(8.0 / 40));
}

TEST_CASE("a quantile is the pooled one, its interval from the replications' own") {
  Results results;
  Observed waits = {{tallied(9, 9), tallied(9, 9), tallied(9, 9), tallied(9, 9)},
                    {tallied(9, 9), tallied(9, 9), tallied(9, 9), tallied(9, 9)}};
  const double law[] = {90, 100, 95, 95};
  const double trial[] = {84, 92, 89, 87};
  for (std::size_t r = 0; r < 4; ++r) {
    waits[0][r].p90 = law[r];
    waits[1][r].p90 = trial[r];
  }
  const std::size_t m = add_measure(results, "pool.kf", "wait", MeasureKind::tally, waits);
  results.observations[0].pooled[m].p90 = 96;
  results.observations[1].pooled[m].p90 = 88;
  // About 96: 36 + 16 + 1 + 1. Differences -6, -8, -6, -8 about -8: 4 + 0 + 4 + 0.
  check_estimate(level_of(results, 0, m, Statistic::p90), 96, kT3 * std::sqrt(54.0 / 3 / 4));
  check_estimate(difference_of(results, 1, m, Statistic::p90).estimate, -8, kT3 * std::sqrt(8.0 / 3 / 4));
  CHECK(std::isnan(level_of(results, 0, m, Statistic::p50).value));
}

TEST_CASE("one replication gives a value without an interval") {
  Results results;
  const std::size_t m =
      add_measure(results, "total", "staff_hours", MeasureKind::total, {{summed(1000)}, {summed(900)}});
  const Estimate change = difference_of(results, 1, m, Statistic::sum).estimate;
  CHECK(change.value == -100);
  CHECK(std::isnan(change.low));
  CHECK(std::isnan(change.high));
}

TEST_CASE("citizens are counted by what became of their wait") {
  Results results;
  add_measure(results, "total", "citizens", MeasureKind::count,
              {{counted(100), counted(100)}, {counted(100), counted(100)}});
  CitizenChanges first, second;
  first.shorter = 60, first.same = 25, first.longer = 10, first.undecided = 5;
  first.shorter_days = -1200, first.same_days = 5, first.longer_days = 50;
  second.shorter = 20, second.same = 20, second.longer = 10, second.undecided = 0;
  second.shorter_days = -300, second.same_days = -5, second.longer_days = 0;
  results.observations[1].changes = {first, second};

  CHECK(citizens_of(results, 1, &CitizenChanges::shorter).value == 40);
  CHECK(share_of_citizens(results, 1, &CitizenChanges::shorter).value == Approx(80.0 / 150));
  CHECK(share_of_citizens(results, 1, &CitizenChanges::undecided).value == Approx(5.0 / 150));
  CHECK(mean_days_of(results, 1, &CitizenChanges::shorter_days, &CitizenChanges::shorter).value ==
        Approx(-1500.0 / 80));
  CHECK(mean_change_of(results, 1).value == Approx(-1450.0 / 145));
  CHECK(std::isnan(share_of_citizens(results, 0, &CitizenChanges::shorter).value));
}

TEST_CASE("several arms against the baseline share the five per cent") {
  Results results;
  const std::size_t m = add_measure(results, "total", "staff_hours", MeasureKind::total,
                                    {{summed(10), summed(10)}, {summed(10), summed(12)}, {summed(10), summed(12)}});
  // With one degree of freedom t is Cauchy. Two arms: each at 97.5 %, whose quantile is tan(pi 0.4875); and 95 %:
  // 0.475.
  const double wide = std::tan(std::acos(-1.0) * 0.4875), usual = std::tan(std::acos(-1.0) * 0.475);
  CHECK(comparison_confidence(results) == Approx(0.975));
  check_estimate(difference_of(results, 1, m, Statistic::sum).estimate, 1, wide);
  check_estimate(difference_between(results, 0, 2, m, Statistic::sum).estimate, 1, wide);
  check_estimate(level_of(results, 1, m, Statistic::sum), 11, usual);
  results.observations[2].replications[1].measures[m].sum = 14;
  check_estimate(difference_between(results, 1, 2, m, Statistic::sum).estimate, 1, usual);

  CitizenChanges first, second;
  first.shorter = 1, second.shorter = 3;
  for (const std::size_t arm : {1U, 2U}) results.observations[arm].changes = {first, second};
  check_estimate(citizens_of(results, 1, &CitizenChanges::shorter), 2, wide);
}

TEST_CASE("pairing is by replication, and to pair others would show") {
  Results results;
  // The trial is 10 less in each replication: paired, there is nothing left to vary.
  const std::size_t m = add_measure(results, "total", "staff_hours", MeasureKind::total,
                                    {{summed(100), summed(300), summed(200)}, {summed(90), summed(290), summed(190)}});
  const Difference freed = difference_of(results, 1, m, Statistic::sum);
  check_estimate(freed.estimate, -10, 0);
  const std::size_t wait = add_measure(
      results, "pool.kf", "wait", MeasureKind::tally,
      {{tallied(10, 100), tallied(10, 300), tallied(10, 200)}, {tallied(10, 90), tallied(10, 290), tallied(10, 190)}});
  check_estimate(difference_of(results, 1, wait, Statistic::mean).estimate, -1, 0);
}

TEST_CASE("arms with values in other replications only are compared unpaired") {
  Results results;
  Summary none;
  const std::size_t m = add_measure(results, "status.a", "duration", MeasureKind::level,
                                    {{levelled(1), levelled(3), none, none}, {none, none, levelled(10), levelled(14)}});
  // Welch: variances 2 / 2 and 8 / 2, degrees (1 + 4)² / (1 + 16) = 25 / 17.
  const Difference change = difference_of(results, 1, m, Statistic::mean);
  check_estimate(change.estimate, 10, student_t_quantile(0.975, 25.0 / 17) * std::sqrt(5.0));
  CHECK(std::isnan(change.variance_ratio));
}

TEST_CASE("a share of which each replication has one case is a share of independent trials") {
  Results results;
  const std::size_t m = add_measure(results, "status.a.exit.b", "share", MeasureKind::ratio,
                                    {{tallied(1, 1), tallied(1, 0), tallied(0, 0), tallied(1, 0), tallied(1, 0)}});
  // Wilson 1927 for 1 of 4.
  const double z = 1.959963984540054, square = z * z;
  const double centre = (0.25 + square / 8) / (1 + square / 4);
  const double half = z / (1 + square / 4) * std::sqrt(0.25 * 0.75 / 4 + square / 64);
  const Estimate share = level_of(results, 0, m, Statistic::mean);
  CHECK(share.value == 0.25);
  CHECK(share.low == Approx(centre - half));
  CHECK(share.high == Approx(centre + half));
  // With more than one case in some replication they are not independent.
  results.observations[0].replications[0].measures[m] = tallied(2, 1);
  CHECK(level_of(results, 0, m, Statistic::mean).low < 0);
}

TEST_CASE("a quantile that a replication never reached leaves the pooled one without an interval") {
  Results results;
  Observed waits = {{tallied(9, 9), tallied(9, 9), tallied(0, 0)}};
  waits[0][0].p90 = 90, waits[0][1].p90 = 94;
  const std::size_t m = add_measure(results, "pool.kf", "wait", MeasureKind::tally, waits);
  results.observations[0].pooled[m].p90 = 93;
  // Nobody waited in the third replication: it has nothing to say. About 93: 9 + 1 over 1, over 2.
  check_estimate(level_of(results, 0, m, Statistic::p90), 93, std::tan(std::acos(-1.0) * 0.475) * std::sqrt(5.0));
  results.observations[0].replications[2].measures[m] = tallied(9, 9);
  const Estimate open = level_of(results, 0, m, Statistic::p90);
  CHECK(open.value == 93);
  CHECK(std::isnan(open.low));
}

TEST_CASE("the variance is the square of the standard deviation, replication by replication") {
  Results results;
  Observed waits = {{tallied(9, 9), tallied(9, 9)}};
  waits[0][0].sd = 3, waits[0][1].sd = 5;
  const std::size_t m = add_measure(results, "pool.kf", "wait", MeasureKind::tally, waits);
  CHECK(level_of(results, 0, m, Statistic::var).value == 17);
}

TEST_CASE("what chance adds to the arrivals is taken out of a difference where that narrows it") {
  // Freed hours are half of the arrivals but for ±1; 110 came where 100 were expected: 50 are freed, not 55.
  Results results;
  Observed arrivals(2), hours(2);
  for (int r = 0; r < 20; ++r) {
    const double came = 110 + (r % 5 - 2) * 10;
    arrivals[0].push_back(counted(came));
    hours[0].push_back(summed(2 * came));
    hours[1].push_back(summed(1.5 * came + (r / 5 % 2 == 0 ? 1 : -1)));
  }
  arrivals[1] = arrivals[0];
  const std::size_t count = add_measure(results, "arrival.a", "count", MeasureKind::count, arrivals);
  const std::size_t m = add_measure(results, "total", "staff_hours", MeasureKind::total, hours);
  const Difference plain = difference_of(results, 1, m, Statistic::sum);
  CHECK(plain.controls == 0);
  CHECK(plain.estimate.value == Approx(-55));
  results.controls = {{count, 100}};
  const Difference narrowed = difference_of(results, 1, m, Statistic::sum);
  CHECK(narrowed.controls == 1);
  CHECK(narrowed.estimate.value == Approx(-50));
  // Residuals ±1, so 20 / 18; the arrivals' squares are 4 (400 + 100 + 0 + 100 + 400), and they are 10 off. At half the
  // risk.
  const double variance = 20.0 / 18 * (1.0 / 20 + 100.0 / 4000);
  CHECK(narrowed.estimate.half_width() == Approx(student_t_quantile(0.9875, 18) * std::sqrt(variance)));
  CHECK(narrowed.variance_ratio == plain.variance_ratio);
  CHECK(difference_of(results, 1, m, Statistic::sum).estimate.replications == 20);
  // Levels stay what they are.
  CHECK(level_of(results, 0, m, Statistic::sum).value == Approx(220));
}

TEST_CASE("controls that explain nothing are not used") {
  Results results;
  Observed arrivals(2), hours(2);
  for (int r = 0; r < 20; ++r) {
    arrivals[0].push_back(counted(100 + (r % 5 - 2) * 10));
    hours[0].push_back(summed(1000));
    hours[1].push_back(summed(900 + (r / 5 % 2 == 0 ? 5 : -5)));
  }
  arrivals[1] = arrivals[0];
  const std::size_t count = add_measure(results, "arrival.a", "count", MeasureKind::count, arrivals);
  const std::size_t m = add_measure(results, "total", "staff_hours", MeasureKind::total, hours);
  results.controls = {{count, 90}};
  CHECK(difference_of(results, 1, m, Statistic::sum).controls == 0);
  CHECK(difference_of(results, 1, m, Statistic::sum).estimate.value == Approx(-100));
}

TEST_CASE("every statistic has a name and is found by it") {
  for (const Statistic statistic : kStatistics) {
    CHECK(statistic_named(name_of(statistic)) == statistic);
  }
  CHECK_FALSE(statistic_named("p91"));
}

TEST_CASE("a measure is found by object, name, group and period") {
  Results results;
  results.catalogue = {{"pool.a", "wait", MeasureKind::tally, Unit::days, "", ""},
                       {"pool.a", "wait", MeasureKind::tally, Unit::days, "kommune=Aalborg", ""}};
  CHECK(find_measure(results, "pool.a", "wait") == 0U);
  CHECK(find_measure(results, "pool.a", "wait", "kommune=Aalborg") == 1U);
  CHECK_FALSE(find_measure(results, "pool.a", "wait", "", "2018-03"));
}
