#include <array>
#include <cmath>
#include <random>
#include <span>

#include "goals.h"
#include "sim/random/branch.h"
#include "sim/random/duration_table.h"
#include "sim/random/log_draws.h"

namespace sagsflow::bench {
namespace {

DurationLaw law(DurationLaw::Shape shape) {
  DurationLaw law{.shape = shape, .mean = 60 * kDay, .sd = 30 * kDay};
  law.stages = 3;
  law.shape_parameter = 1.5;
  if (shape == DurationLaw::Shape::uniform) law.points = {2 * kWeek, 6 * kWeek};
  if (shape == DurationLaw::Shape::triangular) law.points = {kWeek, 2 * kWeek, 6 * kWeek};
  if (shape == DurationLaw::Shape::empirical) {
    law.points = {kDay, 3 * kDay, kWeek};
    law.weights = {2, 1, 1};
  }
  if (shape == DurationLaw::Shape::mixture) {
    DurationLaw never;
    never.shape = DurationLaw::Shape::never;
    DurationLaw exponential{.shape = DurationLaw::Shape::exponential, .mean = kDay};
    law.parts = {exponential, never};
    law.weights = {0.2, 0.8};
  }
  return law;
}

/// One keyed draw: the block of Philox and the inversion.
void draw(benchmark::State& state, DurationLaw::Shape shape) {
  DurationTable table;
  const auto id = table.add(law(shape));
  const Chance chance(1, 0);
  std::uint64_t who = 0;
  for (auto _ : state) benchmark::DoNotOptimize(table.draw(id, chance, {++who, 42}));
}
BENCHMARK_CAPTURE(draw, fixed, DurationLaw::Shape::fixed);
BENCHMARK_CAPTURE(draw, exponential, DurationLaw::Shape::exponential);
BENCHMARK_CAPTURE(draw, lognormal, DurationLaw::Shape::lognormal);
BENCHMARK_CAPTURE(draw, gamma, DurationLaw::Shape::gamma);
BENCHMARK_CAPTURE(draw, erlang, DurationLaw::Shape::erlang);
BENCHMARK_CAPTURE(draw, weibull, DurationLaw::Shape::weibull);
BENCHMARK_CAPTURE(draw, uniform, DurationLaw::Shape::uniform);
BENCHMARK_CAPTURE(draw, triangular, DurationLaw::Shape::triangular);
BENCHMARK_CAPTURE(draw, empirical, DurationLaw::Shape::empirical);
BENCHMARK_CAPTURE(draw, mixture, DurationLaw::Shape::mixture);

/// Eight draws in a row; the time is that of all eight.
void eight_in_a_row(benchmark::State& state) {
  const Chance chance(1, 0);
  std::uint64_t first = 0;
  for (auto _ : state) benchmark::DoNotOptimize(log_draws(chance, 42, first += 8));
}
BENCHMARK(eight_in_a_row);

void branch_of_two(benchmark::State& state) {
  const Chance chance(1, 0);
  const std::array<double, 2> shares = {0.7, 0.3};
  const std::array<std::uint64_t, 2> keys = {place_key("a"), place_key("b")};
  std::uint64_t who = 0;
  for (auto _ : state) benchmark::DoNotOptimize(first_of_race(chance, {++who, 42}, shares, keys));
}
BENCHMARK(branch_of_two);

/// As the municipality that a citizen lives in.
void branch_of(benchmark::State& state) {
  const Chance chance(1, 0);
  const auto targets = static_cast<std::size_t>(state.range(0));
  const std::vector<double> shares(targets, 1.0 / static_cast<double>(targets));
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < targets; ++i) keys.push_back(place_key(std::to_string(i)));
  std::uint64_t who = 0;
  for (auto _ : state) benchmark::DoNotOptimize(first_of_race(chance, {++who, 42}, shares, keys));
}
BENCHMARK(branch_of)->Arg(3)->Arg(4)->Arg(11)->Arg(29);

/// A keyed exponential draw, the same bits on every processor, against the standard library's engine and libm.
void exponential_against_twister(benchmark::State& state) {
  constexpr int kDraws = 100'000;
  DurationTable table;
  const auto id = table.add(law(DurationLaw::Shape::exponential));
  const Chance chance(1, 0);
  std::mt19937_64 twister(1);
  double ours = 0.0, theirs = 0.0;
  std::uint64_t who = 0;
  for (auto _ : state) {
    const double start = processor_seconds();
    for (int i = 0; i < kDraws; ++i) {
      const double uniform = (static_cast<double>(twister() >> 11) + 0.5) * 0x1p-53;
      benchmark::DoNotOptimize(std::llround(-1e9 * std::log(uniform)));
    }
    const double between = processor_seconds();
    for (int i = 0; i < kDraws; ++i) benchmark::DoNotOptimize(table.draw(id, chance, {++who, 42}));
    const double end = processor_seconds();
    theirs += between - start;
    ours += end - between;
    state.SetIterationTime(end - between);
  }
  const double draws = static_cast<double>(state.iterations()) * kDraws;
  state.counters["ns"] = ours / draws * 1e9;
  state.counters["twister_ns"] = theirs / draws * 1e9;
  state.counters["ratio"] = theirs / ours;
}
BENCHMARK(exponential_against_twister)->UseManualTime()->Iterations(50);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
