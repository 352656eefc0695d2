#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "sim/stat/intervals.h"
#include "sim/study/blocks.h"

namespace sagsflow {

/// How many replications there are at least and at most.
struct StoppingRule {
  std::size_t at_least = 10;
  std::size_t at_most = 1000;
};

/// Whether the half-width of a difference is at most `share` of the baseline's level. An interval that is not defined
/// is not precise.
bool precise_enough(const Interval& difference, double baseline, double share);

/// For how many replications beyond n the precision must hold: 5 up to n = 100, then 5 % of n (Hoad, Robinson & Davies
/// 2010, with kLimit = 5).
std::size_t look_ahead(std::size_t n);

/// Follows the precision of growing prefixes of the replications, each told once and in order.
class SequentialStopping {
 public:
  explicit SequentialStopping(StoppingRule rule) : rule_(rule) {}

  /// Whether the first n + 1 replications are precise, n having been told before.
  void tell(bool precise);
  std::size_t told() const { return told_; }

  /// How many replications the study has: the least n at which the precision was reached and held over the look-ahead,
  /// together with that look-ahead, or the most allowed. Nothing while more must be told.
  std::optional<std::size_t> stops_at() const { return stops_at_; }

  /// How many replications are worth having before the next look, for the decision cannot fall sooner.
  std::size_t next_look() const;

 private:
  StoppingRule rule_;
  std::size_t told_ = 0;
  std::size_t precise_since_ = 0;  // the first n of the present run of precise prefixes; 0: none
  std::optional<std::size_t> stops_at_;
};

/// Runs blocks 0, 1, … until `precise(prefix)` holds as SequentialStopping asks, and gives exactly those that it asks
/// for, so that neither threads nor batches change the result. Progress counts within each batch.
template <class Result, class Failure>
std::expected<std::vector<Result>, BlockFailure<Failure>> run_until_precise(
    StoppingRule rule, Executor& executor, const std::function<std::expected<Result, Failure>(std::size_t)>& block,
    const std::function<bool(std::span<const Result>)>& precise, const BlockProgress& progress = {}) {
  SequentialStopping stopping(rule);
  std::vector<Result> results;
  while (!stopping.stops_at()) {
    const BlockRange range{results.size(), stopping.next_look() - results.size()};
    auto batch = run_blocks<Result, Failure>(range, executor, block, progress);
    if (!batch) return std::unexpected(std::move(batch.error()));
    std::move(batch->begin(), batch->end(), std::back_inserter(results));
    while (!stopping.stops_at() && stopping.told() < results.size()) {
      stopping.tell(precise(std::span(results).first(stopping.told() + 1)));
    }
  }
  results.erase(results.begin() + static_cast<std::ptrdiff_t>(*stopping.stops_at()), results.end());
  return results;
}

}  // namespace sagsflow
