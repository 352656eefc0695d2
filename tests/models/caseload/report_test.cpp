#include <catch2/catch.hpp>

#include "models/caseload/compile.h"
#include "reformed.h"

namespace sagsflow {
namespace {

/// `[run]`, from a date.
std::string run_from(const std::string& start, const std::string& length, const std::string& run_out = "0 days") {
  return "[run]\nstart = " + start + "\nlength = \"" + length + "\"\nrun_out = \"" + run_out +
         "\"\nwarm_up = \"24000 h\"\nreplications = 1\n";
}

const Summary& in_group(const Run& run, const std::string& object, const std::string& measure,
                        const std::string& group) {
  return summary(run, object, measure, 0, group, {});
}
const Summary& in_period(const Run& run, const std::string& object, const std::string& measure,
                         const std::string& period) {
  return summary(run, object, measure, 0, {}, period);
}

}  // namespace

TEST_CASE("periods have the calendar's names, the first and the last what the window has of them") {
  const auto periods = [](const std::string& run, const std::string& kind) {
    return compile(model_of(run + citizen() + job() + "[status.syg]\n" + report("", kind)))->divisions.periods;
  };
  using std::chrono::sys_days, std::chrono::year, std::chrono::January, std::chrono::February, std::chrono::March,
      std::chrono::December;
  const auto months = periods(run_from("2018-01-15", "60 days"), "month");
  REQUIRE(months.size() == 3);
  CHECK(months[0].name == "2018-01");
  CHECK(months[0].window.opens == Time(sys_days(year(2018) / January / 15)));
  CHECK(months[0].window.closes == Time(sys_days(year(2018) / February / 1)));
  CHECK(months[1].name == "2018-02");
  CHECK(months[1].window.length() == 28 * kDay);
  CHECK(months[2].name == "2018-03");
  CHECK(months[2].window.closes == Time(sys_days(year(2018) / March / 16)));
  const auto quarters = periods(run_from("2017-12-15", "107 days"), "quarter");
  REQUIRE(quarters.size() == 2);
  CHECK(quarters[0].name == "2017-Q4");
  CHECK(quarters[0].window.length() == 17 * kDay);
  CHECK(quarters[1].name == "2018-Q1");
  CHECK(quarters[1].window.length() == 90 * kDay);
  const auto years = periods(run_from("2017-12-15", "400 days"), "year");
  REQUIRE(years.size() == 3);
  CHECK(years[0].name == "2017");
  CHECK(years[1].name == "2018");
  CHECK(years[1].window.length() == 365 * kDay);
  CHECK(years[2].name == "2019");
  CHECK(years[2].window.length() == 18 * kDay);
}

TEST_CASE("accounts are clipped to the month, a level begins it with the value it has") {
  // In "syg" from 25 January to 14 February, of a window from 15 January to 16 March.
  const Run run(run_from("2018-01-15", "60 days") + citizen("en", 240) + job() + report("", "month") + R"(
[status.syg]
benefit = "700 DKK per week"
[status.syg.exit.ud]
to = "job"
after = "20 days"
)");
  const auto stock = [&](const char* period) { return in_period(run, "status.syg", "stock", period); };
  CHECK(stock("2018-01").sum == Approx(7));
  CHECK(stock("2018-01").count == Approx(17));
  CHECK(stock("2018-01").mean == Approx(7.0 / 17));
  CHECK(stock("2018-01").at_start == 0);
  CHECK(stock("2018-01").at_end == 1);
  CHECK(stock("2018-02").mean == Approx(13.0 / 28));
  CHECK(stock("2018-02").at_start == 1);
  CHECK(stock("2018-02").at_end == 0);
  CHECK(stock("2018-02").max == 1);
  CHECK(stock("2018-03").mean == 0);
  CHECK(stock("2018-03").at_start == 0);
  CHECK(in_period(run, "total", "citizens", "2018-02").at_start == 1);
  CHECK(in_period(run, "status.syg", "benefit", "2018-01").sum == Approx(700));
  CHECK(in_period(run, "status.syg", "benefit", "2018-02").sum == Approx(1300));
  CHECK(in_period(run, "status.syg", "entries", "2018-01").count == 1);
  CHECK(in_period(run, "status.syg", "entries", "2018-02").count == 0);
  CHECK(in_period(run, "status.syg", "exits", "2018-01").count == 0);
  CHECK(in_period(run, "status.syg", "exits", "2018-02").count == 1);
  CHECK(in_period(run, "status.syg.exit.ud", "share", "2018-02").mean == 1);
  // A spell belongs to the month it begins in, with its whole length.
  CHECK(in_period(run, "status.syg", "duration", "2018-01").mean == Approx(20));
  CHECK(in_period(run, "status.syg", "duration", "2018-02").count == 0);
}

TEST_CASE("a level that does not change all month is what it was when the month began") {
  const Run run(run_from("2018-01-15", "60 days") + citizen("en", 240) + "batch = 3\n" + report("", "month") +
                "[status.syg]\n");
  const Summary february = in_period(run, "status.syg", "stock", "2018-02");
  CHECK(february.mean == 3);
  CHECK(february.at_start == 3);
  CHECK(february.at_end == 3);
  CHECK(in_period(run, "status.syg", "stock", "2018-03").at_end == 3);
  CHECK(in_period(run, "status.syg", "stock", "2018-03").count == Approx(15));
}

TEST_CASE("a wait belongs to the month in which it began, work and queue to the months they last in") {
  // Two ask on 25 January for 20 days of work by one person: worked from 25 January to 14 February and on to 6 March.
  const Run run(run_from("2018-01-15", "60 days") + citizen("en", 240) + "batch = 2\n" + report("", "month") +
                pool("p", "cost = \"10 DKK per hour\"") + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "s"
[procedure.sag.step.s]
work = { pool = "p", time = "480 h" }
)");
  const auto at = [&](const char* object, const char* measure, const char* period) {
    return in_period(run, object, measure, period);
  };
  const char* step = "procedure.sag.step.s";
  CHECK(at(step, "wait", "2018-01").count == 2);
  CHECK(at(step, "wait", "2018-01").mean == Approx(10));
  CHECK(at(step, "wait", "2018-02").count == 0);
  CHECK(at(step, "cause.busy", "2018-01").sum == Approx(20));
  CHECK(at(step, "cause.busy", "2018-02").sum == 0);
  CHECK(at(step, "hours", "2018-01").sum == Approx(7 * 24));
  CHECK(at(step, "hours", "2018-02").sum == Approx(28 * 24));
  CHECK(at(step, "hours", "2018-03").sum == Approx(5 * 24));
  CHECK(at("pool.p", "hours", "2018-02").sum == Approx(28 * 24));
  CHECK(at("pool.p", "cost", "2018-03").sum == Approx(50 * 24));
  CHECK(at("pool.p", "available_hours", "2018-01").sum == Approx(17 * 24));
  CHECK(at("pool.p", "idle_hours", "2018-01").sum == Approx(10 * 24));
  CHECK(at("pool.p", "utilisation", "2018-01").mean == Approx(7.0 / 17));
  CHECK(at("pool.p", "utilisation", "2018-02").mean == Approx(1));
  CHECK(at("pool.p", "utilisation", "2018-03").mean == Approx(5.0 / 15));
  CHECK(at("pool.p", "queue", "2018-01").mean == Approx(7.0 / 17));
  CHECK(at("pool.p", "queue", "2018-02").mean == Approx(13.0 / 28));
  CHECK(at(step, "queue", "2018-02").mean == Approx(13.0 / 28));
  CHECK(at("pool.p", "wait", "2018-01").count == 2);
  CHECK(at("procedure.sag", "started", "2018-01").count == 2);
  CHECK(at("procedure.sag", "completed", "2018-02").count == 1);
  CHECK(at("procedure.sag", "completed", "2018-03").count == 1);
  CHECK(at("procedure.sag", "lead_time", "2018-01").mean == Approx(30));
  CHECK(at("total", "staff_hours", "2018-02").sum == Approx(28 * 24));
}

TEST_CASE("a group is the value on arrival, though a step sets the attribute later") {
  const Run run(window("30 days") + citizen("en") + "set = { kommune = \"Aalborg\" }\n" + citizen("to") +
                "set = { kommune = \"Rebild\" }\n" + report("\"kommune\"", "none") + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = "rest" }
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "flytter"
[procedure.sag.step.flytter]
wait = { by = "kommune", Aalborg = "4 days", Rebild = "6 days" }
set = { kommune = "Rebild" }
next = "efter"
[procedure.sag.step.efter]
wait = { by = "kommune", Aalborg = "1 day", Rebild = "2 days" }
)");
  CHECK(in_group(run, "procedure.sag.step.flytter", "wait", "kommune=Aalborg").mean == Approx(4));
  CHECK(in_group(run, "procedure.sag.step.efter", "wait", "kommune=Aalborg").mean == Approx(2));
  CHECK(in_group(run, "procedure.sag.step.efter", "entries", "kommune=Aalborg").count == 1);
  CHECK(in_group(run, "procedure.sag.step.efter", "entries", "kommune=Rebild").count == 1);
  CHECK(in_group(run, "procedure.sag", "lead_time", "kommune=Aalborg").mean == Approx(6));
  CHECK(in_group(run, "status.syg", "stock", "kommune=Aalborg").at_end == 1);
  CHECK(in_group(run, "arrival.en", "count", "kommune=Aalborg").count == 1);
  CHECK(in_group(run, "arrival.en", "count", "kommune=Rebild").count == 0);
}

}  // namespace sagsflow
