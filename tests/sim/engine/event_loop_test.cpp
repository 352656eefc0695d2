#include "sim/engine/event_loop.h"

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

using namespace sagsflow;

namespace {

constexpr Time kBegin{kDay};

/// Writes down what it is told, one word for each: "<day><phase><index>", and "<day>start" when work starts.
class Diary {
 public:
  explicit Diary(EventQueue& queue) : queue_(queue) {}

  std::function<void(const Event&, Time)> on_event = [](const Event&, Time) {};
  std::function<void(Time)> on_start = [](Time) {};
  bool someone_waits = false;
  std::uint32_t stop_at_index = 999;
  std::vector<std::string> words;

  bool starts_pending() const { return someone_waits; }
  void start_work(Time now) {
    someone_waits = false;
    words.push_back(day(now) + "start");
    on_start(now);
  }
  bool happens(const Event& event, Time now) {
    CHECK(queue_.time_of(event) == now);
    words.push_back(day(now) + "abcdefghijk"[static_cast<int>(event.phase())] + std::to_string(event.index()));
    on_event(event, now);
    return event.index() != stop_at_index;
  }

 private:
  static std::string day(Time time) { return std::to_string((time - kBegin) / kDay); }
  EventQueue& queue_;
};

Time day(int number) {
  return kBegin + number * kDay;
}
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("events happen in order up to the end, which is included") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  queue.push(day(2), Phase::exit, 1);
  queue.push(day(1), Phase::exit, 2);
  queue.push(day(3) + Span(1), Phase::bounds, 3);
  queue.push(day(3), Phase::patience, 4);
  CHECK(run_until(day(3), queue, diary) == 3);
  CHECK(diary.words == Words{"1f2", "2f1", "3k4"});
  CHECK(queue.size() == 1);
}

TEST_CASE("a world that says so stops at once") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  diary.stop_at_index = 2;
  for (const std::uint32_t index : {1U, 2U, 3U}) queue.push(day(1), Phase::duty, index);
  CHECK(run_until(day(9), queue, diary) == 2);
  CHECK(diary.words == Words{"1g1", "1g2"});
}

TEST_CASE("work starts after everything else of its instant and before patience runs out") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  for (unsigned phase = 0; phase < 11; ++phase) {
    if (static_cast<Phase>(phase) == Phase::work_start) continue;
    queue.push(day(1), static_cast<Phase>(phase), 0);
  }
  diary.on_event = [&](const Event& event, Time) { diary.someone_waits = event.phase() <= Phase::session; };
  run_until(day(1), queue, diary);
  CHECK(diary.words == Words{"1a0", "1b0", "1c0", "1d0", "1e0", "1f0", "1g0", "1h0", "1i0", "1start", "1k0"});
}

TEST_CASE("work starts at the instant it was asked for, not when the next event happens") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  diary.on_event = [&](const Event& event, Time) { diary.someone_waits = event.index() == 1; };
  queue.push(day(1), Phase::arrival, 1);
  queue.push(day(4), Phase::arrival, 2);
  run_until(day(9), queue, diary);
  CHECK(diary.words == Words{"1h1", "1start", "4h2"});
}

TEST_CASE("work starts at the instant of the last event too") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  diary.on_event = [&](const Event&, Time) { diary.someone_waits = true; };
  diary.on_start = [&](Time now) {
    if (queue.empty() && now < day(3)) queue.push(now + kDay, Phase::work_end, 8);
  };
  queue.push(day(1), Phase::arrival, 1);
  run_until(day(3), queue, diary);
  CHECK(diary.words == Words{"1h1", "1start", "2d8", "2start", "3d8", "3start"});
}

TEST_CASE("work without length ends in its own instant, and who waits for that starts in it too") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  int left = 2;
  diary.on_event = [&](const Event&, Time) { diary.someone_waits = left > 0; };
  diary.on_start = [&](Time now) { queue.push(now, Phase::work_end, static_cast<std::uint32_t>(--left)); };
  queue.push(day(1), Phase::arrival, 7);
  queue.push(day(1), Phase::patience, 5);
  run_until(day(1), queue, diary);
  CHECK(diary.words == Words{"1h7", "1start", "1d1", "1start", "1d0", "1k5"});
}

TEST_CASE("who waits before the first event starts when the clock begins") {
  EventQueue queue(kBegin);
  Diary diary(queue);
  diary.someone_waits = true;
  queue.push(day(2), Phase::arrival, 1);
  run_until(day(3), queue, diary);
  CHECK(diary.words == Words{"0start", "2h1"});
}

TEST_CASE("a clock that begins before 1970 is no different") {
  const Time early = Time{} - 100 * kYear;
  EventQueue queue(early);
  std::vector<Time> times;
  struct World {
    std::vector<Time>& times;
    int waiting = 1;
    bool starts_pending() const { return waiting > 0; }
    void start_work(Time now) {
      --waiting;
      times.push_back(now);
    }
    bool happens(const Event&, Time now) {
      times.push_back(now);
      return true;
    }
  } world{times};
  queue.push(early, Phase::patience, 0);
  queue.push(early + kYear, Phase::patience, 0);
  CHECK(run_until(Time{}, queue, world) == 2);
  CHECK(times == std::vector<Time>{early, early, early + kYear});
}
