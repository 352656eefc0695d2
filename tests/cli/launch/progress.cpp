#include "cli/launch/progress.h"

#include <catch2/catch.hpp>
#include <string>

#include "cli/launch/tbb_executor.h"

using namespace sagsflow;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kErase = "\r\x1b[K";
constexpr ProgressTimes kSoon{.delay = 1ms, .every = 1ms};

}  // namespace

TEST_CASE("the line says percent, how many of how many, and the time left at the pace so far") {
  CHECK(progress_line(84, 200, 47s) == " 42 %  84/200 replications  1 min 5 s left");  // 47 · 116/84 = 64.9
  CHECK(progress_line(1, 4, 2s) == " 25 %  1/4 replications  6 s left");
  CHECK(progress_line(1, 3, 1h) == " 33 %  1/3 replications  2 h 0 min left");
  CHECK(progress_line(5, 20, 10s, {"gentagelser", "tilbage"}) == " 25 %  5/20 gentagelser  30 s tilbage");
}

TEST_CASE("the line guesses no time while nothing is done, nor when all is") {
  CHECK(progress_line(0, 20, 30s) == "  0 %  0/20 replications");
  CHECK(progress_line(0, 0, 30s) == "  0 %  0/0 replications");
  CHECK(progress_line(20, 20, 30s) == "100 %  20/20 replications");
  CHECK(progress_line(199, 200, 0s).starts_with(" 99 %"));
}

TEST_CASE("the line is drawn over itself and erased at the end") {
  std::string drawn;
  Progress progress([&](std::string_view text) { drawn += text; }, {}, kSoon);
  progress.expect(4);
  progress.done();
  std::this_thread::sleep_for(50ms);
  progress.finish();
  CHECK(drawn.starts_with(kErase));
  CHECK(drawn.find("25 %  1/4 replications") != std::string::npos);
  CHECK(drawn.ends_with(std::string(kErase)));
  CHECK(drawn.rfind('\n') == std::string::npos);
  const std::string before = drawn;
  progress.finish();
  CHECK(drawn == before);
}

TEST_CASE("work shorter than the delay draws nothing") {
  std::string drawn;
  {
    Progress progress([&](std::string_view text) { drawn += text; }, {}, {.delay = 1h, .every = 1ms});
    progress.expect(1);
    progress.done();
  }
  CHECK(drawn.empty());
}

TEST_CASE("a progress that is not shown starts no thread and counts all the same") {
  Progress progress(false);
  TbbExecutor threads(2);
  CountedExecutor executor(threads, progress);
  std::atomic<int> ran = 0;
  executor.for_each(100, [&](std::size_t) { ++ran; });
  CHECK(ran == 100);
}

TEST_CASE("tasks are counted from several threads as they end") {
  std::string last;
  {
    Progress progress(
        [&](std::string_view text) {
          if (text != kErase) last = text;
        },
        {}, kSoon);
    TbbExecutor threads(3);
    CountedExecutor executor(threads, progress);
    executor.for_each(100, [](std::size_t) {});
    executor.for_each(50, [](std::size_t) {});
    std::this_thread::sleep_for(50ms);
  }
  CHECK(last == std::string(kErase) + "100 %  150/150 replications");
}
