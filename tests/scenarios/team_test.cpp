#include <catch2/catch.hpp>
#include <cmath>

#include "held_still.h"
#include "law_run.h"

namespace sagsflow {
namespace {

const std::string kSixtyDays = "[procedure.laegeattest.step.attest]\nwait = \"60 days\"\n";

}  // namespace

TEST_CASE("L14 a change of rehabilitation takes an LÆ265 before the decision") {
  const LawRun run({.status = "revalidering",
                    .length = "300 days",
                    .rules = stays("revalidering", {"faerdig"}) + spared("revalidering", {"opfoelgning", "frafald"}) +
                             "[status.revalidering.duty.aendring]\nfirst = \"30 days\"\nevery = \"never\"\n" +
                             kSixtyDays});
  CHECK(run.each("procedure.laegeattest", "started") == 1);
  CHECK(run.mean("procedure.revalidering_aendring.step.afvent", "wait") == Approx(60));
  CHECK(run.each("procedure.revalidering_aendring.step.afgoerelse", "entries") == 1);
}

TEST_CASE("L14 a stop of rehabilitation takes an LÆ265, and benefit runs until it is there") {
  const LawRun run({.status = "revalidering",
                    .length = "300 days",
                    .rules = stays("revalidering", {"faerdig"}) + spared("revalidering", {"opfoelgning", "aendring"}) +
                             "[status.revalidering.duty.frafald]\nfirst = \"30 days\"\n" + kSixtyDays});
  CHECK(run.each("procedure.laegeattest", "started") == 1);
  CHECK(run.mean("status.revalidering", "duration") > 30 + 60);
  CHECK(run.mean("status.revalidering", "duration") < 30 + 60 + 8);  // a few hours' work, within working hours
}

TEST_CASE("L14 an award of rehabilitation takes an LÆ265 before the decision") {
  std::string rules =
      on_assistance("kontanthjaelp", {"andet", "job"}) + spared("revalidering", {"aendring"}) + kSixtyDays;
  const std::string spare = spared("kontanthjaelp", {"revalidering"});
  rules.replace(rules.find(spare), spare.size(), "[status.kontanthjaelp.duty.revalidering]\nfirst = \"30 days\"\n");
  const LawRun run({.status = "kontanthjaelp", .length = "120 days", .rules = rules, .set = kAssisted});
  CHECK(run.each("procedure.laegeattest", "started") == 1);
  CHECK(run.each("procedure.revalidering_bevilling.step.afgoerelse", "entries") == 1);
  CHECK(run.mean("procedure.revalidering_bevilling.step.afvent", "wait") == Approx(60));
}

TEST_CASE("L14 L17 a clarification takes an LÆ265 and a place on the team's agenda") {
  const LawRun run({.status = "jobafklaring", .length = "1 year", .rules = in_clarification()});
  CHECK(run.each("procedure.laegeattest", "started") == 1);
  CHECK(run.each("procedure.jaf_visitation.step.paa_dagsorden", "entries") == 1);
  CHECK(run.each("meeting.rehabiliteringsteam", "cases") == 1);
}

TEST_CASE("L14 L17 a case for a grant takes an LÆ265 and a place on the team's agenda") {
  std::string rules = on_assistance("kontanthjaelp", {"andet", "job"});
  const std::string spare = spared("kontanthjaelp", {"afklaret"});
  rules.replace(rules.find(spare), spare.size(), "[status.kontanthjaelp.duty.afklaret]\nfirst = \"30 days\"\n");
  const LawRun run(
      {.status = "kontanthjaelp", .length = "1 year", .rules = rules, .set = kAssisted + ", sagstype = \"bevilling\""});
  CHECK(run.each("procedure.laegeattest", "started") == 1);
  CHECK(run.each("meeting.rehabiliteringsteam", "cases") == 1);
}

TEST_CASE("L17 from 2025 a clarification goes to the team only where the need crosses disciplines") {
  const LawRun run(
      {.law = "lov-2025", .status = "jobafklaring", .length = "1 year", .rules = in_clarification(), .citizens = 1000});
  CHECK(run.each("meeting.rehabiliteringsteam", "cases") == Approx(0.20).margin(3.5 * std::sqrt(0.2 * 0.8 / 1000)));
}

TEST_CASE("L15 in practice LÆ265 takes 60 days and is over its 30 in nine of ten cases, by the agreement never") {
  LawCase law_case{.status = "jobafklaring", .length = "1 year", .rules = in_clarification(), .citizens = 1000};
  const LawRun practice(law_case);
  // Lognormal with mean 60 and deviation 30: sigma² = ln 1.25, mu = ln 60 - sigma²/2; P(above 30) = Phi(1.231) = 0.891.
  CHECK(practice.each("procedure.laegeattest.step.attest", "over_deadline") ==
        Approx(0.891).margin(3.5 * std::sqrt(0.891 * 0.109 / 1000)));
  CHECK(practice.mean("procedure.laegeattest.step.attest", "wait") == Approx(60).margin(3.5 * 30 / std::sqrt(1000)));
  law_case.also = {"law/frister-overholdt.toml"};
  const LawRun agreed(law_case);
  CHECK(agreed.count("procedure.laegeattest.step.attest", "over_deadline") == 0);
  CHECK(agreed.mean("procedure.laegeattest.step.attest", "wait") == Approx(30));
}

TEST_CASE("L16 the clinical unit's answer is due in 14 days and late in practice") {
  LawCase law_case{.status = "jobafklaring",
                   .length = "1 year",
                   .rules = in_clarification() +
                            "[procedure.jaf_visitation.step.attest_modtaget]\n"
                            "next = { send_til_kf = \"rest\", indkaldelse = 1e-9 }\n"};
  const LawRun practice(law_case);
  CHECK(practice.mean("procedure.jaf_visitation.step.afvent_kf", "wait") > 28);
  law_case.also = {"law/frister-overholdt.toml"};
  const LawRun by_law(law_case);
  CHECK(by_law.each("procedure.jaf_visitation.step.afvent_kf", "entries") == 1);
  CHECK(by_law.count("procedure.jaf_visitation.step.afvent_kf", "over_deadline") == 0);
}

TEST_CASE("L18 the team decides only when all are present, from 2025 one municipal seat may be empty") {
  const auto cases = [](const std::string& law, const std::string& absent) {
    std::string rules = in_clarification() + "[meeting.rehabiliteringsteam.absence]\n";
    for (const std::string member :
         {"team_beskaeftigelse", "team_sundhed", "team_social", "team_uddannelse", "klinisk_funktion"}) {
      rules += member + (member == absent ? " = 1.0\n" : " = 0.0\n");
    }
    if (law == "lov-2025") {
      rules +=
          "[procedure.jaf_visitation.step.foerste_jaf]\nnext = { bestil_laegeattest = \"rest\", fritaget = 1e-9 }\n";
    }
    const LawRun run({.law = law, .status = "jobafklaring", .length = "1 year", .rules = rules});
    return run.each("meeting.rehabiliteringsteam", "cases");
  };
  CHECK(cases("lov-2019-flere", "nobody") == 1);
  CHECK(cases("lov-2019-flere", "team_social") == 0);
  CHECK(cases("lov-2019-flere", "klinisk_funktion") == 0);
  CHECK(cases("lov-2025", "team_social") == 1);
  CHECK(cases("lov-2025", "klinisk_funktion") == 0);
}

TEST_CASE("L19 a resource course goes back to the team with a new LÆ265 before the grant runs out") {
  const LawRun run(
      {.status = "ressourceforloeb",
       .length = "2 years",
       .rules = stays("ressourceforloeb", {"job", "andet"}) + kSixtyDays +
                "[status.ressourceforloeb.duty.genforelaeggelse]\nfirst = \"2 years\"\nevery = \"never\"\n"
                "[procedure.rehabsag.step.attest_modtaget]\nnext = { send_til_kf = 1e-9, indkaldelse = \"rest\" }\n",
       .set = "sagstype = \"genforelaeggelse\""});
  CHECK(run.each("procedure.laegeattest", "started") == 1);
  CHECK(run.each("meeting.rehabiliteringsteam", "cases") == 1);
}

TEST_CASE("L20 a resource course's plan is updated every 6 months") {
  const LawRun run(
      {.status = "ressourceforloeb",
       .length = "53 weeks",
       .rules = stays("ressourceforloeb", {"job", "andet"}) + spared("ressourceforloeb", {"genforelaeggelse"})});
  CHECK(run.each("status.ressourceforloeb.duty.planajour", "held") == 2);
}

}  // namespace sagsflow
