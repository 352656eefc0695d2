#include "models/caseload/study.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>
#include <vector>

#include "models/caseload/compile.h"
#include "models/caseload/describe.h"
#include "models/caseload/identities.h"
#include "models/caseload/measures.h"
#include "models/caseload/pairing.h"
#include "models/caseload/roll.h"
#include "models/caseload/world.h"
#include "models/language/units.h"
#include "models/results/estimates.h"
#include "models/results/precision.h"
#include "models/results/ranking.h"
#include "models/results/share_request.h"
#include "models/results/warm_up.h"
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

/// MSER-5 cannot tell anything from fewer batches of five weeks than four.
constexpr std::size_t kLeastWeeks = 20;

/// A column of the results: a measure, or the share of it that a target asks for.
struct Column {
  MeasureInfo info;
  const Measure* measure = nullptr;
  std::optional<ShareRequest::Side> side;
  Span limit{};
  /// Over all replications taken together.
  bool is_pooled() const { return measure->tally && !side; }
};

struct ArmBlock {
  ReplicationObservations observations;
  std::vector<Tally> tallies;  ///< of the columns that are pooled, in their order
  CitizenChanges changes;
  CitizenRows citizens;                     ///< none unless somebody asks for them
  std::vector<std::vector<double>> weekly;  ///< as World::weekly
};
using Block = std::vector<ArmBlock>;

/// "10 days" of times, "55" of numbers, in the tally's microseconds.
std::optional<Span> limit_of(const Measure& measure, const std::string& text) {
  if (measure.info.unit == Unit::days) {
    const auto span = parse_span(text);
    return span ? std::optional(*span) : std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return Span(number);
}

/// What can be answered is a column; what cannot, a target finds not measured.
std::vector<Column> columns_of(const std::vector<Measure>& measures, const std::vector<ShareRequest>& requests) {
  std::vector<Column> columns;
  for (const Measure& measure : measures) columns.push_back({measure.info, &measure, {}, {}});
  for (const ShareRequest& request : requests) {
    const auto found = std::ranges::find_if(measures, [&](const Measure& measure) {
      return measure.info.object == request.object && measure.info.measure == request.measure &&
             measure.info.group == request.group && measure.info.period.empty();
    });
    if (found == measures.end() || !found->tally) continue;
    const auto limit = limit_of(*found, request.limit);
    if (!limit) continue;
    const std::string name = request.measure +
                             (request.side == ShareRequest::Side::within ? ":share_within:" : ":share_above:") +
                             request.limit;
    columns.push_back(
        {{request.object, name, MeasureKind::ratio, Unit::one, request.group, {}}, &*found, request.side, *limit});
  }
  std::ranges::stable_sort(columns, {}, [](const Column& column) {
    return std::tie(column.info.object, column.info.measure, column.info.group, column.info.period);
  });
  return columns;
}

Summary share_of(const Tally& tally, const Column& column) {
  Summary summary;
  summary.count = static_cast<double>(tally.count());
  summary.mean =
      *column.side == ShareRequest::Side::within ? tally.share_within(column.limit) : tally.share_above(column.limit);
  summary.sum = tally.count() == 0 ? 0.0 : summary.mean * summary.count;
  return summary;
}

ArmBlock read_off(const Books& books, std::uint64_t events, const std::vector<Column>& columns) {
  ArmBlock block;
  block.observations.events = events;
  block.observations.measures.reserve(columns.size());
  block.tallies.reserve(static_cast<std::size_t>(std::ranges::count_if(columns, &Column::is_pooled)));
  for (const Column& column : columns) {
    const Measure& measure = *column.measure;
    if (column.side) {
      block.observations.measures.push_back(share_of(measure.tally(books), column));
    } else if (column.is_pooled()) {
      block.tallies.push_back(measure.tally(books));
      block.observations.measures.push_back(block.tallies.back().summary(measure.per_microsecond));
    } else {
      block.observations.measures.push_back(measure.summary(books));
    }
  }
  return block;
}

std::expected<Block, std::string> run_block(const CompiledModel& model, const std::vector<Column>& columns,
                                            const Model& source, std::size_t replication, bool with_citizens) {
  Block block;
  std::optional<Ledger> baseline;
  Trails trails(model);
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    const auto where = [&] {
      return "arm \"" + source.arms[arm].name + "\", replication " + std::to_string(replication + 1) + ": ";
    };
    World world(model, model.arms[arm], static_cast<std::uint32_t>(replication));
    if (model.arms.size() > 1) world.follow(trails);
    Roll roll(model);
    if (with_citizens) world.show(roll);
    trails.begin_arm(arm);
    const auto events = world.run();
    trails.end_arm();
    if (!events) return std::unexpected(where() + events.error());
    const std::string broken = broken_identity(model, world.ledger());
    if (!broken.empty()) return std::unexpected(where() + broken);
    block.push_back(read_off(world.books(), *events, columns));
    block.back().weekly = world.weekly();
    if (with_citizens) {
      CitizenRows& rows = block.back().citizens;
      rows = citizen_rows(model.arms[arm], roll, arm == 0 ? nullptr : &*baseline, world.ledger(), trails);
      rows.arm = arm;
      rows.replication = replication;
    }
    if (arm == 0) {
      baseline = world.ledger();
    } else {
      block.back().changes = changes_between(model.arms[arm], *baseline, world.ledger(), trails);
    }
  }
  return block;
}

/// The results as they grow, a replication at a time and in order; many columns at a time, for meanwhile no block runs.
class GrowingResults {
 public:
  GrowingResults(Results described, const std::vector<Column>& columns, Executor& executor)
      : results_(std::move(described)),
        columns_(columns),
        executor_(executor),
        tallies_(results_.arms.size()),
        weekly_(results_.arms.size()) {
    for (const Column& column : columns_) {
      results_.catalogue.push_back(column.info);
      tally_of_.push_back(pooled_columns_);
      if (column.is_pooled()) ++pooled_columns_;
    }
    results_.observations.resize(results_.arms.size());
    for (ArmObservations& arm : results_.observations) arm.pooled.resize(columns_.size());
  }

  const Results& results() const { return results_; }
  void control_by(std::vector<ArrivalControl> controls) { results_.controls = std::move(controls); }

  /// Keeps nothing of the block but what the results need.
  void add(Block block) {
    for (std::size_t arm = 0; arm < block.size(); ++arm) {
      ArmObservations& observations = results_.observations[arm];
      observations.replications.push_back(std::move(block[arm].observations));
      if (arm > 0) observations.changes.push_back(block[arm].changes);
      weekly_[arm].resize(block[arm].weekly.size());
      for (std::size_t i = 0; i < weekly_[arm].size(); ++i) weekly_[arm][i].add(block[arm].weekly[i]);
    }
    const bool is_first = results_.observations.front().replications.size() == 1;
    for (std::size_t arm = 0; is_first && arm < block.size(); ++arm) tallies_[arm] = std::move(block[arm].tallies);
    if (is_first) return;
    executor_.for_each(pooled_columns_, [&](std::size_t i) {
      for (std::size_t arm = 0; arm < block.size(); ++arm) tallies_[arm][i].merge(block[arm].tallies[i]);
    });
  }

  /// Whether every goal is met with what there is.
  bool is_precise(const std::vector<PrecisionGoal>& goals) {
    return std::ranges::all_of(goals, [&](const PrecisionGoal& goal) {
      pool(goal.measure);
      return precision_of(results_, goal).reached;
    });
  }

  /// Whether the warm-up was long enough for what is in line anywhere, in any arm.
  void check_warm_ups(const Catalogue& catalogue, Span warm_up) {
    for (std::size_t arm = 0; arm < weekly_.size(); ++arm) {
      std::size_t series = 0;
      const auto check = [&](const std::string& object, const std::string& measure) {
        const std::vector<double> means = weekly_[arm][series++].means();
        if (means.size() < kLeastWeeks) return;
        results_.warm_up_checks.push_back(check_warm_up(object, measure, arm, means, warm_up));
      };
      check("total", "citizens");
      for (const Catalogue::Shared& pool : catalogue.pools) check(pool.path, "queue");
      for (const Catalogue::Shared& meeting : catalogue.meetings) check(meeting.path, "queue");
    }
  }

  Results finished(const std::vector<PrecisionGoal>& goals) && {
    executor_.for_each(columns_.size(), [&](std::size_t i) { pool(i); });
    for (const PrecisionGoal& goal : goals) results_.precision.push_back(precision_of(results_, goal));
    return std::move(results_);
  }

 private:
  /// Quantiles of all replications taken together; of tallies only.
  void pool(std::size_t column) {
    if (!columns_[column].is_pooled()) return;
    for (std::size_t arm = 0; arm < tallies_.size(); ++arm) {
      const double unit = columns_[column].measure->per_microsecond;
      const auto [p50, p90, p95, p99] = tallies_[arm][tally_of_[column]].quantiles();
      results_.observations[arm].pooled[column] = {p50 * unit, p90 * unit, p95 * unit, p99 * unit};
    }
  }

  Results results_;
  const std::vector<Column>& columns_;
  Executor& executor_;
  std::size_t pooled_columns_ = 0;
  std::vector<std::size_t> tally_of_;             // by column: where its tally is, if it is pooled
  std::vector<std::vector<Tally>> tallies_;       // by arm and pooled column
  std::vector<std::vector<WeeklyMeans>> weekly_;  // by arm and series
};

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
