#include <catch2/catch.hpp>
#include <cmath>

#include "expecting.h"

namespace sagsflow {
namespace {

constexpr double kHoursInYear = 8766;

Approx exactly(double value) {
  return Approx(value).epsilon(1e-6);
}

/// Everyone is served once, an hour in the mean, and leaves.
std::string served(double a_year, const std::string& more, const std::string& also = {},
                   const std::string& next = "\"faerdig\"") {
  return arrivals("a", a_year) + ude() + R"(
[status.a]
on_enter = ["sag"]
[procedure.sag]
start = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "kontor", time = { exponential = "1 h" })" +
         also + " }\nnext = " + next + R"(
[procedure.sag.step.faerdig]
become = "ude"
)" + more;
}

TEST_CASE("the load of M/M/c is lambda / (c mu)") {
  const Expecting expecting(year() + served(0.8 * 3 * kHoursInYear, open_pool("kontor", 3)));
  const PoolLoad& pool = expecting.pool("kontor");
  CHECK(pool.hours_needed == exactly(0.8 * 3 * kHoursInYear));
  CHECK(pool.hours_there == exactly(3 * kHoursInYear));
  CHECK(pool.load() == exactly(0.8));
  CHECK(pool.growth() == 0.0);
}

TEST_CASE("above 1 the queue grows by the cases that there are no hours for") {
  const Expecting expecting(year() + served(1.25 * kHoursInYear, open_pool("kontor", 1)));
  CHECK(expecting.pool("kontor").load() == exactly(1.25));
  CHECK(expecting.pool("kontor").growth() == exactly(0.25 * kHoursInYear));
  CHECK(expecting.approximates(Approximation::overload));
}

TEST_CASE("an unlimited pool has hours and no load") {
  const Expecting expecting(year() + served(100, "[pool.kontor]\nstaff = \"unlimited\"\n"));
  CHECK(expecting.pool("kontor").hours_needed == exactly(100));
  CHECK(expecting.pool("kontor").load() == 0.0);
}

TEST_CASE("hours there are what calendar, season, absence and usable leave") {
  const Expecting expecting(year() + served(100, R"(
[calendar.dag]
hours = { mon = "08:00-16:00", tue = "08:00-16:00", wed = "08:00-16:00", thu = "08:00-16:00", fri = "08:00-16:00" }
season = { jul = 0.5 }
[pool.kontor]
staff = 3
calendar = "dag"
usable = 0.5
absence = 0.1
)"));
  // 2018 has 261 weekdays, 22 of them in July, when 1.5 workers are rounded up to 2.
  CHECK(expecting.pool("kontor").hours_there == exactly((239 * 3 + 22 * 2) * 8 * 0.9 * 0.5));
  CHECK(expecting.pool("kontor").hours_needed == exactly(100));
}

TEST_CASE("the cases of a municipality are its share, against its own staff") {
  const Expecting expecting(year() + served(kHoursInYear, R"(
[attribute.kommune]
values = { Aalborg = 0.7, Rebild = 0.3 }
[pool.kontor]
calendar = "always"
per = "kommune"
staff = { by = "kommune", Aalborg = 1, Rebild = 2 }
)"));
  CHECK(expecting.pool("kontor", "Aalborg").load() == exactly(0.7));
  CHECK(expecting.pool("kontor", "Rebild").load() == exactly(0.15));
}

TEST_CASE("a municipality's cases go by its own rules where something goes by the municipality") {
  const Expecting expecting(
      year() + served(kHoursInYear, R"(
[attribute.kommune]
values = { Aalborg = 0.7, Rebild = 0.3 }
[pool.kontor]
calendar = "always"
per = "kommune"
staff = 1
)",
                      "", R"({ by = "kommune", Aalborg = "faerdig", Rebild = { arbejde = 0.5, faerdig = 0.5 } })"));
  CHECK(expecting.pool("kontor", "Aalborg").load() == exactly(0.7));
  CHECK(expecting.pool("kontor", "Rebild").load() == exactly(0.6));
}

TEST_CASE("the work goes to the places of those whose work it is, also where nothing else goes by the place") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[attribute.by]
values = { x = 0.5, y = 0.5 }
[attribute.sted]
values = { by = "by", x = { n = 0.9, s = 0.1 }, y = { n = 0.2, s = 0.8 } }
[pool.kontor]
calendar = "always"
per = "sted"
staff = 1
[status.a]
on_enter = "sag"
[status.a.exit.ud]
to = "ude"
after = "10 days"
[procedure.sag]
start = "visit"
[procedure.sag.step.visit]
next = { by = "by", x = "arbejde", y = "end" }
[procedure.sag.step.arbejde]
work = { pool = "kontor", time = "1 hour" }
)");
  CHECK(expecting.pool("kontor", "n").hours_needed == exactly(450));
  CHECK(expecting.pool("kontor", "s").hours_needed == exactly(50));
}

TEST_CASE("joint work takes the hours of every pool") {
  const Expecting expecting(year() +
                            served(100, open_pool("kontor", 1) + open_pool("mentor", 1), R"(, also = ["mentor"])"));
  CHECK(expecting.pool("mentor").hours_needed == exactly(100));
}

/// Everyone has a case for the meeting, and leaves by it.
std::string met(double a_year, const std::string& more) {
  return arrivals("a", a_year) + ude() + R"(
[status.a]
on_enter = ["sag"]
[procedure.sag]
start = "paa_dagsorden"
[procedure.sag.step.paa_dagsorden]
meeting = "team"
next = "faerdig"
[procedure.sag.step.faerdig]
become = "ude"
)" + more;
}

TEST_CASE("a meeting's load is its cases against the places of its sessions, its members' hours those that are heard") {
  const Expecting expecting(year() + met(120, R"(
[meeting.team]
every = "7 days"
agenda = 2
per_case = { laege = "30 min" }
per_session = { laege = "1 h" }
)" + open_pool("laege", 1)));
  const double sessions = 365.25 / 7;
  const MeetingLoad& meeting = expecting.meeting("team");
  CHECK(meeting.cases == exactly(120));
  CHECK(meeting.places == exactly(2 * sessions));
  CHECK(meeting.load() == exactly(120 / (2 * sessions)));
  CHECK(meeting.growth() == exactly(120 - 2 * sessions));
  CHECK(expecting.pool("laege").hours_needed == exactly(2 * sessions * 0.5 + sessions * 1.0));
  // On the mean, half the time between sessions.
  CHECK(expecting.status("a").days == exactly(3.5));
}

TEST_CASE("the members of municipalities' meetings are of the region that each lies in") {
  const Expecting expecting(year() + met(100, R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = 0.2, Vejle = 0.3 }
[attribute.region]
values = { by = "kommune", Vejle = { syd = 1.0 }, else = { nord = 1.0 } }
[pool.laege]
calendar = "always"
per = "region"
staff = 1
[meeting.team]
every = "7 days"
per = "kommune"
per_case = { laege = "30 min" }
)"));
  CHECK(expecting.pool("laege", "nord").hours_needed == exactly(70 * 0.5));
  CHECK(expecting.pool("laege", "syd").hours_needed == exactly(30 * 0.5));
}

TEST_CASE("sessions without a quorum are cancelled, and whoever is missing spends no hours") {
  const Expecting expecting(year() + met(50, R"(
[meeting.team]
sessions = "100 per year"
agenda = 1
per_case = { a = "1 h", b = "1 h", c = "1 h" }
absence = { a = 0.1, b = 0.2, c = 0.5 }
quorum = { missing = 1, always = ["a"] }
)" + open_pool("a", 1) + open_pool("b", 1) + open_pool("c", 1)));
  // Held: a is there, and not both b and c are missing.
  CHECK(expecting.meeting("team").held == exactly(100 * 0.9 * (1 - 0.2 * 0.5)));
  CHECK(expecting.meeting("team").places == exactly(81));
  // Of those: b is missing in 0.9 x 0.2 x 0.5 of 0.81, c in 0.9 x 0.8 x 0.5 of it.
  CHECK(expecting.pool("a").hours_needed == exactly(50));
  CHECK(expecting.pool("b").hours_needed == exactly(50 * (1 - 0.09 / 0.81)));
  CHECK(expecting.pool("c").hours_needed == exactly(50 * (1 - 0.36 / 0.81)));
}

TEST_CASE("a meeting without a limit has no load") {
  const Expecting expecting(year() + met(120, "[meeting.team]\nevery = \"7 days\"\n"));
  CHECK(expecting.meeting("team").load() == 0.0);
}

TEST_CASE("a wait for opening is part of how long work takes") {
  // Open 12 hours of 24: in the mean 12²/2/24 = 3 hours until it opens, then an hour of work at half the pace.
  const Expecting expecting(year() + served(100, R"(
[calendar.dag]
hours = { mon = "08:00-20:00", tue = "08:00-20:00", wed = "08:00-20:00", thu = "08:00-20:00", fri = "08:00-20:00", sat = "08:00-20:00", sun = "08:00-20:00" }
[pool.kontor]
staff = 1
calendar = "dag"
)"));
  CHECK(expecting.status("a").days == Approx((3 + 2) / 24.0).epsilon(0.01));
}

TEST_CASE("work goes to the place that a caseload of today is set in") {
  // Nobody comes; the caseload is all in b, where each of it takes an hour a week until it leaves.
  const Expecting expecting(year() + ude() + R"(
[attribute.sted]
values = { a = 0.5, b = "rest" }
[stock.nu]
status = "inde"
count = 100
elapsed = "0 days"
set = { sted = "b" }
[status.inde.exit.ud]
to = "ude"
after = { exponential = "1 year" }
[status.inde.duty.samtale]
procedure = "samtale"
first = "1 week"
every = "1 week"
[procedure.samtale]
start = "arbejde"
[procedure.samtale.step.arbejde]
work = { pool = "kontor", time = "1 h" }
[pool.kontor]
staff = { by = "sted", a = 2, b = 2 }
calendar = "always"
per = "sted"
)");
  const auto hours = [&](const std::string& place) {
    for (const PoolLoad& pool : expecting.load.arms.front().window.pools) {
      if (pool.object.value == place) return pool.hours_needed;
    }
    return -1.0;
  };
  CHECK(hours("a") == 0.0);
  CHECK(hours("b") == Approx(100 * kHoursInYear / (7 * 24) * (1 - std::exp(-1.0))).epsilon(0.03));
}

}  // namespace
}  // namespace sagsflow
