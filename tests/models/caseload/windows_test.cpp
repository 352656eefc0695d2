#include <catch2/catch.hpp>
#include <cmath>

#include "scenario.h"

namespace sagsflow {
namespace {

std::string waits(const std::string& wait) {
  return "[status.syg]\non_enter = [\"sag\"]\n[procedure.sag]\nstart = \"s\"\n[procedure.sag.step.s]\nwait = " + wait +
         "\n";
}

double of_wait(const Run& run, Statistic statistic) {
  return run.of("procedure.sag.step.s", "wait", statistic);
}

}  // namespace

TEST_CASE("waits belong to the window in which they began, and are measured to their end") {
  // Begun on days -5, 5, 9 and 10 of a window of 10 days, each for 12 days.
  const Run run(window("10 days", "20 days") + citizen("a", -5 * 24) + citizen("b", 5 * 24) + citizen("c", 9 * 24) +
                citizen("d", 10 * 24) + waits("\"12 days\""));
  CHECK(of_wait(run, Statistic::count) == 2);
  CHECK(of_wait(run, Statistic::mean) == Approx(12));
  CHECK(of_wait(run, Statistic::open) == 0);
  CHECK(run.count("procedure.sag.step.s", "entries") == 2);
  CHECK(run.count("procedure.sag", "started") == 2);
  // Flows are counted when they happen: only a's ended inside, on day 7.
  CHECK(run.count("procedure.sag", "completed") == 1);
  CHECK(run.of("procedure.sag", "lead_time", Statistic::count) == 2);
  // The queue is clipped: a waits 7 days of the window, b 5 and c 1.
  CHECK(run.mean("procedure.sag.step.s", "queue") == Approx(13 / 10.0));
}

TEST_CASE("a target may ask for what share of the window a stock is above a number, or is not, also of a group") {
  const auto asks = [](const std::string& name, const std::string& statistic, const std::string& group) {
    return "[target." + name + "]\nof = \"status.syg\"\nmeasure = \"stock:" + statistic + "\"\nbelow = 1\n" + group;
  };
  // a and b are there from day -5 to 7, in the south, c from day 5 to 17, in the north.
  const Run run(window("10 days", "10 days") +
                "[report]\nby = [\"hvor\"]\n[attribute.hvor]\nvalues = { nord = 0.5, syd = 0.5 }\n" +
                citizen("a", -5 * 24) + "set = { hvor = \"syd\" }\nbatch = 2\n" + citizen("c", 5 * 24) +
                "set = { hvor = \"nord\" }\n" + job() + "[status.syg.exit.ud]\nto = \"job\"\nafter = \"12 days\"\n" +
                asks("mange", "share_above:2", "") + asks("faa", "share_within:1", "") +
                asks("nord", "share_above:0", "group = \"hvor=nord\"\n"));
  CHECK(run.mean("status.syg", "stock:share_above:2") == Approx(0.2));   // from day 5 to 7
  CHECK(run.mean("status.syg", "stock:share_within:1") == Approx(0.3));  // from day 7 on
  CHECK(run.of("status.syg", "stock:share_above:0", Statistic::mean, 0, "hvor=nord") == Approx(0.5));
  CHECK(run.of("status.syg", "stock:share_above:2", Statistic::count) == Approx(10));  // days
}

TEST_CASE("stocks, flows and spells are clipped to the window") {
  // a: days -5 to 7, b: 5 to 17, both of 12 days; c from day 12 on.
  const Run run(window("10 days", "10 days") + citizen("a", -5 * 24) + citizen("b", 5 * 24) + citizen("c", 12 * 24) +
                job() + "[status.syg.exit.ud]\nto = \"job\"\nafter = \"12 days\"\n");
  CHECK(run.mean("status.syg", "stock") == Approx((7 + 5) / 10.0));
  CHECK(run.of("status.syg", "stock", Statistic::at_start) == 1);
  CHECK(run.of("status.syg", "stock", Statistic::at_end) == 1);
  CHECK(run.of("status.syg", "stock", Statistic::max) == 2);
  CHECK(run.count("status.syg", "entries") == 1);
  CHECK(run.count("status.syg", "exits") == 1);
  CHECK(run.count("status.job", "entries") == 1);
  CHECK(run.count("status.syg.exit.ud", "count") == 1);
  CHECK(run.of("status.syg", "duration", Statistic::count) == 1);
  CHECK(run.mean("status.syg", "duration") == Approx(12));
  CHECK(run.mean("total", "citizens") == Approx(1.2));
  CHECK(run.mean("total", "time_in_system") == Approx(12));
  CHECK(run.of("total", "time_in_system", Statistic::count) == 1);
}

TEST_CASE("what is open after the run-out is censored: the mean is Kaplan and Meier's, with its horizon") {
  // Waits of 2 and 4 days end, one has lasted 10 days when the run ends. S(t) = 1 up to 2, 2/3 up to 4, 1/3 up to 10:
  // 2 + 2 x 2/3 + 6 x 1/3.
  const Run run(window("6 days", "4 days") + "[attribute.hvem]\nvalues = { a = 0.5, b = 0.3, c = \"rest\" }\n" +
                citizen("a") + "set = { hvem = \"a\" }\n" + citizen("b") + "set = { hvem = \"b\" }\n" + citizen("c") +
                "set = { hvem = \"c\" }\n" +
                waits("{ by = \"hvem\", a = \"2 days\", b = \"4 days\", else = \"never\" }"));
  CHECK(of_wait(run, Statistic::mean) == Approx(2 + 4.0 / 3 + 2));
  CHECK(of_wait(run, Statistic::open) == 1);
  CHECK(of_wait(run, Statistic::count) == 3);
  CHECK(of_wait(run, Statistic::horizon) == Approx(10));
  CHECK(of_wait(run, Statistic::p50) == Approx(4));
  CHECK(std::isnan(of_wait(run, Statistic::p90)));
  CHECK(run.of("status.syg", "duration", Statistic::open) == 3);
  CHECK(run.of("total", "time_in_system", Statistic::open) == 3);
  CHECK(run.of("procedure.sag", "lead_time", Statistic::open) == 1);
}

TEST_CASE("open places in a line and on an agenda are censored too") {
  const Run run(window("6 days", "4 days") + citizen("a") + "batch = 2\n" + citizen("m", 0, "moede") + pool("p") + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "s"
[procedure.sag.step.s]
work = { pool = "p", time = "1000 h" }
[status.moede]
on_enter = ["moede"]
[procedure.moede]
start = "vent"
[procedure.moede.step.vent]
wait = "1 day"
next = "m"
[procedure.moede.step.m]
meeting = "team"
[meeting.team]
every = "300 h"
)");
  CHECK(run.of("pool.p", "wait", Statistic::open) == 1);
  CHECK(run.of("pool.p", "wait", Statistic::horizon) == Approx(10));
  CHECK(run.of("meeting.team", "wait", Statistic::open) == 1);
  CHECK(run.mean("meeting.team", "wait") == Approx(9));
  CHECK(run.mean("meeting.team", "queue") == Approx(5.0 / 6));
  CHECK(run.sum("pool.p", "hours") == Approx(6 * 24));
  CHECK(run.mean("pool.p", "utilisation") == Approx(1));
}

TEST_CASE("a citizen whose wait is open in either arm is undecided, and under a day's difference is the same") {
  const auto compare = [](const std::string& law, const std::string& other) {
    const Run run(two_arms() + window("6 days", "10 days") + citizen() + waits(law),
                  trial("[procedure.sag.step.s]\nwait = " + other));
    return run.results.observations[1].changes[0];
  };
  const CitizenChanges shorter = compare("\"5 days\"", "\"3 days\"");
  CHECK(shorter.shorter == 1);
  CHECK(shorter.shorter_days == Approx(-2));
  const CitizenChanges longer = compare("\"5 days\"", "\"6 days\"");
  CHECK(longer.longer == 1);
  CHECK(longer.longer_days == Approx(1));
  const CitizenChanges same = compare("\"5 days\"", "\"143 h\"");
  CHECK(same.same == 1);
  CHECK(same.same_days == Approx(23 / 24.0));
  CHECK(compare("\"5 days\"", "\"50 days\"").undecided == 1);
  CHECK(compare("\"50 days\"", "\"5 days\"").undecided == 1);
}

}  // namespace sagsflow
