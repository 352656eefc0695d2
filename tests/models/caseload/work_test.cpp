#include <catch2/catch.hpp>
#include <cmath>

#include "scenario.h"

namespace sagsflow {
namespace {

constexpr double kHourInDays = 1.0 / 24.0;

/// Whoever comes needs pool "p" for so long.
std::string needs_work(const std::string& time) {
  return "[status.syg]\non_enter = [\"sag\"]\n[procedure.sag]\nstart = \"arbejde\"\n[procedure.sag.step.arbejde]\n"
         "work = { pool = \"p\", time = \"" +
         time + "\" }\n";
}

std::string office_pool(const std::string& more = "staff = 1", const std::string& of_calendar = {}) {
  return office_hours() + of_calendar + "[pool.p]\ncalendar = \"dag\"\n" + more + "\n";
}

double longest(const Run& run, const std::string& measure) {
  return run.of("procedure.sag.step.arbejde", measure, Statistic::max);
}

}  // namespace

TEST_CASE("work pauses overnight, keeps its worker and resumes before anything starts") {
  // a: Monday 14:00-16:00 and Tuesday 08:00-10:00, a stay of 20 h. b, who comes on Monday at 15:00, starts on Tuesday
  // at 10:00, after 19 h, and stays until Tuesday 14:00: 23 h.
  const Run run(window("5 days") + citizen("a", 14) + citizen("b", 15) + needs_work("4 h") + office_pool());
  CHECK(longest(run, "wait") == Approx(19 * kHourInDays));
  CHECK(run.mean("procedure.sag.step.arbejde", "wait") == Approx(9.5 * kHourInDays));
  CHECK(longest(run, "time") == Approx(23 * kHourInDays));
  CHECK(run.sum("pool.p", "hours") == Approx(8.0));
}

TEST_CASE("work pauses over a weekend and holidays") {
  // Friday 5 January 14:00-16:00 and Monday 8 January 08:00-10:00: 68 h.
  const Run weekend(window("20 days") + citizen("a", 4 * 24 + 14) + needs_work("4 h") + office_pool());
  CHECK(longest(weekend, "time") == Approx(68 * kHourInDays));
  // Wednesday 28 March 2018 (day 86) 14:00-16:00; Maundy Thursday to Easter Monday closed; Tuesday 3 April 08:00-10:00.
  // A day's holiday in `extra` puts it off to the 4th.
  const auto with = [](const std::string& line) {
    return Run(window("200 days") + citizen("a", 86 * 24 + 14) + needs_work("4 h") + office_pool("staff = 1", line));
  };
  CHECK(longest(with("holidays = \"denmark\"\n"), "time") == Approx(5 + 20 * kHourInDays));
  CHECK(longest(with("holidays = \"denmark\"\nextra = [2018-04-03]\n"), "time") == Approx(6 + 20 * kHourInDays));
  CHECK(longest(with(""), "time") == Approx(20 * kHourInDays));
}

TEST_CASE("running work is finished when staff falls, and nothing starts above it") {
  // Staff 2 in January, 1 in February. On Wednesday 31 January (day 30) at 15:00 both begin 3 h and go on together on
  // Thursday 08:00-10:00 though only one is present; c, at 15:30, starts when both are done.
  const Run run(window("60 days") + citizen("a", 30 * 24 + 15) + citizen("b", 30 * 24 + 15) +
                citizen("c", 30 * 24 + 16) + citizen("d", 30 * 24 + 16) + needs_work("3 h") +
                office_pool("staff = 2", "season = { feb = 0.5 }\n"));
  // c waits from 16:00 to 10:00 (18 h), d until c is done at 13:00 (21 h).
  CHECK(longest(run, "wait") == Approx(21 * kHourInDays));
  CHECK(run.sum("procedure.sag.step.arbejde", "hours") == Approx(12.0));
  CHECK(run.mean("procedure.sag.step.arbejde", "wait") == Approx((0 + 0 + 18 + 21) / 4.0 * kHourInDays));
}

TEST_CASE("a season's share of the staff is rounded half up") {
  // Present from 08:00 to 16:00: January has 23 weekdays in 2018.
  const auto available = [](const std::string& share) {
    const Run run(window("31 days") + citizen() + needs_work("1 h") +
                  office_pool("staff = 3", "season = { jan = " + share + " }\n"));
    return run.sum("pool.p", "available_hours");
  };
  CHECK(available("0.5") == Approx(23 * 8 * 2.0));   // 1.5 -> 2
  CHECK(available("0.49") == Approx(23 * 8 * 1.0));  // 1.47 -> 1
  CHECK(available("0.84") == Approx(23 * 8 * 3.0));  // 2.52 -> 3
}

TEST_CASE("with usable an hour of casework takes longer: hours are casework, paid hours presence") {
  // 2 h of casework at 0.5 take 4 h of presence: 08:00-12:00. 100 DKK an hour of presence.
  const Run run(window("5 days") + citizen("a", 8) + needs_work("2 h") +
                office_pool("staff = 1\nusable = 0.5\ncost = \"100 DKK per hour\""));
  CHECK(longest(run, "time") == Approx(4 * kHourInDays));
  CHECK(run.sum("procedure.sag.step.arbejde", "hours") == Approx(2.0));
  CHECK(run.sum("pool.p", "hours") == Approx(2.0));
  CHECK(run.sum("pool.p", "paid_hours") == Approx(4.0));
  CHECK(run.sum("pool.p", "available_hours") == Approx(40.0));
  CHECK(run.sum("pool.p", "idle_hours") == Approx(36.0));
  CHECK(run.mean("pool.p", "utilisation") == Approx(0.1));
  CHECK(run.sum("pool.p", "cost") == Approx(400.0));
  CHECK(run.sum("total", "staff_hours") == Approx(2.0));
}

TEST_CASE("absence takes each worker away each day with its chance, alike in every arm") {
  const std::string law = two_arms() + window("900 days") + citizen() + needs_work("1 h") +
                          "[pool.p]\nstaff = 10\ncalendar = \"always\"\nabsence = 0.1\n";
  const Run run(law, trial("[procedure.sag.step.arbejde]\nwork = { pool = \"p\", time = \"5 h\" }"));
  // 9000 worker days of 24 h, each absent with chance 0.1.
  const double absent = 9000 - run.sum("pool.p", "available_hours") / 24;
  const double z = (absent - 900) / std::sqrt(9000 * 0.1 * 0.9);
  CHECK(std::abs(z) < 3.5);
  CHECK(absent != 900);
  CHECK(run.sum("pool.p", "available_hours", 1) == run.sum("pool.p", "available_hours", 0));
  CHECK(run.sum("pool.p", "hours", 1) != run.sum("pool.p", "hours", 0));
}

TEST_CASE("an unlimited pool counts hours and nobody queues") {
  const Run run(window("5 days") + citizen("a") + "batch = 50\n" + needs_work("3 h") +
                "[pool.p]\nstaff = \"unlimited\"\n");
  CHECK(longest(run, "wait") == 0.0);
  CHECK(run.sum("pool.p", "hours") == Approx(150.0));
}

TEST_CASE("work still under way when the window closes counts up to there, with or without a run-out") {
  for (const char* run_out : {"0 days", "5 days"}) {
    const Run run(window("1 day", run_out) + citizen("a", 20) + citizen("b", 23) + needs_work("10 h") + pool("p"));
    CHECK(run.sum("pool.p", "hours") == Approx(4.0));
    CHECK(run.sum("procedure.sag.step.arbejde", "hours") == Approx(4.0));
  }
}

TEST_CASE("work begun before the window counts from its opening") {
  const Run run(window("1 day") + citizen("a", -3) + needs_work("10 h") + pool("p"));
  CHECK(run.sum("pool.p", "hours") == Approx(7.0));
  CHECK(run.mean("pool.p", "utilisation") == Approx(7.0 / 24));
}

TEST_CASE("nobody who works stops for somebody more urgent") {
  const Run run(window("5 days") + citizen("a", 0, "sen") + citizen("b", 1, "haster") + R"(
[status.sen]
on_enter = ["sen"]
[status.haster]
on_enter = ["haster"]
[procedure.sen]
start = "arbejde"
[procedure.sen.step.arbejde]
work = { pool = "p", time = "10 h", priority = 9 }
[procedure.haster]
start = "arbejde"
[procedure.haster.step.arbejde]
work = { pool = "p", time = "1 h", priority = 1 }
)" + pool("p", "order = \"priority\""));
  CHECK(run.mean("procedure.haster.step.arbejde", "wait") == Approx(9 * kHourInDays));
  CHECK(run.mean("procedure.sen.step.arbejde", "time") == Approx(10 * kHourInDays));
}

}  // namespace sagsflow
