#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

constexpr double kHourInDays = 1.0 / 24.0;

/// Citizens a and b come together; each passes a step "foer", then needs the one person of pool "q" for an hour.
/// Whoever asks second waits that hour.
std::string contest(const std::string& a_before, const std::string& b_before) {
  return window("20 days") + citizen("a", 0, "a") + citizen("b", 0, "b") + pool("q") + pool("x") + pool("y") + R"(
[status.a]
on_enter = ["a"]
[status.b]
on_enter = ["b"]
[procedure.a]
start = "foer"
[procedure.a.step.koe]
work = { pool = "q", time = "1 h" }
[procedure.b]
start = "foer"
[procedure.b.step.koe]
work = { pool = "q", time = "1 h" }
[procedure.a.step.foer]
)" + a_before +
         "\n[procedure.b.step.foer]\n" + b_before;
}

void check_first(const Run& run, const std::string& first, const std::string& second) {
  CHECK(run.mean("procedure." + first + ".step.koe", "wait") == 0.0);
  CHECK(run.mean("procedure." + second + ".step.koe", "wait") == Approx(kHourInDays));
}

}  // namespace

TEST_CASE("work that ends goes on before a wait that ends at the same instant, though the wait began first") {
  const Run run(contest("work = { pool = \"x\", time = \"10 h\" }\nnext = \"koe\"", "wait = \"10 h\"\nnext = \"koe\""));
  check_first(run, "a", "b");
  const Run other(
      contest("wait = \"10 h\"\nnext = \"koe\"", "work = { pool = \"x\", time = \"10 h\" }\nnext = \"koe\""));
  check_first(other, "b", "a");
}

TEST_CASE("work starts in the order of the pools' paths, not of the citizens' coming") {
  // a asks first, but x starts before y; both end after 10 h in the order in which they started.
  const Run run(contest("work = { pool = \"y\", time = \"10 h\" }\nnext = \"koe\"",
                        "work = { pool = \"x\", time = \"10 h\" }\nnext = \"koe\""));
  check_first(run, "b", "a");
}

TEST_CASE("branching steps run inside their event") {
  const Run run(contest("wait = \"10 h\"\nnext = \"et\"", "wait = \"10 h\"\nnext = \"koe\"") +
                "\n[procedure.a.step.et]\nnext = \"to\"\n[procedure.a.step.to]\nnext = \"koe\"\n");
  check_first(run, "a", "b");
  CHECK(run.mean("procedure.a", "lead_time") == Approx(11 * kHourInDays));
}

TEST_CASE("a wait that ends moves the citizen before an exit that is due at the same instant") {
  const Run run(window("20 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["sag"]
[status.syg.exit.ud]
to = "job"
after = "10 days"
[status.videre]
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = "10 days"
become = "videre"
)");
  CHECK(run.count("status.syg.exit.ud", "count") == 0);
  CHECK(run.count("status.videre", "entries") == 1);
}

TEST_CASE("work that ends moves the citizen before an exit that is due at the same instant") {
  const Run run(window("20 days") + citizen() + job() + pool("p") + R"(
[status.syg]
on_enter = ["sag"]
[status.syg.exit.ud]
to = "job"
after = "10 h"
[status.videre]
[procedure.sag]
start = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "p", time = "10 h" }
become = "videre"
)");
  CHECK(run.count("status.syg.exit.ud", "count") == 0);
  CHECK(run.count("status.videre", "entries") == 1);
}

TEST_CASE("an exit comes before a duty of the same instant, though the duty was planned first") {
  // The exit's clock of 5 days stands still until day 5: it is scheduled then, the duty on entry.
  const Run run(window("20 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["klar"]
[status.syg.exit.ud]
to = "job"
after = "5 days"
when = { klar = true }
[status.syg.duty.samtale]
procedure = "samtale"
first = "10 days"
[procedure.klar]
start = "vent"
[procedure.klar.step.vent]
wait = "5 days"
set = { klar = true }
[procedure.samtale]
start = "s"
[procedure.samtale.step.s]
wait = "1 h"
)");
  CHECK(run.count("status.syg.exit.ud", "count") == 1);
  CHECK(run.count("procedure.samtale", "started") == 0);
  CHECK(run.count("status.syg.duty.samtale", "due") == 0);
}

TEST_CASE("a duty's procedure starts before those who come at the same instant, though their coming was known first") {
  const Run run(window("20 days") + citizen("a", 0, "a") + citizen("b", 240, "b") + pool("q") + R"(
[status.a.duty.samtale]
procedure = "a"
first = "10 days"
[status.b]
on_enter = ["b"]
[procedure.a]
start = "koe"
[procedure.a.step.koe]
work = { pool = "q", time = "1 h" }
[procedure.b]
start = "koe"
[procedure.b.step.koe]
work = { pool = "q", time = "1 h" }
)");
  check_first(run, "a", "b");
}

TEST_CASE("who comes at the instant of a session is heard at it, though the session was set first") {
  // Arrivals at 84 h and 168 h; sessions at 0 h and 168 h: waits of 84 h and 0 h.
  const Run run(window_without_warm_up("10 days") + R"(
[arrival.en]
status = "syg"
every = "84 h"
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "moede"
[procedure.sag.step.moede]
meeting = "team"
[meeting.team]
every = "7 days"
)");
  CHECK(run.of("procedure.sag.step.moede", "wait", Statistic::max) == Approx(3.5));
  CHECK(run.of("procedure.sag.step.moede", "wait", Statistic::share_zero) == Approx(0.5));
}

TEST_CASE("a session takes its members before work starts at the same instant") {
  // b asks for q at 168 h; the session at 168 h puts an hour of q at the head of the line.
  const Run run(window("10 days") + citizen("a", 1, "a") + citizen("b", 168, "b") + pool("q") + R"(
[status.a]
on_enter = ["a"]
[status.b]
on_enter = ["b"]
[procedure.a]
start = "moede"
[procedure.a.step.moede]
meeting = "team"
[procedure.b]
start = "koe"
[procedure.b.step.koe]
work = { pool = "q", time = "1 h" }
[meeting.team]
every = "7 days"
per_case = { q = "1 h" }
)");
  CHECK(run.mean("procedure.b.step.koe", "wait") == Approx(kHourInDays));
}

TEST_CASE("work that can start at the last instant of somebody's patience starts") {
  const Run run(window("20 days") + citizen("a") + citizen("b") + pool("q") + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "koe"
[procedure.sag.step.koe]
work = { pool = "q", time = "1 h" }
patience = "1 h"
gives_up = "end"
)");
  CHECK(run.of("procedure.sag.step.koe", "wait", Statistic::max) == Approx(kHourInDays));
  CHECK(run.count("procedure.sag.step.koe", "gave_up") == 0);
  CHECK(run.sum("procedure.sag.step.koe", "hours") == Approx(2.0));
}

TEST_CASE("the window has the instant at which it opens and not the one at which it closes") {
  const Run run(window("10 days", "5 days") + citizen("foer", -1) + citizen("paa", 0) + citizen("sidst", 239) +
                citizen("ved_luk", 240) + "[status.syg]\n");
  CHECK(run.count("arrival.foer", "count") == 0);
  CHECK(run.count("arrival.paa", "count") == 1);
  CHECK(run.count("arrival.sidst", "count") == 1);
  CHECK(run.count("arrival.ved_luk", "count") == 0);
  CHECK(run.count("status.syg", "entries") == 2);
}

TEST_CASE("a pool that closes when work ends starts no more that day") {
  // a: 08:00-16:00. b comes at 09:00 and starts the next morning: 23 hours.
  const Run run(window("5 days") + citizen("a", 8) + citizen("b", 9) + office_hours() + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "koe"
[procedure.sag.step.koe]
work = { pool = "q", time = "8 h" }
[pool.q]
staff = 1
calendar = "dag"
)");
  CHECK(run.of("procedure.sag.step.koe", "wait", Statistic::max) == Approx(23 * kHourInDays));
  CHECK(run.of("procedure.sag.step.koe", "wait", Statistic::share_zero) == Approx(0.5));
}

TEST_CASE("of exits that are due at the same instant the first by path wins") {
  const Run run(window("20 days") + citizen() + job() + R"(
[status.syg.exit.b]
to = "job"
after = "10 days"
[status.syg.exit.a]
to = "job"
after = "10 days"
[status.syg.exit.c]
to = "job"
after = "10 days"
)");
  CHECK(run.count("status.syg.exit.a", "count") == 1);
  CHECK(run.mean("status.syg.exit.a", "share") == 1.0);
  CHECK(run.count("status.syg.exit.b", "count") == 0);
  CHECK(run.count("status.syg.exit.c", "count") == 0);
}

}  // namespace sagsflow
