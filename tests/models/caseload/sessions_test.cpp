#include <catch2/catch.hpp>
#include <cmath>

#include "scenario.h"

namespace sagsflow {
namespace {

constexpr double kHourInDays = 1.0 / 24.0;

/// Whoever comes goes to the meeting "team" and then on to work of an hour in pool "q".
std::string to_the_meeting(const std::string& meeting) {
  return R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "moede"
[procedure.sag.step.moede]
meeting = "team"
[meeting.team]
)" + meeting;
}

double longest_wait(const Run& run) {
  return run.of("procedure.sag.step.moede", "wait", Statistic::max);
}

}  // namespace

TEST_CASE("sessions fall at the start and every so often after it, and in the warm-up before it") {
  // Every 7 days; those who come on days -8, 0 and 8 are heard on days -7, 0 and 14.
  const Run run(window("15 days") + citizen("a", -8 * 24) + citizen("b", 0) + citizen("c", 8 * 24) +
                to_the_meeting("every = \"7 days\"\n"));
  CHECK(run.count("meeting.team", "sessions") == 3);
  CHECK(run.mean("procedure.sag.step.moede", "wait") == Approx((0 + 6) / 2.0));
  CHECK(run.count("meeting.team", "cases") == 2);
  const Run other_warm_up(window_without_warm_up("15 days") + "[arrival.en]\nstatus = \"syg\"\nevery = \"8 days\"\n" +
                          to_the_meeting("every = \"7 days\"\n"));
  CHECK(other_warm_up.count("meeting.team", "sessions") == 3);
  CHECK(longest_wait(other_warm_up) == Approx(6));
}

TEST_CASE("a session set in working days falls on open days") {
  // Every 2 working days from Monday 1 January 2018: 1, 3, 5, 9 (Tuesday), 11, 15.
  std::string text = window_without_warm_up("15 days") + office_hours() +
                     "[arrival.en]\nstatus = \"syg\"\nevery = \"6 days\"\n" +
                     to_the_meeting("every = \"2 working days\"\n");
  text.replace(text.find("[run]\n"), 6, "[run]\ncalendar = \"dag\"\n");
  const Run run(text);
  CHECK(run.count("meeting.team", "sessions") == 6);
  CHECK(run.of("procedure.sag.step.moede", "wait", Statistic::max) == Approx(2));  // day 6 -> 8, day 12 -> 14
}

TEST_CASE("the agenda is a limit: who came first is heard first, the rest at the next session") {
  const Run run(window("20 days") + citizen("a", 24) + citizen("b", 48) + citizen("c", 72) +
                to_the_meeting("every = \"7 days\"\nagenda = 2\n"));
  // Days 1 and 2 -> 7, day 3 -> 14.
  CHECK(longest_wait(run) == Approx(11));
  CHECK(run.mean("procedure.sag.step.moede", "wait") == Approx((6 + 5 + 11) / 3.0));
  CHECK(run.of("meeting.team", "left_over", Statistic::max) == Approx(1));
  CHECK(run.of("meeting.team", "before", Statistic::max) == Approx(3));
  CHECK(run.mean("meeting.team", "full_share") == Approx(1.0 / 3));  // sessions on days 0, 7 and 14
  CHECK(run.mean("meeting.team", "first_session_share") == Approx(2.0 / 3));
  CHECK(run.mean("meeting.team", "cases_per_session") == Approx(1.0));
}

TEST_CASE("the agenda in order of deadline") {
  // a has 60 days from day 1, b 5 days from day 2: b is heard on day 7, a on day 14.
  const Run run(window("20 days") + citizen("a", 24) + citizen("b", 48) + "set = { haster = true }\n" +
                to_the_meeting("every = \"7 days\"\nagenda = 1\norder = \"deadline\"\n") +
                "[procedure.sag.step.moede.deadline]\nby = \"haster\"\ntrue = \"5 days\"\nfalse = \"60 days\"\n");
  CHECK(longest_wait(run) == Approx(13));
  CHECK(run.mean("procedure.sag.step.moede", "wait") == Approx((13 + 5) / 2.0));
}

TEST_CASE("who comes back to the agenda at a session is not heard twice at it") {
  const Run run(window("20 days") + citizen("a", 24) + to_the_meeting("every = \"7 days\"\n") +
                "[procedure.sag.step.moede.again]\nstep = \"moede\"\ntimes = 1\n");
  CHECK(run.mean("procedure.sag.step.moede", "wait") == Approx((6 + 7) / 2.0));
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(13));
}

TEST_CASE("members are booked at the head of their queue, each case goes on at once") {
  // Pool p has two jobs of 10 h from day 6, 20:00: the first runs until day 7, 06:00. At the session of day 7, 00:00,
  // two cases and the session itself put 3 + 3 + 1 h at the head: the second job starts at 13:00, after 17 h.
  const Run run(window("20 days") + citizen("a", 24) + "batch = 2\n" + citizen("job1", 6 * 24 + 20, "andet") +
                "batch = 2\n" + pool("p") + R"(
[status.andet]
on_enter = ["andet"]
[procedure.andet]
start = "arbejde"
[procedure.andet.step.arbejde]
work = { pool = "p", time = "10 h" }
)" + to_the_meeting("every = \"7 days\"\nper_case = { p = \"3 h\" }\nper_session = { p = \"1 h\" }\n"));
  CHECK(run.of("procedure.andet.step.arbejde", "wait", Statistic::max) == Approx(17 * kHourInDays));
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(6));
  CHECK(run.sum("meeting.team", "hours") == Approx(2 * 3 + 3 * 1));  // sessions on days 0, 7 and 14
  CHECK(run.sum("pool.p", "hours") == Approx(20 + 9));
}

TEST_CASE("too many missing cancel a session: nothing is booked and the cases wait for the next") {
  // p is always missing. One may be missing: the session is held and only q is booked.
  const std::string members =
      "every = \"7 days\"\nper_case = { p = \"3 h\", q = \"2 h\" }\nper_session = { p = \"1 h\" }\n"
      "absence = { p = 1.0 }\n";
  const std::string law = window("20 days") + citizen("a", 24) + pool("p") + pool("q");
  const Run strict(law + to_the_meeting(members));
  CHECK(strict.count("meeting.team", "cancelled") == 3);
  CHECK(strict.count("meeting.team", "sessions") == 0);
  CHECK(strict.sum("meeting.team", "hours") == 0.0);
  CHECK(strict.of("procedure.sag.step.moede", "wait", Statistic::open) == 1);
  const Run lenient(law + to_the_meeting(members + "quorum = { missing = 1 }\n"));
  CHECK(lenient.count("meeting.team", "cancelled") == 0);
  CHECK(lenient.mean("procedure.sag.step.moede", "wait") == Approx(6));
  CHECK(lenient.sum("pool.p", "hours") == 0.0);
  CHECK(lenient.sum("pool.q", "hours") == Approx(2.0));
  const Run always(law + to_the_meeting(members + "quorum = { missing = 1, always = [\"p\"] }\n"));
  CHECK(always.count("meeting.team", "cancelled") == 3);
  CHECK(always.sum("pool.q", "hours") == 0.0);
}

TEST_CASE("presence is drawn by meeting and session, alike in every arm") {
  const std::string law = two_arms() + window("4000 days") + citizen("a", 24) + pool("p") +
                          to_the_meeting("every = \"4 days\"\nper_case = { p = \"1 h\" }\nabsence = { p = 0.2 }\n");
  const Run run(law,
                trial("[procedure.sag.step.moede]\nnext = \"efter\"\n[procedure.sag.step.efter]\nwait = \"1 day\"\n"));
  const double cancelled = run.count("meeting.team", "cancelled");
  CHECK(std::abs((cancelled - 200) / std::sqrt(1000 * 0.2 * 0.8)) < 3.5);
  CHECK(run.count("meeting.team", "cancelled", 1) == cancelled);
  CHECK(run.count("meeting.team", "sessions") + cancelled == 1000);
}

TEST_CASE("per: one separate meeting for each value, with the pool of that value") {
  const Run run(window("20 days") + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = 0.5 }
)" + citizen("a", 24) +
                "set = { kommune = \"Aalborg\" }\n" + citizen("r", 24) + "batch = 2\nset = { kommune = \"Rebild\" }\n" +
                R"(
[pool.p]
staff = 1
calendar = "always"
per = "kommune"
)" + to_the_meeting("every = \"7 days\"\nagenda = 1\nper = \"kommune\"\nper_case = { p = \"3 h\" }\n"));
  CHECK(run.of("meeting.team", "wait", Statistic::mean, 0, "kommune=Aalborg") == Approx(6));
  CHECK(run.of("meeting.team", "wait", Statistic::mean, 0, "kommune=Rebild") == Approx((6 + 13) / 2.0));
  CHECK(run.count("meeting.team", "cases") == 3);
  CHECK(run.of("pool.p", "hours", Statistic::sum, 0, "kommune=Aalborg") == Approx(3));
  CHECK(run.of("pool.p", "hours", Statistic::sum, 0, "kommune=Rebild") == Approx(6));
}

TEST_CASE("a municipality's meeting has its members from the region that the municipality lies in") {
  const Run run(window("20 days") + R"(
[attribute.kommune]
values = { Aalborg = 0.0, Rebild = 0.0, Vejle = 1.0 }
[attribute.region]
values = { by = "kommune", Vejle = { syd = 1.0 }, else = { nord = 1.0 } }
)" + citizen("a", 24) +
                "batch = 2\n" +
                R"(
[pool.p]
calendar = "always"
per = "region"
[pool.p.staff]
by = "region"
nord = 1
syd = 2
)" + to_the_meeting("every = \"7 days\"\nper = \"kommune\"\nper_case = { p = \"3 h\" }\n"));
  CHECK(run.of("meeting.team", "cases", Statistic::count, 0, "kommune=Vejle") == 2);
  CHECK(run.of("pool.p", "hours", Statistic::sum, 0, "region=syd") == Approx(6));
  CHECK(run.of("pool.p", "hours", Statistic::sum, 0, "region=nord") == 0);
}

}  // namespace sagsflow
