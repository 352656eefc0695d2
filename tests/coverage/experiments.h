#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "models/results/estimates.h"
#include "sim/stat/intervals.h"

namespace sagsflow::coverage {

/// Whether the intervals that a study gives hold the truth.
using Holds = std::function<bool(const Results&)>;

/// What is asked of a case, and how often its interval should hold.
struct Question {
  std::string measure;
  std::string interval;  ///< which kind
  double nominal;
  Holds holds;
};

/// A scenario file of tests/coverage whose truth is known.
struct Case {
  std::string name, scenario;
  std::vector<Question> questions;
};

std::vector<Case> all_cases();
const Case& case_named(const std::vector<Case>& cases, const std::string& name);

/// How often one interval held, in experiments of n replications each.
struct Row {
  std::string name, measure, interval;
  std::size_t n = 0;
  double nominal = kConfidence;
  std::size_t experiments = 0, covered = 0;
  double share() const { return static_cast<double>(covered) / static_cast<double>(experiments); }
};

/// Reads the case's scenario once and runs it as many times, each with a seed of its own, as a planner would: n
/// replications of every arm. The same on any number of threads.
std::vector<Row> covered(const Case& known, std::size_t n, std::size_t experiments);

/// A row as a line of docs/coverage.csv, and back; as a line of the table in docs/statistics.md.
std::string csv_heading();
std::string csv_line(const Row& row);
std::vector<Row> rows_in(const std::string& csv);
std::string table_of(const std::vector<Row>& rows);

/// The study of a scenario file, with another seed and number of replications. Throws what is wrong.
Results study(const std::string& scenario, std::uint64_t seed, std::size_t replications);

}  // namespace sagsflow::coverage
