#include <catch2/catch.hpp>

#include "held_still.h"
#include "trial_case.h"

namespace sagsflow {
namespace {

LawCase in_jaf(int citizens) {
  return {.status = "jobafklaring",
          .length = "1 year",
          .rules = in_clarification() + kCertificateAlone,
          .citizens = citizens};
}

}  // namespace

TEST_CASE("T06 four in five go past the team, each sparing 20 minutes, 2.4 hours and an hour") {
  const LawRun law = with_room_for_all(in_jaf(1000));
  const LawRun trial = with_room_for_all(under(in_jaf(1000), {"rehab-team-exemption-jaf"}));
  const double exempt = trial.count("procedure.jaf_visitation.step.fritaget", "entries");
  CHECK(exempt / 1000 == Approx(0.80).margin(margin_of_share(0.80, 1000)));
  CHECK(law.each("meeting.rehabiliteringsteam", "cases") == 1);
  CHECK(trial.count("meeting.rehabiliteringsteam", "cases") == 1000 - exempt);
  const double spared_hours = law.sum("pool.sagsbehandler_syg", "hours") - trial.sum("pool.sagsbehandler_syg", "hours");
  CHECK(spared_hours / exempt == Approx(20.0 / 60 + 2.4 + 1));
}

TEST_CASE("T06 the queue to the team is shorter for those who still go there") {
  // 200 at once against 40, six a session: the mean wait falls to about a fifth.
  const LawCase law_case = in_jaf(200);
  const LawRun law(law_case), trial(under(law_case, {"rehab-team-exemption-jaf"}));
  CHECK(trial.mean("procedure.jaf_visitation.step.paa_dagsorden", "wait") <
        law.mean("procedure.jaf_visitation.step.paa_dagsorden", "wait") / 2);
}

TEST_CASE("T07 seven in ten have eight sessions with the psychologist and are through in 20 weeks") {
  LawCase law_case{.status = "sygedagpenge",
                   .length = "20 weeks",
                   .rules = sick(),
                   .set = "aarsag = \"psykisk\"",
                   .also = {"trials/grundlag/behandling.toml"},
                   .citizens = 20};
  const LawRun law(law_case), trial(under(law_case, {"psychologist-in-jobcenter"}));
  CHECK(trial.each("procedure.behandling.step.visitation", "entries") == 1);
  const double outside = trial.count("procedure.behandling.step.venteliste", "entries");
  CHECK(trial.count("procedure.behandling.step.psykolog", "entries") == 8 * (20 - outside));
  // Through in time past the waiting list only with a place within 5 weeks: 1 in 75.
  CHECK(law.each("procedure.behandling.step.behandlet", "entries") <= 0.1);
  CHECK(trial.count("procedure.behandling.step.behandlet", "entries") >= 20 - outside);
  CHECK(trial.sum("status.sygedagpenge", "duration") == law.sum("status.sygedagpenge", "duration"));
}

TEST_CASE("T08 two in five still need the certificate, and the first interview is no longer late") {
  const LawCase law_case{.status = "sygedagpenge", .length = "26 weeks", .rules = sick("36 days"), .citizens = 1000};
  const LawRun law(law_case), trial(under(law_case, {"sickness-certificate-choice"}));
  CHECK(law.each("procedure.lae285.step.attest", "entries") == 1);
  CHECK(trial.each("procedure.lae285.step.attest", "entries") == Approx(0.4).margin(margin_of_share(0.4, 1000)));
  CHECK(law.of("status.sygedagpenge.duty.opfoelgning", "first", Statistic::p50) > 8 * 7);
  CHECK(trial.of("status.sygedagpenge.duty.opfoelgning", "first", Statistic::p50) <= 8 * 7);
}

TEST_CASE("T19 three in ten clarifications still fetch LÆ265, and the others are decided 60 days earlier") {
  const LawRun law = with_room_for_all(in_jaf(1000));
  const LawRun trial = with_room_for_all(under(in_jaf(1000), {"la265-exemption-jaf"}));
  CHECK(law.each("procedure.laegeattest", "started") == 1);
  CHECK(trial.each("procedure.laegeattest", "started") == Approx(0.3).margin(margin_of_share(0.3, 1000)));
  CHECK(trial.each("meeting.rehabiliteringsteam", "cases") == 1);
  const auto median = [](const LawRun& run) { return run.of("procedure.jaf_visitation", "lead_time", Statistic::p50); };
  CHECK(median(law) - median(trial) == Approx(60).margin(7));
}

TEST_CASE("T06 T19 together: LÆ265 only for three in ten of the fifth that is still presented") {
  const LawRun run = with_room_for_all(under(in_jaf(1000), {"rehab-team-exemption-jaf", "la265-exemption-jaf"}));
  CHECK(run.each("procedure.laegeattest", "started") == Approx(0.06).margin(margin_of_share(0.06, 1000)));
}

TEST_CASE("T23 the team decides when one municipal member is missing, not without the health coordinator") {
  const auto cases = [](const std::string& absent) {
    LawCase law_case = in_jaf(40);
    law_case.rules += "[meeting.rehabiliteringsteam.absence]\n";
    for (const std::string member :
         {"team_beskaeftigelse", "team_sundhed", "team_social", "team_uddannelse", "klinisk_funktion"}) {
      law_case.rules += member + (member == absent ? " = 1.0\n" : " = 0.0\n");
    }
    return LawRun(under(law_case, {"rehab-team-quorum"})).each("meeting.rehabiliteringsteam", "cases");
  };
  CHECK(cases("nobody") == 1);
  CHECK(cases("team_social") == 1);
  CHECK(cases("klinisk_funktion") == 0);
}

TEST_CASE("T24 T25 the sick have the interviews of their municipality's guideline") {
  // A year: the law's in weeks 8, 12 … 52; else from about week 8.7, every 4, 6, 13 or, without a guideline, 8 weeks.
  const LawCase law_case{
      .law = "lov-2013", .status = "sygedagpenge", .length = "1 year", .rules = sick(), .citizens = 200};
  CHECK(LawRun(law_case).each("status.sygedagpenge.duty.opfoelgning", "held") == 12);
  const auto held = [&](const std::string& trial) {
    return LawRun(under(law_case, {trial})).each("status.sygedagpenge.duty.opfoelgning", "held");
  };
  const double left = 52 - 8.7;
  CHECK(held("interviews-when-meaningful-4-weeks") == Approx(1 + left / 4).margin(0.7));
  CHECK(held("interviews-when-meaningful") == Approx(1 + left / 6).margin(0.7));
  CHECK(held("interviews-when-meaningful-13-weeks") == Approx(1 + left / 13).margin(0.7));
  CHECK(held("citizenship-simple-contact-model") == Approx(1 + left / 8).margin(0.9));
}

TEST_CASE("T24 the first interview may be two to three months away and costs no reimbursement") {
  const LawCase law_case{
      .law = "lov-2013", .status = "sygedagpenge", .length = "26 weeks", .rules = sick("50 days"), .citizens = 200};
  const LawRun law(law_case), trial(under(law_case, {"interviews-when-meaningful"}));
  CHECK(law.sum("procedure.refusionsfrist.step.tabt_uge", "fee") > 0);
  // The certificate, at 1109 DKK each, is the only fee left.
  CHECK(trial.sum("total", "fees") == Approx(200 * 1109));
  CHECK(trial.of("status.sygedagpenge.duty.opfoelgning", "first", Statistic::p90) > 9 * 7);
}

}  // namespace sagsflow
