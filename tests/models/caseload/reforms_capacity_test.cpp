#include <catch2/catch.hpp>

#include "reformed.h"

namespace sagsflow {
namespace {

/// `batch` citizens at the opening of the window who need `hours` each of one pool.
std::string work(int batch, int hours) {
  return citizen("a", 0) + "batch = " + std::to_string(batch) + "\n" +
         sag("s", "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"" + std::to_string(hours) + " h\" }\n");
}

}  // namespace

TEST_CASE("staff changes at the date, who is being worked for is finished") {
  // Three pieces of 10 days. One person, from day 5 on three: waits of 0, 5, 5.
  const Run more(window("60 days") + work(3, 240) + pool("p") + arms(from("2018-01-06")),
                 trial("[pool.p]\nstaff = 3\n"));
  CHECK(more.mean(step("s"), "wait") == Approx(10));
  CHECK(more.mean(step("s"), "wait", 1) == Approx(10.0 / 3));
  CHECK(more.sum("pool.p", "available_hours", 1) == Approx(24 * (5 + 55 * 3)));
  // Four pieces; two people, from day 5 on one: the two that run are finished on day 10, then one at a time.
  const Run fewer(
      window("60 days") + work(4, 240) + "[pool.p]\nstaff = 2\ncalendar = \"always\"\n" + arms(from("2018-01-06")),
      trial("[pool.p]\nstaff = 1\n"));
  CHECK(fewer.mean(step("s"), "wait") == Approx(5));
  CHECK(fewer.mean(step("s"), "wait", 1) == Approx((0 + 0 + 10 + 20) / 4.0));
  CHECK(fewer.sum("pool.p", "hours", 1) == Approx(4 * 240));
}

TEST_CASE("what an hour costs and takes changes at the date for work that begins then, not for work under way") {
  // Two pieces of 240 h of casework one after the other; from day 5 an hour costs 200 and half of it is usable.
  const Run run(window("60 days") + work(2, 240) + pool("p", "cost = \"100 DKK per hour\"") + arms(from("2018-01-06")),
                trial("[pool.p]\ncost = \"200 DKK per hour\"\nusable = 0.5\n"));
  CHECK(run.sum("pool.p", "cost") == Approx(480 * 100));
  CHECK(run.sum("pool.p", "cost", 1) == Approx(240 * 100 + 480 * 200));
  CHECK(run.sum("pool.p", "hours", 1) == Approx(480));
  CHECK(run.mean("procedure.sag", "lead_time", 1) == Approx((10 + 30) / 2.0));
}

TEST_CASE("a calendar changes at the date, for the work that is under way too") {
  // 32 h from Monday at 08:00: to Thursday at 16:00. With 12 h a day from Wednesday on: to Thursday at 12:00.
  const Run run(
      window("30 days") + work(1, 32) + office_hours() + "[pool.p]\nstaff = 1\ncalendar = \"dag\"\n" +
          arms(from("2018-01-03")),
      trial("[calendar.dag]\nhours = { mon = \"08:00-20:00\", tue = \"08:00-20:00\", wed = \"08:00-20:00\", thu = "
            "\"08:00-20:00\", fri = \"08:00-20:00\" }\n"));
  CHECK(run.mean(step("s"), "time") == Approx(88 / 24.0));
  CHECK(run.mean(step("s"), "time", 1) == Approx(84 / 24.0));
  CHECK(run.sum("pool.p", "available_hours", 1) == Approx(2 * 8 + 20 * 12));
  // Another calendar than before, and one that is always open.
  const Run always(window("30 days") + work(1, 32) + office_hours() + "[pool.p]\nstaff = 1\ncalendar = \"dag\"\n" +
                       arms(from("2018-01-03")),
                   trial("[pool.p]\ncalendar = \"always\"\n"));
  CHECK(always.mean(step("s"), "time", 1) == Approx((48 + 16) / 24.0));
}

TEST_CASE("absence that begins at a date is what it would have been all along, for every day from then on") {
  // The window opens a month after the date: whoever is away on a day is away whenever the rule began.
  const auto available = [](const std::string& calendar, const std::string& rules, const std::string& use) {
    const Run run(window("60 days") + work(1, 1) + office_hours() + "[pool.p]\nstaff = 100\ncalendar = \"" + calendar +
                      "\"\n" + arms(use),
                  trial("[pool.p]\n" + rules));
    return run.sum("pool.p", "available_hours", 1);
  };
  const auto check = [&](const std::string& calendar, const std::string& rules, double of_all) {
    INFO(calendar << " " << rules);
    const double dated = available(calendar, rules, from("2017-12-01"));
    CHECK(dated == available(calendar, rules, "\"trial.toml\""));
    CHECK(dated == Approx(0.7 * of_all).epsilon(0.03));  // three standard errors
  };
  const double office = 100 * 8 * 44, always = 100 * 24 * 60;  // 44 weekdays in January and February and on 1 March
  check("dag", "absence = 0.3\n", office);
  check("always", "absence = 0.3\n", always);
  check("dag", "absence = 0.3\ncalendar = \"always\"\n", always);
  check("always", "absence = 0.3\ncalendar = \"dag\"\n", office);
}

TEST_CASE("sessions fall where the new interval has them from the date on") {
  // Every 10 days from the opening: days 0, 10, 20. From day 11 every 4 days from the opening: 0, 10, 12, 16, 20,
  // 24, 28.
  const std::string law = window("30 days") + citizen("a", 24 * 10 + 12) +
                          sag("m", "[procedure.sag.step.m]\nmeeting = \"team\"\n") +
                          "[meeting.team]\nevery = \"10 days\"\n" + arms(from("2018-01-12"));
  const Run run(law, trial("[meeting.team]\nevery = \"4 days\"\n"));
  CHECK(run.count("meeting.team", "sessions") == 3);
  CHECK(run.count("meeting.team", "sessions", 1) == 7);
  CHECK(run.mean(step("m"), "wait") == Approx(9.5));
  CHECK(run.mean(step("m"), "wait", 1) == Approx(1.5));
  // A date on which the old and the new interval have a session: one.
  const Run same_day(law.substr(0, law.find("[[arm]]")) + arms(from("2018-01-11")),
                     trial("[meeting.team]\nevery = \"5 days\"\n"));
  CHECK(same_day.count("meeting.team", "sessions", 1) == 5);
  const Run as_it_was(law, trial("[meeting.team]\nagenda = 7\n"));
  CHECK(as_it_was.count("meeting.team", "sessions", 1) == 3);
}

TEST_CASE("an agenda and its members change at the date") {
  // Three cases from day 3, one a session and an hour each; from day 15 two, and two hours: day 10, and twice on
  // day 20.
  const Run run(window("60 days") + citizen("a", 72) + "batch = 3\n" + pool("p") + pool("q") +
                    sag("m", "[procedure.sag.step.m]\nmeeting = \"team\"\n") +
                    "[meeting.team]\nevery = \"10 days\"\nagenda = 1\nper_case = { p = \"1 h\" }\n" +
                    arms(from("2018-01-16")),
                trial("[meeting.team]\nagenda = 2\nper_case = { p = \"2 h\", q = \"30 min\" }\n"));
  CHECK(run.mean(step("m"), "wait") == Approx(17));
  CHECK(run.mean(step("m"), "wait", 1) == Approx((7 + 17 + 17) / 3.0));
  CHECK(run.sum("pool.p", "hours", 1) == Approx(1 + 2 * 2));
  CHECK(run.sum("pool.q", "hours", 1) == Approx(2 * 0.5));
}

TEST_CASE("a benefit, its absence and the state's share change at the date") {
  // 20 days in the status, of which 10 after the date.
  const std::string law =
      window("60 days") + citizen("a", 0) + job() + "[status.syg.exit.ud]\nto = \"job\"\nafter = \"20 days\"\n";
  const std::string paid = "[status.syg]\nbenefit = \"700 DKK per week\"\n[refund]\nafter = { \"0 weeks\" = 0.5 }\n";
  const std::string dated = arms(from("2018-01-11"));
  const Run more(law + paid + dated, trial("[status.syg]\nbenefit = \"1400 DKK per week\"\n"));
  CHECK(more.sum("status.syg", "benefit") == Approx(2000));
  CHECK(more.sum("status.syg", "benefit", 1) == Approx(1000 + 2000));
  const Run first(law + dated, trial("[status.syg]\nbenefit = \"1400 DKK per week\"\n"));
  CHECK(first.sum("status.syg", "benefit") == 0);
  CHECK(first.sum("status.syg", "benefit", 1) == Approx(2000));
  const Run none(law + paid + dated, trial("remove = [\"status.syg.benefit\"]\n"));
  CHECK(none.sum("status.syg", "benefit", 1) == Approx(1000));
  const Run share(law + paid + dated, trial("[refund]\nafter = { \"0 weeks\" = 0.8, \"15 days\" = 0.1 }\n"));
  CHECK(share.sum("status.syg", "state_net") == Approx(1000));
  CHECK(share.sum("status.syg", "state_net", 1) == Approx(1000 * 0.5 + 500 * 0.8 + 500 * 0.1));
}

TEST_CASE("arrivals at another rate from a date are the same citizens up to it, and are not paired") {
  const std::string law = window_without_warm_up("90 days") +
                          "[arrival.nye]\nstatus = \"syg\"\nrate = \"2 per day\"\n" +
                          sag("s", "[procedure.sag.step.s]\nwait = { exponential = \"3 h\" }\n");
  const Run run(law + report("", "month") + arms(from("2018-03-01")), trial("[arrival.nye]\nrate = \"8 per day\"\n"));
  const auto waits = [&](const char* period, std::size_t arm) {
    return summary(run, step("s"), "wait", arm, {}, period);
  };
  CHECK(waits("2018-01", 0).count > 30);
  CHECK(same(waits("2018-01", 0), waits("2018-01", 1)));
  CHECK(same(waits("2018-02", 0), waits("2018-02", 1)));
  CHECK(waits("2018-03", 1).count == Approx(4 * 62).epsilon(0.2));
  const CitizenChanges& changes = run.results.observations[1].changes[0];
  CHECK(changes.unpaired == run.count("arrival.nye", "count", 1));
  CHECK(changes.same + changes.shorter + changes.longer == 0);
}

TEST_CASE("arrivals at intervals: the interval under way is finished, a new arrival begins at the date") {
  const std::string law = window_without_warm_up("31 days") +
                          "[arrival.a]\nstatus = \"syg\"\nevery = \"10 days\"\n[status.syg]\n" +
                          arms(from("2018-01-16"));
  const auto arrivals = [&](const std::string& rules, const std::string& which) {
    return Run(law, trial(rules)).count("arrival." + which, "count", 1);
  };
  CHECK(arrivals("[arrival.a]\nevery = \"2 days\"\n", "a") == 7);  // days 10, 20, 22, 24, 26, 28, 30
  CHECK(arrivals("remove = [\"arrival.a\"]\n[arrival.b]\nstatus = \"syg\"\nevery = \"20 days\"\n", "a") == 1);
  CHECK(arrivals("[arrival.b]\nstatus = \"syg\"\nevery = \"5 days\"\n", "b") == 3);  // days 20, 25, 30
  // No longer by intervals but at a rate of nearly none, and the other way round.
  CHECK(arrivals("remove = [\"arrival.a.every\"]\n[arrival.a]\nrate = \"0.001 per year\"\n", "a") == 1);
}

}  // namespace sagsflow
