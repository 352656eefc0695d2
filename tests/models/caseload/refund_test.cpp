#include <catch2/catch.hpp>

#include "scenario.h"

namespace sagsflow {
namespace {

std::string refund(const std::string& tiers, const std::string& within) {
  return "[refund]\nafter = " + tiers + "\n" + (within.empty() ? "" : "within = \"" + within + "\"\n");
}

/// Sick at 1000 DKK a week, then without benefit, then sick again to the end.
std::string twice(const std::string& first, const std::string& between) {
  return citizen() + R"(
[status.syg]
benefit = "1000 DKK per week"
[status.syg.exit.pause]
to = "uden"
after = { by = "anden", false = ")" +
         first + R"(", true = "never" }
set = { anden = true }
[status.uden.exit.igen]
to = "syg"
after = ")" +
         between + "\"\n";
}

double state_share(const std::string& length, const std::string& rules) {
  return Run(window(length) + rules).sum("status.syg", "state_net");
}

const std::string kTwo = "{ \"0 weeks\" = 0.8, \"4 weeks\" = 0.4 }";

}  // namespace

TEST_CASE("within a span, weeks on benefit that are older no longer bring the refund down") {
  // Weeks 0-4 at 80 %. In week 54 weeks 2-4 lie in the span of 52; they leave it until week 56, and 2 more weeks bring
  // it to 4 in week 58: 4 weeks at 80 %, then 4 at 40 %.
  CHECK(state_share("62 weeks", twice("4 weeks", "50 weeks") + refund(kTwo, "52 weeks")) ==
        Approx(3200 + 4 * 800 + 4 * 400));
  // Without a span all 8 are at 40 %.
  CHECK(state_share("62 weeks", twice("4 weeks", "50 weeks") + refund(kTwo, "")) == Approx(3200 + 8 * 400));
  // Away longer than the span: it begins anew.
  CHECK(state_share("62 weeks", twice("4 weeks", "52 weeks") + refund(kTwo, "52 weeks")) ==
        Approx(3200 + 4 * 800 + 2 * 400));
}

TEST_CASE("while as much leaves the span as is added, the refund stands still") {
  // A span of 16 weeks. 4 weeks at 80 %. Back in week 14 with 4: 40 % to week 16, where there are 6; they stand until
  // week 20, and grow on from there: 20 %.
  const std::string three = "{ \"0 weeks\" = 0.8, \"4 weeks\" = 0.4, \"6 weeks\" = 0.2 }";
  CHECK(state_share("26 weeks", twice("4 weeks", "10 weeks") + refund(three, "16 weeks")) ==
        Approx(4 * 800 + 2 * 400 + 4 * 200 + 6 * 200));
  // With the last tier at 7 weeks they stand at 40 %, to week 21.
  const std::string later = "{ \"0 weeks\" = 0.8, \"4 weeks\" = 0.4, \"7 weeks\" = 0.2 }";
  CHECK(state_share("26 weeks", twice("4 weeks", "10 weeks") + refund(later, "16 weeks")) ==
        Approx(4 * 800 + (2 + 4 + 1) * 400 + 5 * 200));
}

TEST_CASE("a tier longer than the span is never reached") {
  CHECK(state_share("60 weeks", citizen() + "[status.syg]\nbenefit = \"1000 DKK per week\"\n" +
                                    refund("{ \"0 weeks\" = 0.8, \"30 weeks\" = 0.2 }", "26 weeks")) ==
        Approx(60 * 800));
}

TEST_CASE("within a span, weeks on every status with a benefit count") {
  // 3 weeks sick, 2 in clarification at 500 DKK: 1 at 80 %, 1 at 40 %; then sick again, at 40 %.
  const Run run(window("7 weeks") + citizen() + refund(kTwo, "1 year") + R"(
[status.syg]
benefit = "1000 DKK per week"
[status.syg.exit.videre]
to = "afklaring"
after = "3 weeks"
[status.afklaring]
benefit = "500 DKK per week"
[status.afklaring.exit.tilbage]
to = "syg"
after = "2 weeks"
)");
  CHECK(run.sum("status.syg", "state_net") == Approx(3 * 800 + 2 * 400));
  CHECK(run.sum("status.afklaring", "state_net") == Approx(400 + 200));
}

TEST_CASE("within a span, weeks before the window count, and money in it only") {
  // Sick since week -3.
  CHECK(state_share("3 weeks", citizen("en", -3 * 168) + "[status.syg]\nbenefit = \"1000 DKK per week\"\n" +
                                   refund(kTwo, "52 weeks")) == Approx(800 + 2 * 400));
}

TEST_CASE("within a span, the periods of the report have the shares of their own weeks") {
  // January has 31 days: 4 weeks at 80 % and 3 days at 40 %; February is at 40 %.
  const Run run("[report]\nperiods = \"month\"\n" + window("59 days") + citizen() + refund(kTwo, "52 weeks") +
                "[status.syg]\nbenefit = \"1000 DKK per week\"\n");
  const auto of = [&](const std::string& month) {
    const auto found = find_measure(run.results, "status.syg", "state_net", {}, month);
    REQUIRE(found);
    return level_of(run.results, 0, *found, Statistic::sum).value;
  };
  CHECK(of("2018-01") == Approx(4 * 800 + 3 / 7.0 * 400));
  CHECK(of("2018-02") == Approx(28 / 7.0 * 400));
}

}  // namespace sagsflow
