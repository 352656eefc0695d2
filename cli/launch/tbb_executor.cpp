#include "cli/launch/tbb_executor.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace sagsflow {

// The arena alone would be held to the number of processors; the global limit alone is shared with whoever sets it
// lower.
struct TbbExecutor::Arena {
  explicit Arena(unsigned count)
      : limit(tbb::global_control::max_allowed_parallelism, count), arena(static_cast<int>(count)) {}
  tbb::global_control limit;
  tbb::task_arena arena;
};

TbbExecutor::TbbExecutor(unsigned threads)
    : arena_(std::make_unique<Arena>(threads > 0 ? threads : static_cast<unsigned>(tbb::info::default_concurrency()))) {
}

TbbExecutor::~TbbExecutor() = default;

unsigned TbbExecutor::threads() const {
  return static_cast<unsigned>(arena_->arena.max_concurrency());
}

void TbbExecutor::for_each(std::size_t count, const std::function<void(std::size_t)>& task) {
  // One task a chunk: replications are long, and their number is near that of the threads.
  arena_->arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, task, tbb::simple_partitioner()); });
}

}  // namespace sagsflow
