#include <catch2/catch.hpp>
#include <cmath>

#include "stocks.h"

namespace sagsflow {
namespace {

/// How many have left "syg" by the end of the window.
double left_by(const std::string& length, const std::string& rules) {
  return Run(from_the_first_day(length) + rules).count("status.syg", "exits");
}

/// P(X > days) of a lognormal with this mean and standard deviation (Johnson, Kotz and Balakrishnan 1994, ch. 14).
double lognormal_survival(double mean, double sd, double days) {
  const double variance = std::log(1 + sd * sd / (mean * mean));
  const double log_mean = std::log(mean) - variance / 2;
  return 0.5 * std::erfc((std::log(days) - log_mean) / std::sqrt(2 * variance));
}

}  // namespace

TEST_CASE("today's caseload is there from the first day, without a warm-up") {
  const Run run(from_the_first_day("10 days") + kSick + stock(7, "\"3 days\""));
  CHECK(run.of("status.syg", "stock", Statistic::at_start) == 7);
  CHECK(run.mean("status.syg", "stock") == Approx(7));
  CHECK(run.of("total", "citizens", Statistic::at_start) == 7);
  CHECK(run.count("status.syg", "entries") == 0);
  CHECK(run.count("status.syg", "duration") == 0);  // these spells began before the window
}

TEST_CASE("what is left of a fixed clock is what has not passed") {
  CHECK(days_left("100 days", 100, 10, stock(10, "\"10 days\"") + leaves("\"30 days\"")) == Approx(20));
  CHECK(days_left("100 days", 100, 10, stock(10, "\"30 days\"") + leaves("\"30 days\"")) == Approx(0).margin(1e-9));
}

TEST_CASE("what is left of a uniform clock is uniform from now to its end") {
  // 0 to 10 days: standard error of the mean 10/sqrt(12 n).
  const double mean =
      days_left("100 days", 100, 2000, stock(2000, "\"30 days\"") + leaves("{ uniform = [\"20 days\", \"40 days\"] }"));
  CHECK(std::abs(mean - 5) < 3.5 * 10 / std::sqrt(12.0 * 2000));
}

TEST_CASE("an exponential clock has no memory") {
  // n of 2000 are left after 20 days with probability 1/e, however long they were there.
  for (const char* elapsed : {"\"0 days\"", "\"50 days\"", "{ uniform = [\"0 days\", \"200 days\"] }"}) {
    const double left = left_by("20 days", stock(2000, elapsed) + leaves("{ exponential = \"20 days\" }"));
    const double expected = 1 - std::exp(-1.0);
    INFO(elapsed);
    CHECK(std::abs(left / 2000 - expected) < 3.5 * std::sqrt(expected * (1 - expected) / 2000));
  }
}

TEST_CASE("what is left of a lognormal clock is its survival given what has passed") {
  for (const double elapsed : {20.0, 60.0, 150.0}) {
    const double left = left_by("30 days", stock(2000, "\"" + std::to_string(static_cast<int>(elapsed)) + " days\"") +
                                               leaves("{ lognormal = \"60 days\", sd = \"30 days\" }"));
    const double expected = 1 - lognormal_survival(60, 30, elapsed + 30) / lognormal_survival(60, 30, elapsed);
    INFO(elapsed);
    CHECK(std::abs(left / 2000 - expected) < 3.5 * std::sqrt(expected * (1 - expected) / 2000));
  }
}

TEST_CASE("of a mixture, what can no longer happen is left out") {
  // After 15 days the half that leaves on day 10 is gone: all leave on day 40, in 25 days.
  CHECK(days_left("100 days", 100, 50,
                  stock(50, "\"15 days\"") +
                      leaves("{ mixture = [{ share = 0.5, of = \"10 days\" }, { share = 0.5, of = \"40 days\" }] }")) ==
        Approx(25));
}

TEST_CASE("a clock that ran at another speed has spent as much less") {
  // At half speed 20 days of the 30 are 10: 20 are left, which take 40 days. Standing still nothing is spent.
  const std::string half =
      stock(1, "\"20 days\"", "set = { langsom = true }") + leaves("\"30 days\"") + "speed = { langsom = 0.5 }\n";
  CHECK(days_left("100 days", 100, 1, half) == Approx(40));
  const std::string still =
      stock(1, "\"20 days\"", "set = { venter = true }") + leaves("\"30 days\"") + "when = { venter = false }\n" + R"(
[status.syg]
on_enter = []
[stock.nu.at]
procedure = "p"
step = "s"
waited = "0 days"
[procedure.p]
start = "s"
[procedure.p.step.s]
wait = "5 days"
set = { venter = false }
)";
  CHECK(days_left("100 days", 100, 1, still) == Approx(35));
}

TEST_CASE("an accumulated clock has what was spent before the first day") {
  CHECK(days_left("100 days", 100, 4, stock(4, "\"10 days\"") + leaves("{ accumulated = \"30 days\" }")) == Approx(20));
  CHECK(days_left("100 days", 100, 4,
                  stock(4, "\"30 days\"") + leaves("{ accumulated = \"30 days\", within = \"35 days\" }")) ==
        Approx(0).margin(1e-9));
  // Drawn given what has accumulated: uniform from now to its end.
  const double mean =
      days_left("100 days", 100, 2000,
                stock(2000, "\"30 days\"") + leaves("{ accumulated = { uniform = [\"20 days\", \"40 days\"] } }"));
  CHECK(std::abs(mean - 5) < 3.5 * 10 / std::sqrt(12.0 * 2000));
}

TEST_CASE("what was spent before the first day counts in later spells") {
  // 10 days spent and 5 more; a pause of 7 days; the last 15 of 30: on day 27.
  const Run run(from_the_first_day("100 days") + stock(1, "\"10 days\"") + leaves("{ accumulated = \"30 days\" }") + R"(
[status.syg.exit.pause]
to = "uden"
after = { by = "anden", false = "15 days", true = "never" }
set = { anden = true }
[status.uden.exit.igen]
to = "syg"
after = "7 days"
)");
  CHECK(run.of("total", "citizens", Statistic::mean) == Approx(27 / 100.0));
}

TEST_CASE("duties count as held when they were due, and the next comes when it would") {
  const auto held = [](const std::string& length, const std::string& elapsed, const std::string& more = "") {
    return Run(from_the_first_day(length) + stock(1, "\"" + elapsed + "\"") +
               "[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\n[status.syg.duty.d]\nprocedure = \"p\"\n"
               "first = \"10 days\"\nevery = \"8 days\"\n" +
               more)
        .count("status.syg.duty.d", "held");
  };
  // After 25 days: held on 10 and 18, next on 26.
  CHECK(held("24 h", "25 days") == 0);
  CHECK(held("25 h", "25 days") == 1);
  CHECK(held("10 days", "25 days") == 2);
  CHECK(held("10 days", "9 days") == 2);  // on days 1 and 9
  CHECK(held("9 days", "18 days") == 1);  // it counts as held on the very day
  CHECK(held("100 days", "25 days", "times = 3\n") == 1);
  CHECK(held("100 days", "25 days", "times = 2\n") == 0);
  CHECK(held("100 days", "25 days", "until = \"34 days\"\n") == 2);
}

TEST_CASE("a duty that is due once is not due again for who has passed it") {
  const auto held = [](const std::string& elapsed) {
    return Run(from_the_first_day("100 days") + stock(1, elapsed) +
               "[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\n[status.syg.duty.d]\nprocedure = \"p\"\n"
               "first = \"10 days\"\n")
        .count("status.syg.duty.d", "held");
  };
  CHECK(held("\"9 days\"") == 1);
  CHECK(held("\"11 days\"") == 0);
}

TEST_CASE("the caseload counts held duties only from the first day in what each person had") {
  // 2 were held before; 26 and 34 after; it leaves on day 40 of its spell, which began before the window.
  const Run run(from_the_first_day("100 days") + stock(1, "\"25 days\"") + leaves("\"40 days\"") +
                "[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\n[status.syg.duty.d]\nprocedure = \"p\"\n"
                "first = \"10 days\"\nevery = \"8 days\"\n");
  CHECK(run.count("status.syg.duty.d", "held") == 2);
  CHECK(run.count("status.syg.duty.d", "late") == 0);
  CHECK(run.count("status.syg.duty.d", "first") == 0);
  CHECK(run.count("status.syg.duty.d", "held_per_person") == 0);
}

TEST_CASE("on_enter is not run for who is there already") {
  const Run run(
      from_the_first_day("10 days") + stock(3, "\"0 days\"") +
      "[status.syg]\non_enter = [\"p\"]\n[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\nwait = \"1 day\"\n");
  CHECK(run.count("procedure.p", "started") == 0);
}

TEST_CASE("arrivals and the stock are those who left and those who are present") {
  // Also checked in every run: the whole of it is random.
  const Run run(window_without_warm_up("200 days", "50 days", 3) + pool("k", "usable = 0.5") + job() +
                stock(150, "{ uniform = [\"0 days\", \"60 days\"] }", at("p", "{ exponential = \"5 days\" }")) +
                stock(50, "{ exponential = \"30 days\" }", "", "andre", "uden") + R"(
[arrival.nye]
status = "syg"
rate = "1000 per year"
[status.syg]
on_enter = ["p"]
[status.syg.exit.ud]
to = { job = 0.5, uden = "rest" }
after = { lognormal = "40 days", sd = "40 days" }
[status.uden.exit.ud]
to = { job = 0.5, syg = "rest" }
after = { gamma = "20 days", sd = "10 days" }
[procedure.p]
start = "s"
[procedure.p.step.s]
work = { pool = "k", time = { exponential = "90 min" } }
)");
  const auto citizens = [&](Statistic statistic) { return run.of("total", "citizens", statistic); };
  CHECK(citizens(Statistic::at_start) == 200);
  CHECK(citizens(Statistic::at_start) + run.count("arrival.nye", "count") - run.count("status.job", "entries") ==
        Approx(citizens(Statistic::at_end)));
  const auto of = [&](const std::string& status) {
    return run.of(status, "stock", Statistic::at_start) + run.count(status, "entries") - run.count(status, "exits") -
           run.of(status, "stock", Statistic::at_end);
  };
  CHECK(of("status.syg") == Approx(0).margin(1e-9));
  CHECK(of("status.uden") == Approx(0).margin(1e-9));
}

TEST_CASE("the stock is split by the groups of the report") {
  const Run run("[report]\nby = [\"kommune\"]\n" + from_the_first_day("10 days") +
                "[attribute.kommune]\nvalues = { Aalborg = 0.5, Rebild = 0.5 }\n" + leaves("\"15 days\"") +
                stock(3, "\"10 days\"", "set = { kommune = \"Aalborg\" }", "a") +
                stock(4, "\"7 days\"", "set = { kommune = \"Rebild\" }", "b"));
  const auto of = [&](const std::string& measure, Statistic statistic, const std::string& place) {
    return run.of("status.syg", measure, statistic, 0, "kommune=" + place);
  };
  CHECK(of("stock", Statistic::at_start, "Aalborg") == 3);
  CHECK(of("stock", Statistic::at_start, "Rebild") == 4);
  CHECK(of("stock", Statistic::mean, "Aalborg") == Approx(3 * 5 / 10.0));
  CHECK(of("exits", Statistic::count, "Aalborg") == 3);
  CHECK(of("exits", Statistic::count, "Rebild") == 4);
}

TEST_CASE("weeks on benefit before the first day bring the refund down") {
  // 2 weeks before: 2 of the 6 at 80 %, then 40 %.
  const std::string refund = "[refund]\nafter = { \"0 weeks\" = 0.8, \"4 weeks\" = 0.4 }\n";
  const auto state = [&](const std::string& more) {
    return Run(from_the_first_day("6 weeks") + stock(1, "\"2 weeks\"") +
               "[status.syg]\nbenefit = \"1000 DKK per week\"\n" + refund + more)
        .sum("status.syg", "state_net");
  };
  CHECK(state("") == Approx(2 * 800 + 4 * 400));
  CHECK(state("within = \"1 year\"\n") == Approx(2 * 800 + 4 * 400));
  // In the last 5 weeks there are never more than 5.
  CHECK(state("within = \"3 weeks\"\n") == Approx(6 * 800));
}

TEST_CASE("the stock meets the same luck in every arm, and the first of a larger one are the same") {
  const auto arms = [](const std::string& change) {
    return Run(
        window_without_warm_up("40 days") + two_arms() + leaves("{ lognormal = \"60 days\", sd = \"30 days\" }") +
            stock(200, "{ uniform = [\"0 days\", \"90 days\"] }", at("p", "{ exponential = \"5 days\" }")) +
            "[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\nwait = { exponential = \"20 days\" }\n" +
            stock(0, "\"0 days\"", "", "anden", "job2") + "[status.job2.exit.ud]\nto = \"job\"\nafter = \"1 day\"\n",
        trial(change));
  };
  const Run other = arms("[stock.anden]\ncount = 100\n");
  CHECK(same(other.summary("status.syg", "stock", 0), other.summary("status.syg", "stock", 1)));
  CHECK(same(other.summary("procedure.p.step.s", "queue", 0), other.summary("procedure.p.step.s", "queue", 1)));
  CHECK(other.of("status.job2", "stock", Statistic::at_start, 1) == 100);
  // An exit that comes to nobody within the window moves no other draw.
  const Run exit = arms("[status.syg.exit.sent]\nto = \"job\"\nafter = \"10 years\"\n");
  CHECK(same(exit.summary("status.syg", "stock", 0), exit.summary("status.syg", "stock", 1)));
  // Half the stock: those who leave in it also leave in the whole one.
  const Run half = arms("[stock.nu]\ncount = 100\n");
  CHECK(half.count("status.syg", "exits", 1) < half.count("status.syg", "exits", 0));
}

TEST_CASE("of shares, a stock draws its attributes as arrivals do") {
  const Run run("[report]\nby = [\"risiko\"]\n" + from_the_first_day("10 days") + kSick +
                "[attribute.risiko]\nvalues = { lav = 0.7, hoej = 0.3 }\n" + stock(2000, "\"0 days\""));
  const double low = run.of("status.syg", "stock", Statistic::at_start, 0, "risiko=lav") / 2000;
  CHECK(std::abs(low - 0.7) < 3.5 * std::sqrt(0.7 * 0.3 / 2000));
}

}  // namespace sagsflow
