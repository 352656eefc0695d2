#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

/// Status `name`: on entering it, work "s" of procedure `name`, then `then`.
std::string work(const std::string& name, const std::string& keys, const std::string& then = "") {
  return "[status." + name + "]\non_enter = [\"" + name + "\"]\n[procedure." + name + "]\nstart = \"s\"\n[procedure." +
         name + ".step.s]\nwork = { " + keys + " }\n" + then;
}

/// Someone who needs the caseworker "a" and the mentor "b" together for two hours.
std::string together(const std::string& more = "") {
  return work("sammen", "pool = \"a\", time = \"2 h\", also = [\"b\"]" + more);
}

double hours_waited(const Run& run, const std::string& name) {
  CHECK(run.count("procedure." + name + ".step.s", "wait") == 1);
  return 24 * run.mean("procedure." + name + ".step.s", "wait");
}

const std::string kTwoPools = pool("a") + pool("b");
/// The mentor is busy for the first five hours.
const std::string kMentorBusy = citizen("optager", 0, "optaget") + work("optaget", "pool = \"b\", time = \"5 h\"");

}  // namespace

TEST_CASE("joint work starts when every pool has someone free, and is booked to each") {
  // Comes after 1 h, begins after 5 h.
  const Run run(window("20 h") + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together());
  CHECK(hours_waited(run, "sammen") == Approx(4));
  CHECK(run.sum("pool.a", "hours") == Approx(2));
  CHECK(run.sum("pool.b", "hours") == Approx(5 + 2));
  CHECK(run.sum("procedure.sammen.step.s", "hours") == Approx(2 + 2));
  CHECK(run.sum("total", "staff_hours") == Approx(9));
  CHECK(run.mean("pool.b", "utilisation") == Approx(7 / 20.0));
  CHECK(run.mean("procedure.sammen", "lead_time") == Approx(6 / 24.0));
}

TEST_CASE("joint work waits in the line of its own pool only") {
  const Run run(window("20 h") + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together());
  CHECK(run.mean("pool.a", "queue") == Approx(4 / 20.0));
  CHECK(run.mean("pool.b", "queue") == Approx(0));
  CHECK(run.count("pool.a", "wait") == 1);
  CHECK(run.count("pool.b", "wait") == 1);  // of the mentor's own case
}

TEST_CASE("whoever works jointly is busy for others") {
  // The mentor's own case comes while it works with the other, to 2 h.
  const Run run(window("20 h") + kTwoPools + citizen("en", 0, "sammen") + together() + citizen("to", 1, "mentor") +
                work("mentor", "pool = \"b\", time = \"1 h\""));
  CHECK(hours_waited(run, "sammen") == Approx(0));
  CHECK(hours_waited(run, "mentor") == Approx(1));
}

TEST_CASE("a case that cannot start is passed over, and keeps its place") {
  const auto after = [](const std::string& time) {
    return Run(window("20 h") + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together() +
               citizen("to", 2, "anden") + work("anden", "pool = \"a\", time = \"" + time + "\"") +
               citizen("tre", 3, "tredje") + work("tredje", "pool = \"a\", time = \"1 h\""));
  };
  // The second, who comes at 2 h, goes before it. At 5 h both are free: it goes before the third, who came at 3 h.
  CHECK(hours_waited(after("3 h"), "anden") == Approx(0));
  CHECK(hours_waited(after("3 h"), "sammen") == Approx(4));
  CHECK(hours_waited(after("3 h"), "tredje") == Approx(4));
  // At 4 h the caseworker is free and the mentor is not: the third begins too.
  CHECK(hours_waited(after("2 h"), "tredje") == Approx(1));
  CHECK(hours_waited(after("2 h"), "sammen") == Approx(4));
  // The mentor waits for the caseworker as well: both are free at 6 h.
  CHECK(hours_waited(after("4 h"), "sammen") == Approx(5));
  CHECK(hours_waited(after("4 h"), "tredje") == Approx(5));
}

TEST_CASE("among those who can start, priority decides, passed over or not") {
  const auto with_priority = [](const std::string& priority) {
    return Run(window("20 h") + pool("a", "order = \"priority\"") + pool("b") + kMentorBusy +
               citizen("en", 1, "sammen") + together(", priority = 2") + citizen("to", 2, "anden") +
               work("anden", "pool = \"a\", time = \"3 h\", priority = 3") + citizen("tre", 3, "tredje") +
               work("tredje", "pool = \"a\", time = \"1 h\", priority = " + priority));
  };
  CHECK(hours_waited(with_priority("1"), "tredje") == Approx(2));
  CHECK(hours_waited(with_priority("1"), "sammen") == Approx(5));
  CHECK(hours_waited(with_priority("2"), "tredje") == Approx(4));
  CHECK(hours_waited(with_priority("2"), "sammen") == Approx(4));
}

TEST_CASE("several that were passed over begin in their order") {
  // All need the mentor: the second has the higher priority.
  const Run run(window("20 h") + pool("a", "order = \"priority\"") + pool("b") + kMentorBusy +
                citizen("en", 1, "sammen") + together(", priority = 2") + citizen("to", 2, "haster") +
                work("haster", "pool = \"a\", time = \"1 h\", also = [\"b\"], priority = 1"));
  CHECK(hours_waited(run, "haster") == Approx(3));
  CHECK(hours_waited(run, "sammen") == Approx(5));
}

TEST_CASE("two pools that need each other do not wait for each other for ever") {
  const Run run(window("20 h") + kTwoPools + citizen("en", 0, "sammen") + together() + citizen("to", 0, "omvendt") +
                work("omvendt", "pool = \"b\", time = \"3 h\", also = [\"a\"]"));
  CHECK(hours_waited(run, "sammen") == Approx(0));
  CHECK(hours_waited(run, "omvendt") == Approx(2));
  CHECK(run.sum("pool.a", "hours") == Approx(5));
  CHECK(run.sum("pool.b", "hours") == Approx(5));
}

TEST_CASE("joint work of three pools needs all three at once") {
  // The mentor is free at 5 h, the third at 7 h.
  const Run run(window("20 h") + kTwoPools + pool("c") + kMentorBusy + citizen("optager2", 0, "optaget2") +
                work("optaget2", "pool = \"c\", time = \"7 h\"") + citizen("en", 1, "sammen") +
                work("sammen", "pool = \"a\", time = \"2 h\", also = [\"b\", \"c\"]"));
  CHECK(hours_waited(run, "sammen") == Approx(6));
  CHECK(run.sum("procedure.sammen.step.s", "hours") == Approx(3 * 2));
}

TEST_CASE("a passed-over case that is withdrawn leaves no trace") {
  const std::string leaves = "[status.sammen.exit.ud]\nto = \"job\"\nafter = \"3 h\"\n";
  const Run run(window("20 h") + job() + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together() + leaves +
                citizen("to", 6, "anden") + work("anden", "pool = \"a\", time = \"1 h\""));
  CHECK(run.count("procedure.sammen.step.s", "withdrawn") == 1);
  CHECK(24 * run.mean("procedure.sammen.step.s", "wait_withdrawn") == Approx(3));
  CHECK(run.sum("pool.a", "hours") == Approx(1));
  CHECK(hours_waited(run, "anden") == Approx(0));
}

TEST_CASE("patience runs out while a case is passed over") {
  const Run run(window("20 h") + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together() +
                "patience = \"3 h\"\ngives_up = \"end\"\n");
  CHECK(run.count("procedure.sammen.step.s", "gave_up") == 1);
  CHECK(24 * run.mean("procedure.sammen.step.s", "wait_gave_up") == Approx(3));
  CHECK(run.sum("pool.a", "hours") == Approx(0));
}

TEST_CASE("what a meeting leaves to do is still done first") {
  // A session at 5 h books an hour of the caseworker, when the mentor becomes free: joint work from 6 h.
  const Run run(window("20 h") + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together() +
                citizen("to", 2, "sag") + "[status.sag]\non_enter = [\"sag\"]\n" + R"(
[procedure.sag]
start = "s"
[procedure.sag.step.s]
meeting = "team"
[meeting.team]
every = "5 h"
per_case = { a = "1 h" }
)");
  CHECK(hours_waited(run, "sag") == Approx(3));
  CHECK(hours_waited(run, "sammen") == Approx(5));
}

TEST_CASE("a pool without limit never holds joint work up, and its hours count") {
  const auto run = [](const std::string& own, const std::string& other) {
    return Run(window("20 h") + own + other + kMentorBusy + citizen("en", 1, "sammen") + together());
  };
  const std::string unlimited = "staff = \"unlimited\"\n";
  const Run helper = run(pool("a"), "[pool.b]\n" + unlimited);
  CHECK(hours_waited(helper, "sammen") == Approx(0));
  CHECK(helper.sum("pool.b", "hours") == Approx(7));
  const Run own = run("[pool.a]\n" + unlimited, pool("b"));
  CHECK(hours_waited(own, "sammen") == Approx(4));
  CHECK(own.sum("pool.a", "hours") == Approx(2));
}

TEST_CASE("joint work takes the citizen's part of a pool that is separate for each value") {
  // The mentor of Aalborg is busy, the one of Rebild is not.
  const auto in = [](const std::string& place) {
    return Run(window("20 h") + pool("a") + pool("b", "per = \"kommune\"") +
               "[attribute.kommune]\nvalues = { Aalborg = 0.5, Rebild = 0.5 }\n" + citizen("optager", 0, "optaget") +
               "set = { kommune = \"Aalborg\" }\n" + work("optaget", "pool = \"b\", time = \"5 h\"") +
               citizen("en", 1, "sammen") + "set = { kommune = \"" + place + "\" }\n" + together());
  };
  CHECK(hours_waited(in("Aalborg"), "sammen") == Approx(4));
  const Run rebild = in("Rebild");
  CHECK(hours_waited(rebild, "sammen") == Approx(0));
  CHECK(rebild.of("pool.b", "hours", Statistic::sum, 0, "kommune=Rebild") == Approx(2));
  CHECK(rebild.of("pool.b", "hours", Statistic::sum, 0, "kommune=Aalborg") == Approx(5));
}

TEST_CASE("joint work pauses at closing and goes on the next morning with the same people") {
  // Monday 15:00 to 16:00 and Tuesday 8:00 to 9:00; the mentor's own case waits from 15:30 to then.
  const auto by_day = [](const std::string& name) { return "[pool." + name + "]\nstaff = 1\ncalendar = \"dag\"\n"; };
  const Run run(window("3 days") + office_hours() + by_day("a") + by_day("b") + citizen("en", 15, "sammen") +
                together() + citizen("to", 16, "mentor") + work("mentor", "pool = \"b\", time = \"1 h\""));
  CHECK(hours_waited(run, "sammen") == Approx(0));
  CHECK(run.mean("procedure.sammen", "lead_time") == Approx(18 / 24.0));
  CHECK(hours_waited(run, "mentor") == Approx(17));
  CHECK(run.sum("pool.b", "hours") == Approx(3));
}

TEST_CASE("joint work under way when the window closes counts up to there in every pool") {
  // Begins after 5 h, 1 h before the window closes. Identities are checked in every run.
  const Run run(window("6 h", "10 h") + kTwoPools + kMentorBusy + citizen("en", 1, "sammen") + together());
  CHECK(run.sum("pool.a", "hours") == Approx(1));
  CHECK(run.sum("pool.b", "hours") == Approx(6));
}

TEST_CASE("each pool costs its own price for joint work") {
  const Run run(window("20 h") + pool("a", "cost = \"100 DKK per hour\"") + pool("b", "cost = \"300 DKK per hour\"") +
                citizen("en", 0, "sammen") + together());
  CHECK(run.sum("pool.a", "cost") == Approx(200));
  CHECK(run.sum("pool.b", "cost") == Approx(600));
  CHECK(run.sum("total", "staff_cost") == Approx(800));
}

TEST_CASE("what pools and steps are booked agrees when much is joint, urgent, withdrawn and absent") {
  // The identities are checked in every run.
  const Run run(window_without_warm_up("1 year", "0 days", 3) + office_hours() + job() + R"(
[arrival.nye]
status = "sammen"
rate = "1500 per year"
[attribute.slags]
values = { en = 0.4, to = 0.3, tre = 0.3 }
[status.sammen]
on_enter = ["p"]
[status.sammen.exit.ud]
to = "job"
after = { exponential = "3 days" }
[procedure.p]
start = { by = "slags", en = "alene", to = "med_b", tre = "med_begge" }
[procedure.p.step.alene]
work = { pool = "a", time = { exponential = "1 h" }, priority = 2 }
next = "med_b"
[procedure.p.step.med_b]
work = { pool = "a", time = { exponential = "1 h" }, priority = 1, also = ["b"] }
patience = "2 days"
gives_up = "alene"
next = { med_begge = 0.3, end = "rest" }
[procedure.p.step.med_begge]
work = { pool = "c", time = "40 min", also = ["b", "a"] }
next = "moede"
[procedure.p.step.moede]
meeting = "team"
[meeting.team]
every = "7 days"
agenda = 4
per_case = { a = "30 min", b = "30 min" }
[pool.a]
staff = 2
calendar = "dag"
order = "priority"
usable = 0.8
absence = 0.2
[pool.b]
staff = 2
calendar = "dag"
absence = 0.1
[pool.c]
staff = 1
calendar = "dag"
order = "deadline"
)");
  const double b = run.sum("pool.b", "hours"), steps = run.sum("procedure.p.step.med_b", "hours");
  CHECK(b > 200);
  CHECK(steps > 200);
  double at_steps = run.sum("meeting.team", "hours");
  for (const char* step : {"alene", "med_b", "med_begge"}) {
    at_steps += run.sum(std::string("procedure.p.step.") + step, "hours");
  }
  CHECK(run.sum("pool.a", "hours") + b + run.sum("pool.c", "hours") == Approx(at_steps));
}

}  // namespace sagsflow
