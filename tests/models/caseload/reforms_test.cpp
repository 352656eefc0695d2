#include <catch2/catch.hpp>

#include "models/caseload/compile.h"
#include "reformed.h"

namespace sagsflow {

TEST_CASE("a step's rule is the one in force when it is entered") {
  // The trial begins on day 10. Entered on day 0, an hour before the date, and on the date itself.
  const Run run(
      window("60 days") + citizen("a", 0) + citizen("b", 239) + citizen("c", 240) + sag("s", R"(
[procedure.sag.step.s]
wait = "20 days"
fee = "10 DKK"
next = "t"
[procedure.sag.step.t]
wait = "3 days"
)") + arms(from("2018-01-11")),
      trial(
          "[procedure.sag.step.s]\nwait = \"5 days\"\nfee = \"100 DKK\"\n[procedure.sag.step.t]\nwait = \"1 day\"\n"));
  CHECK(run.mean(step("s"), "wait") == Approx(20));
  CHECK(run.mean(step("s"), "wait", 1) == Approx((20 + 20 + 5) / 3.0));
  CHECK(run.sum(step("s"), "fee", 1) == Approx(10 + 10 + 100));
  CHECK(run.mean(step("t"), "wait", 1) == Approx(1));  // entered later, by all
}

TEST_CASE("a citizen in a step that the trial removed follows the old rule out of it") {
  const std::string law = window("60 days") + citizen("a", 0) + citizen("b", 240) + sag("s", R"(
[procedure.sag.step.s]
wait = "20 days"
next = "t"
[procedure.sag.step.t]
wait = "3 days"
next = "u"
[procedure.sag.step.u]
wait = "2 days"
)") + arms(from("2018-01-11"));
  // a is in s, which is gone, and goes on to t, whose rule is now another.
  const Run first(law, trial("remove = [\"procedure.sag.step.s\"]\n[procedure.sag]\nstart = \"t\"\n"
                             "[procedure.sag.step.t]\nwait = \"1 day\"\n"));
  CHECK(first.count(step("s"), "entries", 1) == 1);
  CHECK(first.mean("procedure.sag", "lead_time", 1) == Approx((20 + 1 + 2 + 1 + 2) / 2.0));
  // a is in s, whose old rule leads to t, which is gone: t has its old rule, and leads on to u, which has its new one.
  const Run next(law,
                 trial("remove = [\"procedure.sag.step.t\"]\n[procedure.sag.step.s]\nwait = \"4 days\"\nnext = \"u\"\n"
                       "[procedure.sag.step.u]\nwait = \"1 day\"\n"));
  CHECK(next.count(step("t"), "entries", 1) == 1);
  CHECK(next.mean("procedure.sag", "lead_time", 1) == Approx((20 + 3 + 1 + 4 + 1) / 2.0));
}

TEST_CASE("drawn exits keep their draw, the next spell has the new rule") {
  const Run run(window("100 days") + citizen("a", 0) + citizen("b", 240) + job() +
                    "[status.syg.exit.ud]\nto = \"job\"\nafter = \"30 days\"\n" + arms(from("2018-01-11")),
                trial("[status.syg.exit.ud]\nafter = \"5 days\"\n"));
  CHECK(run.mean("status.syg", "duration") == Approx(30));
  CHECK(run.mean("status.syg", "duration", 1) == Approx((30 + 5) / 2.0));
}

TEST_CASE("a removed exit stops, one that is added begins with the next spell") {
  const std::string law = window("100 days") + citizen("a", 0) + job() +
                          "[status.syg.exit.igen]\nto = \"syg\"\nafter = \"40 days\"\n" + arms(from("2018-01-11"));
  const Run added(law, trial("[status.syg.exit.ud]\nto = \"job\"\nafter = \"2 days\"\n"));
  CHECK(added.mean("total", "time_in_system", 1) == Approx(42));
  CHECK(added.count("status.syg.exit.ud", "count", 1) == 1);
  const Run removed(law, trial("remove = [\"status.syg.exit.igen\"]\n"));
  CHECK(removed.count("status.syg.exit.igen", "count") == 2);
  CHECK(removed.count("status.syg.exit.igen", "count", 1) == 0);
  CHECK(removed.of("status.syg", "stock", Statistic::at_end, 1) == 1);
}

TEST_CASE("an exit's speed changes at the date, with what is left of its clock") {
  // 10 of 30 days are spent; the other 20 go at twice the speed, or never while `when` does not hold.
  const std::string law = window("100 days") + citizen("a", 0) + "set = { psykolog = true }\n" + job() +
                          "[status.syg.exit.ud]\nto = \"job\"\nafter = \"30 days\"\n" + arms(from("2018-01-11"));
  const Run faster(law, trial("[status.syg.exit.ud]\nspeed = { psykolog = 2.0 }\n"));
  CHECK(faster.mean("status.syg", "duration") == Approx(30));
  CHECK(faster.mean("status.syg", "duration", 1) == Approx(20));
  const Run stopped(law, trial("[status.syg.exit.ud]\nwhen = { psykolog = false }\n"));
  CHECK(stopped.of("status.syg", "stock", Statistic::at_end, 1) == 1);
  // And back again on day 20: it has stood still for 10 days.
  const Run again(law.substr(0, law.find("[[arm]]")) + arms(from("2018-01-11") + ", " + from("2018-01-21", "to.toml")) +
                      "last_wins = true\n",
                  {{"trial.toml", "[trial]\nid = \"et\"\n[status.syg.exit.ud]\nwhen = { psykolog = false }\n"},
                   {"to.toml", "[trial]\nid = \"to\"\n[status.syg.exit.ud]\nwhen = { psykolog = true }\n"}});
  CHECK(again.mean("status.syg", "duration", 1) == Approx(40));
}

TEST_CASE("a removed duty stops, also what it has begun no longer meets it") {
  // Due on days 10, 20, 30 …; its procedure takes 6 days. The trial begins on day 35.
  const Run run(window("100 days") + citizen("a", 0) + duty("wait = \"6 days\"") + arms(from("2018-02-05")),
                trial("remove = [\"status.syg.duty.opf\"]\n"));
  CHECK(run.count("status.syg.duty.opf", "due") == 9);
  CHECK(run.count("status.syg.duty.opf", "held") == 9);
  CHECK(run.count("status.syg.duty.opf", "due", 1) == 3);
  CHECK(run.count("status.syg.duty.opf", "held", 1) == 2);
  CHECK(run.count("status.syg.duty.opf", "missed", 1) == 0);
  CHECK(run.count("procedure.opf", "completed", 1) == 3);
}

TEST_CASE("a cadence changes from the next due, and an added duty begins with the next spell") {
  // Due on days 10, 20 and, with the cadence of the trial of day 12, 25, 30, 35, 40.
  const Run faster(window("41 days") + citizen("a", 0) + duty("wait = \"1 h\"") + arms(from("2018-01-13")),
                   trial("[status.syg.duty.opf]\nevery = \"5 days\"\n"));
  CHECK(faster.count("status.syg.duty.opf", "due") == 4);
  CHECK(faster.count("status.syg.duty.opf", "due", 1) == 6);
  // A spell of 40 days and then one more, whose duty is due 10 days into it.
  const Run added(window("79 days") + citizen("a", 0) + job() +
                      "[status.syg.exit.igen]\nto = \"syg\"\nafter = \"40 days\"\n[procedure.opf]\nstart = \"s\"\n"
                      "[procedure.opf.step.s]\nwait = \"1 h\"\n" +
                      arms(from("2018-01-13")),
                  trial("[status.syg.duty.opf]\nprocedure = \"opf\"\nfirst = \"10 days\"\n"));
  CHECK(added.count("status.syg.duty.opf", "due", 1) == 1);
  CHECK(added.count("status.syg.duty.opf", "held", 1) == 1);
}

TEST_CASE("again goes by the number in force at each end of a visit, and keeps its count across the date") {
  // Four visits of 5 days by the law. From day 7: visits entered later go back at most once, and one has done so by
  // then.
  const std::string law = window("60 days") + citizen("a", 0) + sag("s", R"(
[procedure.sag.step.s]
wait = "5 days"
again = { step = "s", times = 3 }
)");
  const Run fewer(law + arms(from("2018-01-08")),
                  trial("[procedure.sag.step.s]\nagain = { step = \"s\", times = 1 }\n"));
  CHECK(fewer.count(step("s"), "entries") == 4);
  CHECK(fewer.count(step("s"), "entries", 1) == 3);  // the second was entered under the old rule
  const Run more(law + arms(from("2018-01-08")),
                 trial("[procedure.sag.step.s]\nagain = { step = \"s\", times = 5 }\n"));
  CHECK(more.count(step("s"), "entries", 1) == 6);
}

TEST_CASE("a loop that only the trial has gives the visits before it the same luck") {
  const std::string law = window("200 days", "100 days") + "[arrival.nye]\nstatus = \"syg\"\nevery = \"1 day\"\n" +
                          sag("s", R"(
[procedure.sag.step.s]
wait = { exponential = "5 days" }
next = { t = 0.5, end = "rest" }
[procedure.sag.step.t]
wait = { exponential = "3 days" }
)") + arms(from("2018-04-11")) +
                          report("", "quarter");
  const Run run(law, trial("[procedure.sag.step.t]\nagain = { step = \"s\", times = 2 }\n"));
  const auto before = [&](const char* object, const char* measure, std::size_t arm) {
    return summary(run, object, measure, arm, {}, "2018-Q1");
  };
  for (const std::string& name : {step("s"), step("t")}) {
    CHECK(before(name.c_str(), "wait", 0).count > 10);
    CHECK(same(before(name.c_str(), "wait", 0), before(name.c_str(), "wait", 1)));
  }
  CHECK(run.count(step("s"), "entries", 1) > run.count(step("s"), "entries"));
}

TEST_CASE("a procedure that the trial adds can be started, and its steps are measured") {
  const Run run(window("60 days") + citizen("a", 0) + citizen("b", 240) +
                    sag("s", "[procedure.sag.step.s]\nwait = \"2 days\"\n") + arms(from("2018-01-11")),
                trial("[status.syg]\non_enter = [\"ny\"]\n[procedure.ny]\nstart = \"t\"\n"
                      "[procedure.ny.step.t]\nwait = \"7 days\"\ndeadline = \"5 days\"\n"));
  CHECK(run.count("procedure.ny.step.t", "entries", 1) == 1);
  CHECK(run.mean("procedure.ny.step.t", "wait", 1) == Approx(7));
  CHECK(run.count("procedure.ny.step.t", "over_deadline", 1) == 1);
}

TEST_CASE("a trial from a date gives up to it what the law gives") {
  const Run run(busy_place() + arms(from("2018-04-01")) + report("\"kommune\"", "quarter"), trial(much()));
  int flows = 0;
  for (std::size_t i = 0; i < run.results.catalogue.size(); ++i) {
    const MeasureInfo& info = run.results.catalogue[i];
    if (info.period != "2018-Q1" || (info.kind != MeasureKind::count && info.kind != MeasureKind::total)) continue;
    if (info.measure.starts_with("cause.") || info.measure == "over_deadline") continue;  // of waits that go on
    INFO(info.object << " " << info.measure << " " << info.group);
    const Summary& law = run.results.observations[0].replications[0].measures[i];
    const Summary& other = run.results.observations[1].replications[0].measures[i];
    if (info.unit == Unit::dkk) {
      CHECK(other.sum == Approx(law.sum).epsilon(1e-12));  // summed up to the date, and on from there
    } else {
      CHECK(same(law, other));
    }
    ++flows;
  }
  CHECK(flows > 50);
  CHECK(run.count("total", "citizens", 1) == run.count("total", "citizens"));
  CHECK(run.sum("pool.p", "hours", 1) != run.sum("pool.p", "hours"));
}

TEST_CASE("a trial that begins after the end gives the law's results, to the bit") {
  for (const std::string& when : {std::string(), std::string("when = { kommune = \"Aalborg\" }")}) {
    const std::string rules = when.empty() ? much() : much_for_some();
    const Run run(busy_place() + arms(from("2030-01-01", "trial.toml", when)), trial(rules));
    for (std::size_t i = 0; i < run.results.catalogue.size(); ++i) {
      INFO(run.results.catalogue[i].object << " " << run.results.catalogue[i].measure);
      CHECK(same(run.results.observations[0].replications[0].measures[i],
                 run.results.observations[1].replications[0].measures[i]));
    }
  }
}

TEST_CASE("a trial that began before the clock gives what an undated trial gives, to the bit") {
  const Run dated(busy_place() + arms(from("2010-01-01")), trial(much()));
  const Run undated(busy_place() + arms("\"trial.toml\""), trial(much()));
  CHECK(same(dated.results, undated.results));
  CHECK_FALSE(same(dated.results, Run(busy_place() + arms(from("2030-01-01")), trial(much())).results));
}

TEST_CASE("a clock that a reform lets count from when a duty was held last knows of it from before") {
  // Ill from day 0 to 16, held on day 10; ill again from day 41 to 57. Since day 10: 6 days, and 14 more on day 55.
  const auto held = [](const std::string& length) {
    const Run run(window(length) + citizen() + job() +
                      "[status.syg.exit.pause]\nto = \"uden\"\nafter = \"16 days\"\n"
                      "[status.uden.exit.igen]\nto = \"syg\"\nafter = \"25 days\"\n"
                      "[status.syg.duty.opf]\nprocedure = \"opf\"\nfirst = \"10 days\"\n"
                      "[procedure.opf]\nstart = \"s\"\n[procedure.opf.step.s]\n" +
                      arms(from("2018-01-31")),
                  trial("[status.syg.duty.opf]\nfirst = { accumulated = \"20 days\" }\n"));
    return run.count("status.syg.duty.opf", "held", 1);
  };
  CHECK(held("54 days") == 1);
  CHECK(held("56 days") == 2);
}

}  // namespace sagsflow
