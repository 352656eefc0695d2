#include <catch2/catch.hpp>

#include "held_still.h"
#include "trial_case.h"

namespace sagsflow {
namespace {

const std::string kJobReadyStays = stays("kontanthjaelp_jobparat", {"job", "andet", "aktivitetsparat"});

/// On assistance, unable to take part in any offer for good: with a mentor after three months.
LawCase with_mentor(int citizens) {
  return {.status = "kontanthjaelp",
          .length = "52 weeks",
          .rules = on_assistance("kontanthjaelp", {"andet", "job"}) + spared("kontanthjaelp", {"bliver_klar"}) +
                   "[procedure.ret_og_pligt.step.behov]\nnext = { ny_mentor = \"rest\", soeg = 1e-9 }\n",
          .set = kAssisted,
          .citizens = citizens};
}

/// One breach of availability after 30 days.
LawCase one_breach(const std::string& law, const std::string& status, const std::string& set) {
  const std::string rules = status == "kontanthjaelp" ? on_assistance(status, {"andet", "job"})
                                                      : on_assistance(status, {"andet", "job", "aktivitetsparat"});
  return {.law = law,
          .status = status,
          .length = "150 days",
          .rules = once(rules, status, "raadighedsbrud", "30 days"),
          .set = set,
          .citizens = 300};
}

double hours_each(const LawRun& run, const std::string& step) {
  return run.sum("procedure.sanktion.step." + step, "hours") / run.count("procedure.sanktion.step." + step, "entries");
}

}  // namespace

TEST_CASE("T04 three in a thousand job-ready get a microloan, each after a wait for the account") {
  const LawRun run(under({.status = "kontanthjaelp_jobparat",
                          .length = "5 years",
                          .rules = kJobReadyStays + spared("kontanthjaelp_jobparat", {"foerste_samtale", "jobsamtale",
                                                                                      "praktik", "raadighedsbrud"}),
                          .set = kJobReady,
                          .citizens = 20000},
                         {"microloan"}));
  CHECK(run.each("procedure.mikrolaan", "started") == Approx(0.003).margin(margin_of_share(0.003, 20000)));
  CHECK(run.mean("procedure.mikrolaan.step.erhvervskonto", "wait") > 30);
}

TEST_CASE("T09 half of the young are spared the education order") {
  const LawCase law_case{.status = "uddannelseshjaelp",
                         .length = "100 days",
                         .rules = on_assistance("uddannelseshjaelp", {"uddannelse", "job", "andet"}),
                         .set = kYoung,
                         .also = {"trials/grundlag/uddannelsespaalaeg.toml"},
                         .citizens = 500};
  CHECK(LawRun(law_case).each("procedure.uddannelsespaalaeg.step.paalaeg", "entries") == 1);
  CHECK(
      LawRun(under(law_case, {"education-order-youth"})).each("procedure.uddannelsespaalaeg.step.paalaeg", "entries") ==
      Approx(0.5).margin(margin_of_share(0.5, 500)));
}

TEST_CASE("T13 the severely ill have no mentor contacts and keep their interviews") {
  LawCase law_case = with_mentor(40);
  const LawRun law(law_case);
  // From month 3, the 26 weeks of a grant have 13 contacts; 52 weeks less three months and a day have 19.
  CHECK(law.each("procedure.mentorkontakt.step.kontakt", "entries") == Approx(19).margin(1));
  law_case.set += ", alvorligt_syg = \"ja\"";
  const LawRun ill(under(law_case, {"mentor-relief"}));
  CHECK(ill.count("procedure.mentorkontakt.step.kontakt", "entries") == 0);
  CHECK(ill.each("status.kontanthjaelp.duty.jobsamtale", "held") ==
        law.each("status.kontanthjaelp.duty.jobsamtale", "held"));
}

TEST_CASE("T13 others have as many contacts as by law, unevenly spread") {
  // 52 weeks less three months: 273 days; two weeks to the first, then 14 days on average with a deviation of 20.8:
  // 1 + 259/14 + (20.8²/14² - 1)/2 = 20.1.
  LawCase law_case = with_mentor(400);
  law_case.set += ", alvorligt_syg = \"nej\"";
  const LawRun run(under(law_case, {"mentor-relief"}));
  CHECK(run.each("procedure.mentorkontakt.step.kontakt", "entries") == Approx(20).margin(1.5));
}

TEST_CASE("T13 the mentor ends when the citizen is ready, by law when the offer begins") {
  LawCase law_case = with_mentor(40);
  law_case.rules = once(law_case.rules, "kontanthjaelp", "bliver_klar", "13 days") +
                   "[procedure.ret_og_pligt.step.plads]\nwait = \"8 weeks\"\n";
  // Ready before the first contact; by law contacts go on for the eight weeks until there is a place.
  const LawRun law(law_case);
  CHECK(law.each("procedure.mentorkontakt.step.kontakt", "entries") >= 4);
  law_case.set += ", alvorligt_syg = \"nej\"";
  const LawRun trial(under(law_case, {"mentor-relief"}));
  CHECK(trial.count("procedure.mentorkontakt.step.kontakt", "entries") == 0);
  CHECK(trial.each("procedure.ret_og_pligt.step.tilbud", "entries") ==
        law.each("procedure.ret_og_pligt.step.tilbud", "entries"));
}

TEST_CASE("T20 a mentor contact that falls while the citizen is called in is taken at the joint interview") {
  const LawRun law(with_mentor(40)), trial(under(with_mentor(40), {"holistic-followup"}));
  CHECK(trial.count("procedure.kh_samtale.step.faelles_samtale", "entries") > 0);
  CHECK(trial.count("procedure.mentorkontakt.step.i_faelles_moede", "entries") > 0);
  CHECK(trial.count("procedure.mentorkontakt.step.i_faelles_moede", "entries") +
            trial.count("procedure.mentorkontakt.step.kontakt", "entries") ==
        law.count("procedure.mentorkontakt.step.kontakt", "entries"));
  CHECK(trial.count("status.kontanthjaelp.duty.mentorkontakt", "held") ==
        law.count("status.kontanthjaelp.duty.mentorkontakt", "held"));
}

TEST_CASE("T21 a sanction case takes 80 minutes, by law 120, and personal contact half as long") {
  const LawCase law_case = one_breach("lov-2019-flere", "kontanthjaelp", kAssisted);
  const LawRun law(law_case), trial(under(law_case, {"sanction-simplification"}));
  const auto minutes = [](const LawRun& run) {
    return 60 * (hours_each(run, "partshoering") + hours_each(run, "vurdering") + hours_each(run, "afgoerelse"));
  };
  CHECK(minutes(law) == Approx(120));
  CHECK(minutes(trial) == Approx(80));
  CHECK(60 * hours_each(law, "personlig_kontakt") == Approx(30));
  CHECK(60 * hours_each(trial, "personlig_kontakt") == Approx(15));
}

TEST_CASE("T28 no case is handed over, and the benefit office has no hour of it") {
  const LawCase law_case = one_breach("lov-2013", "kontanthjaelp_jobparat", kJobReady);
  const LawRun law(law_case), trial(under(law_case, {"sanction-decision-in-jobcenter"}));
  CHECK(law.mean("procedure.sanktion.step.oversend", "time") > 1);
  CHECK(trial.mean("procedure.sanktion", "lead_time") < law.mean("procedure.sanktion", "lead_time") - 1);
  CHECK(law.sum("pool.ydelse", "hours") > 0);
  CHECK(trial.sum("pool.ydelse", "hours") == 0);
}

TEST_CASE("T26 three in eight follow-ups are by a mentor or on a doctor's word, and each duty is met") {
  LawCase law_case{.law = "lov-2013",
                   .status = "kontanthjaelp",
                   .length = "53 weeks",
                   .rules = on_assistance("kontanthjaelp", {"andet", "job"}),
                   .set = kAssisted,
                   .citizens = 200};
  const LawRun law(law_case), trial(under(law_case, {"holistic-barriers-gentofte"}));
  CHECK(law.each("procedure.kh_samtale.step.samtale", "entries") == 5);  // after a week and every three months
  CHECK(trial.each("procedure.kh_samtale.step.samtale", "entries") / 5 ==
        Approx(0.625).margin(margin_of_share(0.625, 1000)));
  CHECK(trial.each("procedure.kh_samtale.step.mentor_foelger_op", "entries") / 5 ==
        Approx(0.25).margin(margin_of_share(0.25, 1000)));
  CHECK(trial.each("status.kontanthjaelp.duty.jobsamtale", "held") == 4);
}

TEST_CASE("T27 problems are clarified from the first 14 days on, before the jobcenter's first interview") {
  const LawCase law_case{.law = "lov-2013",
                         .status = "kontanthjaelp",
                         .length = "26 weeks",
                         .rules = on_assistance("kontanthjaelp", {"andet", "job"}),
                         .set = kAssisted};
  const LawRun law(law_case), trial(under(law_case, {"holistic-barriers-gladsaxe"}));
  CHECK(trial.each("procedure.ret_og_pligt.step.afklaring", "entries") == 1);
  CHECK(trial.max("procedure.ret_og_pligt.step.visiteret", "wait") <= 14);
  CHECK(trial.mean("procedure.ret_og_pligt.step.afklaringsforloeb", "time") == Approx(6 * 7));
  CHECK(law.max("status.kontanthjaelp.duty.foerste_samtale", "first") < 16);
  CHECK(trial.mean("status.kontanthjaelp.duty.foerste_samtale", "first") > 8 * 7);
}

TEST_CASE("T30 both offices at one visit, and a few more give up there") {
  const LawCase law_case{.law = "lov-2013",
                         .status = "ansoeger",
                         .length = "1 year",
                         .rules = stays("ansoeger", {"traekker_sig"}),
                         .citizens = 2000};
  const LawRun law(law_case), trial(under(law_case, {"one-entry-kontanthjaelp"}));
  CHECK(law.mean("procedure.ansoegning.step.ny_tid", "time") == Approx(4).margin(0.2));  // 1 to 7 days
  CHECK(law.mean("procedure.ansoegning", "lead_time") - trial.mean("procedure.ansoegning", "lead_time") > 3);
  CHECK(law.each("procedure.ansoegning.step.dokumentation", "entries") ==
        Approx(0.94).margin(margin_of_share(0.94, 2000)));
  CHECK(trial.each("procedure.ansoegning.step.dokumentation", "entries") ==
        Approx(0.91).margin(margin_of_share(0.91, 2000)));
}

TEST_CASE("T31 the benefit office's talk takes 27 minutes for 30, and the application is not decided sooner") {
  const LawCase law_case{.law = "lov-2013",
                         .status = "ansoeger",
                         .length = "1 year",
                         .rules = stays("ansoeger", {"traekker_sig"}),
                         .citizens = 500};
  const LawRun law(law_case), trial(under(law_case, {"integrated-benefit-office"}));
  CHECK(law.sum("procedure.ansoegning.step.ydelse_samtale", "hours") == Approx(500 * 30 / 60.0));
  CHECK(trial.sum("procedure.ansoegning.step.ydelse_samtale", "hours") == Approx(500 * 27 / 60.0));
  CHECK(trial.mean("procedure.ansoegning", "lead_time") ==
        Approx(law.mean("procedure.ansoegning", "lead_time")).epsilon(0.03));
}

}  // namespace sagsflow
