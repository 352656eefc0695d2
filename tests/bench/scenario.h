#pragma once

#include <sys/resource.h>

#include <limits>
#include <memory>
#include <stdexcept>
#include <string>

#include "cli/launch/file_source.h"
#include "models/caseload/compile.h"
#include "models/caseload/identities.h"
#include "models/caseload/worlds.h"

namespace sagsflow::bench {

inline Model read_or_throw(const std::string& path, Source& source) {
  Diagnostics diagnostics;
  auto model = read_model(path, source, diagnostics);
  if (!model) throw std::runtime_error(diagnostics.render());
  return *std::move(model);
}

/// A scenario file of the repository.
inline Model scenario(const std::string& path) {
  auto source = FileSource::of_scenario(std::string(SAGSFLOW_ROOT) + "/" + path);
  if (!source) throw std::runtime_error(path + ": " + source.error());
  return read_or_throw(source->entry(), *source);
}

inline CompiledModel compiled(const Model& model) {
  auto done = compile(model);
  if (!done) throw std::runtime_error(done.error());
  return *std::move(done);
}

inline CompiledModel compiled_scenario(const std::string& path) {
  return compiled(scenario(path));
}

/// The same model with so many times the citizens, staff and cases a session: as many places as that, each as the one
/// was, but with one queue where each had its own.
inline CompiledModel scaled(CompiledModel model, int times) {
  for (CompiledArm& arm : model.arms) {
    for (CompiledPhase& phase : arm.phases) {
      for (CompiledArrival& arrival : phase.arrivals) {
        if (arrival.rate) arrival.rate->per_microsecond *= times;
      }
      for (CompiledStock& stock : phase.stocks) stock.count *= static_cast<std::uint64_t>(times);
      for (CompiledPool& pool : phase.pools) pool.staff *= times;
      for (CompiledMeeting& meeting : phase.meetings) {
        if (meeting.agenda < std::numeric_limits<std::int64_t>::max() / times) meeting.agenda *= times;
      }
    }
  }
  return model;
}

/// The most memory this process has had resident, in megabytes; Linux gives kilobytes.
inline double peak_megabytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Replication {
  std::uint64_t events = 0;    ///< but for arrivals in worlds where those who come do not live
  std::uint64_t citizens = 0;  ///< who arrived, in the whole run
  std::uint64_t present = 0;   ///< when the run ends
  double waiting = 0.0;        ///< days of all ended waits in the lines of pools that began in the window
};

/// Each world goes through all arrivals. A stock comes without.
inline std::uint64_t turned_away(const CompiledModel& model, const Ledger& ledger) {
  std::uint64_t come = ledger.arrived;
  for (const CompiledStock& stock : model.arms.front().phases.front().stocks) come -= stock.present ? stock.count : 0;
  return (model.worlds.count - 1) * come;
}

/// One replication of one arm with every measure and with its identities checked.
inline Replication run_replication(const CompiledModel& model, std::size_t arm, std::uint32_t replication) {
  Worlds world(model, model.arms[arm], replication);
  const auto events = world.run();
  if (!events) throw std::runtime_error(events.error());
  const std::string broken = broken_identity(model, world.ledger());
  if (!broken.empty()) throw std::runtime_error(broken);
  Replication done{*events - turned_away(model, world.ledger()), world.ledger().arrived, world.ledger().present};
  for (const PoolLedger& pool : world.ledger().pools) {
    done.waiting += static_cast<double>(pool.wait.sum_ended()) / static_cast<double>(kDay.count());
  }
  return done;
}

}  // namespace sagsflow::bench
