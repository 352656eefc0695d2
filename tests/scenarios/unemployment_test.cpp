#include <catch2/catch.hpp>
#include <cmath>

#include "held_still.h"
#include "law_run.h"

namespace sagsflow {

TEST_CASE("L06 the insured have 4 interviews by week 18, 6 by half a year and 7 by 9 months") {
  const auto held = [](const std::string& length) {
    const LawRun run({.status = "ledig", .length = length, .rules = insured()});
    return run.each("procedure.jobsamtale.step.samtale", "entries");
  };
  CHECK(held("18 weeks") == 4);
  CHECK(held("27 weeks") == 6);
  CHECK(held("40 weeks") == 7);
}

TEST_CASE("L07 from 2020 the insured have 6 interviews in half a year") {
  const LawRun run({.law = "lov-2020", .status = "ledig", .length = "27 weeks", .rules = insured()});
  CHECK(run.each("status.ledig.duty.samtale_uge_1_18", "held") == 6);
  CHECK(run.count("status.ledig.duty.samtale_uge_19_26", "held") == 0);
}

TEST_CASE("L07 the series starts afresh after a short job") {
  // 74 days unemployed (due on 30 and 60), 14 at work, 74 unemployed. If the series went on, the second spell would
  // have three: due on its days 16, 46 and 76, the last begun two weeks ahead.
  const std::string back = stays("ledig", {"sygemeldt", "andet", "opbrugt"}) +
                           spared("ledig", {"jobrotation_mulig", "loentilskud_mulig"}) +
                           "[status.ledig.exit.job]\nafter = \"74 days\"\n"
                           "[status.i_job.exit.ledig_igen]\nafter = \"14 days\"\n";
  const LawRun run({.law = "lov-2020", .status = "ledig", .length = "165 days", .rules = back});
  CHECK(run.each("status.ledig", "entries") == 2);
  CHECK(run.each("procedure.jobsamtale.step.samtale", "entries") == 4);
}

TEST_CASE("from 2024 the jobcenter holds three of the first six interviews, in months 4 to 6") {
  const LawRun run({.law = "lov-2025", .status = "ledig", .length = "27 weeks", .rules = insured()});
  CHECK(run.each("procedure.jobsamtale.step.samtale", "entries") == 3);
  CHECK(run.mean("status.ledig.duty.samtale_uge_1_18", "first") > 100);
}

TEST_CASE("L33 unemployment benefit lasts 2 years") {
  const LawRun run({.status = "ledig",
                    .length = "3 years",
                    .rules = stays("ledig", {"job", "sygemeldt", "andet"}) + spared("ledig", {"jobrotation_mulig"})});
  CHECK(run.mean("status.ledig", "duration") == Approx(2 * 365.25));
}

TEST_CASE("L27 a public wage subsidy takes 26 weeks of unemployment, but not of three groups") {
  const auto granted = [](const std::string& length, const std::string& set) {
    const LawRun run({.status = "ledig",
                      .length = length,
                      .rules = stays("ledig", {"job", "sygemeldt", "andet", "opbrugt"}) +
                               spared("ledig", {"jobrotation_mulig"}) +
                               "[procedure.loentilskud.step.match]\nwait = \"0 days\"\n",
                      .set = set});
    return run.each("procedure.loentilskud.step.ansaet", "entries");
  };
  const std::string nobody = "alder = \"fra_30_til_49\", uddannelse = \"med\", enlig_forsoerger = \"nej\"";
  CHECK(granted("25 weeks", nobody) == 0);
  CHECK(granted("27 weeks", nobody) == 1);
  CHECK(granted("1 weeks", "alder = \"fra_50\"") == 1);
  CHECK(granted("1 weeks", "alder = \"under_30\", uddannelse = \"uden\"") == 1);
  CHECK(granted("1 weeks", "alder = \"under_30\", uddannelse = \"med\", enlig_forsoerger = \"ja\"") == 1);
}

TEST_CASE("L27 job rotation takes 26 weeks of unemployment") {
  const auto hired = [](const std::string& length) {
    const LawRun run({.status = "ledig",
                      .length = length,
                      .rules = stays("ledig", {"job", "sygemeldt", "andet", "opbrugt"}) +
                               spared("ledig", {"loentilskud_mulig"}) +
                               "[procedure.jobrotation.step.match]\nwait = \"0 days\"\n"});
    return run.each("procedure.jobrotation.step.ansaet", "entries");
  };
  CHECK(hired("25 weeks") == 0);
  CHECK(hired("27 weeks") == 1);
}

TEST_CASE("L28 a placement lasts 4 weeks for the job-ready, so that 13 weeks take three, for others 13 in one") {
  const LawRun brief(
      {.status = "kontanthjaelp_jobparat",
       .length = "1 year",
       .rules = on_assistance("kontanthjaelp_jobparat", {"job", "andet", "aktivitetsparat"}) +
                "[status.kontanthjaelp_jobparat.duty.praktik]\nfirst = \"1 day\"\n"
                "[procedure.praktik_kort.step.soeg]\nwait = \"1 day\"\n"
                "[procedure.praktik_kort.step.forholdstal]\nnext = { soeg = 1e-9, praktik = \"rest\" }\n",
       .set = kJobReady});
  CHECK(brief.max("procedure.praktik_kort.step.praktik", "wait") == Approx(28));
  CHECK(brief.each("procedure.praktik_kort.step.aftale", "entries") == 3);
  const LawRun longer(
      {.status = "integration",
       .length = "6 months",
       .rules = stays("integration", {"job", "andet", "udloeb"}) + spared("integration", {"igu"}) +
                "[status.integration.duty.praktik]\nfirst = \"1 day\"\nevery = \"never\"\n"
                "[procedure.praktik_lang.step.soeg]\nwait = \"1 day\"\n"
                "[procedure.praktik_lang.step.forholdstal]\nnext = { soeg = 1e-9, praktik = \"rest\" }\n",
       .set = kJobReady});
  CHECK(longer.max("procedure.praktik_lang.step.praktik", "wait") == Approx(91));
  CHECK(longer.each("procedure.praktik_lang.step.aftale", "entries") == 1);
}

TEST_CASE("L29 some placements found fall on the ratio of trainees to staff") {
  const LawRun run({.status = "kontanthjaelp_jobparat",
                    .length = "2 years",
                    .rules = on_assistance("kontanthjaelp_jobparat", {"job", "andet", "aktivitetsparat"}) +
                             "[status.kontanthjaelp_jobparat.duty.praktik]\nfirst = \"1 day\"\n",
                    .set = kJobReady,
                    .citizens = 1000});
  // Three placements each, of which each takes 1/0.92 agreements. Geometric: variance 0.08/0.92².
  const double expected = 3 / 0.92, error = std::sqrt(3 * 0.08 / (0.92 * 0.92) / 1000);
  CHECK(run.each("procedure.praktik_kort.step.aftale", "entries") == Approx(expected).margin(3.5 * error));
}

}  // namespace sagsflow
