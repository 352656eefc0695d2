#include "sim/capacity/staff_pool.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

namespace {

constexpr Time kMonday{4 * kDay};  // 1970-01-05

constexpr Time at(int day, int hour) {
  return kMonday + day * kDay + hour * kHour;
}

/// Every day from 8 to 16.
const OpenHours& office() {
  static const OpenHours hours = [] {
    std::vector<OpenInterval> intervals;
    for (int day = 0; day < 30; ++day) intervals.push_back({at(day, 8), at(day, 16)});
    return OpenHours(intervals);
  }();
  return hours;
}

double hours_of(Wide area) {
  return static_cast<double>(area) / static_cast<double>(kHour.count());
}

}  // namespace

namespace {

/// The job in front begins.
Time begin_next(StaffPool& pool, Time now, Span presence) {
  pool.drop_next();
  return pool.begin(now, presence);
}

}  // namespace

TEST_CASE("someone is free while fewer are busy than are there") {
  StaffPool pool(office(), false);
  CHECK_FALSE(pool.someone_free());
  pool.set_present(at(0, 8), 2);
  CHECK(pool.present() == 2);
  pool.join(at(0, 8), 1, 0);
  pool.join(at(0, 8), 2, 0);
  begin_next(pool, at(0, 8), kHour);
  CHECK(pool.busy() == 1);
  CHECK(pool.someone_free());
  begin_next(pool, at(0, 8), kHour);
  CHECK_FALSE(pool.someone_free());
  pool.end(at(0, 9));
  CHECK(pool.someone_free());
}

TEST_CASE("work begun before closing keeps its worker overnight and ends the next morning") {
  StaffPool pool(office(), false);
  pool.set_present(at(0, 8), 1);
  pool.join(at(0, 15), 1, 0);
  CHECK(begin_next(pool, at(0, 15), 3 * kHour) == at(1, 10));
  pool.set_present(at(0, 16), 0);
  CHECK(pool.busy() == 1);
  pool.set_present(at(1, 8), 1);
  CHECK_FALSE(pool.someone_free());
  pool.end(at(1, 10));
  CHECK(hours_of(pool.busy_area()) == 3.0);
}

TEST_CASE("work that runs when staff falls is finished, and nobody is free until it is") {
  StaffPool pool(office(), false);
  pool.set_present(at(0, 8), 2);
  for (const std::uint32_t job : {1U, 2U, 3U}) pool.join(at(0, 8), job, 0);
  begin_next(pool, at(0, 8), 4 * kHour);
  begin_next(pool, at(0, 8), 2 * kHour);
  pool.set_present(at(0, 9), 1);
  CHECK(pool.busy() == 2);
  CHECK_FALSE(pool.someone_free());
  pool.end(at(0, 10));
  CHECK_FALSE(pool.someone_free());
  pool.end(at(0, 12));
  CHECK(pool.someone_free());
  CHECK(hours_of(pool.busy_area()) == 6.0);
  CHECK(hours_of(pool.present_area()) == 2.0 + 3.0);
}

TEST_CASE("the queue's area runs day and night, the busy area in opening hours only") {
  StaffPool pool(office(), false);
  pool.set_present(at(0, 8), 1);
  pool.join(at(0, 14), 1, 0);
  begin_next(pool, at(0, 14), 4 * kHour);
  pool.join(at(0, 14), 2, 0);
  pool.join(at(0, 20), 3, 0);
  CHECK(pool.waiting() == 2);
  pool.end(at(1, 10));
  begin_next(pool, at(1, 10), kHour);
  CHECK(pool.waiting() == 1);
  pool.settle(at(1, 11));
  // Job 2 from 14 to 10: 20 h; job 3 from 20 to 11: 15 h.
  CHECK(hours_of(pool.queue_area()) == 35.0);
  CHECK(hours_of(pool.busy_area()) == 2.0 + 2.0 + 1.0);
}

TEST_CASE("settling between changes, or twice at one instant, changes no area") {
  StaffPool settled(office(), false), left(office(), false);
  for (StaffPool* pool : {&settled, &left}) {
    pool->set_present(at(0, 8), 3);
    pool->join(at(0, 9), 1, 0);
    pool->join(at(0, 9), 2, 0);
    begin_next(*pool, at(0, 10), 9 * kHour);
  }
  for (int hour = 10; hour < 48; ++hour) {
    settled.settle(at(0, hour));
    settled.settle(at(0, hour));
  }
  for (StaffPool* pool : {&settled, &left}) pool->end(at(2, 0));
  CHECK(settled.busy_area() == left.busy_area());
  CHECK(settled.queue_area() == left.queue_area());
  CHECK(settled.present_area() == left.present_area());
  CHECK(hours_of(left.busy_area()) == 6.0 + 8.0);
  CHECK(hours_of(left.queue_area()) == 2.0 + 38.0);
}

TEST_CASE("who withdraws no longer waits but is still given when the turn comes") {
  StaffPool pool(office(), false);
  pool.set_present(at(0, 8), 1);
  pool.join(at(0, 8), 1, 0);
  pool.join(at(0, 8), 2, 0);
  pool.withdraw(at(0, 10));
  CHECK(pool.waiting() == 1);
  CHECK(pool.next() == 1);
  pool.drop_next();
  CHECK(pool.waiting() == 1);
  CHECK(pool.next() == 2);
  begin_next(pool, at(0, 11), kHour);
  CHECK(pool.line_empty());
  CHECK(hours_of(pool.queue_area()) == 2.0 + 3.0);
}

TEST_CASE("the head of the line is served before those who came earlier") {
  StaffPool pool(office(), true);
  pool.join(at(0, 8), 1, 5);
  pool.join(at(0, 8), 2, 1);
  pool.join_at_head(at(0, 9), 3);
  CHECK(pool.waiting() == 3);
  CHECK(pool.next() == 3);
  begin_next(pool, at(0, 9), kHour);
  CHECK(pool.next() == 2);
}

TEST_CASE("a pool without limit has someone free whenever it is open and no area of staff") {
  StaffPool pool(office(), false);
  pool.set_present(at(0, 8), StaffPool::kUnlimited);
  for (std::uint32_t job = 0; job < 1000; ++job) {
    pool.join(at(0, 9), job, 0);
    CHECK(pool.someone_free());
    begin_next(pool, at(0, 9), kHour);
  }
  pool.set_present(at(0, 16), 0);
  CHECK_FALSE(pool.someone_free());
  CHECK(pool.present_area() == 0);
}

TEST_CASE("a pool open all the time counts every hour") {
  const OpenHours always;
  StaffPool pool(always, false);
  pool.set_present(at(0, 0), 1);
  pool.join(at(0, 0), 1, 0);
  CHECK(begin_next(pool, at(0, 20), 10 * kHour) == at(1, 6));
  pool.end(at(1, 6));
  CHECK(hours_of(pool.busy_area()) == 10.0);
  CHECK(hours_of(pool.queue_area()) == 20.0);
  CHECK(hours_of(pool.present_area()) == 30.0);
}
