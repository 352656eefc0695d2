#include "models/results/evaluate.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/results/quotient.h"
#include "small_results.h"

using namespace sagsflow;

namespace {

using Verdict = TargetOutcome::Verdict;

/// Two arms, two replications, a window of two years.
Results two_arms() {
  Results results;
  results.run.length = 2 * kYear;
  add_measure(results, "pool.sagsbehandler", "hours", MeasureKind::total,
              {{summed(1000), summed(1200)}, {summed(700), summed(860)}});
  add_measure(results, "procedure.jaf.step.første jaf", "entries", MeasureKind::count,
              {{counted(100), counted(120)}, {counted(100), counted(120)}});
  Observed waits = {{tallied(10, 600), tallied(10, 560)}, {tallied(10, 500), tallied(10, 480)}};
  for (auto& arm : waits) {
    for (Summary& summary : arm) summary.p90 = 80;
  }
  const std::size_t wait = add_measure(results, "meeting.team", "wait", MeasureKind::tally, waits);
  results.observations[0].pooled[wait].p90 = 82;
  return results;
}

TargetInfo target_of(std::string of, std::string measure, std::vector<std::string> arms) {
  TargetInfo target;
  target.of = std::move(of);
  target.measure = std::move(measure);
  target.arms = std::move(arms);
  target.kind = "hard";
  return target;
}

}  // namespace

TEST_CASE("a level within its bounds meets the target, the bound included") {
  const Results results = two_arms();
  TargetInfo target = target_of("meeting.team", "wait", {"arm0"});
  target.value = 60;
  target.within = 2;
  const TargetOutcome outcome = evaluate(results, target);
  CHECK(outcome.value.value == 58);
  CHECK(outcome.verdict == Verdict::met);
  target.within = 1.9;
  CHECK(evaluate(results, target).verdict == Verdict::missed);
}

TEST_CASE("the point estimate decides even where the interval reaches into the target") {
  const Results results = two_arms();
  TargetInfo target = target_of("meeting.team", "wait", {"arm0"});
  target.below = 57;
  const TargetOutcome outcome = evaluate(results, target);
  CHECK(outcome.value.low < 57);
  CHECK(outcome.verdict == Verdict::missed);
}

TEST_CASE("a statistic after the colon is read instead of the usual one") {
  const Results results = two_arms();
  TargetInfo target = target_of("meeting.team", "wait:p90", {"arm0"});
  target.above = 82;
  CHECK(evaluate(results, target).value.value == 82);
  CHECK(evaluate(results, target).verdict == Verdict::met);
  target.measure = "wait:p91";
  CHECK(evaluate(results, target).verdict == Verdict::not_measured);
}

TEST_CASE("per year divides by the window's length") {
  const Results results = two_arms();
  TargetInfo target = target_of("pool.sagsbehandler", "hours", {"arm0", "arm1"});
  target.per = "year";
  target.sign = '-';
  // Differences -300 and -340 in two years.
  CHECK(evaluate(results, target).value.value == Approx(-160));
  CHECK(evaluate(results, target).verdict == Verdict::met);
  target.sign = '+';
  CHECK(evaluate(results, target).verdict == Verdict::missed);
}

TEST_CASE("per a measure divides a level by that measure in the same arm") {
  const Results results = two_arms();
  TargetInfo target = target_of("pool.sagsbehandler", "hours", {"arm1"});
  target.per = "procedure.jaf.step.første jaf entries";
  target.value = 7;
  target.within = 0.5;
  CHECK(evaluate(results, target).value.value == Approx(1560.0 / 220));
  CHECK(evaluate(results, target).verdict == Verdict::met);
}

TEST_CASE("per a measure divides a difference by that measure in the first arm") {
  const Results results = two_arms();
  TargetInfo target = target_of("pool.sagsbehandler", "hours", {"arm0", "arm1"});
  target.per = "procedure.jaf.step.første jaf entries";
  target.below = 0;
  const Estimate value = evaluate(results, target).value;
  // -640 hours for 220 cases; residuals -300 + 100 * 640 / 220 and its opposite over a mean of 110 cases.
  CHECK(value.value == Approx(-640.0 / 220));
  const double residual = (-300 + 100 * 640.0 / 220) / 110;
  CHECK(value.half_width() == Approx(12.706204736174698 * std::abs(residual)));
}

TEST_CASE("a value alone must be met exactly") {
  const Results results = two_arms();
  TargetInfo target = target_of("procedure.jaf.step.første jaf", "entries", {"arm0"});
  target.value = 110;
  CHECK(evaluate(results, target).verdict == Verdict::met);
  target.value = 111;
  CHECK(evaluate(results, target).verdict == Verdict::missed);
}

TEST_CASE("a hard target that cannot be measured is a miss, a soft one is not") {
  const Results results = two_arms();
  TargetInfo target = target_of("meeting.teamet", "wait", {"arm0"});
  CHECK(evaluate(results, target).verdict == Verdict::not_measured);
  CHECK(is_binding_miss(target, evaluate(results, target)));
  target.kind = "soft";
  CHECK_FALSE(is_binding_miss(target, evaluate(results, target)));
  target = target_of("meeting.team", "wait", {"ingen"});
  CHECK(evaluate(results, target).verdict == Verdict::not_measured);
}

TEST_CASE("the difference of two quotients is paired through both residuals") {
  const Results results = two_arms();
  const Quantity hours_per_case{{0, Statistic::sum}, Quantity::Reading{1, Statistic::count}};
  CHECK(level_of(results, 0, hours_per_case).value == Approx(10));
  const Difference change = difference_between(results, 0, 1, hours_per_case);
  CHECK(change.estimate.value == Approx(1560.0 / 220 - 10));
  // The law has 10 hours a case in both replications; the trial's residuals are all there is.
  const double residual = (700 - 100 * 1560.0 / 220) / 110;
  CHECK(change.estimate.half_width() == Approx(12.706204736174698 * std::abs(residual)));
}

TEST_CASE("a falsification check is met only where the whole interval is inside") {
  const Results results = two_arms();
  // 60 and 56 days: 58, half-width 12.7 x 2 = 25.4 (two replications).
  TargetInfo target = target_of("meeting.team", "wait", {"arm0"});
  target.kind = "soft";
  target.value = 58;
  target.within = 5;
  CHECK(evaluate(results, target).verdict == Verdict::met);
  CHECK_FALSE(is_binding_miss(target, evaluate(results, target)));
  target.falsification = true;
  const TargetOutcome outcome = evaluate(results, target);
  CHECK(outcome.verdict == Verdict::missed);
  CHECK(is_binding_miss(target, outcome));  // whatever its kind
  target.within = outcome.value.high - 58 + 0.1;
  CHECK(evaluate(results, target).verdict == Verdict::met);
}
