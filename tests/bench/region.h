#pragma once

#include "goals.h"
#include "scenario.h"

namespace sagsflow::bench {

/// The region of North Jutland under the law of 2019: eleven municipalities with every area of the law.
inline Model region_model() {
  Model model = scenario("scenarios/alle-forsoeg.toml");
  model.arms.resize(1);
  model.report = {};
  return model;
}

struct Pace {
  double events, seconds, present;
  double per_second() const { return events / seconds; }
};

inline Pace pace_of(const CompiledModel& model) {
  give_back_free_memory();
  const double start = processor_seconds();
  const Replication done = run_replication(model, 0, 0);
  return {static_cast<double>(done.events), processor_seconds() - start, static_cast<double>(done.present)};
}

}  // namespace sagsflow::bench
