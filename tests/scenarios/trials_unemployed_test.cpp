#include <catch2/catch.hpp>
#include <cmath>

#include "held_still.h"
#include "trial_case.h"

namespace sagsflow {
namespace {

/// The insured, whose first offer is a placement found in a week.
LawCase in_placement(const std::string& law = "lov-2019-flere") {
  return {.law = law,
          .status = "ledig",
          .length = "2 years",
          .rules = insured() +
                   "[procedure.tilbud_dagpenge.step.valg]\nnext = { praktik = \"rest\", andet = 1e-9 }\n"
                   "[procedure.praktik_kort.step.soeg]\nwait = \"1 week\"\n",
          .citizens = 200};
}

const std::string kNotExempt = "alder = \"fra_30_til_49\", uddannelse = \"med\", enlig_forsoerger = \"nej\"";

/// The insured without an exempt group, for whom a place with `procedure` is found in a day and with the other never.
LawCase placed(const std::string& procedure, const std::string& other) {
  return {.status = "ledig",
          .length = "10 weeks",
          .rules = stays("ledig", {"job", "sygemeldt", "andet", "opbrugt"}) + "[procedure." + procedure +
                   ".step.match]\nwait = \"1 day\"\n[procedure." + other + ".step.match]\nwait = \"never\"\n",
          .set = kNotExempt};
}

}  // namespace

TEST_CASE("T01 without the headcount ratio every agreement becomes a placement") {
  const LawRun law(in_placement()), trial(under(in_placement(), {"flexible-headcount-ratio"}));
  CHECK(law.each("procedure.praktik_kort.step.praktik", "entries") == 3);
  CHECK(law.each("procedure.praktik_kort.step.aftale", "entries") > 3);
  CHECK(trial.each("procedure.praktik_kort.step.praktik", "entries") == 3);
  CHECK(trial.each("procedure.praktik_kort.step.aftale", "entries") == 3);
}

TEST_CASE("T02 graduates can leave into their own business, others not") {
  const auto left = [](const std::string& graduate) {
    const LawRun run(under({.status = "ledig",
                            .length = "1 year",
                            .rules = insured() + spared("ledig", {"samtale_uge_1_18", "samtale_uge_19_26"}),
                            .set = "dimittend = \"" + graduate + "\"",
                            .citizens = 2000},
                           {"graduate-entrepreneur"}));
    return run.each("status.ledig.exit.egen_virksomhed", "count");
  };
  const double share = 1 - std::exp(-1.0 / 12);  // exponential, 12 years
  CHECK(left("ja") == Approx(share).margin(margin_of_share(share, 2000)));
  CHECK(left("nej") == 0);
}

TEST_CASE("T03 by week 18 those at low risk have 2 interviews, at medium 5, at high about 14, by law all 4") {
  // Due in weeks 2 and 14; 2, 6, 10, 14 and 18; on days 14, 22.4 … Called in 2 weeks before and held one week before.
  const LawCase law_case{.status = "ledig", .length = "19 weeks", .rules = insured()};
  CHECK(LawRun(law_case).each("status.ledig.duty.samtale_uge_1_18", "held") == 4);
  const auto held = [&](const std::string& risk) {
    LawCase at_risk = law_case;
    at_risk.set = "risiko = \"" + risk + "\"";
    return LawRun(under(at_risk, {"flexible-interviews"})).each("status.ledig.duty.samtale_uge_1_18", "held");
  };
  CHECK(held("lav") == 2);
  CHECK(held("mellem") == 5);
  CHECK(held("hoej") >= 14);  // held by day 133: due by day 140, 16 at most
  CHECK(held("hoej") <= 16);
}

TEST_CASE("T03 a group interview takes its share of 90 minutes for eight") {
  const LawRun run(
      under({.status = "ledig", .length = "19 weeks", .rules = insured(), .set = "risiko = \"lav\"", .citizens = 400},
            {"flexible-interviews"}));
  CHECK(run.count("meeting.gruppesamtale", "cases") > 0);
  CHECK(run.count("meeting.gruppesamtale", "cases") == run.count("procedure.jobsamtale.step.gruppe", "entries"));
  CHECK(run.sum("procedure.jobsamtale.step.telefon", "hours") ==
        Approx(run.count("procedure.jobsamtale.step.telefon", "entries") * 0.25));
}

TEST_CASE("T05 whoever is to go on a course gets there after 6 weeks, by law after 26") {
  LawCase law_case{.status = "ledig", .length = "10 weeks", .rules = insured(), .set = "alder = \"fra_30_til_49\""};
  CHECK(LawRun(law_case).count("procedure.tilbud_dagpenge", "started") == 0);
  law_case.set += ", vil_paa_kursus = \"ja\"";
  const LawRun trial(under(law_case, {"flexible-education-insured"}));
  CHECK(trial.each("procedure.tilbud_dagpenge.step.andet", "entries") == 1);
  law_case.set = "alder = \"fra_30_til_49\", vil_paa_kursus = \"nej\"";
  CHECK(LawRun(under(law_case, {"flexible-education-insured"})).count("procedure.tilbud_dagpenge", "started") == 0);
}

TEST_CASE("T12 wage subsidy begins at once for the new groups, by law after 26 weeks") {
  LawCase law_case = placed("loentilskud", "jobrotation");
  CHECK(LawRun(law_case).count("procedure.loentilskud.step.ansaet", "entries") == 0);
  law_case.set = kNotExempt + ", tidligt_loentilskud = \"ja\"";
  CHECK(LawRun(under(law_case, {"early-wage-subsidy-jobrotation"}))
            .each("procedure.loentilskud.step.ansaet", "entries") == 1);
  law_case.set = kNotExempt + ", tidligt_loentilskud = \"nej\"";
  CHECK(LawRun(under(law_case, {"early-wage-subsidy-jobrotation"}))
            .count("procedure.loentilskud.step.ansaet", "entries") == 0);
}

TEST_CASE("T12 job rotation begins at once, by law after 26 weeks") {
  const LawCase law_case = placed("jobrotation", "loentilskud");
  CHECK(LawRun(law_case).count("procedure.jobrotation.step.ansaet", "entries") == 0);
  CHECK(LawRun(under(law_case, {"early-wage-subsidy-jobrotation"}))
            .each("procedure.jobrotation.step.ansaet", "entries") == 1);
}

TEST_CASE("T32 one placement of 13 weeks takes the place of three of 4") {
  const LawRun law(in_placement("lov-2013")), trial(under(in_placement("lov-2013"), {"praktik-13-weeks"}));
  CHECK(law.each("procedure.praktik_kort.step.praktik", "entries") == 3);
  CHECK(law.mean("procedure.praktik_kort.step.praktik", "time") == Approx(4 * 7));
  CHECK(trial.each("procedure.praktik_kort.step.praktik", "entries") == 1);
  CHECK(trial.mean("procedure.praktik_kort.step.praktik", "time") == Approx(13 * 7));
}

TEST_CASE("T32 in Odense two colleagues fill in a form after 4 of the 13 weeks") {
  const LawRun run(under(in_placement("lov-2013"), {"praktik-13-weeks-odense"}));
  CHECK(run.each("procedure.praktik_kort.step.skema", "entries") == 1);
  CHECK(run.mean("procedure.praktik_kort.step.praktik", "time") == Approx(4 * 7));
  CHECK(run.mean("procedure.praktik_kort.step.praktik_videre", "time") == Approx(9 * 7));
}

TEST_CASE("T33 whoever matches a growth firm has one placement of 26 weeks, others three of 4") {
  LawCase law_case = in_placement("lov-2013");
  law_case.set = "vaekstvirksomhed = \"ja\"";
  const LawRun matched(under(law_case, {"praktik-26-weeks-growth"}));
  CHECK(matched.each("procedure.praktik_kort.step.praktik", "entries") == 1);
  CHECK(matched.mean("procedure.praktik_kort.step.praktik", "time") == Approx(26 * 7));
  law_case.set = "vaekstvirksomhed = \"nej\"";
  const LawRun other(under(law_case, {"praktik-26-weeks-growth"}));
  CHECK(other.each("procedure.praktik_kort.step.praktik", "entries") == 3);
  CHECK(other.mean("procedure.praktik_kort.step.praktik", "time") == Approx(4 * 7));
}

}  // namespace sagsflow
