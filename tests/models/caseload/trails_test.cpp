#include <catch2/catch.hpp>

#include "models/caseload/compile.h"
#include "models/caseload/trails.h"
#include "models/caseload/worlds.h"
#include "scenario.h"

namespace sagsflow {
namespace {

using Course = Trails::Course;

/// Two arms run one after the other, and what became of the citizens of each arrival.
struct Followed {
  Followed(const std::string& text, const std::string& rules)
      : compiled(*compile(model_of(text + two_arms(), trial(rules)))), trails(compiled) {
    for (std::size_t arm = 0; arm < compiled.arms.size(); ++arm) {
      trails.begin_arm(arm);
      Worlds world(compiled, compiled.arms[arm], 0);
      world.follow(trails);
      REQUIRE(world.run());
      trails.end_arm();
      arrivals.clear();
      for (const auto& outcomes : world.ledger().outcomes) arrivals.push_back(outcomes.size());
    }
  }
  Course of(const std::string& arrival, std::uint32_t citizen = 0) const {
    return trails.course(number_of(arrival), citizen);
  }
  std::size_t count(const std::string& arrival, Course course) const {
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < arrivals[number_of(arrival)]; ++i) found += of(arrival, i) == course;
    return found;
  }
  std::uint32_t number_of(const std::string& arrival) const {
    const auto& all = compiled.catalogue.arrivals;
    const auto found = std::ranges::find(all, arrival, &Catalogue::Named::name);
    REQUIRE(found != all.end());
    return static_cast<std::uint32_t>(found - all.begin());
  }

  CompiledModel compiled;
  Trails trails;
  std::vector<std::size_t> arrivals;
};

/// Three citizens who need 10 h each of one person: a at 0 h, b at 1 h, c at 100 h.
std::string three() {
  return window("60 days") + citizen("a", 0) + "set = { hvem = \"a\" }\n" + citizen("b", 1) +
         "set = { hvem = \"b\" }\n" + citizen("c", 100) + "set = { hvem = \"c\" }\n" + job() + pool("q") + R"(
[attribute.hvem]
values = { a = 0.3, b = 0.3, c = 0.3, ingen = "rest" }
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "valg"
[procedure.sag.step.valg]
next = { by = "hvem", ingen = "udenom", else = "koe" }
[procedure.sag.step.koe]
work = { pool = "q", time = "10 h" }
next = "efter"
[procedure.sag.step.udenom]
wait = "5 h"
[procedure.sag.step.efter]
wait = "2 h"
)";
}

std::string busy_place() {
  return window_without_warm_up("200 days", "10 days") + job() + pool("q") + R"(
[arrival.nye]
status = "syg"
rate = "2 per day"
[status.syg]
on_enter = ["sag"]
[status.syg.exit.rask]
to = { job = 0.8, syg = "rest" }
after = { exponential = "9 days" }
[status.syg.duty.opf]
procedure = "opf"
first = "3 days"
every = "3 days"
[procedure.sag]
start = "s"
[procedure.sag.step.s]
work = { pool = "q", time = { exponential = "3 h" } }
next = { t = 0.5, end = "rest" }
[procedure.sag.step.t]
wait = { exponential = "2 days" }
next = "s"
[procedure.opf]
start = "s"
[procedure.opf.step.s]
work = { pool = "q", time = "10 min" }
)";
}

}  // namespace

TEST_CASE("equal arms: every citizen's course is the same") {
  const Followed followed(busy_place(), "[pool.q]\nlabel = \"Sagsbehandlere\"\n");
  CHECK(followed.arrivals[0] > 300);
  CHECK(followed.count("nye", Course::same) == followed.arrivals[0]);
}

TEST_CASE("who goes another way by the changed shares is direct, who was behind them in the line knock-on") {
  const Followed followed(three(),
                          "[procedure.sag.step.valg]\nnext = { by = \"hvem\", a = { koe = 0.0, udenom = 1.0 }, ingen = "
                          "\"udenom\", else = \"koe\" }\n");
  CHECK(followed.of("a") == Course::direct);
  CHECK(followed.of("b") == Course::knock_on);
  CHECK(followed.of("c") == Course::same);
}

TEST_CASE("changed shares that move nobody leave everybody the same") {
  const Followed followed(three(),
                          "[procedure.sag.step.valg]\nnext = { by = \"hvem\", ingen = { koe = 0.5, udenom = \"rest\" "
                          "}, else = { koe = 1.0, udenom = 0.0 } }\n");
  for (const char* arrival : {"a", "b", "c"}) CHECK(followed.of(arrival) == Course::same);
}

TEST_CASE("a changed time of work is direct for whom it is done, knock-on for who waits behind it") {
  const Followed followed(
      three(),
      "[procedure.sag.step.koe]\nwork = { pool = \"q\", time = { by = \"hvem\", a = \"12 h\", else = "
      "\"10 h\" } }\n");
  CHECK(followed.of("a") == Course::direct);
  CHECK(followed.of("b") == Course::knock_on);
  CHECK(followed.of("c") == Course::same);
}

TEST_CASE("more staff is knock-on for who waited, and nothing for who did not") {
  const Followed followed(three(), "[pool.q]\nstaff = 2\n");
  CHECK(followed.of("a") == Course::same);
  CHECK(followed.of("b") == Course::knock_on);
  CHECK(followed.of("c") == Course::same);
}

TEST_CASE("sessions that fall otherwise are knock-on, though the meeting's rule is another") {
  const Followed followed(window("60 days") + citizen("a", 1) + citizen("b", 20 * 24 - 1) +
                              "[meeting.team]\nevery = \"10 days\"\n[status.syg]\non_enter = [\"sag\"]\n"
                              "[procedure.sag]\nstart = \"m\"\n[procedure.sag.step.m]\nmeeting = \"team\"\n",
                          "[meeting.team]\nevery = \"5 days\"\n");
  CHECK(followed.of("a") == Course::knock_on);
  CHECK(followed.of("b") == Course::same);
}

TEST_CASE("who comes to nothing more, long after a step that differs to no effect, is knock-on") {
  const Followed followed(window("60 days") + citizen("a", 1) +
                              "[meeting.team]\nevery = \"10 days\"\n[status.syg]\non_enter = [\"sag\"]\n"
                              "[procedure.sag]\nstart = \"s\"\n[procedure.sag.step.s]\nwait = \"1 day\"\nnext = "
                              "\"m\"\n[procedure.sag.step.m]\nmeeting = \"team\"\n",
                          "[procedure.sag.step.s]\ndeadline = \"5 days\"\n[meeting.team]\nevery = \"300 days\"\n");
  CHECK(followed.of("a") == Course::knock_on);
}

TEST_CASE("a removed duty is direct for whom it would have begun, and nothing for who left before") {
  // a leaves after 3 days, b after 30; the duty is due on day 8.
  const Followed followed(
      window("60 days") + citizen("a", 0) + "set = { rask = true }\n" + citizen("b", 0) + job() + R"(
[status.syg.exit.ud]
to = "job"
after = { by = "rask", true = "3 days", false = "30 days" }
[status.syg.duty.opf]
procedure = "opf"
first = "8 days"
[procedure.opf]
start = "s"
[procedure.opf.step.s]
wait = "1 day"
)",
      "remove = [\"status.syg.duty.opf\"]\n");
  CHECK(followed.of("a") == Course::same);
  CHECK(followed.of("b") == Course::direct);
}

TEST_CASE("an earlier exit is direct though it takes the citizen out of a line") {
  // b waits from 1 h to 10 h; in the trial the exit comes at 6 h, in the middle of that. d is behind b.
  const std::string exit = "[status.syg.exit.ud]\nto = \"job\"\nafter = ";
  const std::string law = three() + citizen("d", 2) + "set = { hvem = \"c\" }\n";
  const auto after = [](const std::string& b) { return "{ by = \"hvem\", b = \"" + b + "\", else = \"never\" }\n"; };
  const Followed earlier(law + exit + after("50 h"), exit + after("5 h"));
  CHECK(earlier.of("a") == Course::same);
  CHECK(earlier.of("b") == Course::direct);
  CHECK(earlier.of("d") == Course::knock_on);
  const Followed later(law + exit + after("5 h"), exit + after("50 h"));
  CHECK(later.of("b") == Course::direct);
  CHECK(later.of("d") == Course::knock_on);
  const Followed removed(law + exit + after("5 h"), "remove = [\"status.syg.exit.ud\"]\n");
  CHECK(removed.of("b") == Course::direct);
}

TEST_CASE("what a status starts, and what a step starts beside it, is direct where it differs") {
  const std::string law = window("60 days") + citizen("a", 0) + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "s"
[procedure.sag.step.s]
wait = "5 days"
[procedure.anden]
start = "s"
[procedure.anden.step.s]
wait = "3 days"
)";
  CHECK(Followed(law, "[status.syg]\non_enter = [\"sag\", \"anden\"]\n").of("a") == Course::direct);
  CHECK(Followed(law, "[procedure.sag.step.s]\nstart = \"anden\"\n").of("a") == Course::direct);
  CHECK(Followed(law, "[procedure.anden.step.s]\nwait = \"4 days\"\n").of("a") == Course::same);
}

TEST_CASE("what a changed step sets is direct, though only an exit's clock shows it, days later") {
  const std::string law = window("60 days") + citizen("a", 0) + job() + R"(
[status.syg]
on_enter = ["sag"]
[status.syg.exit.ud]
to = "job"
after = "10 days"
speed = { slow = 0.5 }
[procedure.sag]
start = "s"
[procedure.sag.step.s]
wait = "1 day"
next = "t"
[procedure.sag.step.t]
wait = "1 day"
[procedure.anden]
start = "s"
[procedure.anden.step.s]
set = { slow = true }
)";
  CHECK(Followed(law, "[procedure.sag.step.s]\nset = { slow = true }\n").of("a") == Course::direct);
  CHECK(Followed(law, "[procedure.sag.step.t]\nset = { slow = false }\n").of("a") == Course::direct);
}

TEST_CASE("in a busy place a trial of one branch makes some direct, some knock-on and leaves the first ones the same") {
  const Followed followed(busy_place(), "[procedure.sag.step.s]\nnext = { t = 0.4, end = \"rest\" }\n");
  const std::size_t direct = followed.count("nye", Course::direct), knock_on = followed.count("nye", Course::knock_on);
  CHECK(direct > 10);
  CHECK(knock_on > 10);
  CHECK(followed.of("nye", 0) != Course::knock_on);
  // Staff alone is never direct.
  const Followed staff(busy_place(), "[pool.q]\nstaff = 2\n");
  CHECK(staff.count("nye", Course::direct) == 0);
  CHECK(staff.count("nye", Course::knock_on) > 10);
}

}  // namespace sagsflow
