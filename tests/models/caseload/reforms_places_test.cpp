#include <catch2/catch.hpp>

#include "models/caseload/compile.h"
#include "models/process/model.h"
#include "reformed.h"

namespace sagsflow {
namespace {

const std::string kAalborg = "when = { kommune = \"Aalborg\" }";
const std::string kRebild = "when = { kommune = \"Rebild\" }";

std::string kommuner() {
  return "[attribute.kommune]\nvalues = { Aalborg = 0.5, Rebild = \"rest\" }\n";
}
std::string from_aalborg(const std::string& name, int hours) {
  return citizen(name, hours) + "set = { kommune = \"Aalborg\" }\n";
}
std::string from_rebild(const std::string& name, int hours) {
  return citizen(name, hours) + "set = { kommune = \"Rebild\" }\n";
}

/// Two citizens, one from each kommune, on days 0, 10 and 20.
std::string three_pairs() {
  return window("90 days") + kommuner() + from_aalborg("a", 0) + from_aalborg("b", 240) + from_aalborg("c", 480) +
         from_rebild("d", 0) + from_rebild("e", 240) + from_rebild("f", 480) + report("\"kommune\"", "none");
}

std::string refusal(const std::string& text, const std::string& rules) {
  const auto compiled = compile(model_of(text, trial(rules)));
  return compiled ? std::string() : compiled.error();
}

}  // namespace

TEST_CASE("a trial with a place holds for its citizens only, from the beginning or from its date") {
  const std::string law = three_pairs() + sag("s", "[procedure.sag.step.s]\nwait = \"9 days\"\n");
  const auto waits = [&](const Run& run, const char* kommune) {
    return run.of(step("s"), "wait", Statistic::mean, 1, std::string("kommune=") + kommune);
  };
  const Files five = trial("[procedure.sag.step.s]\nwait = \"3 days\"\n");
  const Run always(law + arms(from("", "trial.toml", kAalborg)), five);
  CHECK(waits(always, "Aalborg") == Approx(3));
  CHECK(waits(always, "Rebild") == Approx(9));
  const Run dated(law + arms(from("2018-01-11", "trial.toml", kAalborg)), five);
  CHECK(waits(dated, "Aalborg") == Approx((9 + 3 + 3) / 3.0));
  CHECK(waits(dated, "Rebild") == Approx(9));
}

TEST_CASE("two trials of one arm hold from their own dates in their own places") {
  const std::string law = three_pairs() + sag("s", "[procedure.sag.step.s]\nwait = \"9 days\"\n");
  const Run run(law + arms(from("2018-01-11", "a.toml", kAalborg) + ", " + from("2018-01-21", "b.toml", kRebild)),
                {{"a.toml", "[trial]\nid = \"a\"\n[procedure.sag.step.s]\nwait = \"3 days\"\n"},
                 {"b.toml", "[trial]\nid = \"b\"\n[procedure.sag.step.s]\nwait = \"1 day\"\n"}});
  CHECK(run.of(step("s"), "wait", Statistic::mean, 1, "kommune=Aalborg") == Approx((9 + 3 + 3) / 3.0));
  CHECK(run.of(step("s"), "wait", Statistic::mean, 1, "kommune=Rebild") == Approx((9 + 9 + 1) / 3.0));
}

TEST_CASE("a trial for all from one date and one for a place from another are both in force where both hold") {
  const std::string law = three_pairs() + sag("s", R"(
[procedure.sag.step.s]
wait = "9 days"
next = "t"
[procedure.sag.step.t]
wait = "6 days"
)");
  const Run run(law + arms(from("2018-01-21", "a.toml") + ", " + from("2018-01-11", "b.toml", kAalborg)),
                {{"a.toml", "[trial]\nid = \"a\"\n[procedure.sag.step.s]\nwait = \"3 days\"\n"},
                 {"b.toml", "[trial]\nid = \"b\"\n[procedure.sag.step.t]\nwait = \"1 day\"\n"}});
  // a enters t on day 9, before the date of b; b on day 19, c on day 23.
  CHECK(run.of("procedure.sag", "lead_time", Statistic::mean, 1, "kommune=Aalborg") == Approx((15 + 10 + 4) / 3.0));
  CHECK(run.of("procedure.sag", "lead_time", Statistic::mean, 1, "kommune=Rebild") == Approx((15 + 15 + 9) / 3.0));
}

TEST_CASE("money, exits and duties of who is there change at the date for the trial's place only") {
  const std::string law = window("60 days") + kommuner() + from_aalborg("a", 0) + from_rebild("b", 0) + job() +
                          report("\"kommune\"", "none") + R"(
[status.syg]
benefit = "700 DKK per week"
[status.syg.exit.ud]
to = "job"
after = "20 days"
[status.syg.duty.opf]
procedure = "opf"
first = "15 days"
[procedure.opf]
start = "s"
[procedure.opf.step.s]
wait = "1 h"
)" + arms(from("2018-01-11", "trial.toml", kAalborg));
  const Run run(law, trial("remove = [\"status.syg.duty.opf\"]\n[status.syg]\nbenefit = \"1400 DKK per week\"\n"));
  const auto of = [&](const char* object, const char* measure, Statistic statistic, const char* kommune) {
    return run.of(object, measure, statistic, 1, std::string("kommune=") + kommune);
  };
  CHECK(of("status.syg", "benefit", Statistic::sum, "Aalborg") == Approx(3000));
  CHECK(of("status.syg", "benefit", Statistic::sum, "Rebild") == Approx(2000));
  CHECK(of("status.syg.duty.opf", "held", Statistic::count, "Aalborg") == 0);
  CHECK(of("status.syg.duty.opf", "held", Statistic::count, "Rebild") == 1);
}

TEST_CASE("of separate pools and meetings only the parts change that the trial's place has") {
  const std::string law = window("60 days") + kommuner() + from_aalborg("a", 0) + "batch = 2\n" + from_rebild("b", 0) +
                          "batch = 2\n" + report("\"kommune\"", "none") + R"(
[pool.p]
staff = 1
per = "kommune"
calendar = "always"
[meeting.team]
every = "30 days"
per = "kommune"
)" + sag("s", R"(
[procedure.sag.step.s]
work = { pool = "p", time = "240 h" }
next = "m"
[procedure.sag.step.m]
meeting = "team"
)");
  const Run run(law + arms(from("2018-01-06", "trial.toml", kAalborg)),
                trial("[pool.p]\nstaff = 2\n[meeting.team]\nevery = \"5 days\"\n"));
  const auto wait = [&](const std::string& name, const char* kommune) {
    return run.of(step(name), "wait", Statistic::mean, 1, std::string("kommune=") + kommune);
  };
  CHECK(wait("s", "Aalborg") == Approx(5 / 2.0));
  CHECK(wait("s", "Rebild") == Approx(10 / 2.0));
  CHECK(run.of("pool.p", "available_hours", Statistic::sum, 1, "kommune=Aalborg") == Approx(24 * (5 + 55 * 2)));
  CHECK(run.of("pool.p", "available_hours", Statistic::sum, 1, "kommune=Rebild") == Approx(24 * 60));
  // Done on days 10 and 15, on which there are sessions; in the other kommune on days 10 and 20, for the one on day 30.
  CHECK(wait("m", "Aalborg") == 0);
  CHECK(wait("m", "Rebild") == Approx((20 + 10) / 2.0));
}

TEST_CASE("a trial for some citizens that changes what is everyone's is refused, and says what") {
  const std::string law =
      window("30 days") + kommuner() + from_aalborg("a", 0) + office_hours() +
      "[attribute.risiko]\nvalues = { lav = 0.5, hoej = \"rest\" }\n[pool.p]\nstaff = 1\ncalendar = "
      "\"dag\"\n[meeting.team]\nevery = \"7 days\"\n" +
      sag("s",
          "[procedure.sag.step.s]\nwork = { pool = \"p\", time = { by = \"risiko\", lav = \"1 h\", hoej "
          "= \"2 h\" } }\nnext = \"m\"\n[procedure.sag.step.m]\nmeeting = \"team\"\n") +
      arms(from("2018-01-11", "trial.toml", kAalborg));
  const auto message = [](const std::string& what) {
    return "arm \"forsoeg\": a trial that holds for some citizens only changes " + what +
           ", which is everyone's; take `when` off the trial, or split it";
  };
  CHECK(refusal(law, "[pool.p]\nstaff = 2\n") == message("pool.p"));
  CHECK(refusal(law, "[meeting.team]\nevery = \"5 days\"\n") == message("meeting.team"));
  CHECK(refusal(law, "[arrival.a]\nevery = \"5 days\"\n") == message("arrival.a"));
  CHECK(refusal(law, "[arrival.ny]\nstatus = \"syg\"\nevery = \"5 days\"\n") == message("arrival.ny"));
  CHECK(refusal(law, "[attribute.risiko]\nvalues = { lav = 0.7, hoej = \"rest\" }\n") == message("attribute.risiko"));
  CHECK(refusal(law, "[calendar.dag]\nhours = { mon = \"08:00-20:00\" }\n") == message("calendar.dag"));
  CHECK(refusal(law, "[procedure.sag.step.s]\ndeadline = \"5 days\"\n").empty());
  CHECK(refusal(law, "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"3 h\" }\n").empty());
}

TEST_CASE("a pool or meeting that only a trial for some citizens uses is there for them") {
  const Run run(
      window("60 days") + kommuner() + from_aalborg("a", 0) + from_rebild("b", 0) + office_hours() +
          sag("s", "[procedure.sag.step.s]\nwait = \"9 days\"\n") + arms(from("", "trial.toml", kAalborg)),
      trial("[pool.ny]\nstaff = 1\ncalendar = \"dag\"\n[meeting.ny]\nevery = \"5 days\"\n[procedure.sag.step.s]\n"
            "work = { pool = \"ny\", time = \"4 h\" }\nnext = \"m\"\n[procedure.sag.step.m]\nmeeting = \"ny\"\n"));
  CHECK(run.sum("pool.ny", "hours", 1) == Approx(4));
  CHECK(run.sum("pool.ny", "hours") == 0);
  CHECK(run.count("meeting.ny", "cases", 1) == 1);
  CHECK(run.mean(step("m"), "wait", 1) == Approx(4.5));
}

TEST_CASE("trials for citizens by different attributes may each change what is theirs") {
  // The pools are separate by kommune; the other trial goes by risiko.
  const Run run(window("60 days") + kommuner() + "[attribute.risiko]\nvalues = { lav = 0.5, hoej = \"rest\" }\n" +
                    citizen("a", 0) + "batch = 2\nset = { kommune = \"Aalborg\", risiko = \"hoej\" }\n" +
                    "[pool.p]\nstaff = 1\nper = \"kommune\"\ncalendar = \"always\"\n" +
                    sag("s",
                        "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"240 h\" }\nnext = \"t\"\n"
                        "[procedure.sag.step.t]\nwait = \"5 days\"\n") +
                    arms(from("", "a.toml", kAalborg) + ", " + from("", "b.toml", "when = { risiko = \"hoej\" }")),
                {{"a.toml", "[trial]\nid = \"a\"\n[pool.p]\nstaff = 2\n"},
                 {"b.toml", "[trial]\nid = \"b\"\n[procedure.sag.step.t]\nwait = \"1 day\"\n"}});
  CHECK(run.mean(step("s"), "wait", 1) == 0);
  CHECK(run.mean(step("t"), "wait", 1) == Approx(1));
}

TEST_CASE("an attribute that a trial adds is drawn for everyone it can hold for, those before its date included") {
  const std::string law =
      window("60 days") + kommuner() + citizen("a", 0) + "batch = 400\n" +
      sag("s", "[procedure.sag.step.s]\nwait = \"20 days\"\nnext = \"t\"\n[procedure.sag.step.t]\nwait = \"9 days\"\n");
  const Files rules = trial(
      "[attribute.ny]\nvalues = { ja = 0.5, nej = \"rest\" }\n[procedure.sag.step.t]\nwait = { by = \"ny\", ja "
      "= \"9 days\", nej = \"5 days\" }\n");
  for (const std::string& use :
       {from("2018-01-11"), from("2018-01-11", "trial.toml", "when = { kommune = [\"Aalborg\", \"Rebild\"] }")}) {
    const Run run(law + arms(use), rules);
    CHECK(run.mean(step("t"), "wait", 1) == Approx(7).margin(0.4));  // two standard errors are 0.2
    CHECK(run.mean(step("t"), "wait", 1) == Run(law + arms("\"trial.toml\""), rules).mean(step("t"), "wait", 1));
  }
}

}  // namespace sagsflow
