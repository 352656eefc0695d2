#include <algorithm>
#include <chrono>
#include <limits>
#include <string>

#include "cli/launch/tbb_executor.h"
#include "goals.h"
#include "models/caseload/study.h"
#include "scenario.h"

namespace sagsflow::bench {
namespace {

double seconds_of_study(const Model& model, unsigned threads) {
  const auto start = std::chrono::steady_clock::now();
  TbbExecutor executor(threads);
  const auto results = run_study(model, "", executor);
  if (!results) throw std::runtime_error(results.error().reason);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A study of a medium scenario on two threads, held against one: the quickest of some turns each, by the clock on the
/// wall, so only a machine with two cores to itself tells anything.
void two_cores(benchmark::State& state) {
  const Model model = scenario("scenarios/samtaler.toml");
  double one = std::numeric_limits<double>::infinity(), two = one;
  for (auto _ : state) {
    one = std::min(one, seconds_of_study(model, 1));
    const double now = seconds_of_study(model, 2);
    two = std::min(two, now);
    state.SetIterationTime(now);
  }
  state.counters["one_s"] = one;
  state.counters["two_s"] = two;
  state.counters["ratio"] = one / two;
  state.counters["goal"] = 1.9;
}
BENCHMARK(two_cores)->UseManualTime()->Iterations(5)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
