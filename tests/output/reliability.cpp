#include "output/reliability.h"

#include <catch2/catch.hpp>

#include "example_results.h"
#include "output/comparison.h"
#include "output/levels.h"

using namespace sagsflow;

TEST_CASE("a study without goals, whose warm-up is enough, has nothing to say") {
  Results results = ExampleResults().results;
  results.warm_up_checks = {{"total", "citizens", 0, 52 * kWeek, 50 * kWeek, true}};
  CHECK(reliability_text(results, Language::danish, 100).empty());
}

TEST_CASE("each goal of precision has a line with what was found") {
  Results results = ExampleResults().results;
  results.precision = {{"total.staff_hours", 0.01, 0.0082, true}, {"meeting.team.wait", 0.02, 0.31, false}};
  CHECK(reliability_text(results, Language::english, 120) ==
        "Precision: total.staff_hours is ± 0.8%, the goal of 1.0% is reached with 4 replications.\n"
        "Precision: meeting.team.wait is ± 31%, the goal of 2.0% is NOT reached with 4 replications.\n");
  for (const std::string& text :
       {comparison_text(results, Language::danish, 112), levels_text(results, Language::danish, 112)}) {
    CHECK(text.find("Præcision: meeting.team.wait er ± 31 %, målet 2,0 % er IKKE nået med 4 gentagelser.\n") !=
          std::string::npos);
  }
}

TEST_CASE("a warm-up that is too short, or never long enough, is one warning each, however many arms have it") {
  Results results = ExampleResults().results;
  results.warm_up_checks = {{"meeting.team", "queue", 0, 52 * kWeek, 90 * kWeek, true},
                            {"total", "citizens", 0, 52 * kWeek, {}, false},
                            {"meeting.team", "queue", 1, 52 * kWeek, 95 * kWeek, true},
                            {"total", "citizens", 1, 52 * kWeek, 10 * kWeek, true}};
  CHECK(reliability_text(results, Language::english, 200) ==
        "Warning: the warm-up of 52 weeks is too short (MSER-5 leaves out up to 95 weeks) for: queue: Rehabilitation "
        "team.\n"
        "Warning: does not settle in warm-up and window (MSER-5), so that its level depends on where the run begins: "
        "citizens in total.\n");
}
