#include <catch2/catch.hpp>

#include "reformed.h"

namespace sagsflow {
namespace {

/// Spells of 15 days with 5 between, and a duty with these keys; its procedure takes no time unless said.
Run run_of(const std::string& length, const std::string& duty, const std::string& step = "") {
  return Run(window(length) + citizen() + R"(
[status.syg.exit.pause]
to = "uden"
after = "15 days"
[status.uden.exit.igen]
to = "syg"
after = "5 days"
[procedure.p]
start = "s"
[procedure.p.step.s]
)" + step + "\n[status.syg.duty.d]\nprocedure = \"p\"\n" +
             duty + "\n");
}

double number(const Run& run, const std::string& measure) {
  return run.count("status.syg.duty.d", measure);
}

const std::string kTen = "first = \"10 days\"\nevery = \"10 days\"\n";
const std::string kGoesOn = "series = { continue = \"30 days\" }\n";

}  // namespace

TEST_CASE("a series that continues goes on with the time that remained") {
  // Held on 10; due on 20, when 5 days remain, so on 25; due on 35, when it leaves, so at the return on 40; 50; 60 with
  // 5 days left, so on 65.
  const Run run = run_of("76 days", kTen + kGoesOn);
  CHECK(number(run, "held") == 5);
  CHECK(number(run, "on_time") == 5);
  CHECK(number(run, "due") == 5);
  CHECK(run.mean("status.syg.duty.d", "first") == Approx(10));
  CHECK(run.count("status.syg.duty.d", "first") == 1);
  // Without it each spell begins anew: 10, 30, 50, 70.
  CHECK(number(run_of("76 days", kTen), "held") == 4);
  CHECK(number(run_of("76 days", kTen + "series = \"restart\"\n"), "held") == 4);
}

TEST_CASE("held per person counts a spell's own, though the series counts on") {
  // 1, 1, 2 and 1 in the four spells.
  const Run run = run_of("76 days", kTen + kGoesOn);
  CHECK(run.count("status.syg.duty.d", "held_per_person") == 4);
  CHECK(run.mean("status.syg.duty.d", "held_per_person") == Approx(5 / 4.0));
}

TEST_CASE("times counts over a series, which stays finished") {
  CHECK(number(run_of("200 days", kTen + kGoesOn + "times = 3\n"), "held") == 3);
  // Anew each time: one in each of ten spells.
  CHECK(number(run_of("200 days", kTen + "times = 3\n"), "held") == 10);
}

TEST_CASE("until counts the time in the status since the series began") {
  // Due on day 10, and on day 25 after 15 + 5 days; the next would be after 30.
  CHECK(number(run_of("200 days", kTen + kGoesOn + "until = \"20 days\"\n"), "held") == 2);
  CHECK(number(run_of("200 days", kTen + kGoesOn + "until = \"19 days\"\n"), "held") == 1);
}

TEST_CASE("a duty without every that was held is not due again while its series continues") {
  CHECK(number(run_of("200 days", "first = \"10 days\"\n" + kGoesOn), "held") == 1);
  CHECK(number(run_of("200 days", "first = \"10 days\"\n"), "held") == 10);
}

TEST_CASE("a first due time later than a spell comes in a later one") {
  // After 15, 15 and 10 days of three spells: on day 50.
  const Run run = run_of("200 days", "first = \"40 days\"\n" + kGoesOn);
  CHECK(number(run, "held") == 1);
  CHECK(run.mean("status.syg.duty.d", "first") == Approx(10));  // from the entry of its spell
  CHECK(number(run_of("200 days", "first = \"40 days\"\n"), "held") == 0);
}

TEST_CASE("what is overdue when the citizen leaves is due when it returns") {
  // Due on 13; the procedure would end on 16 but is cancelled. Due on 20, held on 23.
  const auto run = [](const std::string& deadline) {
    return run_of("34 days", "first = \"13 days\"\ndeadline = \"" + deadline + "\"\n" + kGoesOn, "wait = \"3 days\"");
  };
  CHECK(number(run("3 days"), "held") == 1);
  CHECK(number(run("3 days"), "on_time") == 1);
  CHECK(number(run("3 days"), "late") == 0);
  // With 1 day: late when it leaves on 15, and again when it is held 3 days after it is due.
  CHECK(number(run("1 day"), "late") == 2);
  CHECK(run("1 day").mean("status.syg.duty.d", "lateness") == Approx(2));
}

TEST_CASE("who is not back in time begins the series anew") {
  const auto back_within = [](const std::string& span) {
    return number(run_of("76 days", kTen + "series = { continue = \"" + span + "\" }\n"), "held");
  };
  CHECK(back_within("5 days") == 5);
  CHECK(back_within("119 h") == 4);
  // Finished, and then begun anew.
  CHECK(number(run_of("76 days", kTen + "times = 1\nseries = { continue = \"119 h\" }\n"), "held") == 4);
}

TEST_CASE("how long a series continues may go by an attribute") {
  const std::string series = "series = { continue = { by = \"ung\", true = \"5 days\", false = \"1 day\" } }\n";
  const auto held = [&](const std::string& set) {
    std::string text = window("76 days") + citizen() + "set = { ung = " + set + " }\n" + R"(
[status.syg.exit.pause]
to = "uden"
after = "15 days"
[status.uden.exit.igen]
to = "syg"
after = "5 days"
[procedure.p]
start = "s"
[procedure.p.step.s]
[status.syg.duty.d]
procedure = "p"
)" + kTen + series;
    return number(Run(text), "held");
  };
  CHECK(held("true") == 5);
  CHECK(held("false") == 4);
}

TEST_CASE("two duties of one status keep their series apart") {
  const Run run = run_of("76 days", kTen + kGoesOn + R"(
[status.syg.duty.e]
procedure = "p"
first = "7 days"
every = "9 days"
series = { continue = "30 days" }
)");
  CHECK(number(run, "held") == 5);
  // Held on 7; due on 16, so on 21; 30; on 39, so 44; 53; on 62, so 67; 76 is beyond.
  CHECK(run.count("status.syg.duty.e", "held") == 6);
}

TEST_CASE("a series that began before the rules let it go on goes on from where it was") {
  // Held on 10; due on 20, when it leaves with 5 days left on 15. From 18 on a series continues: due on 25, and done.
  const std::string law = window("76 days") + citizen() + R"(
[status.syg.exit.pause]
to = "uden"
after = "15 days"
[status.uden.exit.igen]
to = "syg"
after = "5 days"
[procedure.p]
start = "s"
[procedure.p.step.s]
[status.syg.duty.d]
procedure = "p"
first = { accumulated = "10 days" }
every = "10 days"
times = 2
)";
  const Run run(law + arms(from("2018-01-18")), trial("[status.syg.duty.d]\n" + kGoesOn));
  CHECK(run.count("status.syg.duty.d", "held", 1) == 2);
  // By the law each spell begins anew, with what has accumulated since it was held: 10, 25, 40, 50, 65.
  CHECK(run.count("status.syg.duty.d", "held") == 5);
}

}  // namespace sagsflow
