#include <catch2/catch.hpp>
#include <numeric>

#include "models/caseload/compile.h"
#include "models/caseload/worlds.h"
#include "scenario.h"

namespace sagsflow {
namespace {

/// Queues in office hours, absence, an outside unit, sessions that are cancelled and full, people who give up and who
/// leave while they wait; two thirds of the way the staff falls and the sessions become fewer.
std::string busy_place(const std::string& run) {
  return run + job() + office_hours() + R"(
[[arm]]
name = "lov"
[[arm]]
name = "forsoeg"
trials = [{ file = "trial.toml", from = 2018-03-01 }]
[report]
by = ["kommune"]
periods = "month"
[attribute.kommune]
values = { Aalborg = 0.5, Rebild = "rest" }
[arrival.nye]
status = "syg"
rate = "8 per day"
[status.syg]
on_enter = ["sag", "attest"]
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
patience = { exponential = "30 days" }
gives_up = "end"
next = "ude"
[procedure.sag.step.ude]
work = { pool = "laege", time = { exponential = "3 h" } }
next = { samtale = 0.5, end = "rest" }
[procedure.attest]
start = "attest"
[procedure.attest.step.attest]
wait = { exponential = "9 days" }
next = "svar"
[procedure.attest.step.svar]
wait = { exponential = "4 days" }
cause = "citizen"
[pool.p]
staff = { Aalborg = 2, Rebild = 3 }
per = "kommune"
calendar = "dag"
absence = 0.1
usable = 0.7
[pool.laege]
staff = 3
outside = true
calendar = "dag"
[meeting.team]
every = "2 days"
agenda = 5
per = "kommune"
per_case = { p = "20 min" }
absence = { p = 0.2 }
)";
}

Files fewer() {
  return trial(
      "[pool.p]\nstaff = { Aalborg = 1, Rebild = 2 }\n[meeting.team]\nevery = \"3 days\"\n"
      "[calendar.dag]\nhours = { mon = \"09:00-15:00\", tue = \"09:00-15:00\" }\n");
}

Wide sum(const StepLedger& step) {
  return std::accumulate(step.causes.begin(), step.causes.end(), Wide{0});
}

double days(const Run& run, const std::string& step, const std::string& cause, std::size_t arm = 0) {
  return run.sum("procedure.sag.step." + step, "cause." + cause, arm);
}

double all_days(const Run& run, const std::string& step, std::size_t arm = 0) {
  double total = 0.0;
  for (const std::string_view cause : kCauseNames) total += days(run, step, std::string(cause), arm);
  return total;
}

std::string sag(const std::string& first, const std::string& procedure) {
  return "[status.syg]\non_enter = [\"sag\"]\n[procedure.sag]\nstart = \"" + first + "\"\n" + procedure;
}

}  // namespace

TEST_CASE("the causes of a step's waits sum to them, to the microsecond, in every group") {
  // The clock begins and ends with the window, so that every wait, open ones up to now, lies in it.
  const CompiledModel compiled = *compile(model_of(busy_place(window_without_warm_up("90 days")), fewer()));
  for (const CompiledArm& arm : compiled.arms) {
    Worlds world(compiled, arm, 0);
    REQUIRE(world.run());
    REQUIRE(world.books().all().size() == 1 + 2 + 3);
    for (std::size_t book = 0; book < 3; ++book) {
      const Ledger& ledger = world.books().all()[book];
      for (std::size_t step = 0; step < ledger.steps.size(); ++step) {
        INFO(compiled.catalogue.steps[step].path << " in book " << book);
        CHECK(ledger.steps[step].waiting > 0);
        CHECK(sum(ledger.steps[step]) == ledger.steps[step].waiting);
        CHECK(ledger.steps[step].wait_begun.count() > 0);
        CHECK(ledger.steps[step].wait_withdrawn.count() > 0);
        for (const Wide cause : ledger.steps[step].causes) CHECK(cause >= 0);
      }
    }
    const auto caused = [&](const char* path, Cause cause) {
      const auto step = std::ranges::find(compiled.catalogue.steps, path, &Catalogue::Named::path);
      return world.ledger()
          .steps[static_cast<std::size_t>(step - compiled.catalogue.steps.begin())]
          .causes[static_cast<std::size_t>(cause)];
    };
    CHECK(caused("procedure.sag.step.samtale", Cause::busy) > 0);
    CHECK(caused("procedure.sag.step.samtale", Cause::closed) > 0);
    for (const Cause cause : {Cause::session, Cause::full, Cause::cancelled}) {
      CHECK(caused("procedure.sag.step.moede", cause) > 0);
      CHECK(caused("procedure.sag.step.samtale", cause) == 0);
    }
    CHECK(caused("procedure.sag.step.ude", Cause::outside) > 0);
    CHECK(caused("procedure.sag.step.ude", Cause::closed) == 0);
    CHECK(caused("procedure.attest.step.attest", Cause::document) > 0);
    CHECK(caused("procedure.attest.step.svar", Cause::citizen) > 0);
    CHECK(caused("procedure.attest.step.svar", Cause::document) == 0);
  }
}

TEST_CASE("the causes of groups and of months sum to those of the whole, window and run-out apart") {
  const CompiledModel compiled = *compile(model_of(busy_place(window("90 days", "30 days")), fewer()));
  for (const CompiledArm& arm : compiled.arms) {
    Worlds world(compiled, arm, 0);
    REQUIRE(world.run());
    const auto& books = world.books().all();
    for (std::size_t step = 0; step < compiled.catalogue.steps.size(); ++step) {
      for (std::size_t cause = 0; cause < kCauseNames.size(); ++cause) {
        const auto of = [&](std::size_t book) { return books[book].steps[step].causes[cause]; };
        CHECK(of(1) + of(2) == of(0));
        CHECK(of(3) + of(4) + of(5) == of(0));
      }
      const StepLedger& whole = books[0].steps[step];
      const Wide ended =
          whole.wait_begun.sum_ended() + whole.wait_gave_up.sum_ended() + whole.wait_withdrawn.sum_ended();
      CHECK(sum(whole) >= ended);
      if (whole.wait_open.count() == 0) CHECK(sum(whole) == ended);
    }
  }
}

TEST_CASE("a wait over a weekend is for busy staff in opening hours and closed outside them") {
  // The first works from Friday 12:00 to Monday 10:00. The second asks on Friday at 13:00 and waits 3 h + 64 h + 2 h.
  const Run run(window("30 days") + citizen("en", 4 * 24 + 12) + citizen("to", 4 * 24 + 13) + office_hours() +
                "[pool.p]\nstaff = 1\ncalendar = \"dag\"\n" +
                sag("s", "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"6 h\" }\n"));
  CHECK(days(run, "s", "busy") == Approx(5.0 / 24));
  CHECK(days(run, "s", "closed") == Approx(64.0 / 24));
  CHECK(all_days(run, "s") == Approx(69.0 / 24));
  CHECK(run.mean("procedure.sag.step.s", "wait") == Approx(69.0 / 24 / 2));
}

TEST_CASE("who withdraws or gives up has waited for the same causes up to then") {
  // Asks on Friday at 13:00 behind somebody else, and gives up, or leaves, on Saturday at 13:00: 3 h and 21 h.
  const std::string behind =
      window("30 days") + citizen("en", 4 * 24 + 12, "anden") + citizen("to", 4 * 24 + 13) + office_hours() + job() +
      "[pool.p]\nstaff = 1\ncalendar = \"dag\"\n[status.anden]\non_enter = [\"anden\"]\n[procedure.anden]\nstart = "
      "\"s\"\n[procedure.anden.step.s]\nwork = { pool = \"p\", time = \"6 h\" }\n" +
      sag("s", "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"6 h\" }\n");
  for (const std::string& leaving : {std::string("patience = \"24 h\"\ngives_up = \"end\"\n"),
                                     std::string("[status.syg.exit.ud]\nto = \"job\"\nafter = \"24 h\"\n")}) {
    const Run run(behind + leaving);
    CHECK(days(run, "s", "busy") == Approx(3.0 / 24));
    CHECK(days(run, "s", "closed") == Approx(21.0 / 24));
  }
}

TEST_CASE("a wait that is open when the run ends is divided up to then") {
  // The run ends on Sunday at 00:00: 3 h of Friday were open, 32 h were not.
  const Run run(window("6 days") + citizen("en", 4 * 24 + 12) + citizen("to", 4 * 24 + 13) + office_hours() +
                "[pool.p]\nstaff = 1\ncalendar = \"dag\"\n" +
                sag("s", "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"6 h\" }\n"));
  CHECK(days(run, "s", "busy") == Approx(3.0 / 24));
  CHECK(days(run, "s", "closed") == Approx(32.0 / 24));
}

TEST_CASE("a case waits for the session, and from then on because its agenda was full") {
  // Sessions on days 0, 10 and 20, one case each; two cases from day 3, an hour apart.
  const Run run(window("30 days") + citizen("en", 72) + citizen("to", 73) + "[meeting.team]\nevery = \"10 days\"\n" +
                "agenda = 1\n" + sag("m", "[procedure.sag.step.m]\nmeeting = \"team\"\n"));
  CHECK(days(run, "m", "session") == Approx(7 + 7 - 1.0 / 24));
  CHECK(days(run, "m", "full") == Approx(10));
  CHECK(days(run, "m", "cancelled") == 0);
  CHECK(all_days(run, "m") == Approx(24 - 1.0 / 24));
}

TEST_CASE("a case waits on because a session was cancelled, until the next one is held or full") {
  // The member is away on days 10 and 20 and there from day 25 on. Two cases: both wait 7 days for the first session
  // and 20 because of the two that were cancelled; the second 10 more because the one on day 30 was full.
  const std::string law = window("60 days") + citizen("en", 72) + "batch = 2\n" + pool("p") +
                          "[meeting.team]\nevery = \"10 days\"\nagenda = 1\nper_case = { p = \"1 h\" }\nabsence = { p "
                          "= 1.0 }\n" +
                          sag("m", "[procedure.sag.step.m]\nmeeting = \"team\"\n") +
                          "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [{ file = \"trial.toml\", "
                          "from = 2018-01-26 }]\n";
  const Run run(law, trial("[meeting.team]\nabsence = { p = 0.0 }\n"));
  CHECK(days(run, "m", "session", 1) == Approx(14));
  CHECK(days(run, "m", "cancelled", 1) == Approx(40));
  CHECK(days(run, "m", "full", 1) == Approx(10));
  // Without that they are cancelled for good: from day 10 to the end.
  CHECK(days(run, "m", "session") == Approx(14));
  CHECK(days(run, "m", "cancelled") == Approx(100));
  CHECK(days(run, "m", "full") == 0);
}

TEST_CASE("a full session before a cancelled one: each has the time up to the next") {
  // One case a session. Three cases from day 3; held on day 10, cancelled on days 20 and 30, held from day 40 on.
  const Run run(window("60 days") + citizen("en", 72) + "batch = 3\n" + pool("p") +
                    "[meeting.team]\nevery = \"10 days\"\nagenda = 1\nper_case = { p = \"1 h\" }\n" +
                    sag("m", "[procedure.sag.step.m]\nmeeting = \"team\"\n") +
                    "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\nlast_wins = true\ntrials = [{ file = "
                    "\"a.toml\", from = 2018-01-16 }, { file = \"b.toml\", from = 2018-02-05 }]\n",
                {{"a.toml", "[trial]\nid = \"a\"\n[meeting.team]\nabsence = { p = 1.0 }\n"},
                 {"b.toml", "[trial]\nid = \"b\"\n[meeting.team]\nabsence = { p = 0.0 }\n"}});
  // The second: full 10-20, cancelled 20-40. The third: the same, then full 40-50.
  CHECK(days(run, "m", "session", 1) == Approx(21));
  CHECK(days(run, "m", "full", 1) == Approx(10 + 10 + 10));
  CHECK(days(run, "m", "cancelled", 1) == Approx(20 + 20));
}

TEST_CASE("who waits for an outside unit waits for it at all hours") {
  const Run run(window("30 days") + citizen("en", 4 * 24 + 12) + citizen("to", 4 * 24 + 13) + office_hours() +
                "[pool.p]\nstaff = 1\ncalendar = \"dag\"\noutside = true\n" +
                sag("s", "[procedure.sag.step.s]\nwork = { pool = \"p\", time = \"6 h\" }\n"));
  CHECK(days(run, "s", "outside") == Approx(69.0 / 24));
  CHECK(days(run, "s", "busy") == 0);
  CHECK(days(run, "s", "closed") == 0);
}

TEST_CASE("a wait is for a document unless the step says another cause") {
  const Run run(window("30 days") + citizen() +
                sag("attest",
                    "[procedure.sag.step.attest]\nwait = \"5 days\"\nnext = \"svar\"\n"
                    "[procedure.sag.step.svar]\nwait = \"3 days\"\ncause = \"citizen\"\nnext = \"laege\"\n"
                    "[procedure.sag.step.laege]\nwait = \"2 days\"\ncause = \"outside\"\nnext = \"naar\"\n"
                    "[procedure.sag.step.naar]\nwait = { until = { aldrig = true } }\nnext = \"ja\"\n"
                    "[procedure.sag.step.ja]\nset = { aldrig = true }\n"));
  CHECK(days(run, "attest", "document") == Approx(5));
  CHECK(all_days(run, "attest") == Approx(5));
  CHECK(days(run, "svar", "citizen") == Approx(3));
  CHECK(all_days(run, "svar") == Approx(3));
  CHECK(days(run, "laege", "outside") == Approx(2));
  CHECK(days(run, "naar", "document") == Approx(20));
}

}  // namespace sagsflow
