#include <catch2/catch.hpp>
#include <cmath>

#include "expecting.h"

namespace sagsflow {
namespace {

Approx exactly(double value) {
  return Approx(value).epsilon(1e-6);
}

/// One thousand a year in a status that lasts 20 weeks in the mean.
std::string exponential_stay(const std::string& more) {
  return year() + arrivals("syg", 1000) + ude() + R"(
[status.syg.exit.rask]
to = "ude"
after = { exponential = "20 weeks" }
)" + more;
}

/// A step of no time that counts how often it is reached.
std::string interview() {
  return "[procedure.samtale]\nstart = \"samtale\"\n[procedure.samtale.step.samtale]\n";
}

TEST_CASE("a duty every 4 weeks in an exponential stay falls due a geometric number of times") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = "4 weeks"
every = "4 weeks"
)" + interview()));
  const double q = std::exp(-4.0 / 20.0);
  CHECK(expecting.step("samtale", "samtale") == Approx(1000 * q / (1 - q)).epsilon(1e-5));
}

TEST_CASE("a duty begins ahead of when it is due") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = "8 weeks"
ahead = "2 weeks"
)" + interview()));
  CHECK(expecting.step("samtale", "samtale") == exactly(1000 * std::exp(-6.0 / 20.0)));
}

TEST_CASE("a duty counted from when it was held is put off by its procedure, one counted from due is not") {
  const auto samtaler = [](const std::string& counted) {
    return Expecting(exponential_stay("[status.syg.duty.opfoelgning]\nprocedure = \"samtale\"\nfirst = \"4 weeks\"\n"
                                      "every = \"4 weeks\"\ncounted = \"" +
                                      counted + "\"\n" + R"(
[procedure.samtale]
start = "samtale"
[procedure.samtale.step.samtale]
wait = "1 week"
)"))
        .step("samtale", "samtale");
  };
  const auto sum_from_four = [](double every) { return std::exp(-4.0 / 20.0) / (1 - std::exp(-every / 20.0)); };
  CHECK(samtaler("held") == Approx(1000 * sum_from_four(5)).epsilon(1e-5));
  CHECK(samtaler("due") == Approx(1000 * sum_from_four(4)).epsilon(1e-5));
}

TEST_CASE("a duty stops after its times and at its until") {
  const auto samtaler = [](const std::string& limit) {
    return Expecting(exponential_stay("[status.syg.duty.opfoelgning]\nprocedure = \"samtale\"\nfirst = \"4 weeks\"\n"
                                      "every = \"4 weeks\"\n" +
                                      limit + "\n" + interview()))
        .step("samtale", "samtale");
  };
  const double q = std::exp(-4.0 / 20.0);
  CHECK(samtaler("times = 2") == exactly(1000 * (q + q * q)));
  CHECK(samtaler("until = \"12 weeks\"") == exactly(1000 * (q + q * q + q * q * q)));
}

TEST_CASE("a duty with an exponential cadence competes with the exit by its rate") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.afklaret]
procedure = "samtale"
first = { exponential = "30 weeks" }
)" + interview()));
  CHECK(expecting.step("samtale", "samtale") == Approx(1000 * 20.0 / 50.0).epsilon(2e-3));
}

TEST_CASE("a duty falls due at random again and again: a Poisson process in the stay") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = { exponential = "10 weeks" }
every = { exponential = "10 weeks" }
)" + interview()));
  CHECK(expecting.step("samtale", "samtale") == Approx(1000 * 2.0).epsilon(0.01));
}

TEST_CASE("an exponential cadence starts ahead, stops at its until and after its times") {
  const auto samtaler = [](const std::string& more) {
    return Expecting(
               exponential_stay("[status.syg.duty.opfoelgning]\nprocedure = \"samtale\"\n"
                                "first = { exponential = \"10 weeks\" }\nevery = { exponential = \"10 weeks\" }\n" +
                                more + "\n" + interview()))
        .step("samtale", "samtale");
  };
  const double due = 1.0 / 10.0, leaves = 1.0 / 20.0;
  // Due times are a Poisson process, seen up to the end of the stay and what is ahead of it.
  CHECK(samtaler("counted = \"due\"\nahead = \"2 weeks\"") == Approx(1000 * due * (20.0 + 2.0)).epsilon(0.02));
  CHECK(samtaler("until = \"15 weeks\"") == Approx(1000 * due / leaves * (1 - std::exp(-15 * leaves))).epsilon(0.01));
  const double once = due / (due + leaves);
  CHECK(samtaler("times = 1") == Approx(1000 * once).epsilon(2e-3));
  CHECK(samtaler("times = 3") == Approx(1000 * (once + once * once + once * once * once)).epsilon(5e-3));
}

TEST_CASE("each part of a mixed cadence falls due by its own law") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.afklaret]
procedure = "samtale"
[[status.syg.duty.afklaret.first.mixture]]
share = 0.5
of = { exponential = "30 weeks" }
[[status.syg.duty.afklaret.first.mixture]]
share = 0.3
of = { uniform = ["0 weeks", "20 weeks"] }
[[status.syg.duty.afklaret.first.mixture]]
share = 0.2
of = "10 weeks"
)" + interview()));
  const double uniform = 1 - std::exp(-1.0);  // of exp(-t / 20) over 20 weeks
  const double starts = 0.5 * 20.0 / 50.0 + 0.3 * uniform + 0.2 * std::exp(-0.5);
  CHECK(expecting.step("samtale", "samtale") == Approx(1000 * starts).epsilon(0.01));
}

TEST_CASE("a duty applies to those of whom its condition holds") {
  const Expecting expecting(exponential_stay(R"(
[attribute.kategori]
values = { kat1 = 0.75, kat3 = 0.25 }
[status.syg.duty.forelaeggelse]
procedure = "samtale"
when = { kategori = "kat3" }
first = "8 weeks"
)" + interview()));
  CHECK(expecting.step("samtale", "samtale") == exactly(250 * std::exp(-8.0 / 20.0)));
}

TEST_CASE("what a duty's procedure sets may end another duty") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.afklaret]
procedure = "samtale"
when = { begyndt = false }
first = { exponential = "10 weeks" }
[status.syg.duty.slutvurdering]
procedure = "vurdering"
when = { begyndt = false }
first = "15 weeks"
[procedure.samtale]
start = "samtale"
[procedure.samtale.step.samtale]
set = { begyndt = true }
[procedure.vurdering]
start = "vurdering"
[procedure.vurdering.step.vurdering]
set = { begyndt = true }
)"));
  // In competition with the exit, rate 1/20, up to 15 weeks; then all who have not begun.
  const double both = 1.0 / 10.0 + 1.0 / 20.0;
  CHECK(expecting.step("samtale", "samtale") == Approx(1000 * 0.1 / both * (1 - std::exp(-15 * both))).epsilon(5e-3));
  CHECK(expecting.step("vurdering", "vurdering") == Approx(1000 * std::exp(-15 * both)).epsilon(5e-3));
}

TEST_CASE("of two duties that rule each other out, nobody's procedure is cut short by the other's change of status") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.afklaret]
procedure = "sag"
when = { begyndt = false }
first = { exponential = "10 weeks" }
[status.syg.duty.slutvurdering]
procedure = "sag"
when = { begyndt = false }
first = "15 weeks"
[procedure.sag]
start = "begynd"
[procedure.sag.step.begynd]
set = { begyndt = true }
next = "vent"
[procedure.sag.step.vent]
wait = "8 weeks"
next = "fleksjob"
[procedure.sag.step.fleksjob]
become = "ude"
)"));
  const double both = 1.0 / 10.0 + 1.0 / 20.0;
  const double begun = 0.1 / both * (1 - std::exp(-15 * both)) + std::exp(-15 * both);
  CHECK(expecting.step("sag", "begynd") == Approx(1000 * begun).epsilon(5e-3));
  CHECK(expecting.step("sag", "fleksjob") == Approx(1000 * begun * std::exp(-8.0 / 20.0)).epsilon(5e-3));
}

TEST_CASE("a procedure that changes the status competes with the exits at its mean time") {
  const Expecting expecting(exponential_stay(R"(
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = "10 weeks"
next = { bevilget = 0.6, end = "rest" }
[procedure.sag.step.bevilget]
become = "fleksjob"
[status.fleksjob.exit.ud]
to = "ude"
after = "1 year"
[status.syg]
on_enter = ["sag"]
)"));
  const double q = std::exp(-10.0 / 20.0);
  CHECK(expecting.status("fleksjob").entries == exactly(1000 * 0.6 * q));
  // 20 weeks to everyone, but what is left at 10 weeks is taken from those who change.
  CHECK(expecting.status("syg").days == exactly(140 * (1 - 0.6 * q)));
}

TEST_CASE("steps are thinned by those who leave before them") {
  const Expecting expecting(exponential_stay(R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "foerst"
[procedure.sag.step.foerst]
wait = "2 weeks"
next = { saa = 0.5, end = "rest" }
[procedure.sag.step.saa]
wait = "6 weeks"
next = "sidst"
[procedure.sag.step.sidst]
)"));
  CHECK(expecting.step("sag", "foerst") == exactly(1000));
  CHECK(expecting.step("sag", "saa") == exactly(500 * std::exp(-2.0 / 20.0)));
  CHECK(expecting.step("sag", "sidst") == exactly(500 * std::exp(-8.0 / 20.0)));
}

TEST_CASE("what two duties begin is thinned alike by those who leave, but for what goes on without them") {
  const Expecting expecting(exponential_stay(R"(
[status.syg.duty.en]
procedure = "sag"
first = { exponential = "10 weeks" }
[status.syg.duty.to]
procedure = "anden"
first = { exponential = "10 weeks" }
[status.syg.duty.tre]
procedure = "fortsat"
first = { exponential = "10 weeks" }
[procedure.sag]
start = "foerst"
[procedure.sag.step.foerst]
wait = "10 days"
next = "sidst"
[procedure.sag.step.sidst]
[procedure.anden]
start = "foerst"
[procedure.anden.step.foerst]
wait = "30 days"
next = "sidst"
[procedure.anden.step.sidst]
[procedure.fortsat]
start = "foerst"
keep = true
[procedure.fortsat.step.foerst]
wait = "30 days"
next = "sidst"
[procedure.fortsat.step.sidst]
)"));
  const auto through = [&](const std::string& procedure) {
    return expecting.step(procedure, "sidst") / expecting.step(procedure, "foerst");
  };
  CHECK(through("sag") == Approx(std::exp(-10.0 / 140.0)).epsilon(1e-4));
  CHECK(through("anden") == Approx(std::exp(-30.0 / 140.0)).epsilon(1e-4));
  CHECK(through("fortsat") == exactly(1));
}

TEST_CASE("again goes back that many times, and a loop by chance is a geometric number of visits") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a]
on_enter = ["sag"]
[procedure.sag]
start = "en"
[procedure.sag.step.en]
wait = "1 day"
again = { step = "en", times = 2 }
next = "to"
[procedure.sag.step.to]
wait = "1 day"
next = { to = 0.75, ud = 0.25 }
[procedure.sag.step.ud]
become = "ude"
)");
  CHECK(expecting.step("sag", "en") == exactly(3000));
  CHECK(expecting.step("sag", "to") == exactly(4000));
  CHECK(expecting.status("a").days == exactly(3 + 4));
}

TEST_CASE("a wait until something holds lasts until what the procedure started brings it about") {
  const Expecting expecting(exponential_stay(R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "bestil"
[procedure.sag.step.bestil]
set = { attest = false }
start = "laege"
next = "arbejde"
[procedure.sag.step.arbejde]
wait = "2 weeks"
next = "afvent"
[procedure.sag.step.afvent]
wait = { until = { attest = true } }
next = "efter"
[procedure.sag.step.efter]
[procedure.laege]
start = "attest"
[procedure.laege.step.attest]
wait = "8 weeks"
set = { attest = true }
)"));
  CHECK(expecting.step("sag", "afvent") == exactly(1000 * std::exp(-2.0 / 20.0)));
  CHECK(expecting.step("sag", "efter") == exactly(1000 * std::exp(-8.0 / 20.0)));
  CHECK(expecting.step("laege", "attest") == exactly(1000));
}

TEST_CASE("a wait is given up by those whose patience is shorter") {
  const Expecting expecting(year() + arrivals("a", 1000) + ude() + R"(
[status.a]
on_enter = ["sag"]
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = { exponential = "10 days" }
patience = "10 days"
gives_up = "privat"
next = "svar"
[procedure.sag.step.svar]
become = "ude"
[procedure.sag.step.privat]
become = "ude"
)");
  CHECK(expecting.step("sag", "privat") == exactly(1000 * std::exp(-1.0)));
  CHECK(expecting.step("sag", "svar") == exactly(1000 * (1 - std::exp(-1.0))));
  CHECK(expecting.status("a").days == exactly(10 * (1 - std::exp(-1.0))));
}

}  // namespace
}  // namespace sagsflow
