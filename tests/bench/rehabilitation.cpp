#include "goals.h"
#include "scenario.h"

namespace sagsflow::bench {
namespace {

/// One replication of one arm of the rehabilitation scenario. Memory is of the process so far.
void rehabilitation(benchmark::State& state) {
  const CompiledModel model = compiled_scenario("scenarios/rehabiliteringsteam.toml");
  const auto arm = static_cast<std::size_t>(state.range(0));
  if (arm >= model.arms.size()) {
    state.SkipWithError("the scenario has no such arm");
    return;
  }
  double events = 0, citizens = 0, seconds = 0;
  for (auto _ : state) {
    const double start = processor_seconds();
    const Replication done = run_replication(model, arm, 0);
    const double taken = processor_seconds() - start;
    state.SetIterationTime(taken);
    seconds += taken;
    events += static_cast<double>(done.events);
    citizens += static_cast<double>(done.citizens);
  }
  state.counters["million_events/s"] = events / seconds / 1e6;
  state.counters["million_citizens/s"] = citizens / seconds / 1e6;
  state.counters["events"] = events / static_cast<double>(state.iterations());
  state.counters["citizens"] = citizens / static_cast<double>(state.iterations());
  state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(rehabilitation)->DenseRange(0, 3)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
