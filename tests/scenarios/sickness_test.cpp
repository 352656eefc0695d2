#include <catch2/catch.hpp>

#include "held_still.h"
#include "law_run.h"

namespace sagsflow {

TEST_CASE("L01 L02 the sick are seen by the end of week 8 and then every 4th week") {
  // Due in weeks 8, 12, 16, 20 and 24; with the certificate in time.
  const LawRun run({.status = "sygedagpenge", .length = "26 weeks", .rules = sick()});
  CHECK(run.each("status.sygedagpenge.duty.opfoelgning", "held") == 5);
  CHECK(run.count("status.sygedagpenge.duty.opfoelgning", "late") == 0);
  CHECK(run.max("status.sygedagpenge.duty.opfoelgning", "first") <= 8 * 7);
}

TEST_CASE("L01 a late certificate makes the first interview late") {
  // Ordered after 4 weeks, there in week 9, the interview at least 7 days later.
  const LawRun run({.status = "sygedagpenge", .length = "26 weeks", .rules = sick("36 days")});
  CHECK(run.of("status.sygedagpenge.duty.opfoelgning", "first", Statistic::p50) > 10 * 7);
}

TEST_CASE("L03 before 2014 each week that the first interview is late costs the reimbursement") {
  // Called in on day 74, held on day 81 = week 11.6: weeks 9, 10, 11 and 12 are begun without an interview.
  const std::string late = "[status.sygedagpenge.duty.opfoelgning]\nfirst = \"74 days\"\nahead = \"0 days\"\n";
  const LawRun run({.law = "lov-2013", .status = "sygedagpenge", .length = "20 weeks", .rules = sick() + late});
  CHECK(run.each("procedure.refusionsfrist.step.tabt_uge", "entries") == 4);
  CHECK(run.sum("procedure.refusionsfrist.step.tabt_uge", "fee") / 40 == Approx(4 * 1600));
  const LawRun in_time({.law = "lov-2013", .status = "sygedagpenge", .length = "20 weeks", .rules = sick()});
  CHECK(in_time.count("procedure.refusionsfrist.step.tabt_uge", "entries") == 0);
}

TEST_CASE("L04 sickness is reassessed by week 22, before 2014 by week 52, and ends there without an extension") {
  const std::string stay = stays("sygedagpenge", {"raskmeldt", "forlaengelse_slut"}) + of_category_2();
  for (const auto& [law, weeks] : {std::pair<std::string, int>{"lov-2019-flere", 22}, {"lov-2013", 52}}) {
    INFO(law);
    const LawRun run({.law = law, .status = "sygedagpenge", .length = "53 weeks", .rules = stay});
    CHECK(run.count("status.sygedagpenge.duty.revurdering", "held") >= 40);
    CHECK(run.max("status.sygedagpenge.duty.revurdering", "first") <= weeks * 7);
    CHECK(run.mean("status.sygedagpenge.duty.revurdering", "first") > (weeks - 4) * 7);
    CHECK(run.of("status.sygedagpenge", "duration", Statistic::p50) == Approx(weeks * 7));
  }
}

TEST_CASE("L05 each interview has its note") {
  const LawRun run({.status = "sygedagpenge", .length = "26 weeks", .rules = sick()});
  CHECK(run.each("procedure.sygeopfoelgning.step.notat", "entries") == 5);
  CHECK(run.sum("procedure.sygeopfoelgning.step.notat", "hours") / 40 == Approx(5 * 35 / 60.0));
  CHECK(run.sum("procedure.sygeopfoelgning.step.samtale", "hours") / 40 == Approx(5 * 40 / 60.0));
}

TEST_CASE("from 2025 the uncomplicated sick with a job have one interview, others four in half a year") {
  const auto held = [](const std::string& simple) {
    const LawRun run(
        {.law = "lov-2025",
         .status = "sygedagpenge",
         .length = "27 weeks",
         .rules = sick() + "[procedure.lae285.step.oplysningsskema]\nnext = { bestil = 0.5, uden = \"rest\" }\n",
         .set = "ukompliceret = \"" + simple + "\""});
    return run.each("procedure.sygeopfoelgning.step.samtale", "entries");
  };
  CHECK(held("ja") == 1);
  CHECK(held("nej") == 4);
}

TEST_CASE("the state pays 80 per cent for 4 weeks and 40 to week 26") {
  const LawRun run({.status = "sygedagpenge", .length = "10 weeks", .rules = sick()});
  CHECK(run.sum("status.sygedagpenge", "state_net") / 40 == Approx(4355 * (4 * 0.8 + 6 * 0.4)));
}

}  // namespace sagsflow
