#include "sim/engine/event.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace sagsflow;

namespace {

constexpr std::uint64_t kLastSequence = Event::kMaxSequence;
constexpr std::uint32_t kLastIndex = 0xFFFFFFFF;

}  // namespace

TEST_CASE("an event gives back what it was made of, at the least and the most each part can hold") {
  const Span longest((std::int64_t{1} << 56) - 1);
  for (const Span time : {Span(0), Span(1), 4 * kYear, longest}) {
    for (const Phase phase : {Phase::bounds, Phase::work_end, Phase::patience}) {
      for (const std::uint64_t sequence : {std::uint64_t{1}, std::uint64_t{1} << 32, kLastSequence}) {
        for (const std::uint32_t index : {0U, 77U, kLastIndex}) {
          const Event event(time, phase, sequence, index);
          CHECK(event.since_begin() == time);
          CHECK(event.phase() == phase);
          CHECK(event.sequence() == sequence);
          CHECK(event.index() == index);
        }
      }
    }
  }
}

TEST_CASE("the clock's 56 bits reach further than a thousand years") {
  CHECK(Span((std::int64_t{1} << 56) - 1) > 1000 * kYear);
}

TEST_CASE("time comes before phase, phase before sequence, and the index decides nothing between two sequences") {
  const Event first(Span(9), Phase::patience, kLastSequence, kLastIndex);
  const Event second(Span(10), Phase::bounds, 5, kLastIndex);
  const Event third(Span(10), Phase::bounds, 6, 0);
  const Event fourth(Span(10), Phase::reform, 1, 0);
  CHECK(first < second);
  CHECK(second < third);
  CHECK(third < fourth);
  CHECK_FALSE(fourth < third);
  CHECK_FALSE(third < third);
  CHECK(third == Event(Span(10), Phase::bounds, 6, 0));
}

TEST_CASE("phases of one instant follow each other as the design says") {
  const std::vector<Phase> order = {Phase::bounds,   Phase::reform,     Phase::calendar, Phase::work_end,
                                    Phase::wait_end, Phase::exit,       Phase::duty,     Phase::arrival,
                                    Phase::session,  Phase::work_start, Phase::patience};
  for (std::size_t i = 1; i < order.size(); ++i) {
    CHECK(Event(kDay, order[i - 1], 100, 0) < Event(kDay, order[i], 1, 0));
  }
}
