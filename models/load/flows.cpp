#include "models/load/flows.h"

#include <Eigen/SparseLU>
#include <algorithm>
#include <limits>

#include "models/load/filling.h"
#include "models/load/steps_entered.h"

namespace sagsflow {
namespace {

/// Entries a year beyond which nothing is in balance.
constexpr double kUnbounded = 1e12;
constexpr double kWithoutEnd = std::numeric_limits<double>::infinity();

double days_of(const Entry& entry) {
  if (entry.spell == nullptr) return 0.0;
  return entry.spell->stays > 0.0 ? kWithoutEnd : entry.spell->days;
}

/// The mean of what is equal is exactly that, so that the long run and the window round it alike.
void add_to_mean(double& mean, double value, double weight, double& sum) {
  if (weight <= 0.0) return;
  sum += weight;
  const bool endless = mean == kWithoutEnd || value == kWithoutEnd;
  mean = endless ? kWithoutEnd : mean + (value - mean) * (weight / sum);
}

Flows nothing(const Network& network) {
  Flows flows;
  flows.entries.assign(network.statuses(), 0.0);
  flows.stock = flows.days = flows.entries;
  return flows;
}

Flows flows_from(const Network& network, const StepsEntered& steps, const Filling& filling) {
  Flows flows = nothing(network);
  std::vector<double> weights(network.statuses(), 0.0);  ///< of the mean stays so far
  for (std::size_t i = 0; i < network.entries().size(); ++i) {
    const Entry& entry = network.entries()[i];
    flows.entries[entry.status] += filling.entries[i];
    if (entry.spell == nullptr) continue;
    if (filling.stock[i] > 0.0) flows.stock[entry.status] += filling.stock[i];
    add_to_mean(flows.days[entry.status], days_of(entry), filling.entries[i], weights[entry.status]);
  }
  flows.steps = steps.rates(filling.entered);
  return flows;
}

/// (I - P') x = a; empty where there is no balance.
Eigen::VectorXd balance_of(const Network& network) {
  const auto size = static_cast<Eigen::Index>(network.entries().size());
  std::vector<Eigen::Triplet<double, int>> cells;
  Eigen::VectorXd arrivals(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    cells.emplace_back(static_cast<int>(i), static_cast<int>(i), 1.0);
    arrivals[i] = network.entries()[static_cast<std::size_t>(i)].arrivals;
  }
  for (const Way& way : network.ways()) {
    cells.emplace_back(static_cast<int>(way.to), static_cast<int>(way.from), -way.share);
  }
  Eigen::SparseMatrix<double> matrix(size, size);
  matrix.setFromTriplets(cells.begin(), cells.end());
  const Eigen::SparseLU<Eigen::SparseMatrix<double>> solver(matrix);
  if (solver.info() != Eigen::Success) return {};
  Eigen::VectorXd entries = solver.solve(arrivals);
  const bool sound = entries.allFinite() && entries.maxCoeff() < kUnbounded && entries.minCoeff() > -1e-3;
  return sound ? entries : Eigen::VectorXd();
}

Flows long_run_of(const Network& network, const StepsEntered& steps) {
  const Eigen::VectorXd entries = balance_of(network);
  if (entries.size() == 0) {
    Flows flows = nothing(network);
    flows.balanced = false;
    return flows;
  }
  Filling filling;
  for (std::size_t i = 0; i < network.entries().size(); ++i) {
    const double rate = entries[static_cast<Eigen::Index>(i)];
    filling.entries.push_back(rate);
    filling.stock.push_back(rate > 0.0 ? rate * days_of(network.entries()[i]) / kDaysInYear : 0.0);
    filling.entered.emplace_back();
    filling.entered.back().fill(rate);
  }
  return flows_from(network, steps, filling);
}

}  // namespace

ArmFlows flows_of(const ArmDefinition& arm, const std::vector<RuleSet>& sets, const RunDefinition& run) {
  const Network network(arm, sets);
  if (network.entries().empty()) return {nothing(network), nothing(network)};
  const StepsEntered steps(network, sets.back());
  return {long_run_of(network, steps), flows_from(network, steps, filling_of(network, run))};
}

}  // namespace sagsflow
