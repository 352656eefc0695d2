#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

/// Spells of "syg" of so many days, with "uden" between them.
std::string spells(const std::string& sick, const std::string& between) {
  return "[status.syg.exit.pause]\nto = \"uden\"\nafter = \"" + sick +
         "\"\n[status.uden.exit.igen]\nto = \"syg\"\nafter = \"" + between + "\"\n";
}

std::string one_citizen(const std::string& length) {
  return window(length) + citizen() + job();
}

/// The clock of an exit from "syg" to a job.
std::string leaves(const std::string& clock) {
  return "[status.syg.exit.varighed]\nto = \"job\"\nafter = " + clock + "\n";
}

/// The day on which the one citizen leaves the system; fails if it does not.
double left_on(const Run& run) {
  CHECK(run.count("total", "time_in_system") == 1);
  return run.mean("total", "time_in_system");
}

const std::string kDuty =
    "[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\n[status.syg.duty.d]\nprocedure = \"p\"\n";

double held(const std::string& length, const std::string& rules) {
  return Run(one_citizen(length) + kDuty + rules).count("status.syg.duty.d", "held");
}

}  // namespace

TEST_CASE("an accumulated clock goes on where it was when the citizen comes back") {
  // 12 weeks, 4 away, and the last 10 of the 22: week 26. A clock of 22 weeks from entry is never that old.
  const std::string twelve = one_citizen("60 weeks") + spells("12 weeks", "4 weeks");
  CHECK(left_on(Run(twelve + leaves("{ accumulated = \"22 weeks\" }"))) == Approx(26 * 7));
  CHECK(left_on(Run(twelve + leaves("{ accumulated = \"22 weeks\", of = [\"syg\"] }"))) == Approx(26 * 7));
  CHECK(Run(twelve + leaves("\"22 weeks\"")).count("status.syg.exit.varighed", "count") == 0);
  // Over three spells: 12 + 12 + 5 of 29 weeks, in week 37.
  CHECK(left_on(Run(twelve + leaves("{ accumulated = \"29 weeks\" }"))) == Approx(37 * 7));
}

TEST_CASE("what is older than within counts no longer") {
  // Back on day 40 with 10 of the last 30 days. They leave the span until day 50; then it grows: 25 on day 65.
  const std::string back = one_citizen("200 days") + R"(
[status.syg.exit.pause]
to = "uden"
after = { by = "anden", false = "20 days", true = "never" }
set = { anden = true }
[status.uden.exit.igen]
to = "syg"
after = "20 days"
)";
  CHECK(left_on(Run(back + leaves("{ accumulated = \"25 days\", within = \"30 days\" }"))) == Approx(65));
  CHECK(left_on(Run(back + leaves("{ accumulated = \"25 days\" }"))) == Approx(45));
  // All of the span must count: 30 days from the return.
  CHECK(left_on(Run(back + leaves("{ accumulated = \"30 days\", within = \"30 days\" }"))) == Approx(70));
}

TEST_CASE("short spells with long breaks never add up within a span") {
  // 10 in any 30 days; without the span 15 days are there on day 5 of the second spell, which begins on day 30.
  const std::string now_and_then = one_citizen("400 days") + spells("10 days", "20 days");
  CHECK(Run(now_and_then + leaves("{ accumulated = \"15 days\", within = \"30 days\" }"))
            .count("status.syg.exit.varighed", "count") == 0);
  CHECK(left_on(Run(now_and_then + leaves("{ accumulated = \"15 days\" }"))) == Approx(35));
}

TEST_CASE("time in every status of the clock counts") {
  // 20 days, 15 between, and the last of 50 on day 50.
  CHECK(left_on(Run(one_citizen("200 days") + spells("20 days", "15 days") +
                    leaves("{ accumulated = \"50 days\", of = [\"syg\", \"uden\"] }"))) == Approx(50));
}

TEST_CASE("a clock that reached its goal while the citizen was away runs out at its return") {
  // 20 and 15 days are there when it comes back on day 35.
  const std::string rules = one_citizen("200 days") + spells("20 days", "15 days");
  const auto of_both = [&](const std::string& goal) {
    return left_on(Run(rules + leaves("{ accumulated = \"" + goal + "\", of = [\"syg\", \"uden\"] }")));
  };
  CHECK(of_both("35 days") == Approx(35));
  CHECK(of_both("21 days") == Approx(35));
  CHECK(of_both("36 days") == Approx(36));
}

TEST_CASE("a clock of other statuses stands still in its own") {
  // It is looked at on each entry: 15 days of "uden" on day 35, 30 on day 70.
  const std::string rules = one_citizen("200 days") + spells("20 days", "15 days");
  const auto of_the_other = [&](const std::string& goal) {
    return left_on(Run(rules + leaves("{ accumulated = \"" + goal + "\", of = [\"uden\"] }")));
  };
  CHECK(of_the_other("15 days") == Approx(35));
  CHECK(of_the_other("16 days") == Approx(70));
}

TEST_CASE("a clock that never runs out does not by being accumulated") {
  CHECK(Run(one_citizen("200 days") + spells("20 days", "15 days") + leaves("{ accumulated = \"never\" }"))
            .count("status.syg.exit.varighed", "count") == 0);
}

TEST_CASE("a move to the same status does not break what has accumulated") {
  CHECK(left_on(Run(one_citizen("200 days") + leaves("{ accumulated = \"25 days\" }") +
                    "[status.syg.exit.igen]\nto = \"syg\"\nafter = \"10 days\"\n")) == Approx(25));
}

TEST_CASE("which clock accumulates may go by an attribute") {
  // One leaves in week 26, the other, whose 10 weeks are from entry, in week 10.
  const Run run(window("60 weeks") + citizen("a") + "set = { risiko = \"lav\" }\n" + citizen("b") +
                "set = { risiko = \"hoej\" }\n" + job() + spells("12 weeks", "4 weeks") +
                leaves("{ by = \"risiko\", lav = { accumulated = \"22 weeks\" }, hoej = \"10 weeks\" }") +
                "[attribute.risiko]\nvalues = { lav = 0.5, hoej = 0.5 }\n");
  CHECK(run.count("total", "time_in_system") == 2);
  CHECK(run.mean("total", "time_in_system") == Approx((26 + 10) * 7 / 2.0));
}

TEST_CASE("a citizen's past is forgotten when it leaves") {
  // A hundred come one after the other, each record used again: everyone leaves in week 26.
  const Run run(window_without_warm_up("2626 weeks", "26 weeks") +
                "[arrival.en]\nstatus = \"syg\"\nevery = \"26 weeks\"\n" + job() + spells("12 weeks", "4 weeks") +
                leaves("{ accumulated = \"22 weeks\" }"));
  CHECK(run.count("total", "time_in_system") == 100);
  CHECK(run.of("total", "time_in_system", Statistic::max) == Approx(26 * 7));
  CHECK(run.mean("total", "time_in_system") == Approx(26 * 7));
}

TEST_CASE("a duty's first due time may accumulate, over spells and since it was held last") {
  // 20 days sick, 10 not. 25 days are there on day 35. From then 15 to day 50 and 10 from day 60: 70. Then 10 to day 80
  // and 15 from day 90: 105.
  const std::string text = spells("20 days", "10 days") + kDuty + "first = { accumulated = \"25 days\" }\n";
  const Run run(one_citizen("106 days") + text);
  CHECK(run.count("status.syg.duty.d", "held") == 3);
  CHECK(run.mean("status.syg.duty.d", "first") == Approx((5 + 10 + 15) / 3.0));
  CHECK(Run(one_citizen("104 days") + text).count("status.syg.duty.d", "held") == 2);
}

TEST_CASE("what accumulated before a duty was held does not count for its next") {
  // Held after 10 days and 20 of 25; the 5 left count on return on day 35: 40, 50; at 60 it leaves with 10 days, which
  // are enough on return: 70, 80, 90.
  const std::string cadence = "first = { accumulated = \"10 days\" }\nevery = { accumulated = \"10 days\" }\n";
  CHECK(held("96 days", cadence + spells("25 days", "10 days")) == 7);
  // Without `every` it is due once a spell, from what has accumulated since it was held: 10, 35, 70.
  CHECK(held("96 days", "first = { accumulated = \"10 days\" }\n" + spells("25 days", "10 days")) == 3);
}

TEST_CASE("a duty's accumulated cadence counts within its span") {
  // 20 days sick, 20 not. 20 of the last 30 are there on day 20, and again on day 60: when it leaves. 18 are there on
  // day 18; of what follows, 2 days on its return on day 40, which leave the span from day 48 to day 50: 18 on day 58.
  const auto within_30 = [](const std::string& goal) {
    const std::string clock = "{ accumulated = \"" + goal + "\", within = \"30 days\" }";
    return held("70 days", "first = " + clock + "\nevery = " + clock + "\n" + spells("20 days", "20 days"));
  };
  CHECK(within_30("20 days") == 0);
  CHECK(within_30("18 days") == 2);
}

}  // namespace sagsflow
