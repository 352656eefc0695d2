#include "models/caseload/study.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "models/caseload/compile.h"
#include "models/caseload/describe.h"
#include "models/caseload/identities.h"
#include "models/caseload/measures.h"
#include "models/caseload/pairing.h"
#include "models/caseload/world.h"

namespace sagsflow {
namespace {

/// Blocks run at a time: what is pooled over replications is kept no longer than this.
constexpr std::size_t kBatch = 8;

struct ArmBlock {
  ReplicationObservations observations;
  std::vector<Tally> tallies;  ///< by measure; of tallies only
  CitizenChanges changes;
};
using Block = std::vector<ArmBlock>;

ArmBlock read_off(const Books& books, std::uint64_t events, const std::vector<Measure>& measures) {
  ArmBlock block;
  block.observations.events = events;
  block.observations.measures.reserve(measures.size());
  block.tallies.reserve(measures.size());
  for (const Measure& measure : measures) {
    if (!measure.tally) {
      block.observations.measures.push_back(measure.summary(books));
      block.tallies.emplace_back();
      continue;
    }
    block.tallies.push_back(measure.tally(books));
    block.observations.measures.push_back(block.tallies.back().summary(measure.per_microsecond));
  }
  return block;
}

std::expected<Block, std::string> run_block(const CompiledModel& model, const std::vector<Measure>& measures,
                                            const Model& source, std::size_t replication) {
  Block block;
  std::optional<Ledger> baseline;
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    const auto where = [&] {
      return "arm \"" + source.arms[arm].name + "\", replication " + std::to_string(replication + 1) + ": ";
    };
    World world(model, model.arms[arm], static_cast<std::uint32_t>(replication));
    const auto events = world.run();
    if (!events) return std::unexpected(where() + events.error());
    const std::string broken = broken_identity(model, world.ledger());
    if (!broken.empty()) return std::unexpected(where() + broken);
    block.push_back(read_off(world.books(), *events, measures));
    if (arm == 0) {
      baseline = world.ledger();
    } else {
      block.back().changes = changes_between(model.arms[arm], *baseline, world.ledger());
    }
  }
  return block;
}

/// What all replications of an arm have in common, in their order.
struct Pool {
  ArmObservations observations;
  std::vector<Tally> tallies;

  void add(ArmBlock&& block, bool against_baseline) {
    observations.replications.push_back(std::move(block.observations));
    if (against_baseline) observations.changes.push_back(block.changes);
    if (tallies.empty()) {
      tallies = std::move(block.tallies);
      return;
    }
    for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i].merge(block.tallies[i]);
  }

  ArmObservations finished(const std::vector<Measure>& measures) && {
    for (std::size_t i = 0; i < measures.size(); ++i) {
      PooledQuantiles quantiles;
      if (measures[i].tally) {
        const Summary summary = tallies[i].summary(measures[i].per_microsecond);
        quantiles = {summary.p50, summary.p90, summary.p95, summary.p99};
      }
      observations.pooled.push_back(quantiles);
    }
    return std::move(observations);
  }
};

}  // namespace

std::expected<Results, std::string> run_study(const Model& model, const std::string& scenario, Executor& executor,
                                              const BlockProgress& progress) {
  const auto compiled = compile(model);
  if (!compiled) return std::unexpected(compiled.error());
  const std::vector<Measure> measures = measures_of(*compiled);
  const auto replications = static_cast<std::size_t>(model.run.replications);
  std::vector<Pool> pools(model.arms.size());
  const std::function<std::expected<Block, std::string>(std::size_t)> block = [&](std::size_t replication) {
    return run_block(*compiled, measures, model, replication);
  };
  for (std::size_t first = 0; first < replications; first += kBatch) {
    const BlockRange range{first, std::min(kBatch, replications - first)};
    const BlockProgress in_all = [&](std::size_t done, std::size_t) {
      if (progress) progress(first + done, replications);
    };
    auto blocks = run_blocks<Block, std::string>(range, executor, block, in_all);
    if (!blocks) return std::unexpected(std::move(blocks.error().failure));
    for (Block& done : *blocks) {
      for (std::size_t arm = 0; arm < done.size(); ++arm) pools[arm].add(std::move(done[arm]), arm > 0);
    }
  }
  Results results = describe(model, scenario);
  for (const Measure& measure : measures) results.catalogue.push_back(measure.info);
  for (Pool& pool : pools) results.observations.push_back(std::move(pool).finished(measures));
  return results;
}

}  // namespace sagsflow
