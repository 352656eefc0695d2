#include <catch2/catch.hpp>
#include <cmath>

#include "experiments.h"
#include "models/results/evaluate.h"
#include "models/results/reading.h"

namespace sagsflow::coverage {

TEST_CASE("a share that a target asks for is counted, and its target measured") {
  Results results = study("one_queue.toml", 7, 40);
  REQUIRE(results.targets.size() == 1);
  const TargetOutcome outcome = evaluate(results, results.targets.front());
  REQUIRE(outcome.verdict == TargetOutcome::Verdict::met);
  // M/M/1: 1 - rho exp(-(mu - lambda) 2 h); within four half-widths.
  const double truth = 1 - 0.7 * std::exp(-0.6);
  CHECK(std::abs(outcome.value.value - truth) < 4 * outcome.value.half_width() / 2);

  // Those within 2 h are at least those who did not wait and at most all.
  const auto share = reading_named(results, "pool.server.wait:share_within:2 h");
  const auto wait = reading_named(results, "pool.server.wait");
  REQUIRE(share);
  for (const ReplicationObservations& replication : results.observations[0].replications) {
    const Summary& within = replication.measures[share->measure];
    const Summary& all = replication.measures[wait->measure];
    CHECK(within.count == all.count);
    CHECK(within.mean >= all.share_zero);
    CHECK(within.mean <= 1);
    CHECK(within.sum == Approx(std::round(within.sum)));  // nobody is still waiting: a number of customers
  }
}

TEST_CASE("a share that nobody asks for is not in the results") {
  const Results results = study("two_queues.toml", 7, 2);
  CHECK_FALSE(reading_named(results, "pool.server.wait:share_within:2 h"));
}

}  // namespace sagsflow::coverage
