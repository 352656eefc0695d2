#include "cli/launch/tbb_executor.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

using namespace sagsflow;
using namespace std::chrono_literals;

TEST_CASE("every task runs once, and all have run when for_each returns") {
  for (const unsigned threads : {1u, 2u, 5u}) {
    TbbExecutor executor(threads);
    std::vector<std::atomic<int>> runs(1000);
    executor.for_each(runs.size(), [&](std::size_t i) { ++runs[i]; });
    for (const auto& count : runs) REQUIRE(count == 1);
    executor.for_each(0, [](std::size_t) { FAIL("there is no task"); });
  }
}

TEST_CASE("no more threads than the limit work at once, and as many when the tasks wait for each other") {
  for (const unsigned threads : {1u, 3u}) {
    TbbExecutor executor(threads);
    CHECK(executor.threads() == threads);
    std::atomic<unsigned> at_once = 0;
    std::atomic<unsigned> most = 0;
    executor.for_each(24, [&](std::size_t) {
      const unsigned now = ++at_once;
      for (unsigned seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
      }
      // The first tasks stay until so many are there together; a machine too busy to start them gets ten seconds.
      for (int i = 0; i < 1000 && most < threads; ++i) std::this_thread::sleep_for(10ms);
      --at_once;
    });
    CHECK(most == threads);
  }
}

TEST_CASE("one thread is the caller's own") {
  TbbExecutor executor(1);
  std::set<std::thread::id> ids;
  executor.for_each(50, [&](std::size_t) { ids.insert(std::this_thread::get_id()); });
  CHECK(ids == std::set{std::this_thread::get_id()});
}

TEST_CASE("without a number there are as many threads as processors to use") {
  const TbbExecutor executor;
  CHECK(executor.threads() >= 1);
  CHECK(executor.threads() <= std::thread::hardware_concurrency());
}
