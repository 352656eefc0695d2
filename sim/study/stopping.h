#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

#include "sim/stat/intervals.h"
#include "sim/study/blocks.h"

namespace sagsflow {

/// How many replications there are at least and at most.
struct StoppingRule {
  std::size_t at_least = 10;
  std::size_t at_most = 1000;
};

/// Whether the half-width of a difference is at most `share` of the baseline's level, or of the difference itself where
/// that is the larger of the two (a baseline near 0). Of a level: `baseline` is the level. An interval that is not
/// defined is not precise.
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

/// Runs blocks 0, 1, … and hands each result on, in order, until SequentialStopping is content with what `take` said;
/// gives how many there were. `take` says whether all that it has been given so far is precise, and is never given more
/// than there are in the end: neither threads nor batches change the result. At most `batch` results wait to be taken.
/// Progress counts all blocks that are done, of those worth having before the next look.
template <class Result, class Failure>
std::expected<std::size_t, BlockFailure<Failure>> run_until_precise(
    StoppingRule rule, std::size_t batch, Executor& executor,
    const std::function<std::expected<Result, Failure>(std::size_t)>& block, const std::function<bool(Result&&)>& take,
    const BlockProgress& progress = {}) {
  SequentialStopping stopping(rule);
  while (!stopping.stops_at()) {
    const std::size_t first = stopping.told();
    const std::size_t look = stopping.next_look();
    const BlockProgress in_all = [&](std::size_t done, std::size_t) {
      if (progress) progress(first + done, look);
    };
    auto results = run_blocks<Result, Failure>({first, std::min(batch, look - first)}, executor, block, in_all);
    if (!results) return std::unexpected(std::move(results.error()));
    for (Result& result : *results) stopping.tell(take(std::move(result)));
  }
  return *stopping.stops_at();
}

}  // namespace sagsflow
