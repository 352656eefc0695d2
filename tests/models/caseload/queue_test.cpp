#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

constexpr double kHourInDays = 1.0 / 24.0;

/// Three citizens ask pool "p" for an hour each at 0, 10 and 20 minutes past the opening, a first; the one person is
/// busy with somebody else until an hour past it. `more` is added to each one's step.
Run three_in_line(const std::string& order, const std::string& a, const std::string& b, const std::string& c) {
  std::string text = window("5 days") + citizen("foerst", -1, "foerst") + pool("p", order) + R"(
[status.foerst]
on_enter = ["foerst"]
[procedure.foerst]
start = "arbejde"
[procedure.foerst.step.arbejde]
work = { pool = "p", time = "2 h", priority = 0 }
)";
  int minutes = 0;
  for (const auto& [name, more] : {std::pair("a", a), std::pair("b", b), std::pair("c", c)}) {
    const std::string it = name;
    text += citizen(it, 0, it) + "[status." + it + "]\non_enter = [\"" + it + "\"]\n[procedure." + it +
            "]\nstart = \"foer\"\n[procedure." + it + ".step.foer]\nwait = \"" + std::to_string(minutes) +
            " min\"\nnext = \"arbejde\"\n[procedure." + it + ".step.arbejde]\n" + more + "\n";
    minutes += 10;
  }
  return Run(text);
}

/// Hours past the opening at which each one's work ended.
std::vector<double> ends(const Run& run) {
  std::vector<double> hours;
  for (const char* name : {"a", "b", "c"}) {
    hours.push_back(run.mean(std::string("procedure.") + name, "lead_time") / kHourInDays);
  }
  return hours;
}

void check_ends(const Run& run, double a, double b, double c) {
  CHECK(ends(run)[0] == Approx(a));
  CHECK(ends(run)[1] == Approx(b));
  CHECK(ends(run)[2] == Approx(c));
}

const std::string kHourOfWork = "work = { pool = \"p\", time = \"1 h\" }";

}  // namespace

TEST_CASE("first come, first served, unless the pool says otherwise") {
  check_ends(three_in_line("", kHourOfWork, kHourOfWork, kHourOfWork), 2, 3, 4);
  const auto urgent = [](const char* priority) {
    return std::string("work = { pool = \"p\", time = \"1 h\", priority = ") + priority + " }";
  };
  check_ends(three_in_line("", urgent("3"), urgent("2"), urgent("1")), 2, 3, 4);
}

TEST_CASE("in order of priority the lower goes first, the first come among equals") {
  const auto urgent = [](const char* priority) {
    return std::string("work = { pool = \"p\", time = \"1 h\", priority = ") + priority + " }";
  };
  check_ends(three_in_line("order = \"priority\"", urgent("3"), urgent("1"), urgent("1")), 4, 2, 3);
  check_ends(three_in_line("order = \"priority\"", urgent("2"), urgent("3"), urgent("1")), 3, 4, 2);
}

TEST_CASE("in order of deadline the nearest goes first, those without one last") {
  // Deadlines fall 5 days after 0:00, 2 days after 0:10 and never.
  const std::string late = kHourOfWork + "\ndeadline = \"5 days\"", soon = kHourOfWork + "\ndeadline = \"2 days\"";
  check_ends(three_in_line("order = \"deadline\"", late, soon, kHourOfWork), 3, 2, 4);
  check_ends(three_in_line("order = \"deadline\"", kHourOfWork, late, soon), 4, 3, 2);
}

TEST_CASE("in order of deadline a duty's procedure has the duty's deadline") {
  // The duty is due at the opening with 1 day left, within the 2 days of a, who came first.
  const Run run(window("5 days") + citizen("foerst", -1, "foerst") + citizen("a", 0, "a") + citizen("b", -1, "b") +
                pool("p", "order = \"deadline\"") + R"(
[status.foerst]
on_enter = ["foerst"]
[procedure.foerst]
start = "arbejde"
[procedure.foerst.step.arbejde]
work = { pool = "p", time = "2 h" }
[status.a]
on_enter = ["a"]
[procedure.a]
start = "arbejde"
[procedure.a.step.arbejde]
work = { pool = "p", time = "1 h" }
deadline = "2 days"
[status.b.duty.samtale]
procedure = "b"
first = "90 min"
deadline = "1 day"
[procedure.b]
start = "arbejde"
[procedure.b.step.arbejde]
work = { pool = "p", time = "1 h" }
)");
  CHECK(run.mean("procedure.b.step.arbejde", "wait") == Approx(0.5 * kHourInDays));
  CHECK(run.mean("procedure.a.step.arbejde", "wait") == Approx(2 * kHourInDays));
}

TEST_CASE("per: one separate pool for each value, with its own staff") {
  // In Aalborg two people for two citizens, in Rebild one: the second waits an hour. Everyone together waits 1/4 h.
  const Run run(window("5 days") + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = 0.5 }
)" + citizen("a") +
                "batch = 2\nset = { kommune = \"Aalborg\" }\n" + citizen("r") +
                "batch = 2\nset = { kommune = \"Rebild\" }\n" + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "p", time = "1 h" }
[pool.p]
staff = { Aalborg = 2, Rebild = 1 }
calendar = "always"
per = "kommune"
)");
  CHECK(run.of("pool.p", "wait", Statistic::mean, 0, "kommune=Aalborg") == 0.0);
  CHECK(run.of("pool.p", "wait", Statistic::mean, 0, "kommune=Rebild") == Approx(0.5 * kHourInDays));
  CHECK(run.mean("pool.p", "wait") == Approx(0.25 * kHourInDays));
  CHECK(run.of("pool.p", "available_hours", Statistic::sum, 0, "kommune=Aalborg") == Approx(2 * 120));
  CHECK(run.of("pool.p", "hours", Statistic::sum, 0, "kommune=Rebild") == Approx(2));
}

TEST_CASE("a pool can be chosen by an attribute") {
  const Run run(window("5 days") + citizen("a") + "set = { svaer = true }\n" + citizen("b") + pool("let") +
                pool("svaer_pulje") + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = { by = "svaer", true = "svaer_pulje", false = "let" }, time = { by = "svaer", true = "3 h", false = "1 h" } }
)");
  CHECK(run.sum("pool.svaer_pulje", "hours") == Approx(3.0));
  CHECK(run.sum("pool.let", "hours") == Approx(1.0));
}

TEST_CASE("the queue's length is the waits divided by the window") {
  // Three at once, 1 h each: waits of 0, 1 and 2 h in a window of 5 days of 24 h.
  const Run run(window("5 days") + citizen("a") + "batch = 3\n" + pool("p") + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "p", time = "1 h" }
)");
  CHECK(run.mean("pool.p", "queue") == Approx(3.0 / 120));
  CHECK(run.mean("procedure.sag.step.arbejde", "queue") == Approx(3.0 / 120));
}

}  // namespace sagsflow
