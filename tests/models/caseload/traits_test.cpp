#include <catch2/catch.hpp>
#include <cmath>

#include "scenario.h"

namespace sagsflow {
namespace {

/// How far a count is from its expectation, in standard deviations.
double binomial_z(double count, double of, double share) {
  return (count - of * share) / std::sqrt(of * share * (1 - share));
}

}  // namespace

TEST_CASE("attributes are drawn once with their shares, and may go by each other") {
  // diagnose goes by kommune, which is drawn first though it comes later in the alphabet.
  const Run run(window("300 days", "1 day") + job() + R"(
[attribute.kommune]
values = { Aalborg = 0.7, Rebild = "rest" }
[attribute.diagnose]
values = { by = "kommune", Aalborg = { psykisk = 0.2, fysisk = "rest" }, Rebild = { psykisk = 0.9, fysisk = "rest" } }
[arrival.nye]
status = "syg"
every = "1 h"
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = { by = "kommune", Aalborg = "aalborg", Rebild = "rebild" }
[procedure.sag.step.aalborg]
next = { by = "diagnose", psykisk = "ap", else = "end" }
[procedure.sag.step.rebild]
next = { by = "diagnose", psykisk = "rp", else = "end" }
[procedure.sag.step.ap]
[procedure.sag.step.rp]
)");
  const auto entries = [&](const std::string& step) { return run.count("procedure.sag.step." + step, "entries"); };
  const double all = 300 * 24;
  CHECK(entries("aalborg") + entries("rebild") == all);
  CHECK(std::abs(binomial_z(entries("aalborg"), all, 0.7)) < 3.5);
  CHECK(std::abs(binomial_z(entries("ap"), entries("aalborg"), 0.2)) < 3.5);
  CHECK(std::abs(binomial_z(entries("rp"), entries("rebild"), 0.9)) < 3.5);
}

TEST_CASE("what an arrival sets takes the place of what is drawn") {
  const Run run(window("10 days", "1 day") + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = "rest" }
[arrival.nye]
status = { by = "kommune", Aalborg = "syg", Rebild = "ledig" }
every = "1 h"
set = { kommune = "Rebild" }
[status.syg]
[status.ledig]
)");
  CHECK(run.count("status.syg", "entries") == 0);
  CHECK(run.count("status.ledig", "entries") == 240);
}

TEST_CASE("by stands anywhere, nests, and else is for the rest, and it is read when used") {
  const Run run(window("60 days") + R"(
[attribute.hvem]
values = { a = 0.2, b = 0.3, c = 0.1, d = "rest" }
)" + citizen("a") +
                "set = { hvem = \"a\" }\n" + citizen("b") + "set = { hvem = \"b\", ung = true }\n" + citizen("c") +
                "set = { hvem = \"c\" }\n" + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "s"
[procedure.sag.step.s]
wait = { by = "hvem", a = "1 day", b = { by = "ung", true = "2 days", false = "20 days" }, else = "4 days" }
next = { by = "hvem", a = "end", else = "t" }
[procedure.sag.step.t]
wait = { by = "oppe", true = "8 days", false = "16 days" }
flag = "oppe"
)");
  // The flag is up on entry, before the wait is drawn.
  CHECK(run.mean("procedure.sag.step.s", "wait") == Approx((1 + 2 + 4) / 3.0));
  CHECK(run.mean("procedure.sag.step.t", "wait") == Approx(8));
  CHECK(run.count("procedure.sag.step.t", "entries") == 2);
}

TEST_CASE("arrivals are Poisson, with monthly factors") {
  // 2018: 31 days at 3 times 20 a day, 334 days at none but December's 31 at 20 a day.
  const Run run(window("365 days") + R"(
[arrival.nye]
status = "syg"
rate = "20 per day"
season = { jan = 3, feb = 0, mar = 0, apr = 0, may = 0, jun = 0, jul = 0, aug = 0, sep = 0, oct = 0, nov = 0 }
[status.syg]
)");
  const double expected = 31 * 60 + 31 * 20;
  CHECK(std::abs((run.count("arrival.nye", "count") - expected) / std::sqrt(expected)) < 3.5);
  const Run january(window("31 days") + "[arrival.nye]\nstatus = \"syg\"\nrate = \"20 per day\"\n" +
                    "season = { jan = 3 }\n[status.syg]\n");
  CHECK(std::abs((january.count("arrival.nye", "count") - 1860) / std::sqrt(1860.0)) < 3.5);
}

TEST_CASE("a geometric batch has its mean and its spread") {
  // 5000 batches from 1, mean 4: variance 4 x 3. The citizens of a batch come at one instant.
  const Run run(window("5000 days", "1 day") + "[arrival.nye]\nstatus = \"syg\"\nevery = \"1 day\"\n" +
                "batch = { geometric = 4 }\n" + job() + "[status.syg.exit.ud]\nto = \"job\"\nafter = \"1 h\"\n");
  const double citizens = run.count("arrival.nye", "count");
  CHECK(std::abs((citizens - 20000) / std::sqrt(5000 * 12.0)) < 3.5);
  // Present for an hour a day: mean 4 / 24, E[N^2] = 12 + 16 = 28 in that hour; sd^2 = 28 / 24 - (4 / 24)^2.
  CHECK(run.of("status.syg", "stock", Statistic::sd) == Approx(std::sqrt(28.0 / 24 - 1.0 / 36)).epsilon(0.05));
}

TEST_CASE("batch = n brings n citizens at once, every brings them at its distance from the beginning") {
  const Run run(window_without_warm_up("10 days") + "[arrival.nye]\nstatus = \"syg\"\nevery = \"3 days\"\nbatch = 5\n" +
                "[status.syg]\n");
  CHECK(run.count("arrival.nye", "count") == 15);
  // From days 3, 6 and 9 to day 10: 5 x (7 + 4 + 1) person days of 10.
  CHECK(run.mean("status.syg", "stock") == Approx(6));
}

}  // namespace sagsflow
