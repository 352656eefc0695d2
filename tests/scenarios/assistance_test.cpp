#include <catch2/catch.hpp>
#include <cmath>

#include "held_still.h"
#include "law_run.h"

namespace sagsflow {
namespace {

/// Everyone gets a mentor, is ready after `ready`, and begins an offer 4 weeks after it was arranged.
std::string with_mentor(const std::string& ready) {
  return on_assistance("kontanthjaelp", {"andet", "job"}) +
         "[procedure.ret_og_pligt.step.behov]\nnext = { ny_mentor = \"rest\", soeg = 1e-9 }\n"
         "[procedure.ret_og_pligt.step.plads]\nwait = \"4 weeks\"\n"
         "[status.kontanthjaelp.duty.bliver_klar]\nfirst = \"" +
         ready + "\"\nevery = \"never\"\n";
}

std::string newcomer() {
  return stays("integration", {"job", "andet", "udloeb"});
}

/// One sanction case for each, on day 30, that ends as `outcome`.
std::string sanctioned(const std::string& outcome) {
  std::string ways;
  for (const std::string way : {"afklaring", "fradrag", "nedsaettelse", "tab", "ophoer"}) {
    ways += way + (way == outcome ? " = \"rest\", " : " = 1e-9, ");
  }
  ways.resize(ways.size() - 2);
  return stays("kontanthjaelp_jobparat", {"job", "andet", "aktivitetsparat"}) +
         "[procedure.kh_samtale.step.indkaldt]\nnext = { aflyst = 0.12, udeblevet = 1e-9, samtale = \"rest\" }\n"
         "[status.kontanthjaelp_jobparat.duty.raadighedsbrud]\nfirst = \"30 days\"\nevery = \"never\"\n"
         "[attribute.forsoerger.values]\nja = 0.0\nnej = 1.0\n"
         "[procedure.sanktion.step.vurdering]\nnext = { ingen_sanktion = 1e-9, oversend = \"rest\" }\n"
         "[procedure.sanktion.step.afgoerelse]\nnext = { " +
         ways + " }\n";
}

}  // namespace

TEST_CASE("L08 activity-ready on social assistance have 4 interviews in 12 months") {
  const LawRun run({.status = "kontanthjaelp",
                    .length = "53 weeks",
                    .rules = on_assistance("kontanthjaelp", {"andet", "job"}),
                    .set = kAssisted});
  CHECK(run.each("status.kontanthjaelp.duty.jobsamtale", "held") == 4);
  CHECK(run.each("status.kontanthjaelp.duty.foerste_samtale", "held") == 1);
}

TEST_CASE("L09 activity-ready on education assistance have an interview every 8 weeks") {
  const LawRun run({.status = "uddannelseshjaelp",
                    .length = "53 weeks",
                    .rules = on_assistance("uddannelseshjaelp", {"andet", "job", "uddannelse"}),
                    .set = kYoung});
  CHECK(run.each("status.uddannelseshjaelp.duty.jobsamtale", "held") == 6);  // weeks 8, 16 … 48
}

TEST_CASE("L10 the right-and-duty offer is due after 3 months, for the young after 1") {
  const auto limit = [](const std::string& status, const std::vector<std::string>& exits, const std::string& set) {
    const LawRun run({.status = status, .length = "26 weeks", .rules = on_assistance(status, exits), .set = set});
    CHECK(run.each("procedure.ret_og_pligt.step.behov", "entries") >= 1);
    return run.max("procedure.ret_og_pligt.step.frist", "wait");
  };
  CHECK(limit("kontanthjaelp", {"andet", "job"}, kAssisted) == Approx(365.25 / 4));
  CHECK(limit("uddannelseshjaelp", {"andet", "job", "uddannelse"}, kYoung) == Approx(365.25 / 12));
}

TEST_CASE("L11 a mentor is granted for 6 months with a contact every 2nd week, before 2016 every week") {
  // Granted on 3 April: the 13th fortnight ends on 2 October, the grant on 3 October, when it is given again.
  const auto contacts = [](const std::string& law) {
    return LawRun(
        {.law = law, .status = "kontanthjaelp", .length = "276 days", .rules = with_mentor("never"), .set = kAssisted});
  };
  const LawRun fortnightly = contacts("lov-2019-flere");
  CHECK(fortnightly.each("status.kontanthjaelp.duty.mentorkontakt", "held") == 13);
  CHECK(fortnightly.each("procedure.ret_og_pligt.step.genbevilling", "entries") == 1);
  CHECK(contacts("lov-2013").each("status.kontanthjaelp.duty.mentorkontakt", "held") == 26);
}

TEST_CASE("L11 the mentor stays until an offer begins, not only until the citizen is ready") {
  // Mentor from 3 April, ready 10 weeks later, an offer after 3 hours' work and 4 weeks: contacts in weeks 2, 4 … 14.
  const LawRun run(
      {.status = "kontanthjaelp", .length = "240 days", .rules = with_mentor("10 weeks"), .set = kAssisted});
  CHECK(run.each("procedure.ret_og_pligt.step.tilbud", "entries") == 1);
  CHECK(run.each("status.kontanthjaelp.duty.mentorkontakt", "held") == 7);
}

TEST_CASE("L12 newcomers have 4 interviews in 12 months") {
  const LawRun run({.status = "integration",
                    .length = "53 weeks",
                    .rules = newcomer() + spared("integration", {"igu"}),
                    .set = kJobReady});
  CHECK(run.each("status.integration.duty.jobsamtale", "held") == 4);
}

TEST_CASE("L13 basic integration training lasts 2 years with 20 weeks of school") {
  const LawRun run({.status = "igu", .length = "3 years", .rules = stays("igu", {"afbrudt"})});
  CHECK(run.mean("status.igu", "duration") == Approx(2 * 365.25));
  CHECK(run.each("procedure.igu_forloeb.step.skole", "entries") == 20);
}

TEST_CASE("L13 basic integration training is for the target group, for 5 years, and until its closing") {
  const auto begun = [](const std::string& after, const std::string& group, std::vector<std::string> also = {}) {
    const std::string when = after.empty() ? "" : "[status.integration.duty.igu]\nfirst = \"" + after + "\"\n";
    const LawRun run({.status = "integration",
                      .length = "7 years",
                      .rules = newcomer() + stays("igu", {"afbrudt", "faerdig"}) + when,
                      .set = "igu_maalgruppe = \"" + group + "\"",
                      .also = std::move(also)});
    return run.each("status.igu", "entries");
  };
  CHECK(begun("4 years", "ja") == 1);
  CHECK(begun("6 years", "ja") == 0);
  CHECK(begun("4 years", "nej") == 0);
  CHECK(begun("", "ja") > 0);
  CHECK(begun("", "ja", {"law/igu-lukket.toml"}) == 0);
}

TEST_CASE("L32 a deduction takes the benefit of each day of absence, a loss at most 3 months'") {
  const LawRun deduction({.status = "kontanthjaelp_jobparat",
                          .length = "100 days",
                          .rules = sanctioned("fradrag") + "[procedure.sanktion.step.fradrag]\nwait = \"3 days\"\n",
                          .set = kJobReady});
  CHECK(deduction.each("procedure.sanktion.step.fradrag", "entries") == 1);
  CHECK(deduction.sum("status.kontanthjaelp_jobparat", "benefit") / 40 == Approx(2627.0 / 7 * (100 - 3)));
  const LawRun loss(
      {.status = "kontanthjaelp_jobparat", .length = "200 days", .rules = sanctioned("tab"), .set = kJobReady});
  CHECK(loss.max("procedure.sanktion.step.tab", "wait") <= 365.25 / 4);
  CHECK(loss.mean("procedure.sanktion.step.tab", "wait") > 365.25 / 12);
}

TEST_CASE("L32 the activity-ready are first sought in person, the job-ready are not") {
  const auto sought = [](const std::string& status, const std::vector<std::string>& exits, const std::string& set) {
    std::string rules = on_assistance(status, exits);
    const std::string spare = spared(status, {"raadighedsbrud"});
    rules.replace(rules.find(spare), spare.size(),
                  "[status." + status + ".duty.raadighedsbrud]\nfirst = \"30 days\"\nevery = \"never\"\n");
    const LawRun run({.status = status, .length = "200 days", .rules = rules, .set = set});
    CHECK(run.each("procedure.sanktion", "started") == 1);
    return run.each("procedure.sanktion.step.personlig_kontakt", "entries");
  };
  CHECK(sought("kontanthjaelp", {"andet", "job"}, kAssisted) == 1);
  CHECK(sought("kontanthjaelp_jobparat", {"andet", "job", "aktivitetsparat"}, kJobReady) == 0);
}

TEST_CASE("an applicant for assistance goes through two offices") {
  const LawRun run(
      {.status = "ansoeger", .length = "1 year", .rules = stays("ansoeger", {"traekker_sig"}), .citizens = 2000});
  CHECK(run.each("procedure.ansoegning.step.jobcenter", "entries") == 1);
  CHECK(run.each("procedure.ansoegning.step.ydelse_samtale", "entries") == 1);
  // Of the 94 per cent who go on, 43.7 per cent are job-ready.
  const double share = 0.94 * 0.437;
  CHECK(run.each("procedure.ansoegning.step.jobparat", "entries") ==
        Approx(share).margin(3.5 * std::sqrt(share * (1 - share) / 2000)));
}

}  // namespace sagsflow
