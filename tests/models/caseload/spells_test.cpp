#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

constexpr double kHourInDays = 1.0 / 24.0;

/// In "syg" for 10 days with procedure "sag" from the first day; then "job".
std::string ten_days_of(const std::string& sag, const std::string& to = "job") {
  return job() + "[status.syg]\non_enter = [\"sag\"]\n[status.syg.exit.ud]\nto = \"" + to +
         "\"\nafter = \"10 days\"\n[procedure.sag]\n" + sag;
}

}  // namespace

TEST_CASE("leaving a status withdraws queued work") {
  // The pool is busy for 20 days; b gives its place up on day 10 and d, who came after it, starts at once on day 20.
  const Run run(window("40 days", "20 days") + citizen("a", 0, "andet") + citizen("b", 1) + citizen("d", 2, "andet") +
                pool("p") + R"(
[status.andet]
on_enter = ["andet"]
[procedure.andet]
start = "arbejde"
[procedure.andet.step.arbejde]
work = { pool = "p", time = "480 h" }
)" + ten_days_of("start = \"arbejde\"\n[procedure.sag.step.arbejde]\nwork = { pool = \"p\", time = \"1 h\" }\n"));
  CHECK(run.count("procedure.sag.step.arbejde", "withdrawn") == 1);
  CHECK(run.mean("procedure.sag.step.arbejde", "wait_withdrawn") == Approx(10));
  CHECK(run.sum("procedure.sag.step.arbejde", "hours") == 0.0);
  CHECK(run.count("procedure.sag", "cancelled") == 1);
  CHECK(run.count("procedure.sag", "completed") == 0);
  CHECK(run.of("procedure.andet.step.arbejde", "wait", Statistic::max) == Approx(20 - 2 * kHourInDays));
}

TEST_CASE("leaving a status lets running work finish: its hours count, its result does not") {
  // Begun on day 9 with 48 h to do, in a pool of one: the next one starts on day 11.
  const Run run(window("40 days") + citizen("a") + citizen("b", 10 * 24, "andet") + pool("p") + R"(
[status.andet]
on_enter = ["andet"]
[procedure.andet]
start = "arbejde"
[procedure.andet.step.arbejde]
work = { pool = "p", time = "1 h" }
[status.aldrig]
)" + ten_days_of(R"(
start = "vent"
[procedure.sag.step.vent]
wait = "9 days"
next = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "p", time = "48 h" }
next = "efter"
[procedure.sag.step.efter]
become = "aldrig"
)"));
  CHECK(run.sum("procedure.sag.step.arbejde", "hours") == Approx(48));
  CHECK(run.mean("procedure.andet.step.arbejde", "wait") == Approx(1));
  CHECK(run.count("procedure.sag.step.efter", "entries") == 0);
  CHECK(run.count("status.aldrig", "entries") == 0);
  CHECK(run.count("procedure.sag", "cancelled") == 1);
  CHECK(run.mean("procedure.sag.step.arbejde", "time") == Approx(1));
}

TEST_CASE("leaving a status ends its waits and its place on an agenda") {
  const Run run(window("40 days") + citizen() + R"(
[meeting.team]
every = "14 days"
)" + ten_days_of(R"(
start = "del"
[procedure.sag.step.del]
start = ["moede"]
next = "vent"
[procedure.sag.step.vent]
wait = "12 days"
[procedure.moede]
start = "vent"
[procedure.moede.step.vent]
wait = "1 day"
next = "moede"
[procedure.moede.step.moede]
meeting = "team"
)"));
  CHECK(run.count("procedure.sag.step.vent", "withdrawn") == 1);
  CHECK(run.mean("procedure.sag.step.vent", "wait") == Approx(10));
  CHECK(run.mean("procedure.moede.step.moede", "wait_withdrawn") == Approx(9));
  CHECK(run.count("meeting.team", "cases") == 0);
  CHECK(run.count("procedure.moede", "cancelled") == 1);
}

TEST_CASE("a procedure with keep goes on in the next status, and a final status ends it") {
  const std::string keep = "keep = true\nstart = \"vent\"\n[procedure.sag.step.vent]\nwait = \"15 days\"\n";
  const Run kept(window("40 days") + citizen() + "[status.videre]\n" + ten_days_of(keep, "videre"));
  CHECK(kept.count("procedure.sag", "completed") == 1);
  CHECK(kept.mean("procedure.sag.step.vent", "wait") == Approx(15));
  const Run ended(window("40 days") + citizen() + ten_days_of(keep));
  CHECK(ended.count("procedure.sag", "cancelled") == 1);
  CHECK(ended.mean("procedure.sag.step.vent", "wait_withdrawn") == Approx(10));
  CHECK(ended.mean("total", "time_in_system") == Approx(10));
}

TEST_CASE("a kept procedure that waits for something goes on when the exit itself makes it true") {
  const Run run(
      window("40 days") + citizen() + "[status.videre]\n" +
      ten_days_of("keep = true\nstart = \"vent\"\n[procedure.sag.step.vent]\nwait = { until = { ude = true } }\n",
                  "videre") +
      "[status.syg.exit.ud.set]\nude = true\n");
  CHECK(run.count("procedure.sag", "completed") == 1);
  CHECK(run.mean("procedure.sag.step.vent", "wait") == Approx(10));
}

TEST_CASE("a kept procedure that waits for a flag to fall goes on when leaving the status lowers it") {
  const Run run(window("40 days") + citizen() + "[status.videre]\n" +
                ten_days_of(R"(
keep = true
start = "andet"
[procedure.sag.step.andet]
start = ["flag"]
next = "vent"
[procedure.sag.step.vent]
wait = { until = { oppe = false } }
[procedure.flag]
start = "oppe"
[procedure.flag.step.oppe]
wait = "30 days"
flag = "oppe"
)",
                            "videre"));
  CHECK(run.mean("procedure.sag.step.vent", "wait") == Approx(10));
}

TEST_CASE("become completes its own procedure, cancels the others and starts on_enter") {
  const Run run(window("40 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["anden", "sag"]
[status.syg.exit.ud]
to = "job"
after = "20 days"
[status.ny]
on_enter = ["velkomst"]
[procedure.anden]
start = "vent"
[procedure.anden.step.vent]
wait = "30 days"
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = "5 days"
become = "ny"
[procedure.velkomst]
start = "vent"
[procedure.velkomst.step.vent]
wait = "1 day"
)");
  CHECK(run.count("procedure.sag", "completed") == 1);
  CHECK(run.count("procedure.sag", "cancelled") == 0);
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(5));
  CHECK(run.count("procedure.anden", "cancelled") == 1);
  CHECK(run.count("procedure.velkomst", "completed") == 1);
  CHECK(run.mean("status.syg", "duration") == Approx(5));
  CHECK(run.count("status.syg.exit.ud", "count") == 0);
  CHECK(run.mean("status.syg.exit.ud", "share") == 0.0);  // of all leavings, become included
  CHECK(run.count("status.syg", "exits") == 1);
}

TEST_CASE("start beside become belongs to the new status") {
  // The new status is left after 3 days: what was started there is cancelled then, not on day 5.
  const Run run(window("40 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["sag"]
[status.ny.exit.ud]
to = "job"
after = "3 days"
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = "5 days"
start = ["beside"]
become = "ny"
[procedure.beside]
start = "vent"
[procedure.beside.step.vent]
wait = "30 days"
)");
  CHECK(run.count("procedure.beside", "cancelled") == 1);
  CHECK(run.mean("procedure.beside.step.vent", "wait_withdrawn") == Approx(3));
}

TEST_CASE("with keep a procedure follows next after become, and into a final status it ends, its stay counted once") {
  const auto law = [](const std::string& to) {
    return window("40 days") + citizen() + job() + "[status.syg]\non_enter = [\"sag\"]\n[status.ny]\n" + R"(
[procedure.sag]
start = "vent"
keep = true
[procedure.sag.step.vent]
wait = "5 days"
next = "efter"
become = ")" +
           to + R"("
[procedure.sag.step.efter]
wait = "2 days"
)";
  };
  const Run kept(law("ny"));
  CHECK(kept.count("procedure.sag", "completed") == 1);
  CHECK(kept.mean("procedure.sag", "lead_time") == Approx(7));
  const Run ended(law("job"));
  CHECK(ended.count("procedure.sag.step.efter", "entries") == 0);
  CHECK(ended.count("procedure.sag.step.vent", "time") == 1);
  CHECK(ended.mean("total", "time_in_system") == Approx(5));
}

TEST_CASE("a procedure started beside a step may end the status: the step's stay is counted once") {
  const Run run(window("40 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = "5 days"
flag = "venter"
start = ["ud"]
next = "efter"
[procedure.sag.step.efter]
wait = "5 days"
[procedure.ud]
start = "ud"
[procedure.ud.step.ud]
become = "ny"
[status.ny.exit.ud]
to = "job"
after = "3 days"
speed = { venter = 10 }
)");
  CHECK(run.count("procedure.sag.step.vent", "time") == 1);
  CHECK(run.count("procedure.sag", "cancelled") == 1);
  CHECK(run.count("procedure.ud", "completed") == 1);
  CHECK(run.mean("status.ny", "duration") == Approx(3));
}

TEST_CASE("a move to the same status is a real exit and entry") {
  // Every 10 days: 3 spells end in 35 days. The procedure of 15 days never ends; each spell starts it anew.
  const Run run(window("35 days") + citizen() +
                ten_days_of("start = \"vent\"\n[procedure.sag.step.vent]\nwait = \"15 days\"\n", "syg"));
  CHECK(run.count("status.syg", "entries") == 4);
  CHECK(run.count("status.syg", "exits") == 3);
  CHECK(run.count("procedure.sag", "cancelled") == 3);
  CHECK(run.count("procedure.sag", "started") == 4);
  CHECK(run.mean("status.syg", "stock") == Approx(1));
  CHECK(run.mean("status.syg.exit.ud", "share") == 1.0);
}

}  // namespace sagsflow
