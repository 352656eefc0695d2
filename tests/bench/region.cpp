#include "country.h"

namespace sagsflow::bench {
namespace {

/// With the scenario's warm-up.
CompiledModel run_for(Span length, Model model) {
  model.run.length = length;
  return compiled(model);
}

/// Work D: one replication of ten years.
void region(benchmark::State& state) {
  const CompiledModel model = run_for(10 * kYear, region_model());
  for (auto _ : state) {
    const Pace pace = pace_of(model);
    state.SetIterationTime(pace.seconds);
    state.counters["million_events/s"] = pace.per_second() / 1e6;
    state.counters["present"] = pace.present;
    state.counters["peak_MB"] = peak_megabytes();
  }
}
BENCHMARK(region)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

/// Work E, the country, which has nine times as many on a benefit (98 municipalities, some 700,000), held against the
/// region, measured before and after: events a second may fall by less than 1.5 times. A window of a year, for the
/// time's sake.
void country(benchmark::State& state) {
  const CompiledModel small = run_for(kYear, region_model()), large = run_for(kYear, country_model());
  for (auto _ : state) {
    const Pace before = pace_of(small), nine = pace_of(large), after = pace_of(small);
    const double one = (before.events + after.events) / (before.seconds + after.seconds);
    state.SetIterationTime(nine.seconds);
    state.counters["million_events/s"] = nine.per_second() / 1e6;
    state.counters["of_one"] = one / 1e6;
    state.counters["present"] = nine.present;
    state.counters["ratio"] = nine.per_second() / one;
    state.counters["goal"] = 1 / 1.5;
  }
}
BENCHMARK(country)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

/// What a citizen alive takes of the process's peak, in the country; comes last, for the peak is of all before.
void memory(benchmark::State& state) {
  constexpr double kGoal = 200.0;
  const CompiledModel model = run_for(kYear, country_model());
  for (auto _ : state) {
    const Pace pace = pace_of(model);
    state.SetIterationTime(pace.seconds);
    state.counters["peak_MB"] = peak_megabytes();
    state.counters["bytes/citizen"] = peak_megabytes() * 1024 * 1024 / pace.present;
    state.counters["ratio"] = kGoal / state.counters["bytes/citizen"];
    state.counters["goal"] = 1.0;
  }
}
BENCHMARK(memory)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
