#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

/// A window of 40 days in which one citizen comes on day 1 and stays 20 days and another comes on day 2 and stays 40; a
/// duty falls due every 6 days. Everyone is looked at after 1 and after 3 weeks.
std::string two_stays() {
  std::string text = window("40 days", "40 days") + citizen("a", 24) + citizen("b", 48) + job();
  text.insert(text.find("length"), "ages = [\"7 days\", \"3 weeks\"]\n");
  return text + R"(
[attribute.slags]
values = { kort = 0.0, lang = 1.0 }
[arrival.a.set]
slags = "kort"
[status.syg.exit.ud]
to = "job"
after = { by = "slags", kort = "20 days", lang = "40 days" }
[status.syg.duty.samtale]
procedure = "samtale"
first = "6 days"
every = "6 days"
[procedure.samtale]
start = "s"
[procedure.samtale.step.s]
set = { set_til = true }
)";
}

}  // namespace

TEST_CASE("at an age the cohort is counted by status, those who have left by where they went") {
  const Run run(two_stays());
  CHECK(run.mean("status.syg", "at_age.1 week.share") == Approx(1.0));
  CHECK(run.mean("status.syg", "at_age.3 weeks.share") == Approx(0.5));
  CHECK(run.mean("status.job", "at_age.3 weeks.share") == Approx(0.5));
  CHECK(run.count("status.syg", "at_age.3 weeks.share") == 2);
}

TEST_CASE("at an age the duties held are counted of those still in the status they came in") {
  const Run run(two_stays());
  // After 7 days one each, on day 6; after 21 days b has had three, on days 6, 12 and 18, and a has left.
  CHECK(run.mean("status.syg.duty.samtale", "held_at.1 week") == Approx(1.0));
  CHECK(run.count("status.syg.duty.samtale", "held_at.1 week") == 2);
  CHECK(run.mean("status.syg.duty.samtale", "held_at.3 weeks") == Approx(3.0));
  CHECK(run.count("status.syg.duty.samtale", "held_at.3 weeks") == 1);
}

TEST_CASE("a procedure that a status starts twice has its own luck each time") {
  const Run run(window("10 days", "400 days") + citizen() +
                "[status.syg]\non_enter = [\"sag\", \"sag\"]\n[procedure.sag]\nstart = \"s\"\n"
                "[procedure.sag.step.s]\nwait = { exponential = \"5 days\" }\n");
  CHECK(run.count("procedure.sag.step.s", "entries") == 2);
  CHECK(run.of("procedure.sag.step.s", "wait", Statistic::sd) > 0.01);
}

}  // namespace sagsflow
