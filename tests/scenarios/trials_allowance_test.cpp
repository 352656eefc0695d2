#include <catch2/catch.hpp>
#include <cmath>

#include "held_still.h"
#include "trial_case.h"

namespace sagsflow {
namespace {

LawCase in_rehabilitation(const std::string& spared_duty, const std::string& rules) {
  return {.status = "revalidering",
          .length = "300 days",
          .rules = stays("revalidering", {"faerdig"}) + spared("revalidering", {"opfoelgning", spared_duty}) +
                   kCertificateAlone + rules,
          .citizens = 1000};
}

LawCase in_resource_course(const std::string& length, const std::string& spared_duty) {
  return {.status = "ressourceforloeb",
          .length = length,
          .rules = stays("ressourceforloeb", {"job", "andet"}) + spared("ressourceforloeb", {spared_duty}) +
                   kCertificateAlone,
          .set = "sagstype = \"genforelaeggelse\"",
          .citizens = 500};
}

}  // namespace

TEST_CASE("T10 three in ten changes of rehabilitation still fetch LÆ265, the rest are decided without the 60 days") {
  const LawCase law_case =
      in_rehabilitation("frafald", "[status.revalidering.duty.aendring]\nfirst = \"30 days\"\nevery = \"never\"\n");
  const LawRun law(law_case), trial(under(law_case, {"la265-exemption-revalidering"}));
  CHECK(law.each("procedure.laegeattest", "started") == 1);
  CHECK(trial.each("procedure.laegeattest", "started") == Approx(0.3).margin(margin_of_share(0.3, 1000)));
  CHECK(trial.each("procedure.revalidering_aendring.step.afgoerelse", "entries") == 1);
  CHECK(law.of("procedure.revalidering_aendring", "lead_time", Statistic::p50) > 60);
  CHECK(trial.of("procedure.revalidering_aendring", "lead_time", Statistic::p50) < 8);
}

TEST_CASE("T10 a stop of rehabilitation no longer waits for LÆ265 while benefit runs") {
  const LawCase law_case = in_rehabilitation("aendring", "[status.revalidering.duty.frafald]\nfirst = \"30 days\"\n");
  const LawRun law(law_case), trial(under(law_case, {"la265-exemption-revalidering"}));
  CHECK(law.of("status.revalidering", "duration", Statistic::p50) > 30 + 60);
  CHECK(trial.of("status.revalidering", "duration", Statistic::p50) < 30 + 8);
}

TEST_CASE("T11 without reassessment the allowance spares 4 hours each 12 months and keeps its other talks") {
  const LawCase law_case{.status = "ledighedsydelse", .length = "37 months", .rules = on_allowance()};
  const LawRun law(law_case), trial(under(law_case, {"ly-reassessment-exemption"}));
  CHECK(law.sum("pool.sagsbehandler_rehab", "hours") - trial.sum("pool.sagsbehandler_rehab", "hours") ==
        Approx(40 * 3 * 4));
  CHECK(trial.each("status.ledighedsydelse.duty.kontakt", "held") ==
        law.each("status.ledighedsydelse.duty.kontakt", "held"));
}

TEST_CASE("T14 the sick and those in treatment have 2 interviews a year, others 4 as by law") {
  LawCase law_case{.status = "integration",
                   .length = "370 days",
                   .rules = stays("integration", {"job", "andet", "udloeb"}) + spared("integration", {"igu"})};
  CHECK(LawRun(law_case).each("status.integration.duty.jobsamtale", "held") == 4);
  const auto held = [&](const std::string& health) {
    law_case.set = "helbred = \"" + health + "\"";
    return LawRun(under(law_case, {"flexible-contact-integration"})).each("status.integration.duty.jobsamtale", "held");
  };
  CHECK(held("sygemeldt") == 2);
  CHECK(held("i_behandling") == 2);
  CHECK(held("andre") == 4);
}

TEST_CASE("T15 a fifth of the grants that run out are extended without certificate, schema and team") {
  LawCase law_case = in_resource_course("2 years", "opfoelgning");
  law_case.rules += "[status.ressourceforloeb.duty.genforelaeggelse]\nfirst = \"2 years\"\nahead = \"9 months\"\n";
  const LawRun law = with_room_for_all(law_case);
  const LawRun trial = with_room_for_all(under(law_case, {"ressourceforloeb-extension"}));
  CHECK(law.each("meeting.rehabiliteringsteam", "cases") == 1);
  const double extended = trial.each("procedure.rehabsag.step.forlaeng", "entries");
  CHECK(extended == Approx(0.21 * 0.95).margin(margin_of_share(0.2, 500)));
  CHECK(trial.each("meeting.rehabiliteringsteam", "cases") == Approx(1 - extended));
  CHECK(trial.each("procedure.laegeattest", "started") == Approx(1 - extended));
  CHECK(trial.count("status.ressourceforloeb.duty.genforelaeggelse", "late") == 0);
}

TEST_CASE("T15 an extension runs 12 months and is given once") {
  LawCase law_case = in_resource_course("3 years", "opfoelgning");
  law_case.rules += "[status.ressourceforloeb.duty.genforelaeggelse]\nfirst = \"2 years\"\nahead = \"9 months\"\n";
  law_case.set += ", bevilling = \"administrativ\"";
  const LawRun run = with_room_for_all(under(law_case, {"ressourceforloeb-extension"}));
  // Extended already when the first grant runs out: all go to the team.
  CHECK(run.each("meeting.rehabiliteringsteam", "cases") >= 1);
  CHECK(run.count("procedure.rehabsag.step.begynd", "entries") -
            run.count("procedure.rehabsag.step.forlaeng", "entries") ==
        run.count("procedure.laegeattest", "started"));
}

TEST_CASE("T16 two in five of the half-yearly plan updates are left, and the duty is still met") {
  const LawCase law_case = in_resource_course("53 weeks", "genforelaeggelse");
  const LawRun law(law_case), trial(under(law_case, {"plan-update-relief"}));
  CHECK(law.each("procedure.planajour.step.plan", "entries") == 2);
  CHECK(trial.each("status.ressourceforloeb.duty.planajour", "held") == 2);
  CHECK(trial.count("procedure.planajour.step.plan", "entries") / 1000 ==
        Approx(0.4).margin(margin_of_share(0.4, 1000)));
}

TEST_CASE("T17 subsidised pensioners are followed up twice in 60 months, by law five times") {
  const LawCase law_case{.status = "foertidspension_loentilskud",
                         .length = "1827 days",
                         .rules = stays("foertidspension_loentilskud", {"ophoert"})};
  const std::string duty = "status.foertidspension_loentilskud.duty.opfoelgning";
  const LawRun law(law_case), trial(under(law_case, {"fewer-followups-fop-wage-subsidy"}));
  CHECK(law.each(duty, "held") == 5);    // months 6, 18 … 54
  CHECK(trial.each(duty, "held") == 2);  // months 30 and 60, begun a month before
  CHECK(trial.mean(duty, "first") == Approx(29 * 365.25 / 12).margin(4));
}

TEST_CASE("T18 some matches within 18 months become flex jobs through a short placement") {
  const LawRun run(
      under({.status = "ledighedsydelse",
             .length = "2 years",
             .rules = on_allowance() + spared("ledighedsydelse", {"kontakt", "opfoelgning_6_mdr", "cv_samtale"}),
             .citizens = 4000},
            {"headcount-ratio-ly-praktik"}));
  const double share = 1 - std::exp(-1.5 / 50);  // exponential, 50 years, within 18 months
  CHECK(run.each("procedure.ly_praktik.step.praktik", "entries") == Approx(share).margin(margin_of_share(share, 4000)));
  CHECK(run.count("status.fleksjob", "entries") == run.count("procedure.ly_praktik.step.praktik", "entries"));
}

TEST_CASE("T20 on the allowance the talk after 6 months is part of that every 3 months") {
  const LawCase law_case{.status = "ledighedsydelse", .length = "53 weeks", .rules = on_allowance()};
  CHECK(LawRun(law_case).each("procedure.rehabopfoelgning", "started") == 6);  // week 3, months 3, 6, 6, 9, 12
  CHECK(LawRun(under(law_case, {"holistic-followup"})).each("procedure.rehabopfoelgning", "started") == 5);
}

TEST_CASE("T22 85 per cent may begin basic integration training, by law 55") {
  const LawCase law_case{.status = "integration",
                         .length = "100 days",
                         .rules = stays("integration", {"job", "andet", "udloeb"}) +
                                  "[status.integration.duty.igu]\nfirst = \"30 days\"\n",
                         .citizens = 1000};
  const auto share = [](const LawRun& run) { return run.each("procedure.igu_start", "started"); };
  CHECK(share(LawRun(law_case)) == Approx(0.55).margin(margin_of_share(0.55, 1000)));
  CHECK(share(LawRun(under(law_case, {"igu-relief"}))) == Approx(0.85).margin(margin_of_share(0.85, 1000)));
}

}  // namespace sagsflow
