#include <catch2/catch.hpp>

#include "models/caseload/compile.h"
#include "models/caseload/identities.h"
#include "models/caseload/worlds.h"
#include "scenario.h"

namespace sagsflow {
namespace {

/// A busy place: queues, sessions, absence, people who leave while they wait or are being worked for, and much that is
/// open at both ends of the window.
std::string busy_place(const std::string& run_out) {
  return window("90 days", run_out) + job() + office_hours() + R"(
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = "rest" }
[arrival.nye]
status = "syg"
rate = "8 per day"
[status.syg]
benefit = "1000 DKK per week"
on_enter = ["sag"]
[status.syg.exit.rask]
to = { job = 0.8, syg = "rest" }
after = { exponential = "20 days" }
[procedure.sag]
start = "samtale"
[procedure.sag.step.samtale]
work = { pool = "p", time = { exponential = "4 h" } }
patience = { exponential = "30 days" }
gives_up = "end"
next = "moede"
[procedure.sag.step.moede]
meeting = "team"
next = { samtale = 0.5, end = "rest" }
[pool.p]
staff = { Aalborg = 2, Rebild = 3 }
per = "kommune"
calendar = "dag"
absence = 0.1
usable = 0.7
[meeting.team]
every = "2 days"
agenda = 5
per = "kommune"
per_case = { p = "20 min" }
)";
}

struct Replication {
  explicit Replication(const std::string& text)
      : compiled(*compile(model_of(text))), world(compiled, compiled.arms[0], 0) {
    REQUIRE(world.run());
  }
  std::string broken_by(const std::function<void(Ledger&)>& change) const {
    Ledger ledger = world.ledger();
    change(ledger);
    return broken_identity(compiled, ledger);
  }
  CompiledModel compiled;
  Worlds world;
};

}  // namespace

TEST_CASE("the four identities hold in a busy place, with and without a run-out") {
  for (const char* run_out : {"0 days", "30 days"}) {
    const Replication run(busy_place(run_out));
    CHECK(broken_identity(run.compiled, run.world.ledger()).empty());
    CHECK(run.world.ledger().left > 500);
    CHECK(run.world.ledger().present > 0);
    CHECK(run.world.ledger().pools[0].waiting > 0);
    CHECK(run.world.ledger().meetings[0].waiting > 0);
    CHECK(run.world.ledger().steps[0].withdrawn + run.world.ledger().steps[1].withdrawn > 10);
  }
}

TEST_CASE("an identity that is off by one microsecond, or one citizen, is named") {
  const Replication run(busy_place("30 days"));
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.left; }).find("arrivals = left + present") != std::string::npos);
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.system_time; }).find("time in the system") != std::string::npos);
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.statuses[1].time; }).find("status.syg: stock = spells") !=
        std::string::npos);
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.pools[1].job_hours; }).find("pool.p: hours = busy time") !=
        std::string::npos);
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.pools[1].waiting; }).find("pool.p: queue = waits") !=
        std::string::npos);
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.meetings[1].waiting; }).find("meeting.team: agenda = waits") !=
        std::string::npos);
  CHECK(run.broken_by([](Ledger& ledger) { ++ledger.steps[0].presence; }).find("hours by pool = hours by step") !=
        std::string::npos);
}

TEST_CASE("a run that goes beyond its limits is stopped and says which") {
  const CompiledModel compiled = *compile(model_of(busy_place("0 days")));
  Worlds many(compiled, compiled.arms[0], 0, {.events = 1000});
  CHECK(many.run().error() == "more than 1000 events in one replication (limit)");
  Worlds crowded(compiled, compiled.arms[0], 0, {.citizens = 20});
  CHECK(crowded.run().error() == "more than 20 citizens at a time (limit)");
}

TEST_CASE("capacity that goes by another attribute than its per is refused, wherever it stands") {
  const std::string law = window("10 days") + citizen() + job() + "[status.syg.exit.ud]\nto = \"job\"\nafter = ";
  const auto refusal = [](const std::string& text) {
    const auto compiled = compile(model_of(text));
    return compiled ? std::string() : compiled.error();
  };
  CHECK(refusal(law + "\"5 days\"\n").empty());
  const std::string pool =
      law + "\"5 days\"\n[attribute.k]\nvalues = { a = 0.5, b = 0.5 }\n[pool.p]\ncalendar = \"always\"\n";
  const std::string by = "{ by = \"k\", a = 1, b = 2 }\n";
  CHECK(refusal(pool + "staff = " + by) == "pool.p: staff can only go by its `per`");
  CHECK(refusal(pool + "per = \"k\"\nstaff = " + by).empty());
  const std::string meeting =
      pool + "per = \"k\"\nstaff = 1\n[meeting.m]\nevery = \"1 day\"\nper_case = { p = \"1 h\" }\n";
  CHECK(refusal(meeting) == "meeting.m: pool \"p\" is separate for each value of \"k\", the meeting is not");
  CHECK(refusal(meeting + "per = \"k\"\nagenda = " + by).empty());
  const std::string other = "per = \"o\"\n[attribute.o]\nvalues = ";
  CHECK(refusal(meeting + other + "{ x = 0.5, y = 0.5 }\n") ==
        "meeting.m: pool \"p\" is separate for each value of \"k\", the meeting is not: a value of \"o\" may come with "
        "several of them");
  CHECK(refusal(meeting + other + "{ by = \"k\", a = { x = 1.0 }, b = { y = 1.0 } }\n").empty());
}

}  // namespace sagsflow
