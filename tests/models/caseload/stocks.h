#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "scenario.h"

// Scenarios that start from today's caseload.
namespace sagsflow {

/// "[run]" without a word of a warm-up.
inline std::string from_the_first_day(const std::string& length, int replications = 1) {
  return "[run]\nstart = 2018-01-01\nlength = \"" + length + "\"\nreplications = " + std::to_string(replications) +
         "\n";
}

inline std::string stock(int count, const std::string& elapsed, const std::string& more = "",
                         const std::string& name = "nu", const std::string& status = "syg") {
  return "[stock." + name + "]\nstatus = \"" + status + "\"\ncount = " + std::to_string(count) +
         "\nelapsed = " + elapsed + "\n" + more + "\n";
}

inline const std::string kSick = "[status.syg]\n";

inline std::string leaves(const std::string& after) {
  return job() + "[status.syg.exit.ud]\nto = \"job\"\nafter = " + after + "\n";
}

/// Mean days each of the stock is still in "syg", of a window that they all leave within.
inline double days_left(const std::string& length, double days, int count, const std::string& rules) {
  const Run run(from_the_first_day(length) + rules);
  CHECK(run.of("status.syg", "stock", Statistic::at_end) == 0);
  return run.mean("status.syg", "stock") * days / count;
}

/// Of a stock: in step "s" of this procedure.
inline std::string at(const std::string& procedure, const std::string& waited) {
  return "at = { procedure = \"" + procedure + "\", step = \"s\", waited = " + waited + " }";
}

}  // namespace sagsflow
