#include <algorithm>
#include <vector>

#include "by_hand.h"
#include "goals.h"
#include "scenario.h"

namespace sagsflow::bench {
namespace {

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

/// The model from its file and the loop by hand in turn, so that both meet the same noise; the ratio is the median of
/// the ratios of the turns. The mean waits are shown for good faith: they estimate the same number.
template <class ByHand>
void compare_with_hand(benchmark::State& state, const char* file, double goal, const ByHand& by_hand) {
  const CompiledModel model = compiled_scenario(file);
  std::vector<double> model_rates, hand_rates, ratios;
  Replication ours;
  by_hand::Outcome theirs;
  for (auto _ : state) {
    const double start = processor_seconds();
    theirs = by_hand(model);
    const double between = processor_seconds();
    ours = run_replication(model, 0, 0);
    const double seconds = processor_seconds() - between;
    state.SetIterationTime(seconds);
    model_rates.push_back(static_cast<double>(ours.citizens) / seconds);
    hand_rates.push_back(static_cast<double>(theirs.customers) / (between - start));
    ratios.push_back(model_rates.back() / hand_rates.back());
  }
  state.counters["million/s"] = median(model_rates) / 1e6;
  state.counters["by_hand_million/s"] = median(hand_rates) / 1e6;
  state.counters["ratio"] = median(ratios);
  state.counters["goal"] = goal;
  state.counters["wait_h"] = 24 * ours.waiting / static_cast<double>(ours.citizens);
  state.counters["by_hand_wait_h"] = 24 * theirs.mean_wait_in_days();
}

std::int64_t length(const CompiledModel& model) {
  return (model.end - model.begin).count();
}

void one_server(benchmark::State& state) {
  constexpr double kMinuteLength = static_cast<double>(kMinute.count());
  compare_with_hand(state, "tests/bench/mm1.toml", 0.35, [](const CompiledModel& model) {
    return by_hand::one_server(Chance(1, 0), kMinuteLength / 0.9, kMinuteLength, length(model));
  });
}
BENCHMARK(one_server)->UseManualTime()->Iterations(11)->Unit(benchmark::kMillisecond);

void case_network(benchmark::State& state) {
  compare_with_hand(state, "tests/bench/cases.toml", 0.6, [](const CompiledModel& model) {
    const Chance chance(1, 0);
    return by_hand::CaseNetwork(chance, length(model)).run();
  });
}
BENCHMARK(case_network)->UseManualTime()->Iterations(11)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
