#pragma once

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <ctime>
#include <ostream>
#include <string>
#include <vector>

#include "cli/launch/memory.h"

namespace sagsflow::bench {

/// Processor seconds of this process so far: what others on the machine do counts less than with a wall clock.
inline double processor_seconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Prints what the others print and remembers which counters "ratio" are under their "goal" by more than the noise.
class GoalReporter : public benchmark::ConsoleReporter {
 public:
  static constexpr double kNoise = 0.1;

  GoalReporter() : ConsoleReporter(isatty(STDOUT_FILENO) != 0 ? OO_ColorTabular : OO_Tabular) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.error_occurred) missed_.push_back(run.benchmark_name() + ": " + run.error_message);
      const auto ratio = run.counters.find("ratio"), goal = run.counters.find("goal");
      if (ratio == run.counters.end() || goal == run.counters.end()) continue;
      if (ratio->second.value >= goal->second.value * (1 - kNoise)) continue;
      missed_.push_back(run.benchmark_name() + ": ratio " + std::to_string(ratio->second.value) +
                        " is under its goal " + std::to_string(goal->second.value));
    }
  }

  bool all_met() {
    for (const std::string& each : missed_) GetErrorStream() << each << '\n';
    return missed_.empty();
  }

 private:
  std::vector<std::string> missed_;
};

/// Runs the program's benchmarks; exit code 1 when one failed or missed its goal.
inline int run_benchmarks(int argc, char** argv) {
  keep_large_arrays_apart();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  GoalReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return reporter.all_met() ? 0 : 1;
}

}  // namespace sagsflow::bench
