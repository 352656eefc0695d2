#include <catch2/catch.hpp>
#include <cmath>

#include "scenario.h"

namespace sagsflow {
namespace {

/// A citizen with flags and traits that procedures raise on given days: "a" up from day 4, "b" from day 6 to day 9,
/// boolean "klar" true from day 4 to day 9.
std::string changing_citizen() {
  return window("90 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["pa", "pb", "pk"]
[procedure.pa]
start = "foer"
[procedure.pa.step.foer]
wait = "4 days"
next = "oppe"
[procedure.pa.step.oppe]
wait = "100 days"
flag = "a"
[procedure.pb]
start = "foer"
[procedure.pb.step.foer]
wait = "6 days"
next = "oppe"
[procedure.pb.step.oppe]
wait = "3 days"
flag = "b"
[procedure.pk]
start = "foer"
[procedure.pk.step.foer]
wait = "4 days"
set = { klar = true }
next = "efter"
[procedure.pk.step.efter]
wait = "5 days"
set = { klar = false }
[status.syg.exit.ud]
to = "job"
)";
}

double spell(const Run& run) {
  REQUIRE(run.count("status.syg.exit.ud", "count") == 1);
  return run.mean("status.syg", "duration");
}

}  // namespace

TEST_CASE("exits compete: the earliest wins") {
  const Run run(window("90 days") + citizen() + job() + R"(
[status.syg.exit.a_sen]
to = "job"
after = "20 days"
[status.syg.exit.b_tidlig]
to = "job"
after = "10 days"
[status.syg.exit.c_aldrig]
to = "job"
after = "never"
)");
  CHECK(run.count("status.syg.exit.b_tidlig", "count") == 1);
  CHECK(run.count("status.syg.exit.a_sen", "count") == 0);
  CHECK(run.mean("status.syg", "duration") == Approx(10));
}

TEST_CASE("speed rescales what remains of an exit's clock") {
  // 10 days at full speed; 6 remain on day 4 and take 12 at 0.5: day 16.
  CHECK(spell(Run(changing_citizen() + "after = \"10 days\"\nspeed = { a = 0.5 }\n")) == Approx(16));
  // 3 times as fast: 4 + 6 / 3.
  CHECK(spell(Run(changing_citizen() + "after = \"10 days\"\nspeed = { a = 3 }\n")) == Approx(6));
}

TEST_CASE("several factors multiply while each is up") {
  // To day 4: 4. To day 6 at 0.5: 5. To day 9 at 0.5 x 0.2 = 0.1: 5.3. The last 4.7 at 0.5: 9.4 days, day 18.4.
  CHECK(spell(Run(changing_citizen() + "after = \"10 days\"\nspeed = { a = 0.5, b = 0.2 }\n")) == Approx(18.4));
}

TEST_CASE("an attribute that is true counts as a flag that is up") {
  // 4, then 5 days at double speed make 14: of 10 days the last 6 take 3.
  CHECK(spell(Run(changing_citizen() + "after = \"10 days\"\nspeed = { klar = 2 }\n")) == Approx(7));
  // Of 20 days 14 have run on day 9, 6 remain at full speed.
  CHECK(spell(Run(changing_citizen() + "after = \"20 days\"\nspeed = { klar = 2 }\n")) == Approx(15));
}

TEST_CASE("a speed of 0 stops the clock") {
  // Stopped from day 6 to day 9.
  CHECK(spell(Run(changing_citizen() + "after = \"10 days\"\nspeed = { b = 0 }\n")) == Approx(13));
}

TEST_CASE("an exit's clock runs only while its when holds") {
  // From day 4 to day 9: a clock of 5 days ends at the last instant, one of 3 days on day 7, one of 6 never.
  CHECK(spell(Run(changing_citizen() + "after = \"3 days\"\nwhen = { klar = true }\n")) == Approx(7));
  const Run never(changing_citizen() + "after = \"6 days\"\nwhen = { klar = true }\n");
  CHECK(never.count("status.syg.exit.ud", "count") == 0);
  // To day 4 and from day 9 on.
  CHECK(spell(Run(changing_citizen() + "after = \"10 days\"\nwhen = { klar = false }\n")) == Approx(15));
  // All pairs must hold: not klar and not b.
  CHECK(spell(Run(changing_citizen() +
                  "after = \"10 days\"\nwhen = { klar = false, b = false }\nspeed = { a = 0.5 }\n")) == Approx(9 + 12));
}

TEST_CASE("a when goes by the value of an attribute, a list means any of them") {
  const Run run(window("90 days") + job() + R"(
[attribute.risiko]
values = { lav = 0.3, mellem = 0.3, hoej = "rest" }
)" + citizen("l") +
                "set = { risiko = \"lav\" }\n" + citizen("m") + "set = { risiko = \"mellem\" }\n" + citizen("h") +
                "set = { risiko = \"hoej\" }\n" + R"(
[status.syg.exit.en]
to = "job"
after = "5 days"
when = { risiko = ["mellem", "hoej"] }
[status.syg.exit.to]
to = "job"
after = "7 days"
when = { risiko = "lav" }
)");
  CHECK(run.count("status.syg.exit.en", "count") == 2);
  CHECK(run.count("status.syg.exit.to", "count") == 1);
}

TEST_CASE("an exit sets attributes, which the next status sees") {
  const Run run(window("90 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["sag"]
[status.syg.exit.ud]
to = "rask"
after = "5 days"
set = { tilbagefald = true }
[status.rask.exit.igen]
to = "syg"
after = { by = "tilbagefald", true = "10 days", false = "never" }
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = { by = "tilbagefald", true = "1 day", false = "2 days" }
)");
  // Days 0-5 sick, to 15 well, to 20 sick ...: spells begin on days 0, 15, 30, 45, 60, 75.
  CHECK(run.count("status.syg", "entries") == 6);
  CHECK(run.mean("procedure.sag.step.vent", "wait") == Approx((2 + 5 * 1) / 6.0));
}

TEST_CASE("an exit leads to statuses by their shares") {
  const Run run(window("400 days", "10 days") + job() + R"(
[arrival.nye]
status = { syg = 0.75, ledig = "rest" }
every = "1 h"
[status.syg.exit.ud]
to = { a = 0.2, b = "rest" }
after = "1 day"
[status.ledig.exit.ud]
to = "job"
after = "1 day"
[status.a.exit.ud]
to = "job"
after = "1 day"
[status.b.exit.ud]
to = "job"
after = "1 day"
)");
  const double all = 400 * 24, sick = run.count("status.syg", "entries"), a = run.count("status.a", "entries");
  CHECK(std::abs((sick - 0.75 * all) / std::sqrt(all * 0.75 * 0.25)) < 3.5);
  CHECK(std::abs((a - 0.2 * sick) / std::sqrt(sick * 0.2 * 0.8)) < 3.5);
}

}  // namespace sagsflow
