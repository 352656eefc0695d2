#pragma once

#include <cstddef>
#include <functional>

namespace sagsflow {

/// Work that may be done in parallel, handed in from outside: the engine starts no threads.
class Executor {
 public:
  virtual ~Executor() = default;
  /// Calls task(0) ... task(count - 1), in any order and perhaps at the same time, and returns when all are done.
  virtual void for_each(std::size_t count, const std::function<void(std::size_t)>& task) = 0;
};

/// One after another, on the caller's thread.
class SerialExecutor final : public Executor {
 public:
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override {
    for (std::size_t i = 0; i < count; ++i) task(i);
  }
};

}  // namespace sagsflow
