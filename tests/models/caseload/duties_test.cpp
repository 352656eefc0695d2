#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

/// A citizen in "syg" with duty "samtale"; its procedure is one step "s".
std::string with_duty(const std::string& length, const std::string& duty, const std::string& step = "wait = \"0 days\"",
                      const std::string& status = {}, const std::string& procedure = {}) {
  return window(length) + citizen() + job() + "[status.syg]\n" + status + "\n[procedure.samtale]\nstart = \"s\"\n" +
         procedure + "[procedure.samtale.step.s]\n" + step + "\n[status.syg.duty.samtale]\nprocedure = \"samtale\"\n" +
         duty + "\n";
}

/// "klar" is true from day 25 to day 40.
const std::string kReady = R"(
[procedure.klar]
start = "foer"
[procedure.klar.step.foer]
wait = "25 days"
set = { klar = true }
next = "efter"
[procedure.klar.step.efter]
wait = "15 days"
set = { klar = false }
)";
const std::string kGetsReady = "on_enter = [\"klar\"]\n";

double number(const Run& run, const std::string& measure) {
  return run.count("status.syg.duty.samtale", measure);
}

}  // namespace

TEST_CASE("a duty is due first from entry and then from when it was held") {
  // The procedure takes 5 days: due on 10, held on 15, due on 25, held on 30 ... 90.
  const Run run(with_duty("100 days", "first = \"10 days\"\nevery = \"10 days\"", "wait = \"5 days\""));
  CHECK(number(run, "due") == 6);  // 10, 25, 40, 55, 70, 85
  CHECK(number(run, "held") == 6);
  CHECK(run.mean("status.syg.duty.samtale", "first") == Approx(15));
  CHECK(run.mean("status.syg.duty.samtale", "lateness") == Approx(5));
  CHECK(number(run, "late") == 6);
}

TEST_CASE("counted from due: the next is due from when it was due, one at a time") {
  const std::string cadence = "first = \"10 days\"\nevery = \"10 days\"\ncounted = \"due\"";
  // Due on 10, 20 ... 90, held 5 days later.
  const Run run(with_duty("100 days", cadence, "wait = \"5 days\""));
  CHECK(number(run, "held") == 9);
  CHECK(run.mean("status.syg.duty.samtale", "lateness") == Approx(5));
  // The procedure takes 15 days, so that it falls behind: due 10, 20 ... 50, held on 25, 40, 55, 70, 85.
  const Run behind(with_duty("100 days", cadence, "wait = \"15 days\""));
  CHECK(number(behind, "held") == 5);
  CHECK(behind.count("procedure.samtale", "started") == 6);
  CHECK(behind.mean("status.syg.duty.samtale", "lateness") == Approx((15 + 20 + 25 + 30 + 35) / 5.0));
}

TEST_CASE("a duty's procedure starts ahead of when it is due") {
  // Due on 20, started on 15, held on 18; due on 38, held on 36; due on 56, held on 54.
  const Run run(
      with_duty("60 days", "first = \"20 days\"\nevery = \"20 days\"\nahead = \"5 days\"", "wait = \"3 days\""));
  CHECK(run.mean("status.syg.duty.samtale", "first") == Approx(18));
  CHECK(number(run, "held") == 3);
  CHECK(number(run, "on_time") == 3);
  CHECK(number(run, "late") == 0);
  CHECK(run.mean("status.syg.duty.samtale", "lateness") == 0.0);
}

TEST_CASE("ahead in working days counts back from when the duty is due") {
  // Due on Monday 15 January (day 14): two working days before is Thursday the 11th.
  std::string text = with_duty("60 days", "first = \"14 days\"\nahead = \"2 working days\"") + office_hours();
  const Run run(text.replace(text.find("[run]\n"), 6, "[run]\ncalendar = \"dag\"\n"));
  CHECK(run.mean("status.syg.duty.samtale", "first") == Approx(10));
  CHECK(number(run, "on_time") == 1);
}

TEST_CASE("a duty is late when it is not held by its deadline after it was due") {
  const auto held_after = [](const std::string& days, const std::string& deadline) {
    std::string text =
        with_duty("60 days", "first = \"10 days\"\ndeadline = \"" + deadline + "\"", "wait = \"" + days + "\"") +
        office_hours();
    return Run(text.replace(text.find("[run]\n"), 6, "[run]\ncalendar = \"dag\"\n"));
  };
  CHECK(number(held_after("3 days", "3 days"), "on_time") == 1);
  const Run late(held_after("3 days", "2 days"));
  CHECK(number(late, "late") == 1);
  CHECK(late.mean("status.syg.duty.samtale", "lateness") == Approx(1));
  // Due on Thursday 11 January: two working days later is Monday the 15th.
  CHECK(number(held_after("4 days", "2 working days"), "on_time") == 1);
  CHECK(number(held_after("5 days", "2 working days"), "late") == 1);
}

TEST_CASE("times counts what was held, until bounds when it is due, without every it is due once") {
  CHECK(number(Run(with_duty("100 days", "first = \"10 days\"\nevery = \"10 days\"\ntimes = 3")), "held") == 3);
  CHECK(number(Run(with_duty("100 days", "first = \"10 days\"\nevery = \"10 days\"\nuntil = \"50 days\"")), "held") ==
        5);
  CHECK(number(Run(with_duty("100 days", "first = \"10 days\"\nevery = \"10 days\"\nuntil = \"49 days\"")), "held") ==
        4);
  CHECK(number(Run(with_duty("100 days", "first = \"10 days\"")), "held") == 1);
}

TEST_CASE("a duty begins when its when begins to hold and ends with it") {
  const auto run = [](const std::string& step) {
    return Run(
        with_duty("100 days", "first = \"6 days\"\nevery = \"6 days\"\nwhen = { klar = true }", step, kGetsReady) +
        kReady);
  };
  // From day 25: held on 31 and 37; the next, on 43, is dropped on day 40.
  CHECK(number(run("wait = \"0 days\""), "held") == 2);
  // What is under way on day 40 runs its course: due on 31, held on 41; nothing follows.
  CHECK(number(run("wait = \"10 days\""), "held") == 1);
  CHECK(run("wait = \"10 days\"").count("procedure.samtale", "started") == 1);
}

TEST_CASE("a duty that has run out is not begun again because something else changes") {
  const Run run(with_duty("100 days", "first = \"5 days\"\nwhen = { andet = false }", "wait = \"0 days\"", kGetsReady) +
                "[status.syg.duty.anden]\nprocedure = \"samtale\"\nfirst = \"90 days\"\nwhen = { klar = true }\n" +
                kReady + "[procedure.samtale.step.s.set]\nandet = false\n");
  CHECK(number(run, "held") == 1);
}

TEST_CASE("a step holds the duties it names that are due or within their ahead, and no others") {
  // The step ends on day 12. a: due on 10, its own procedure. b: due on 11. c: due on 14, 3 days ahead. d: due on 20,
  // 3 days ahead: its own procedure of 2 days, which holds nothing, ends on day 19.
  std::string text = window("40 days") + citizen() + R"(
[procedure.a]
start = "s"
[procedure.a.step.s]
wait = "2 days"
holds = ["a", "b", "c", "d"]
[procedure.lang]
start = "s"
[procedure.lang.step.s]
wait = "25 days"
[procedure.kort]
start = "s"
[procedure.kort.step.s]
wait = "2 days"
[status.syg.duty.a]
procedure = "a"
first = "10 days"
[status.syg.duty.b]
procedure = "lang"
first = "11 days"
[status.syg.duty.c]
procedure = "lang"
first = "14 days"
ahead = "3 days"
[status.syg.duty.d]
procedure = "kort"
first = "20 days"
ahead = "3 days"
)";
  const Run run(text);
  for (const char* duty : {"a", "b", "c"}) {
    INFO(duty);
    const std::string path = std::string("status.syg.duty.") + duty;
    CHECK(run.mean(path, "first") == Approx(12));
    CHECK(run.count(path, "due") == 1);
    CHECK(run.count(path, "held") == 1);  // b's and c's own procedures end on day 36, for nothing
    CHECK(run.count(path, "missed") == 0);
  }
  CHECK(run.count("procedure.lang", "completed") == 2);
  CHECK(run.count("status.syg.duty.d", "held") == 0);
  CHECK(run.count("status.syg.duty.d", "missed") == 1);
}

TEST_CASE("a duty met at the very instant it is due counts as due, and its procedure does not start") {
  // Work ends before duties at an instant.
  const Run run(with_duty("30 days", "first = \"10 days\"", "wait = \"0 days\"", "on_enter = [\"andet\"]\n") + R"(
[procedure.andet]
start = "s"
[procedure.andet.step.s]
wait = "10 days"
holds = ["samtale"]
)");
  CHECK(number(run, "due") == 1);
  CHECK(number(run, "held") == 1);
  CHECK(number(run, "on_time") == 1);
  CHECK(run.count("procedure.samtale", "started") == 0);
}

TEST_CASE("a procedure that ends without holding is missed, and the next is planned from then") {
  // Due on 10, missed on 12; due on 22, held on 23; due on 33, held on 34.
  const Run run(window("35 days") + citizen() + R"(
[status.syg.duty.samtale]
procedure = "samtale"
first = "10 days"
every = "10 days"
[procedure.samtale]
start = { by = "anden", true = "holdt", false = "udeblevet" }
[procedure.samtale.step.udeblevet]
wait = "2 days"
set = { anden = true }
[procedure.samtale.step.holdt]
wait = "1 day"
holds = ["samtale"]
)");
  CHECK(number(run, "missed") == 1);
  CHECK(number(run, "held") == 2);
  CHECK(number(run, "due") == 3);
  CHECK(run.mean("status.syg.duty.samtale", "first") == Approx(23));
}

TEST_CASE("what is unheld when the citizen leaves is late if its deadline has passed") {
  const auto left_on = [](const std::string& day) {
    return Run(with_duty("60 days", "first = \"10 days\"\ndeadline = \"2 days\"", "wait = \"50 days\"") +
               "[status.syg.exit.ud]\nto = \"job\"\nafter = \"" + day + "\"\n");
  };
  CHECK(number(left_on("20 days"), "late") == 1);
  CHECK(number(left_on("20 days"), "held") == 0);
  CHECK(number(left_on("12 days"), "late") == 0);
  CHECK(number(left_on("9 days"), "late") == 0);
  CHECK(number(left_on("9 days"), "due") == 0);
}

TEST_CASE("each spell begins its duties anew, and counts what was held in it") {
  // Spells of 25 days: held on 10 and 20 of each.
  const Run run(with_duty("100 days", "first = \"10 days\"\nevery = \"10 days\"") +
                "[status.syg.exit.igen]\nto = \"syg\"\nafter = \"25 days\"\n");
  CHECK(number(run, "held") == 8);
  CHECK(run.mean("status.syg.duty.samtale", "held_per_person") == Approx(2));
  CHECK(run.count("status.syg.duty.samtale", "first") == 4);
}

TEST_CASE("a kept procedure holds nothing after its status is left") {
  const Run run(with_duty("100 days", "first = \"10 days\"", "wait = \"10 days\"", "", "keep = true\n") +
                "[status.syg.exit.ud]\nto = \"syg\"\nafter = \"15 days\"\n");
  CHECK(number(run, "held") == 0);
  CHECK(run.count("procedure.samtale", "completed") == 6);  // begun on 10, 25 ... 85, ended 10 days later
}

}  // namespace sagsflow
