#include <catch2/catch.hpp>

#include "stocks.h"

namespace sagsflow {
namespace {

/// A step of a procedure "a" or "b", the same for both.
std::string two_procedures(const std::string& step) {
  std::string text;
  for (const char* name : {"a", "b"}) {
    text += std::string("[procedure.") + name + "]\nstart = \"s\"\n[procedure." + name + ".step.s]\n" + step;
  }
  return text;
}

}  // namespace

TEST_CASE("who is at a wait has the rest of it left, and then goes on") {
  // 40 days of which 15 have passed: on day 25 to the next step, on day 27 to a job.
  const auto run = [](const std::string& length) {
    return Run(from_the_first_day(length) + job() + kSick + stock(5, "\"30 days\"", at("p", "\"15 days\"")) + R"(
[procedure.p]
start = "s"
[procedure.p.step.s]
wait = "40 days"
flag = "venter"
next = "efter"
[procedure.p.step.efter]
wait = "2 days"
become = "job"
)");
  };
  CHECK(run("24 days").count("procedure.p.step.efter", "entries") == 0);
  CHECK(run("26 days").count("procedure.p.step.efter", "entries") == 5);
  CHECK(run("26 days").count("status.job", "entries") == 0);
  CHECK(run("28 days").count("status.job", "entries") == 5);
  CHECK(run("28 days").count("procedure.p", "completed") == 5);
  CHECK(run("28 days").count("procedure.p.step.s", "entries") == 0);
  CHECK(run("28 days").count("procedure.p.step.s", "wait") == 0);  // those waits began before the window
  CHECK(run("28 days").mean("procedure.p.step.s", "queue") == Approx(5 * 25 / 28.0));
}

TEST_CASE("the flag of the step a stock is at is up") {
  // At half speed until day 10, the exit's 20 days take 15 more.
  const std::string rules =
      stock(1, "\"0 days\"", at("p", "\"0 days\"")) + leaves("\"20 days\"") +
      "speed = { venter = 0.5 }\n"
      "[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\nwait = \"10 days\"\nflag = \"venter\"\n";
  CHECK(days_left("100 days", 100, 1, rules) == Approx(25));
}

TEST_CASE("patience that has been spent in the line is spent") {
  // Nobody works; 10 days of patience of which 4 have passed.
  const auto gave_up = [](const std::string& length) {
    return Run(from_the_first_day(length) + kSick + stock(1, "\"9 days\"", at("p", "\"4 days\"")) +
               "[pool.k]\nstaff = 0\ncalendar = \"always\"\n[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\n"
               "work = { pool = \"k\", time = \"1 h\" }\npatience = \"10 days\"\ngives_up = \"end\"\n")
        .count("procedure.p.step.s", "gave_up");
  };
  CHECK(gave_up("143 h") == 0);
  CHECK(gave_up("145 h") == 1);
}

TEST_CASE("in a pool's line the stock stands in the order of its waiting") {
  // "b" has waited longest, though its stock and its procedure come last.
  const auto text = [](const std::string& length) {
    return from_the_first_day(length) + kSick + pool("k") +
           two_procedures("work = { pool = \"k\", time = \"1 h\" }\n") +
           stock(1, "\"9 days\"", at("a", "\"2 days\""), "a") + stock(1, "\"9 days\"", at("b", "\"5 days\""), "b");
  };
  const Run first(text("90 min"));
  CHECK(first.count("procedure.b", "completed") == 1);
  CHECK(first.count("procedure.a", "completed") == 0);
  const Run both(text("150 min"));
  CHECK(both.count("procedure.a", "completed") == 1);
  CHECK(both.sum("pool.k", "hours") == Approx(2));
  CHECK(both.mean("pool.k", "queue") == Approx(1 / 2.5));
}

TEST_CASE("those who arrive stand behind those who waited") {
  // An hour of work each: the two of the stock to 2 h, who came at 0.5 h waits 1.5 h.
  const Run run(from_the_first_day("10 h") + "[arrival.en]\nstatus = \"syg\"\nevery = \"9.75 h\"\n" +
                "[arrival.to]\nstatus = \"syg\"\nevery = \"9.5 h\"\n" + pool("k") +
                "[status.syg]\non_enter = [\"p\"]\n[procedure.p]\nstart = \"s\"\n[procedure.p.step.s]\n"
                "work = { pool = \"k\", time = \"8 h\" }\n" +
                stock(2, "\"9 days\"", at("p", "\"2 days\"")));
  // The first of the stock is done at 8 h, the second under way; both who arrived wait to the end.
  CHECK(run.count("procedure.p", "completed") == 1);
  CHECK(run.sum("pool.k", "hours") == Approx(10));
  CHECK(run.summary("procedure.p.step.s", "wait").open == 2);
}

TEST_CASE("on an agenda the stock stands in the order of its waiting") {
  // A session with one case on the first day and every week.
  const auto text = [](const std::string& length) {
    return from_the_first_day(length) + kSick + two_procedures("meeting = \"team\"\n") +
           "[meeting.team]\nevery = \"7 days\"\nagenda = 1\nper_case = { k = \"1 h\" }\n" + pool("k") +
           stock(1, "\"9 days\"", at("a", "\"2 days\""), "a") + stock(1, "\"9 days\"", at("b", "\"5 days\""), "b");
  };
  const Run first(text("6 days"));
  CHECK(first.count("procedure.b", "completed") == 1);
  CHECK(first.count("procedure.a", "completed") == 0);
  CHECK(first.count("meeting.team", "cases") == 1);
  const Run both(text("8 days"));
  CHECK(both.count("procedure.a", "completed") == 1);
  CHECK(both.mean("meeting.team", "queue") == Approx(7 / 8.0));
}

TEST_CASE("who waits for a trait is woken by it") {
  // The attest comes on day 3, from a procedure that the duty starts.
  const Run run(from_the_first_day("10 days") + stock(1, "\"7 days\"", at("p", "\"4 days\"")) + R"(
[procedure.p]
start = "s"
[procedure.p.step.s]
wait = { until = { attest = true } }
[procedure.q]
start = "s"
[procedure.q.step.s]
set = { attest = true }
[status.syg.duty.d]
procedure = "q"
first = "10 days"
)");
  CHECK(run.count("procedure.p", "completed") == 1);
  CHECK(run.mean("procedure.p.step.s", "queue") == Approx(3 / 10.0));
}

}  // namespace sagsflow
