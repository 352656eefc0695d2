#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>

#include "comparing.h"

namespace sagsflow::theory {

// Hidden from the usual tests: `./dev verify` asks for it, and prints what it prints.
TEST_CASE("every known answer holds in full", "[.verify]") {
  fmt::print("{:<15} {:<28} {:<34} {:>12} {:>12} {:>7} {:>6}\n", "case", "measure", "where", "exact", "found", "se %",
             "z");
  int compared = 0, wide = 0;
  for (const KnownAnswer& known : known_answers()) {
    for (const Comparison& comparison : compare(known, run(known.scenario))) {
      const std::string line = comparison.line(known.id);
      fmt::print("{}\n", line);
      std::fflush(stdout);
      INFO(line);
      CHECK(comparison.holds());
      ++compared;
      if (std::abs(comparison.error / comparison.exact) > 0.005) ++wide;
    }
  }
  fmt::print("{} measures compared, {} with a standard error above 0.5 %\n", compared, wide);
}

}  // namespace sagsflow::theory
