#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

/// A citizen whose status starts procedure "sag".
std::string with_procedure(const std::string& sag, const std::string& length = "100 days") {
  return window(length) + citizen() + job() + "[status.syg]\non_enter = [\"sag\"]\n[procedure.sag]\n" + sag;
}

std::string step(const std::string& name) {
  return "procedure.sag.step." + name;
}

}  // namespace

TEST_CASE("a deadline is counted, not enforced") {
  const std::string wait = "start = \"s\"\n[procedure.sag.step.s]\nwait = \"10 days\"\ndeadline = ";
  const Run late(with_procedure(wait + "\"4 days\""));
  CHECK(late.mean(step("s"), "wait") == Approx(10));
  CHECK(late.count(step("s"), "over_deadline") == 1);
  CHECK(late.mean(step("s"), "lateness") == Approx(6));
  const Run in_time(with_procedure(wait + "\"10 days\""));
  CHECK(in_time.count(step("s"), "over_deadline") == 0);
  CHECK(in_time.mean(step("s"), "lateness") == 0.0);
  // A stay that is still open when the run ends is over its deadline all the same.
  const Run open(with_procedure(wait + "\"4 days\"", "8 days"));
  CHECK(open.count(step("s"), "over_deadline") == 1);
}

TEST_CASE("a fee is owed at entry, at every entry, whatever becomes of the step") {
  const Run run(with_procedure(R"(
start = "attest"
[procedure.sag.step.attest]
wait = "2 days"
fee = "100 DKK"
again = { step = "attest", times = 2 }
next = "sidste"
[procedure.sag.step.sidste]
wait = "50 days"
fee = { by = "dyr", true = "1000 DKK", false = "7 DKK" }
[status.syg.exit.ud]
to = "job"
after = "20 days"
)") + "[arrival.en.set]\ndyr = false\n");
  CHECK(run.sum(step("attest"), "fee") == Approx(300));
  CHECK(run.sum(step("sidste"), "fee") == Approx(7));
  CHECK(run.sum("total", "fees") == Approx(307));
}

TEST_CASE("a flag is up while the citizen is in the step, and while any step that raises it lasts") {
  // Up from day 2 to day 6 and from day 4 to day 9: the clock of 10 days stands still for 7 of them.
  const Run run(with_procedure(R"(
start = "foer"
[procedure.sag.step.foer]
wait = "2 days"
start = ["anden"]
next = "oppe"
[procedure.sag.step.oppe]
wait = "4 days"
flag = "venter"
[procedure.anden]
start = "foer"
[procedure.anden.step.foer]
wait = "2 days"
next = "oppe"
[procedure.anden.step.oppe]
wait = "5 days"
flag = "venter"
[status.syg.exit.ud]
to = "job"
after = "10 days"
when = { venter = false }
)"));
  CHECK(run.mean("status.syg", "duration") == Approx(17));
}

TEST_CASE("on leaving a step: set first, then start beside, then next, all of which see what was set") {
  const Run run(with_procedure(R"(
start = "foer"
[procedure.sag.step.foer]
wait = "2 days"
set = { klar = true }
start = [{ by = "klar", true = "rigtig", false = "forkert" }, "rigtig"]
next = { by = "klar", true = "ja", false = "nej" }
[procedure.sag.step.ja]
wait = "1 day"
[procedure.sag.step.nej]
wait = "3 days"
[procedure.rigtig]
start = "s"
[procedure.rigtig.step.s]
wait = "20 days"
[procedure.forkert]
start = "s"
[procedure.forkert.step.s]
wait = "20 days"
)"));
  CHECK(run.count("procedure.rigtig", "started") == 2);
  CHECK(run.count("procedure.rigtig", "completed") == 2);
  CHECK(run.count("procedure.forkert", "started") == 0);
  CHECK(run.count(step("ja"), "entries") == 1);
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(3));  // what is beside it does not hold it up
}

TEST_CASE("again goes back so many times and then on, and counts anew when it is reached again") {
  // a, b thrice, then once more by the loop back to a: 2 x (1 + 3 x 2) days.
  const Run run(with_procedure(R"(
start = "a"
[procedure.sag.step.a]
wait = "1 day"
next = "b"
[procedure.sag.step.b]
wait = "2 days"
again = { step = "b", times = 2 }
next = "c"
[procedure.sag.step.c]
again = { step = "a", times = 1 }
next = "end"
)"));
  CHECK(run.count(step("a"), "entries") == 2);
  CHECK(run.count(step("b"), "entries") == 6);
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(14));
}

TEST_CASE("wait until: goes on at once when it holds already, else when it comes to hold") {
  const std::string until = R"(
start = "vent"
[procedure.sag.step.vent]
wait = { until = { attest = true, sent = [false] } }
next = "efter"
[procedure.sag.step.efter]
wait = "1 day"
[procedure.attest]
start = "s"
[procedure.attest.step.s]
wait = "7 days"
set = { attest = true }
[procedure.sent]
start = "s"
[procedure.sent.step.s]
wait = "3 days"
set = { sent = false }
)";
  std::string text = with_procedure(until);
  text.replace(text.find("on_enter = [\"sag\"]"), 18, "on_enter = [\"sag\", \"attest\", \"sent\"]");
  const Run run(text + "[arrival.en.set]\nattest = false\nsent = true\n");
  CHECK(run.mean(step("vent"), "wait") == Approx(7));
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(8));
  const Run at_once(text + "[arrival.en.set]\nattest = true\nsent = false\n");
  CHECK(at_once.mean(step("vent"), "wait") == 0.0);
  CHECK(at_once.mean("procedure.sag", "lead_time") == Approx(1));
}

TEST_CASE("patience: a citizen gives up waiting on any kind of step and goes where gives_up says") {
  // On the 5th day of each: work in a pool that is busy, a meeting on day 60, a wait of 90 days, and one for nothing.
  for (const std::string& kind :
       {std::string("work = { pool = \"p\", time = \"1 h\" }"), std::string("meeting = \"team\""),
        std::string("wait = \"90 days\""), std::string("wait = { until = { aldrig = true } }")}) {
    INFO(kind);
    const Run run(with_procedure("start = \"foer\"\n[procedure.sag.step.foer]\nwait = \"1 h\"\nnext = \"s\"\n"
                                 "[procedure.sag.step.s]\npatience = \"5 days\"\ngives_up = \"andet\"\n"
                                 "next = \"efter\"\n" +
                                 kind + R"(
[procedure.sag.step.efter]
wait = "1 day"
[procedure.sag.step.andet]
wait = "2 days"
[status.andet]
on_enter = ["optaget"]
[procedure.optaget]
start = "s"
[procedure.optaget.step.s]
work = { pool = "p", time = "1000 h" }
next = "efter"
[procedure.optaget.step.efter]
set = { aldrig = true }
[meeting.team]
every = "1500 h"
)") + pool("p") + citizen("andet", -1, "andet"));
    CHECK(run.mean(step("s"), "wait_gave_up") == Approx(5));
    CHECK(run.mean(step("s"), "wait") == Approx(5));
    CHECK(run.count(step("s"), "gave_up") == 1);
    CHECK(run.count(step("efter"), "entries") == 0);
    CHECK(run.mean("procedure.sag", "lead_time") == Approx(7 + 1 / 24.0));
    CHECK(run.count("meeting.team", "cases") == 0);
  }
}

TEST_CASE("whose work has begun does not give up") {
  const Run run(with_procedure("start = \"s\"\n[procedure.sag.step.s]\npatience = \"5 days\"\ngives_up = \"end\"\n"
                               "work = { pool = \"p\", time = \"240 h\" }\n") +
                pool("p"));
  CHECK(run.count(step("s"), "gave_up") == 0);
  CHECK(run.sum(step("s"), "hours") == Approx(240));
  CHECK(run.mean(step("s"), "wait") == 0.0);
  CHECK(run.mean(step("s"), "time") == Approx(10));
}

TEST_CASE("patience begins anew at every visit") {
  // Each visit gives up after 3 days; three visits, then out.
  const Run run(with_procedure(R"(
start = "s"
[procedure.sag.step.s]
wait = "10 days"
patience = "3 days"
gives_up = "igen"
[procedure.sag.step.igen]
again = { step = "s", times = 2 }
)"));
  CHECK(run.count(step("s"), "gave_up") == 3);
  CHECK(run.mean("procedure.sag", "lead_time") == Approx(9));
}

TEST_CASE("the shares of next are those of the leavings, by the way taken") {
  const Run run(window("100 days", "10 days") + R"(
[arrival.nye]
status = "syg"
every = "1 day"
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "a"
[procedure.sag.step.a]
again = { step = "a", times = 1 }
next = { b = 0.5, end = "rest" }
[procedure.sag.step.b]
wait = "1 day"
)");
  CHECK(run.count(step("a"), "entries") == 200);
  CHECK(run.count(step("a"), "next.b.share") == 100);
  CHECK(run.sum(step("a"), "next.b.share") == run.count(step("b"), "entries"));
  CHECK(run.mean(step("a"), "next.b.share") + run.mean(step("a"), "next.end.share") == Approx(1));
}

}  // namespace sagsflow
