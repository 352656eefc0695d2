#include <cmath>

#include "experiments.h"
#include "models/results/quotient.h"
#include "models/results/reading.h"
#include "sim/stat/intervals.h"

namespace sagsflow::coverage {
namespace {

bool holds(const Estimate& estimate, double truth) {
  return estimate.low <= truth && truth <= estimate.high;
}

Quantity::Reading found(const Results& results, const std::string& name) {
  return reading_named(results, name).value();
}

/// The level of "object.measure:statistic" in the first arm. Times are in days.
Question level(std::string name, std::string interval, double truth) {
  return {name, std::move(interval), kConfidence, [=](const Results& results) {
            const Quantity::Reading reading = found(results, name);
            return holds(level_of(results, 0, reading.measure, reading.statistic), truth);
          }};
}

/// The difference of an arm from the baseline.
Question change(std::string name, std::string interval, double truth, std::size_t arm = 1, std::size_t arms = 1) {
  return {name + " difference", std::move(interval), simultaneous_confidence(arms), [=](const Results& results) {
            const Quantity::Reading reading = found(results, name);
            return holds(difference_of(results, arm, reading.measure, reading.statistic).estimate, truth);
          }};
}

constexpr double kDaysPerHour = 1.0 / 24;

/// M/M/1: Wq = rho / (mu - lambda), P(wait > t) = rho exp(-(mu - lambda) t) (Gross et al. 2008, section 2.2); mu = 1.
Case one_queue() {
  const double rho = 0.7;
  const double wait = rho / (1 - rho);
  return {
      "M/M/1",
      "one_queue.toml",
      {level("pool.server.wait", "ratio", wait * kDaysPerHour), level("pool.server.wait:share_zero", "ratio", 1 - rho),
       level("pool.server.wait:share_within:2 h", "ratio", 1 - rho * std::exp(-(1 - rho) * 2)),
       level("pool.server.queue", "mean", rho * wait), level("pool.server.utilisation", "ratio", rho),
       level("pool.server.wait:p50", "sectioned", std::log(rho / 0.5) / (1 - rho) * kDaysPerHour),
       level("pool.server.wait:p90", "sectioned", std::log(rho / 0.1) / (1 - rho) * kDaysPerHour)}};
}

/// The probability of a wait in M/M/c with mu = 1 (Erlang 1917; Gross et al. 2008, eq. 2.40).
double erlang_c(int servers, double load) {
  double term = 1, sum = 0;
  for (int k = 0; k < servers; ++k) {
    sum += term;
    term *= load / (k + 1);
  }
  const double all_busy = term / (1 - load / servers);
  return all_busy / (sum + all_busy);
}

Case two_queues() {
  const double load = 1.4;
  const double busy_2 = erlang_c(2, load), busy_3 = erlang_c(3, load);
  const double wait_2 = busy_2 / (2 - load), wait_3 = busy_3 / (3 - load);
  const double p90_2 = std::log(busy_2 / 0.1) / (2 - load), p90_3 = std::log(busy_3 / 0.1) / (3 - load);
  return {"M/M/2 and M/M/3",
          "two_queues.toml",
          {level("pool.server.wait", "ratio", wait_2 * kDaysPerHour),
           change("pool.server.wait", "paired ratio", (wait_3 - wait_2) * kDaysPerHour),
           change("pool.server.queue", "paired mean", load * (wait_3 - wait_2)),
           change("pool.server.wait:share_zero", "paired ratio", busy_2 - busy_3),
           change("pool.server.wait:p90", "paired sectioned", (p90_3 - p90_2) * kDaysPerHour)}};
}

/// M/G/inf: the stock is Poisson, its mean lambda E[S] (Palm 1943).
Case caseload() {
  const double mean = 30, sd = 24;
  const double variance = std::log(1 + sd * sd / (mean * mean));
  const double p90 = std::exp(std::log(mean) - variance / 2 + 1.2815515655446004 * std::sqrt(variance));
  return {"M/G/∞",
          "caseload.toml",
          {level("arrival.cases.count", "mean", 100), level("status.open.stock", "mean", 0.5 * mean),
           level("status.open.duration", "ratio", mean), level("status.open.duration:p90", "sectioned", p90)}};
}

/// Two cases a day for fifty days; each minute less a case is 100 minutes less in all.
Case four_arms() {
  const std::string hours = "total.staff_hours";
  const auto truth = [](std::size_t arm) { return arm == 1 ? -10.0 : arm == 2 ? -25.0 : -50.0; };
  const Holds all_hold = [=](const Results& results) {
    const Quantity::Reading reading = found(results, hours);
    for (std::size_t arm = 1; arm < 4; ++arm) {
      const Estimate estimate = difference_of(results, arm, reading.measure, reading.statistic).estimate;
      if (!holds(estimate, truth(arm))) return false;
    }
    return true;
  };
  const Holds per_case = [](const Results& results) {
    const Quantity quantity{found(results, "pool.server.hours"),
                            found(results, "procedure.service.step.served.entries")};
    return holds(difference_per_baseline(results, 0, 2, quantity), -0.25);
  };
  return {"four arms",
          "four_arms.toml",
          {level(hours, "mean", 100),
           change(hours, "paired mean", truth(2), 2, 3),
           {hours + " three differences at once", "Bonferroni", kConfidence, all_hold},
           {"pool.server.hours difference per case", "ratio", simultaneous_confidence(3), per_case}}};
}

std::vector<double> hours_of(const Results& results, std::size_t arm) {
  const Quantity::Reading reading = found(results, "total.staff_hours");
  std::vector<double> hours;
  for (const ReplicationObservations& replication : results.observations[arm].replications) {
    hours.push_back(replication.measures[reading.measure].sum);
  }
  return hours;
}

Case more_arrive() {
  const Holds welch = [](const Results& results) {
    const Interval interval = welch_difference(hours_of(results, 1), hours_of(results, 0));
    return interval.low <= 20 && 20 <= interval.high;
  };
  return {"more arrive",
          "more_arrive.toml",
          {change("total.staff_hours", "paired mean", 20),
           {"total.staff_hours difference", "Welch (not used)", kConfidence, welch}}};
}

Case one_citizen() {
  return {"one citizen a run", "one_citizen.toml", {level("status.here.exit.job.share", "Wilson", 0.2)}};
}

}  // namespace

std::vector<Case> all_cases() {
  return {one_queue(), two_queues(), caseload(), four_arms(), more_arrive(), one_citizen()};
}

}  // namespace sagsflow::coverage
