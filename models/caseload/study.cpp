#include "models/caseload/study.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "models/caseload/block.h"
#include "models/caseload/compile.h"
#include "models/caseload/describe.h"
#include "models/caseload/growing_results.h"
#include "models/caseload/measures.h"
#include "models/caseload/roll.h"
#include "models/results/estimates.h"
#include "models/results/precision.h"
#include "models/results/ranking.h"
#include "sim/stat/control_variates.h"
#include "sim/study/stopping.h"

namespace sagsflow {
namespace {

/// Blocks run at a time, and arms of all of them together: until they are taken, in order, each arm's tallies are kept
/// apart: tens of megabytes an arm where many groups are asked for. Two at least, lest all but one core wait.
constexpr std::size_t kMostBlocks = 8, kMostArms = 32, kLeastBlocks = 2;

/// A sequential study looks no sooner than this (Hoad, Robinson & Davies 2010 begin with few; a t-interval of ten is
/// the least that holds what it says).
constexpr std::size_t kLeastSequential = 10;

/// Poisson arrivals in the window, batches and season in: the rate by civil month.
double expected_arrivals(const ArrivalDefinition& arrival, Time opens, Time closes) {
  using namespace std::chrono;
  const Rate& rate = arrival.rate->value;
  const double batch = arrival.geometric_batch_mean > 0 ? arrival.geometric_batch_mean : arrival.batch;
  double length = 0.0;
  const year_month_day first(floor<days>(opens));
  for (year_month month = first.year() / first.month(); sys_days(month / 1) < closes; month += months(1)) {
    const Time begin = sys_days(month / 1), end = sys_days((month + months(1)) / 1);
    const Span part = std::min(end, closes) - std::max(begin, opens);
    length += arrival.season[static_cast<unsigned>(month.month()) - 1] * static_cast<double>(part.count());
  }
  return rate.count * length / static_cast<double>(rate.per.count()) * batch;
}

/// The baseline's largest Poisson arrivals, where its rules are the same at all times and for everyone.
std::vector<ArrivalControl> controls_of(const Model& model, const Results& results) {
  std::vector<ArrivalControl> controls;
  const std::vector<Version>& versions = model.arms.front().versions;
  if (versions.size() > 1) return controls;
  for (const ArrivalDefinition& arrival : versions.front().definitions.arrivals) {
    const auto count = find_measure(results, "arrival." + arrival.name, "count");
    if (!arrival.rate || !count) continue;
    controls.push_back({*count, expected_arrivals(arrival, model.run.start, model.run.start + model.run.length)});
  }
  std::ranges::stable_sort(controls, std::ranges::greater{}, &ArrivalControl::expected);
  controls.resize(std::min(controls.size(), kMostControls));
  return controls;
}

StoppingRule rule_of(const RunDefinition& run) {
  const auto replications = static_cast<std::size_t>(run.replications);
  if (run.precision.empty()) return {replications, replications};
  return {std::max(replications, kLeastSequential),
          std::max(replications, static_cast<std::size_t>(run.most_replications))};
}

std::size_t batch_of(std::size_t arms) {
  return std::clamp(kMostArms / arms, kLeastBlocks, kMostBlocks);
}

/// What must be known of the results before any run: that they have what the scenario asks for.
std::expected<std::vector<PrecisionGoal>, std::string> goals_of(const Model& model, const Results& results) {
  if (auto unknown = unknown_ranking(results)) return std::unexpected(std::move(*unknown));
  return precision_goals(results, model.run.precision);
}

StudyFailure refused(std::string reason) {
  return {std::move(reason), true};
}

/// The measures that the scenario names for what it asks of the results.
std::vector<std::string> measures_asked_for(const Model& model) {
  std::vector<std::string> names;
  for (const RankingDefinition& ranking : model.report.rankings) {
    names.insert(names.end(), ranking.measures.begin(), ranking.measures.end());
  }
  for (const auto& [name, share] : model.run.precision) names.push_back(name);
  return names;
}

}  // namespace

std::optional<std::string> refusal_of_study(const Model& model) {
  const auto compiled = compile_names(model);
  if (!compiled) return compiled.error();
  Results described;
  described.rankings = describe_rankings(model);
  for (Measure& measure : measures_of_named(*compiled, measures_asked_for(model))) {
    described.catalogue.push_back(std::move(measure.info));
  }
  const auto goals = goals_of(model, described);
  return goals ? std::nullopt : std::optional(goals.error());
}

std::expected<Results, StudyFailure> run_study(const Model& model, const std::string& scenario, Executor& executor,
                                               const BlockProgress& progress, const CitizenSink& citizens) {
  const auto compiled = compile(model);
  if (!compiled) return std::unexpected(refused(compiled.error()));
  Results described = describe(model, scenario);
  const std::vector<Measure> measures = measures_of(*compiled);
  const std::vector<Column> columns = columns_of(measures, requests_of(described.targets));
  GrowingResults growing(std::move(described), columns, executor);
  growing.control_by(controls_of(model, growing.results()));
  const auto goals = goals_of(model, growing.results());
  if (!goals) return std::unexpected(refused(goals.error()));

  const StoppingRule rule = rule_of(model.run);
  const std::function<std::expected<Block, std::string>(std::size_t)> block = [&](std::size_t replication) {
    return run_block(*compiled, columns, model, replication, static_cast<bool>(citizens));
  };
  std::vector<std::string> arm_names;
  for (const ArmDefinition& arm : model.arms) arm_names.push_back(arm.name);
  const CitizenNames names = citizen_names(*compiled, std::move(arm_names));
  std::size_t taken = 0;
  const std::function<bool(Block&&)> take = [&](Block&& done) {
    for (const ArmBlock& arm : done) {
      if (citizens) citizens(names, arm.citizens);
    }
    growing.add(std::move(done));
    return ++taken >= rule.at_least && !goals->empty() && growing.is_precise(*goals);
  };
  const auto replications =
      run_until_precise<Block, std::string>(rule, batch_of(model.arms.size()), executor, block, take, progress);
  if (!replications) return std::unexpected(StudyFailure{replications.error().failure});
  growing.check_warm_ups(compiled->catalogue, model.run.warm_up);
  return std::move(growing).finished(*goals);
}

}  // namespace sagsflow
