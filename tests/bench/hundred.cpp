#include "country.h"

namespace sagsflow::bench {
namespace {

constexpr Span kSettling = kYear / 2, kCounted = kYear / 2;

/// How so many times the region's population come: in one queue where the region has one, or as ten regions, each with
/// queues of its own and a tenth of the population.
enum class Grown { in_one_queue, as_ten_regions };

Pace pace_until(Span length, int times, Grown grown) {
  Model model = grown == Grown::in_one_queue ? region_model() : model_of_regions(alike(10), 10);
  model.run.warm_up = kSettling;
  model.run.length = length;
  model.run.run_out = {};
  return pace_of(scaled(compiled(model), grown == Grown::in_one_queue ? times : times / 10));
}

/// Of the same half year for all sizes, after half a year of settling (the caseload is there from the beginning): what
/// a run to its end takes more than one to its beginning.
Pace settled_pace(int times, Grown grown) {
  const Pace settling = pace_until(kDay, times, grown), all = pace_until(kDay + kCounted, times, grown);
  return {all.events - settling.events, all.seconds - settling.seconds, all.present};
}

/// Events a second where the population is so many times the region's, held against the region's own, measured before
/// and after, for the machine changes meanwhile.
void grown_population(benchmark::State& state, Grown grown) {
  constexpr int kTurns = 5;
  const auto times = static_cast<int>(state.range(0));
  const double may_fall = times == 10 ? 1.5 : 3.0;
  for (auto _ : state) {
    Pace one{};
    const auto measure_one = [&] {
      for (int turn = 0; turn < kTurns; ++turn) {
        const Pace pace = settled_pace(1, Grown::in_one_queue);
        one = {one.events + pace.events, one.seconds + pace.seconds, pace.present};
      }
    };
    measure_one();
    const Pace many = settled_pace(times, grown);
    measure_one();
    state.SetIterationTime(many.seconds);
    state.counters["million_events/s"] = many.per_second() / 1e6;
    state.counters["of_one"] = one.per_second() / 1e6;
    state.counters["million_events"] = many.events / 1e6;
    state.counters["present"] = many.present;
    state.counters["peak_MB"] = peak_megabytes();
    state.counters["falls_by"] = one.per_second() / many.per_second();
    state.counters["ratio"] = many.per_second() / one.per_second();
    state.counters["goal"] = 1 / may_fall;
  }
}

void population(benchmark::State& state) {
  grown_population(state, Grown::as_ten_regions);
}
BENCHMARK(population)->Arg(10)->Arg(100)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

/// What no region is: each queue ten times or a hundred times as long.
void population_in_one_queue(benchmark::State& state) {
  grown_population(state, Grown::in_one_queue);
}
BENCHMARK(population_in_one_queue)->Arg(10)->Arg(100)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
