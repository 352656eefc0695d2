#include <catch2/catch.hpp>
#include <cmath>

#include "expecting.h"

namespace sagsflow {
namespace {

constexpr double kYearDays = 365.25;

Approx exactly(double value) {
  return Approx(value).epsilon(1e-6);
}

TEST_CASE("in a tandem everyone passes both statuses, and stocks follow Little's law") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.til_b]
to = "b"
after = { exponential = "10 days" }
[status.b.exit.ud]
to = "ude"
after = "20 days"
)");
  CHECK(expecting.status("a").entries == exactly(1000));
  CHECK(expecting.status("a").days == exactly(10));
  CHECK(expecting.status("a").stock == exactly(1000 * 10 / kYearDays));
  CHECK(expecting.status("b").entries == exactly(1000));
  CHECK(expecting.status("b").stock == exactly(1000 * 20 / kYearDays));
  CHECK(expecting.status("ude").entries == exactly(1000));
}

TEST_CASE("with feedback x = a + P'x: a quarter comes back from b, and half of those in a stay on") {
  const Expecting expecting(year() + arrivals("a", 300) + ude() + R"(
[status.a.exit.ud]
to = { a = 0.5, b = 0.5 }
after = { exponential = "10 days" }
[status.b.exit.ud]
to = { a = 0.25, ude = 0.75 }
after = { exponential = "5 days" }
)");
  // b = 300 / 0.75 as each citizen leaves from b; a = 2 b.
  CHECK(expecting.status("b").entries == exactly(400));
  CHECK(expecting.status("a").entries == exactly(800));
}

TEST_CASE("of two exponential exits the faster wins by its rate") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.hurtig]
to = "b"
after = { exponential = "10 weeks" }
[status.a.exit.langsom]
to = "ude"
after = { exponential = "40 weeks" }
[status.b.exit.ud]
to = "ude"
after = "1 day"
)");
  CHECK(expecting.status("a").days == exactly(8 * 7));
  CHECK(expecting.status("b").entries == exactly(800));
}

TEST_CASE("an exponential exit competes with a certain one") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.rask]
to = "b"
after = { exponential = "20 weeks" }
[status.a.exit.varighed]
to = "ude"
after = "26 weeks"
[status.b.exit.ud]
to = "ude"
after = "1 day"
)");
  CHECK(expecting.status("b").entries == exactly(1000 * (1 - std::exp(-1.3))));
  CHECK(expecting.status("a").days == exactly(140 * (1 - std::exp(-1.3))));
}

TEST_CASE("a uniform exit competes with an exponential one") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.rask]
to = "b"
after = { exponential = "10 days" }
[status.a.exit.varighed]
to = "ude"
after = { uniform = ["0 days", "20 days"] }
[status.b.exit.ud]
to = "ude"
after = "1 day"
)");
  // P(exp first) = E exp 0..2 of 1 - e^-u over u uniform on (0, 2): 1 - (1 - e^-2) / 2; the mean is 10 times that.
  const double first = 1 - (1 - std::exp(-2.0)) / 2;
  CHECK(expecting.status("b").entries == Approx(1000 * first).epsilon(1e-3));
  CHECK(expecting.status("a").days == Approx(10 * first).epsilon(1e-3));
}

TEST_CASE("what never happens lets the others win, and a part of a mixture may never happen") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.tilbage]
to = "b"
after = { mixture = [{ share = 0.2, of = "10 days" }, { share = "rest", of = "never" }] }
[status.a.exit.ud]
to = "ude"
after = "53 weeks"
[status.b.exit.ud]
to = "ude"
after = "1 day"
)");
  CHECK(expecting.status("b").entries == exactly(200));
  CHECK(expecting.status("a").days == exactly(0.2 * 10 + 0.8 * 53 * 7));
}

TEST_CASE("citizens go by their attributes, and what an exit sets is remembered in the next status") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[attribute.risiko]
values = { lav = 0.6, hoej = "rest" }
[status.a.exit.ud]
to = "b"
after = { by = "risiko", lav = "10 days", hoej = "30 days" }
set = { var_i_a = true }
[status.b.exit.hjem]
to = "ude"
when = { risiko = "lav", var_i_a = true }
after = "5 days"
[status.b.exit.videre]
to = "c"
when = { risiko = "hoej" }
after = "1 day"
[status.c.exit.ud]
to = "ude"
after = "1 day"
)");
  CHECK(expecting.status("a").days == exactly(0.6 * 10 + 0.4 * 30));
  CHECK(expecting.status("b").days == exactly(0.6 * 5 + 0.4 * 1));
  CHECK(expecting.status("c").entries == exactly(400));
}

TEST_CASE("attributes may be drawn by others") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[attribute.koen]
values = { k = 0.5, m = 0.5 }
[attribute.risiko.values]
by = "koen"
k = { lav = 0.8, hoej = 0.2 }
m = { lav = 0.4, hoej = 0.6 }
[status.a.exit.ud]
to = { by = "risiko", lav = "ude", hoej = "b" }
after = "10 days"
[status.b.exit.ud]
to = "ude"
after = "1 day"
)");
  CHECK(expecting.status("b").entries == exactly(400));
}

TEST_CASE("season, batches and fixed times between arrivals give the citizens a year") {
  const Expecting expecting(year() + ude() + R"(
[arrival.saeson]
status = "a"
rate = "365.25 per year"
season = { jan = 0 }
[arrival.flokke]
status = "b"
rate = "100 per year"
batch = 3
[arrival.faste]
status = "c"
every = "3.6525 days"
[status.a.exit.ud]
to = "ude"
after = "1 day"
[status.b.exit.ud]
to = "ude"
after = "1 day"
[status.c.exit.ud]
to = "ude"
after = "1 day"
)");
  CHECK(expecting.status("a").entries == exactly(365.25 - 31));
  CHECK(expecting.status("b").entries == exactly(300));
  CHECK(expecting.status("c").entries == exactly(100));
}

TEST_CASE("where nobody leaves the system there is no balance in the long run") {
  const Expecting expecting(year() + arrivals("a", 100) + R"(
[status.a.exit.til_b]
to = "b"
after = "10 days"
[status.b.exit.til_a]
to = "a"
after = "10 days"
)");
  CHECK_FALSE(expecting.load.arms.front().long_run.balanced);
  // In the window everyone is in one of them: 100 a year, from nothing, 50 in the mean.
  double stock = 0;
  for (const StatusFlow& flow : expecting.load.arms.front().window.statuses) stock += flow.stock;
  CHECK(stock == Approx(50).epsilon(1e-3));
}

TEST_CASE("in the window a status fills up from nothing") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.ud]
to = "ude"
after = { exponential = "1 year" }
)");
  CHECK(expecting.status("a").stock == exactly(1000));
  // The mean over a year of 1000 (1 - e^-t).
  CHECK(expecting.load.arms.front().window.statuses.front().stock == Approx(1000 * std::exp(-1.0)).epsilon(1e-3));
  CHECK(expecting.approximates(Approximation::filling));
}

TEST_CASE("in the window stays of one length fill up as eight phases of it do") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a.exit.ud]
to = "b"
after = "6 months"
[status.b.exit.ud]
to = "ude"
after = { exponential = "1 year" }
)");
  // The integral of (1 - u) S(u) over the year, S the survival of Erlang's law with 8 stages and half a year's mean.
  const auto& statuses = expecting.load.arms.front().window.statuses;
  CHECK(statuses[0].stock == Approx(359.47).epsilon(2e-3));
  CHECK(statuses[0].entries == exactly(1000));
  // Those who have left: 1000 less the integral of 1000 S(u).
  CHECK(statuses[1].entries == Approx(1000 - 500 + 0.83).epsilon(3e-3));
}

TEST_CASE("in the window today's caseload runs off") {
  const Expecting expecting(year() + ude() + R"(
[stock.nu]
status = "a"
count = 500
elapsed = "0 days"
[status.a.exit.ud]
to = "ude"
after = { exponential = "1 year" }
)");
  CHECK(expecting.load.arms.front().window.statuses.front().stock == Approx(500 * (1 - std::exp(-1.0))).epsilon(1e-3));
  CHECK(expecting.status("a").stock == exactly(0));
}

TEST_CASE("the last version holds for those who meet its condition, as if from the beginning") {
  const std::string scenario = year() + arrivals("a", 1000) + ude() + R"(
[attribute.kommune]
values = { Aalborg = 0.3, Rebild = 0.7 }
[status.a.exit.ud]
to = "ude"
after = "10 days"
[[arm]]
name = "lov"
[[arm]]
name = "forsoeg"
trials = [{ file = "trial.toml", when = { kommune = "Aalborg" } }]
)";
  const Expecting expecting(
      scenario, {{"trial.toml", "[trial]\nid = \"t\"\n[status.a.exit.ud]\nto = \"ude\"\nafter = \"30 days\"\n"}});
  CHECK(expecting.load.arms.front().long_run.statuses.front().days == exactly(10));
  CHECK(expecting.status("a").days == exactly(0.3 * 30 + 0.7 * 10));
}

TEST_CASE("too many kinds of citizens are averaged, and that is said") {
  const std::string scenario = year() + arrivals("a", 1000) + ude() + R"(
[attribute.risiko]
values = { lav = 0.6, hoej = "rest" }
[status.a.exit.ud]
to = "ude"
after = { by = "risiko", lav = "10 days", hoej = "30 days" }
)";
  CHECK_FALSE(Expecting(scenario).approximates(Approximation::averaged));
  const Expecting averaged(scenario, {}, 1);
  CHECK(averaged.approximates(Approximation::averaged));
  CHECK(averaged.load.arms.front().averaged == std::vector<std::string>{"risiko"});
  CHECK(averaged.status("a").days == exactly(18));
}

}  // namespace
}  // namespace sagsflow
