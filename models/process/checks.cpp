#include "models/process/checks.h"

namespace sagsflow {

void Examined::orphan(Place place, std::string text) const {
  if (has_trials && place.file < law_files) {
    diagnostics.warning(place, std::move(text));
  } else {
    diagnostics.error(place, std::move(text));
  }
}

void check_rules(const Examined& examined) {
  const std::size_t errors = examined.diagnostics.errors_told();
  check_names(examined);
  check_traits(examined);
  if (examined.diagnostics.errors_told() != errors) return;
  const ProcessGraph graph = process_graph(examined.rules);
  check_steps(examined);
  check_ways(examined, graph);
  check_loops(examined, graph);
  check_clocks(examined);
  check_stocks(examined);
  check_joint_work(examined);
  check_use(examined, graph);
}

}  // namespace sagsflow
