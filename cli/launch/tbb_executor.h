#pragma once

#include <memory>

#include "sim/study/executor.h"

namespace sagsflow {

/// Tasks in parallel on at most `threads` threads, the caller's among them. Tasks must not throw.
class TbbExecutor final : public Executor {
 public:
  /// 0: as many threads as this process may use processors. More than there are processors is allowed.
  explicit TbbExecutor(unsigned threads = 0);
  ~TbbExecutor() override;

  unsigned threads() const;
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override;

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

}  // namespace sagsflow
