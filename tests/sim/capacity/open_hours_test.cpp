#include "sim/capacity/open_hours.h"

#include <catch2/catch.hpp>
#include <random>

using namespace sagsflow;

namespace {

constexpr Time kMonday{4 * kDay};  // 1970-01-05

constexpr Time at(int day, int hour, int minute = 0) {
  return kMonday + day * kDay + hour * kHour + minute * kMinute;
}

/// Monday to Friday from 8 to 16, two weeks of it; on the first Wednesday from 8 to 12 and 13 to 17.
OpenHours office() {
  std::vector<OpenInterval> intervals;
  for (int day = 0; day < 14; ++day) {
    if (day % 7 >= 5) continue;
    if (day == 2) {
      intervals.push_back({at(2, 8), at(2, 12)});
      intervals.push_back({at(2, 13), at(2, 17)});
    } else {
      intervals.push_back({at(day, 8), at(day, 16)});
    }
  }
  return OpenHours(intervals);
}

Time finish(const OpenHours& hours, Time start, Span work) {
  OpenHours::Hint hint = 0;
  return hours.finish(start, work, hint);
}

/// The same questions answered by walking through every microsecond-exact interval from the first.
struct Naive {
  const std::vector<OpenInterval>& intervals;

  bool open_at(Time time) const {
    for (const OpenInterval& each : intervals) {
      if (each.from <= time && time < each.to) return true;
    }
    return false;
  }
  Span open_between(Time from, Time to) const {
    Span total{};
    for (const OpenInterval& each : intervals) {
      total += std::max(Span::zero(), std::min(each.to, to) - std::max(each.from, from));
    }
    return total;
  }
  Time finish(Time start, Span work) const {
    if (work == Span::zero()) return start;
    for (const OpenInterval& each : intervals) {
      const Time from = std::max(each.from, start);
      if (from >= each.to) continue;
      if (work <= each.to - from) return from + work;
      work -= each.to - from;
    }
    return Time::max();
  }
};

}  // namespace

TEST_CASE("opening hours have their first instant and not their last") {
  const OpenHours hours = office();
  OpenHours::Hint hint = 0;
  CHECK_FALSE(hours.open_at(at(0, 8) - Span(1), hint));
  CHECK(hours.open_at(at(0, 8), hint));
  CHECK(hours.open_at(at(0, 16) - Span(1), hint));
  CHECK_FALSE(hours.open_at(at(0, 16), hint));
  CHECK_FALSE(hours.open_at(at(5, 12), hint));
  CHECK_FALSE(hours.open_at(at(20, 12), hint));
}

TEST_CASE("work within a day ends on that day") {
  CHECK(finish(office(), at(0, 9), 2 * kHour) == at(0, 11));
}

TEST_CASE("work begun before closing goes on the next morning") {
  CHECK(finish(office(), at(0, 15), 3 * kHour) == at(1, 10));
}

TEST_CASE("work that would end exactly at closing ends at closing, not when the next day opens") {
  CHECK(finish(office(), at(0, 10), 6 * kHour) == at(0, 16));
  CHECK(finish(office(), at(0, 10), 6 * kHour + Span(1)) == at(1, 8) + Span(1));
  CHECK(finish(office(), at(0, 10), 14 * kHour) == at(1, 16));
}

TEST_CASE("work pauses over a lunch break, a night and a weekend") {
  CHECK(finish(office(), at(2, 11), 2 * kHour) == at(2, 14));
  // 2 h on Wednesday, 8 h on Thursday, 8 h on Friday, 1 h on Monday.
  CHECK(finish(office(), at(2, 15), 19 * kHour) == at(7, 9));
}

TEST_CASE("work asked for while closed begins when it opens") {
  CHECK(finish(office(), at(0, 3), kHour) == at(0, 9));
  CHECK(finish(office(), at(4, 16), kHour) == at(7, 9));
}

TEST_CASE("work without length is over at once, open or closed") {
  CHECK(finish(office(), at(0, 10), Span::zero()) == at(0, 10));
  CHECK(finish(office(), at(0, 3), Span::zero()) == at(0, 3));
}

TEST_CASE("work that outlasts the opening hours of the horizon does not end") {
  CHECK(finish(office(), at(11, 15), kHour) == at(11, 16));
  CHECK(finish(office(), at(11, 15), kHour + Span(1)) == Time::max());
  CHECK(finish(office(), at(11, 16), Span(1)) == Time::max());
  CHECK(finish(OpenHours(std::vector<OpenInterval>{}), at(0, 0), Span(1)) == Time::max());
}

TEST_CASE("work that never ends does not end, however long it is open") {
  CHECK(finish(office(), at(0, 10), kNever) == Time::max());
  CHECK(finish(OpenHours(), at(0, 10), kNever) == Time::max());
}

TEST_CASE("open all the time, work takes what it takes") {
  const OpenHours always;
  OpenHours::Hint hint = 0;
  CHECK(always.always());
  CHECK(always.open_at(at(5, 3), hint));
  CHECK(always.finish(at(5, 3), 40 * kHour, hint) == at(6, 19));
  CHECK(always.total_at(at(7, 0), hint) - always.total_at(at(5, 12), hint) == 36 * kHour);
}

TEST_CASE("open time between two instants is the difference of their totals") {
  const OpenHours hours = office();
  OpenHours::Hint hint = 0;
  const Span monday_ten = hours.total_at(at(0, 10), hint);
  CHECK(hours.total_at(at(0, 16), hint) - monday_ten == 6 * kHour);
  CHECK(hours.total_at(at(1, 3), hint) - monday_ten == 6 * kHour);
  CHECK(hours.total_at(at(2, 12, 30), hint) - monday_ten == 18 * kHour);
  CHECK(hours.total_at(at(7, 0), hint) - monday_ten == 38 * kHour);
  CHECK(hours.total_at(at(30, 0), hint) - monday_ten == 78 * kHour);
}

TEST_CASE("a hint never changes an answer, nor does the order of questions") {
  std::mt19937_64 random(7);
  std::vector<OpenInterval> intervals;
  Time time = kMonday;
  for (int i = 0; i < 60; ++i) {
    // Some intervals touch, some are a microsecond long.
    const Time from = time + Span(random() % 3 == 0 ? 0 : random() % 40);
    time = from + Span(1 + random() % 30);
    intervals.push_back({from, time});
  }
  const OpenHours hours(intervals);
  const Naive naive{intervals};
  const auto horizon = static_cast<std::uint64_t>((time - kMonday).count()) + 40;
  OpenHours::Hint kept = 0;
  std::uint64_t nearby = 0;
  for (int i = 0; i < 20'000; ++i) {
    nearby = random() % 10 == 0 ? random() % horizon : std::min(horizon, nearby + random() % 5);
    const Time asked = kMonday + Span(static_cast<std::int64_t>(nearby)) - Span(20);
    const Span work(static_cast<std::int64_t>(random() % (random() % 2 == 0 ? 20 : 2'000)));
    if (random() % 3 == 0) CHECK(hours.open_at(asked, kept) == naive.open_at(asked));
    if (random() % 3 == 0) {
      OpenHours::Hint fresh = 0;
      const Span since_begin = hours.total_at(asked, kept) - hours.total_at(kMonday - Span(100), fresh);
      CHECK(since_begin == naive.open_between(kMonday - Span(100), asked));
    }
    CHECK(hours.finish(asked, work, kept) == naive.finish(asked, work));
  }
}
