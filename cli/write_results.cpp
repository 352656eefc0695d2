#include <fmt/format.h>

#include "cli/exit_code.h"
#include "cli/launch/machine.h"
#include "cli/launch/sha256.h"
#include "cli/launch/version.h"
#include "cli/session.h"
#include "output/csv.h"
#include "output/manifest.h"
#include "output/ranking_csv.h"

namespace sagsflow {
namespace {

Manifest manifest_of(const Session& session, const Settings& settings) {
  Manifest manifest;
  manifest.version = version();
  manifest.commit = commit();
  manifest.scenario = settings.scenario;
  for (const FileRead& file : session.model.files) manifest.inputs.push_back({file.path, sha256_hex(file.text)});
  manifest.seed = session.model.run.seed;
  manifest.command_line = settings.command_line;
  manifest.threads = session.threads;
  manifest.started = session.started;
  manifest.finished = session.finished;
  const Machine machine = this_machine();
  manifest.machine = {machine.host, machine.system, machine.architecture, machine.processors};
  manifest.counts.arms = session.results.arms.size();
  manifest.counts.replications = session.results.observations.front().replications.size();
  for (const ArmObservations& arm : session.results.observations) {
    for (const ReplicationObservations& replication : arm.replications) manifest.counts.events += replication.events;
  }
  for (const PrecisionOutcome& goal : session.results.precision) {
    manifest.precision.push_back({goal.measure, goal.goal, goal.found, goal.reached});
  }
  return manifest;
}

/// Arm by arm: with many groups all of it would be gigabytes.
std::expected<void, std::string> write_tables_of(ResultFolder& folder, const Results& results, const CsvKey& key,
                                                 std::size_t arm) {
  if (auto done = folder.append("replications.csv", replications_csv(results, key, arm)); !done) return done;
  if (auto done = folder.append("summary.csv", summary_csv(results, key, arm)); !done) return done;
  return folder.append("differences.csv", differences_csv(results, key, arm));
}

}  // namespace

int write_results(Session& session, const Settings& settings) {
  if (!session.folder) return kDone;
  const CsvKey key{settings.scenario, {}};
  const auto write = [&]() -> std::expected<void, std::string> {
    ResultFolder& folder = *session.folder;
    for (std::size_t arm = 0; arm < session.results.arms.size(); ++arm) {
      if (auto done = write_tables_of(folder, session.results, key, arm); !done) return done;
    }
    const std::string ranking = ranking_csv(session.results, key);
    if (!ranking.empty()) {
      if (auto done = folder.write("ranking.csv", ranking); !done) return done;
    }
    if (auto done = folder.write("manifest.json", manifest_json(manifest_of(session, settings))); !done) return done;
    return folder.commit();
  };
  if (const auto written = write(); !written) {
    fmt::print(stderr, "sagsflow: {}\n", written.error());
    return kRunFailed;
  }
  const bool danish = settings.language == Language::danish;
  fmt::print("\n{} {}\n", danish ? "Resultaterne ligger i" : "The results are in", session.folder->path().string());
  return kDone;
}

}  // namespace sagsflow
