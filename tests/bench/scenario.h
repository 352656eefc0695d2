#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "cli/launch/file_source.h"
#include "models/caseload/compile.h"
#include "models/caseload/identities.h"
#include "models/caseload/world.h"

namespace sagsflow::bench {

/// A scenario file of the repository, compiled.
inline CompiledModel compiled_scenario(const std::string& path) {
  auto source = FileSource::of_scenario(std::string(SAGSFLOW_ROOT) + "/" + path);
  if (!source) throw std::runtime_error(path + ": " + source.error());
  Diagnostics diagnostics;
  const auto model = read_model(source->entry(), *source, diagnostics);
  if (!model) throw std::runtime_error(diagnostics.render());
  auto compiled = compile(*model);
  if (!compiled) throw std::runtime_error(compiled.error());
  return *std::move(compiled);
}

struct Replication {
  std::uint64_t events = 0;
  std::uint64_t citizens = 0;  ///< who arrived, in the whole run
  double waiting = 0.0;        ///< days of all ended waits in the lines of pools that began in the window
};

/// One replication of one arm with every measure and with its identities checked.
inline Replication run_replication(const CompiledModel& model, std::size_t arm, std::uint32_t replication) {
  World world(model, model.arms[arm], replication);
  const auto events = world.run();
  if (!events) throw std::runtime_error(events.error());
  const std::string broken = broken_identity(model, world.ledger());
  if (!broken.empty()) throw std::runtime_error(broken);
  Replication done{*events, world.ledger().arrived};
  for (const PoolLedger& pool : world.ledger().pools) {
    done.waiting += static_cast<double>(pool.wait.sum_ended()) / static_cast<double>(kDay.count());
  }
  return done;
}

}  // namespace sagsflow::bench
