#include "sim/study/blocks.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

using namespace sagsflow;

namespace {

using Outcome = std::expected<std::size_t, std::string>;

struct BackwardsExecutor final : Executor {
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override {
    for (std::size_t i = count; i > 0; --i) task(i - 1);
  }
};

struct ThreadedExecutor final : Executor {
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override {
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (std::size_t i = t; i < count; i += 4) task(i);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
};

Outcome square(std::size_t block) {
  return block * block;
}

Outcome fails_at_3_and_6(std::size_t block) {
  if (block == 3 || block == 6) return std::unexpected("stopped in block " + std::to_string(block));
  return block;
}

}  // namespace

TEST_CASE("results come in the order of the blocks, whatever order they run in") {
  SerialExecutor serial;
  BackwardsExecutor backwards;
  ThreadedExecutor threaded;
  for (Executor* executor : std::initializer_list<Executor*>{&serial, &backwards, &threaded}) {
    const auto results = run_blocks<std::size_t, std::string>({5, 4}, *executor, square);
    REQUIRE(results);
    CHECK(*results == std::vector<std::size_t>{25, 36, 49, 64});
  }
}

TEST_CASE("the first block that fails is the one reported, whatever order they run in") {
  SerialExecutor serial;
  BackwardsExecutor backwards;
  ThreadedExecutor threaded;
  for (Executor* executor : std::initializer_list<Executor*>{&serial, &backwards, &threaded}) {
    const auto results = run_blocks<std::size_t, std::string>({1, 50}, *executor, fails_at_3_and_6);
    REQUIRE_FALSE(results);
    CHECK(results.error().block == 3);
    CHECK(results.error().failure == "stopped in block 3");
  }
}

TEST_CASE("blocks after a failure are not begun") {
  SerialExecutor serial;
  std::size_t begun = 0;
  (void)run_blocks<std::size_t, std::string>({0, 100}, serial, [&](std::size_t block) -> Outcome {
    ++begun;
    return fails_at_3_and_6(block);
  });
  CHECK(begun == 4);
}

TEST_CASE("progress is told once for each block") {
  SerialExecutor serial;
  std::vector<std::size_t> done;
  REQUIRE(run_blocks<std::size_t, std::string>({0, 3}, serial, square, [&](std::size_t count, std::size_t of) {
    done.push_back(count);
    CHECK(of == 3);
  }));
  CHECK(done == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("no blocks give no results") {
  SerialExecutor serial;
  const auto results = run_blocks<std::size_t, std::string>({7, 0}, serial, square);
  REQUIRE(results);
  CHECK(results->empty());
}
