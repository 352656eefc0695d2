#include <catch2/catch.hpp>

#include "held_still.h"
#include "law_run.h"

namespace sagsflow {

TEST_CASE("L21 the allowance is reassessed after each 12 months, counted from entry, and done by month 18") {
  const LawRun run({.status = "ledighedsydelse", .length = "37 months", .rules = on_allowance()});
  CHECK(run.each("status.ledighedsydelse.duty.revurdering_12_mdr", "held") == 3);
  CHECK(run.count("status.ledighedsydelse.duty.revurdering_12_mdr", "late") == 0);
}

TEST_CASE("L21 the allowance of someone who moved in is reassessed within 6 months") {
  const LawRun run(
      {.status = "ledighedsydelse", .length = "37 months", .rules = on_allowance(), .set = "nytilflyttet = true"});
  CHECK(run.each("status.ledighedsydelse.duty.revurdering_flytning", "held") == 1);
  CHECK(run.max("status.ledighedsydelse.duty.revurdering_flytning", "first") <= 365.25 / 2);
}

TEST_CASE("L22 L23 L24 the allowance has a talk by week 3, one every 3 months and one after 6 months") {
  const LawRun run({.status = "ledighedsydelse", .length = "53 weeks", .rules = on_allowance()});
  CHECK(run.each("status.ledighedsydelse.duty.cv_samtale", "held") == 1);
  CHECK(run.max("status.ledighedsydelse.duty.cv_samtale", "first") <= 21);
  CHECK(run.each("status.ledighedsydelse.duty.kontakt", "held") == 4);
  CHECK(run.each("status.ledighedsydelse.duty.opfoelgning_6_mdr", "held") == 1);
}

TEST_CASE("L25 who falls sick on the allowance is followed up every 3 months while it lasts") {
  const LawRun run({.status = "ledighedsydelse",
                    .length = "1 year",
                    .rules = stays("ledighedsydelse", {"fleksjob", "andet"}) +
                             spared("ledighedsydelse", {"raadighedstvivl"}) +
                             "[status.ledighedsydelse.duty.bliver_syg]\nfirst = \"1 day\"\nevery = \"never\"\n"
                             "[procedure.ly_sygdom.step.syg]\nwait = \"200 days\"\n"});
  CHECK(run.each("status.ledighedsydelse.duty.sygeopfoelgning", "held") == 2);  // months 3 and 6, not 9
}

TEST_CASE("L26 doubt on availability leads to a talk") {
  const LawRun run(
      {.status = "ledighedsydelse",
       .length = "1 year",
       .rules = stays("ledighedsydelse", {"fleksjob", "andet"}) + spared("ledighedsydelse", {"bliver_syg"}) +
                "[status.ledighedsydelse.duty.raadighedstvivl]\nfirst = \"2 months\"\nevery = \"never\"\n"});
  CHECK(run.each("procedure.ly_raadighed.step.samtale", "entries") == 1);
}

TEST_CASE("L30 L31 subsidised pensioners are followed up 5 times in 5 years, flex jobs twice") {
  const LawRun pension({.status = "foertidspension_loentilskud",
                        .length = "1827 days",
                        .rules = stays("foertidspension_loentilskud", {"ophoert"})});
  CHECK(pension.each("status.foertidspension_loentilskud.duty.opfoelgning", "held") == 5);  // months 6, 18, 30, 42, 54
  const LawRun flex({.status = "fleksjob", .length = "1827 days", .rules = stays("fleksjob", {"mistet", "andet"})});
  CHECK(flex.each("status.fleksjob.duty.opfoelgning", "held") == 2);  // months 30 and 60
}

}  // namespace sagsflow
