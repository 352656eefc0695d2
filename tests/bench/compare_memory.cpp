#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

#include "goals.h"
#include "models/caseload/study.h"
#include "scenario.h"

namespace {

/// What is on the heap, and the most that was; one thread.
std::size_t live = 0, most = 0;

}  // namespace

// Every allocation of the program is counted as what the heap gives for it.
static void* counted(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  live += malloc_usable_size(memory);
  most = std::max(most, live);
  return memory;
}
static void discounted(void* memory) {
  live -= malloc_usable_size(memory);
  std::free(memory);
}

void* operator new(std::size_t size) {
  return counted(std::malloc(size));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto to = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(to, (size + to - 1) / to * to));
}
void operator delete(void* memory) noexcept {
  discounted(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  discounted(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  discounted(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  discounted(memory);
}

namespace sagsflow::bench {
namespace {

/// The most on the heap in one block of the scenario's first so many arms.
double most_in(Model model, std::size_t arms, Span length) {
  model.arms.resize(arms);
  model.targets.clear();
  model.report = {};
  model.run.replications = 1;
  model.run.precision.clear();
  model.run.length = length;
  SerialExecutor executor;
  most = live;
  const auto before = static_cast<double>(live);
  const auto results = run_study(model, "", executor);
  if (!results) throw std::runtime_error(results.error().reason);
  return static_cast<double>(most) - before;
}

double cohort_of(Model model, Span length) {
  model.run.length = length;
  const CompiledModel done = compiled(model);
  Worlds world(done, done.arms.front(), 0);
  if (const auto events = world.run(); !events) throw std::runtime_error(events.error());
  double citizens = 0;
  for (const ArrivalLedger& arrival : world.ledger().arrivals) citizens += static_cast<double>(arrival.count);
  return citizens;
}

/// How much more a comparison takes than a run of one arm, for a citizen more of the cohort and arm: the window is
/// doubled. Of two arms, and what a third adds to them; a run of one keeps nothing of whom it would compare.
void compare_memory(benchmark::State& state) {
  constexpr double kGoal = 32.0;
  constexpr Span length = 4 * kYear;
  const Model model = scenario("scenarios/rehabiliteringsteam.toml");
  for (auto _ : state) {
    const double start = processor_seconds();
    const double citizens = cohort_of(model, 2 * length) - cohort_of(model, length);
    const auto slope = [&](std::size_t arms) {
      return (most_in(model, arms, 2 * length) - most_in(model, arms, length)) / citizens;
    };
    const double one = slope(1), two = slope(2), three = slope(3);
    state.SetIterationTime(processor_seconds() - start);
    state.counters["citizens"] = citizens;
    state.counters["one_arm"] = one;
    state.counters["each_of_two"] = (two - one) / 2;
    state.counters["third_arm"] = three - two;
    state.counters["ratio"] = kGoal / std::max((two - one) / 2, three - two);
    state.counters["goal"] = 1.0;
  }
}
BENCHMARK(compare_memory)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sagsflow::bench

int main(int argc, char** argv) {
  return sagsflow::bench::run_benchmarks(argc, argv);
}
