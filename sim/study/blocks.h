#pragma once

#include <atomic>
#include <cstddef>
#include <expected>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "sim/study/executor.h"

namespace sagsflow {

/// Which blocks: `first` … `first + count - 1`. A block is one replication with all its arms.
struct BlockRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// Called once for each finished block with how many are done; by whichever thread finished it, so perhaps at the same
/// time as another call and out of order.
using BlockProgress = std::function<void(std::size_t done, std::size_t of)>;

/// The first block, in order, that failed, and why.
template <class Failure>
struct BlockFailure {
  std::size_t block;
  Failure failure;
};

/// What block(i) gives for each block of the range, in their order, whatever the order in which the executor runs them.
/// After a failure later blocks are skipped, earlier ones still run: the failure reported does not depend on threads.
template <class Result, class Failure>
std::expected<std::vector<Result>, BlockFailure<Failure>> run_blocks(
    BlockRange range, Executor& executor, const std::function<std::expected<Result, Failure>(std::size_t)>& block,
    const BlockProgress& progress = {}) {
  std::vector<std::optional<std::expected<Result, Failure>>> outcomes(range.count);
  std::atomic<std::size_t> first_failed = range.count;
  std::atomic<std::size_t> done = 0;
  executor.for_each(range.count, [&](std::size_t i) {
    if (i > first_failed.load()) return;
    outcomes[i] = block(range.first + i);
    if (!outcomes[i]->has_value()) {
      std::size_t least = first_failed.load();
      while (i < least && !first_failed.compare_exchange_weak(least, i)) {
      }
    }
    const std::size_t finished = ++done;
    if (progress) progress(finished, range.count);
  });
  if (const std::size_t failed = first_failed.load(); failed < range.count) {
    return std::unexpected(BlockFailure<Failure>{range.first + failed, std::move(outcomes[failed]->error())});
  }
  std::vector<Result> results;
  results.reserve(range.count);
  for (auto& outcome : outcomes) results.push_back(std::move(**outcome));
  return results;
}

}  // namespace sagsflow
