#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

const std::string kRefund = R"(
[refund]
after = { "0 weeks" = 0.80, "4 weeks" = 0.40, "26 weeks" = 0.30, "52 weeks" = 0.20 }
)";

}  // namespace

TEST_CASE("the state refunds by tiers of weeks on benefit") {
  // 60 weeks at 1000 DKK: 4 at 80 %, 22 at 40 %, 26 at 30 %, 8 at 20 %: 3200 + 8800 + 7800 + 1600.
  const Run run(
      window("70 weeks") + citizen() + job() + kRefund +
      "[status.syg]\nbenefit = \"1000 DKK per week\"\n[status.syg.exit.ud]\nto = \"job\"\nafter = \"60 weeks\"\n");
  CHECK(run.sum("status.syg", "benefit") == Approx(60000));
  CHECK(run.sum("status.syg", "state_net") == Approx(21400));
  CHECK(run.sum("status.syg", "municipal_net") == Approx(38600));
  CHECK(run.sum("total", "benefit") == Approx(60000));
  CHECK(run.sum("total", "municipal_net") == Approx(38600));
  CHECK(run.sum("total", "state_net") == Approx(21400));
}

TEST_CASE("weeks count on any status with a benefit, not those between") {
  // 30 weeks sick; 10 weeks without benefit; then weeks 30 to 60 at 500 DKK: 22 at 30 %, 8 at 20 %.
  const Run run(window("80 weeks") + citizen() + job() + kRefund + R"(
[status.syg]
benefit = "1000 DKK per week"
[status.syg.exit.ud]
to = "uden"
after = "30 weeks"
[status.uden.exit.ud]
to = "afklaring"
after = "10 weeks"
[status.afklaring]
benefit = "500 DKK per week"
[status.afklaring.exit.ud]
to = "job"
after = "30 weeks"
)");
  CHECK(run.sum("status.syg", "state_net") == Approx(3200 + 8800 + 4 * 300));
  CHECK(run.sum("status.afklaring", "benefit") == Approx(15000));
  CHECK(run.sum("status.afklaring", "state_net") == Approx(500 * (22 * 0.3 + 8 * 0.2)));
  CHECK(run.sum("status.uden", "benefit") == 0.0);
}

TEST_CASE("money is clipped to the window, weeks before it count as support") {
  // Sick from week -10 to the end of the run-out: the window has weeks 10 to 30 of support.
  const Run run(window("20 weeks", "10 weeks") + citizen("en", -10 * 168) + kRefund +
                "[status.syg]\nbenefit = \"1000 DKK per week\"\n");
  CHECK(run.sum("status.syg", "benefit") == Approx(20000));
  CHECK(run.sum("status.syg", "state_net") == Approx(1000 * (16 * 0.4 + 4 * 0.3)));
}

TEST_CASE("without a refund the municipality pays the whole benefit") {
  const Run run(window("10 weeks") + citizen() + "[status.syg]\nbenefit = \"1000 DKK per week\"\n");
  CHECK(run.sum("status.syg", "municipal_net") == Approx(10000));
  CHECK(run.sum("status.syg", "state_net") == 0.0);
}

TEST_CASE("a benefit that goes by an attribute changes on the day the attribute does") {
  // 3 weeks at 1000 and 7 at 400.
  const Run run(window("10 weeks") + citizen() + R"(
[status.syg]
benefit = { by = "nedsat", true = "400 DKK per week", false = "1000 DKK per week" }
on_enter = ["sag"]
[procedure.sag]
start = "s"
[procedure.sag.step.s]
wait = "3 weeks"
set = { nedsat = true }
)");
  CHECK(run.sum("status.syg", "benefit") == Approx(3 * 1000 + 7 * 400));
}

TEST_CASE(
    "the municipality's net is its staff, the fees and the benefit less the refund, and outside units are not its "
    "own") {
  // 2 h of casework at 0.5 usable and 100 DKK an hour of presence: 400. A fee of 50. A week at 1000, 80 % refunded:
  // 200.
  const Run run(window("1 week") + citizen() + kRefund + R"(
[status.syg]
benefit = "1000 DKK per week"
on_enter = ["sag"]
[procedure.sag]
start = "s"
[procedure.sag.step.s]
work = { pool = "egen", time = "2 h" }
fee = "50 DKK"
next = "ude"
[procedure.sag.step.ude]
work = { pool = "region", time = "5 h" }
[pool.egen]
staff = 1
calendar = "always"
usable = 0.5
cost = "100 DKK per hour"
[pool.region]
outside = true
staff = 1
calendar = "always"
cost = "999 DKK per hour"
)");
  CHECK(run.sum("total", "staff_cost") == Approx(400));
  CHECK(run.sum("total", "staff_hours") == Approx(2));
  CHECK(run.sum("pool.region", "hours") == Approx(5));
  CHECK(run.sum("pool.region", "cost") == Approx(5 * 999));
  CHECK(run.sum("total", "fees") == Approx(50));
  CHECK(run.sum("total", "municipal_net") == Approx(200 + 50 + 400));
}

}  // namespace sagsflow
