#include <catch2/catch.hpp>

#include "held_still.h"
#include "law_run.h"

// What the law counts over interruptions (law/optalte-ure.toml), and today's caseload (places/bestand).

namespace sagsflow {

TEST_CASE("L04 weeks of sickness count within 9 months, over a return to work, also in the laws of 2020 and 2025") {
  // 12 weeks sick, 4 at work, sick again: the 22nd week ends in week 26.
  const auto run_out = [](const std::string& law) {
    const LawRun run({.law = law,
                      .status = "sygedagpenge",
                      .length = "27 weeks",
                      .rules = of_category_2() +
                               "[status.sygedagpenge.exit.raskmeldt]\nto = \"i_job\"\nafter = \"12 weeks\"\n"
                               "[status.i_job.exit.gensygemeldt]\nafter = \"4 weeks\"\n"});
    return run.each("status.sygedagpenge.exit.varighed", "count");
  };
  CHECK(run_out("lov-2019-flere") == 0);  // its clocks begin anew with each spell
  CHECK(run_out("lov-2019-hele") == 1);
  CHECK(run_out("lov-2020") == 1);
  CHECK(run_out("lov-2025") == 1);
}

TEST_CASE("L21 the allowance is reassessed at 12 months within 18, over a flex job between") {
  const auto reassessed = [](const std::string& flex_job, const std::string& length) {
    const LawRun run({.law = "lov-2019-hele",
                      .status = "ledighedsydelse",
                      .length = length,
                      .rules = stays("ledighedsydelse", {"andet"}) + stays("fleksjob", {"andet"}) +
                               spared("ledighedsydelse", {"bliver_syg", "raadighedstvivl"}) +
                               "[status.ledighedsydelse.exit.fleksjob]\nafter = \"8 months\"\n"
                               "[status.fleksjob.exit.mistet]\nafter = \"" +
                               flex_job + "\"\n"});
    return run.each("status.ledighedsydelse.duty.revurdering_12_mdr", "held");
  };
  CHECK(reassessed("4 months", "17 months") == 1);   // 8 + 4 months, in month 16
  CHECK(reassessed("12 months", "27 months") == 0);  // in month 24, 2 + 4 of the last 18
}

TEST_CASE("L27 weeks of unemployment count together for a wage subsidy") {
  // 20 weeks unemployed, 10 at work, and 6 unemployed.
  const LawRun run({.law = "lov-2019-hele",
                    .status = "ledig",
                    .length = "37 weeks",
                    .rules = stays("ledig", {"sygemeldt", "andet", "opbrugt"}) +
                             spared("ledig", {"jobrotation_mulig"}) +
                             "[status.ledig.exit.job]\nafter = \"20 weeks\"\n"
                             "[status.i_job.exit.ledig_igen]\nafter = \"10 weeks\"\n"
                             "[procedure.loentilskud.step.match]\nwait = \"0 days\"\n",
                    .set = "alder = \"fra_30_til_49\", uddannelse = \"med\", enlig_forsoerger = \"nej\""});
  CHECK(run.each("procedure.loentilskud.step.ansaet", "entries") == 1);
}

TEST_CASE("L33 the 2 years of unemployment benefit count over a job between") {
  // 18 months, half a year at work, and the last half-year.
  const LawRun run({.law = "lov-2019-hele",
                    .status = "ledig",
                    .length = "31 months",
                    .rules = stays("ledig", {"sygemeldt", "andet"}) + spared("ledig", {"jobrotation_mulig"}) +
                             "[status.ledig.exit.job]\nafter = \"18 months\"\n"
                             "[status.i_job.exit.ledig_igen]\nafter = \"6 months\"\n"});
  CHECK(run.each("status.ledig.exit.opbrugt", "count") == 1);
}

TEST_CASE("the state's share begins anew when weeks on benefit are 3 years old") {
  // 4 weeks sick, 4 years at work, 4 weeks sick: all at 80 per cent.
  const LawRun run({.law = "lov-2019-hele",
                    .status = "sygedagpenge",
                    .length = "5 years",
                    .rules = of_category_2() + stays("i_job", {"blivende"}) +
                             "[status.sygedagpenge.exit.raskmeldt]\nto = \"i_job\"\nafter = \"4 weeks\"\n"
                             "[status.i_job.exit.gensygemeldt]\nafter = \"4 years\"\n"});
  CHECK(run.sum("status.sygedagpenge", "state_net") / 40 == Approx(2 * 4 * 4355 * 0.8));
}

TEST_CASE("with today's caseload a place begins with it") {
  const LawRun run(
      "use = [\"law/lov-2019-flere.toml\", \"places/thisted.toml\", \"places/bestand/thisted.toml\"]\n"
      "[run]\nstart = 2019-01-01\nlength = \"4 weeks\"\nreplications = 1\ncalendar = \"kontortid\"\n",
      1);
  // Thisted's 0.0735 of the region's 7500 flex jobs, 1800 in clarification and 4500 on assistance.
  CHECK(run.of("status.fleksjob", "stock", Statistic::at_start) == Approx(551));
  CHECK(run.of("status.jobafklaring", "stock", Statistic::at_start) == Approx(132));
  CHECK(run.of("status.kontanthjaelp", "stock", Statistic::at_start) == Approx(331));
}

}  // namespace sagsflow
