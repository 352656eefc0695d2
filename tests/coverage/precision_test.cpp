#include <catch2/catch.hpp>
#include <cmath>

#include "cli/launch/file_source.h"
#include "cli/launch/tbb_executor.h"
#include "models/caseload/study.h"
#include "models/process/model.h"
#include "models/results/precision.h"
#include "models/results/reading.h"
#include "output/csv.h"
#include "sim/study/stopping.h"

namespace sagsflow::coverage {
namespace {

Model two_queues() {
  auto files = FileSource::of_scenario(SAGSFLOW_ROOT "/tests/coverage/two_queues.toml");
  REQUIRE(files);
  Diagnostics diagnostics;
  std::optional<Model> model = read_model(files->entry(), *files, diagnostics);
  REQUIRE(model);
  return std::move(*model);
}

Results run(const Model& model, unsigned threads = 1) {
  TbbExecutor executor(threads);
  auto results = run_study(model, "two_queues.toml", executor);
  REQUIRE(results);
  return std::move(*results);
}

std::size_t replications_of(const Results& results) {
  return results.observations.front().replications.size();
}

/// To the byte: every file of numbers.
void check_same(const Results& one, const Results& other) {
  const CsvKey key{"two_queues", {}};
  CHECK(replications_csv(one, key) == replications_csv(other, key));
  CHECK(summary_csv(one, key) == summary_csv(other, key));
  CHECK(differences_csv(one, key) == differences_csv(other, key));
}

}  // namespace

TEST_CASE("a study of a given precision stops where Hoad, Robinson and Davies say") {
  Model model = two_queues();
  model.run.replications = 3;
  model.run.precision = {{"pool.server.wait", 0.1}};
  const Results reached = run(model);
  const std::size_t n = replications_of(reached);
  REQUIRE(reached.precision.size() == 1);
  CHECK(reached.precision[0].reached);
  CHECK(reached.precision[0].found <= 0.1);

  // The same decision from the prefixes of a fixed study, by hand.
  model.run.precision.clear();
  model.run.replications = static_cast<int>(n);
  const Results fixed = run(model);
  check_same(reached, fixed);
  const auto precise_at = [&](std::size_t count) {
    Results prefix = fixed;
    for (ArmObservations& arm : prefix.observations) arm.replications.resize(count);
    const Quantity::Reading wait = *reading_named(prefix, "pool.server.wait");
    const Estimate change = difference_of(prefix, 1, wait.measure, wait.statistic).estimate;
    const double baseline = level_of(prefix, 0, wait.measure, wait.statistic).value;
    return change.half_width() <= 0.1 * std::max(baseline, std::abs(change.value));
  };
  CHECK(n > 15);
  const std::size_t since = n - look_ahead(n - 5);
  for (std::size_t count = since; count <= n; ++count) CHECK(precise_at(count));
  CHECK_FALSE(precise_at(since - 1));
}

TEST_CASE("threads change nothing of a study of a given precision") {
  Model model = two_queues();
  model.run.precision = {{"pool.server.wait:p90", 0.2}, {"total.staff_hours", 0.05}};
  const Results one = run(model, 1);
  check_same(one, run(model, 2));
  CHECK(one.precision.size() == 2);
  // Quantiles are pooled over just those replications.
  model.run.precision.clear();
  model.run.replications = static_cast<int>(replications_of(one));
  check_same(one, run(model, 1));
}

TEST_CASE("a precision that is out of reach ends at the cap, and says so") {
  Model model = two_queues();
  model.run.replications = 5;
  model.run.precision = {{"pool.server.wait", 0.0001}};
  model.run.most_replications = 21;
  const Results results = run(model);
  CHECK(replications_of(results) == 21);
  CHECK_FALSE(results.precision.front().reached);
  CHECK(results.precision.front().found > 0.0001);
}

TEST_CASE("a study of a given precision has as many replications as the scenario says, at least") {
  Model model = two_queues();
  model.run.precision = {{"total.staff_hours", 10.0}};
  model.run.replications = 4;
  CHECK(replications_of(run(model)) == 15);  // ten and a look-ahead of five
  model.run.replications = 18;
  CHECK(replications_of(run(model)) == 23);
}

TEST_CASE("precision of a measure that there is not stops the study before it begins") {
  Model model = two_queues();
  model.run.precision = {{"total.staff_hour", 0.01}};
  SerialExecutor serial;
  const auto results = run_study(model, "two_queues.toml", serial);
  REQUIRE_FALSE(results);
  CHECK(results.error().is_refusal);
  CHECK(results.error().reason == "run.precision: the results have no measure \"total.staff_hour\"");
}

TEST_CASE("what is asked of the results is looked for by name before any run") {
  Model model = two_queues();
  model.run.precision = {{"pool.server.wait:p90", 0.1}, {"total.staff_hours", 0.1}};
  CHECK(refusal_of_study(model) == std::nullopt);
  model.run.precision.push_back({"pool.serve.wait", 0.1});
  CHECK(refusal_of_study(model) == "run.precision: the results have no measure \"pool.serve.wait\"");
  model.run.precision.pop_back();
  model.report.rankings = {{{}, {"pool.server.hours", "total.fees"}, false, {}}};
  CHECK(refusal_of_study(model) ==
        "report.ranking: the results have no measure \"pool.server.hours\" + \"total.fees\", or they do not add up");
}

}  // namespace sagsflow::coverage
