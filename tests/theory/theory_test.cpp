#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "comparing.h"
#include "exact.h"

namespace sagsflow::theory {
namespace {

/// The scenario's answers hold with as many replications as the usual tests have time for.
void holds(const std::string& scenario) {
  const std::vector<KnownAnswer> all = known_answers();
  const auto known = std::ranges::find(all, scenario + ".toml", &KnownAnswer::scenario);
  REQUIRE(known != all.end());
  for (const Comparison& comparison : compare(*known, run(known->scenario, known->fast))) {
    INFO(comparison.line(known->id));
    CHECK(comparison.holds());
  }
}

}  // namespace

TEST_CASE("M/M/1 waits as long, as often and as unevenly as Erlang says") {
  holds("MM1-0.8");
}
TEST_CASE("M/M/3 and M/M/10 wait as Erlang C says") {
  holds("MMc-3-0.9");
  holds("MMc-10-0.9");
}
TEST_CASE("services of one length make half the wait of exponential ones") {
  holds("MD1-0.8");
  holds("MDc-3-0.9");
}
TEST_CASE("the wait goes by the service's variance, as Pollaczek and Khinchine say") {
  holds("ME21-0.8");
  holds("MU1-0.8");
  holds("MLN1-0.8-cv1");
}
TEST_CASE("batches wait for their own") {
  holds("MX-fixed5");
}
TEST_CASE("arrivals at even intervals wait less") {
  holds("DM1");
}
TEST_CASE("deadlines on a stay are missed as often as M/M/10 says") {
  holds("SLA-MM10");
}
TEST_CASE("impatient customers go away as Palm says") {
  holds("ErlA-1");
}
TEST_CASE("priorities wait in Cobham's proportions") {
  holds("NPP-MM1-3");
  holds("NPP-MMc-3");
}
TEST_CASE("a server who sees some again is as busy as Jackson says") {
  holds("JACK-fb");
}
TEST_CASE("three servers in a row are each an M/M/1") {
  holds("TANDEM-3");
}
TEST_CASE("staff who go home at four leave their work until the morning") {
  holds("CAL-8on16off");
  holds("CAL-8on16off-morning");
}
TEST_CASE("from empty, the first customers wait less") {
  holds("TRANS-MM1-0.9");
  holds("TRANS-N-MM1");
}
TEST_CASE("where more come than can be served the queue grows as it must") {
  holds("OVERLOAD-MM1");
}
TEST_CASE("one more server shortens the wait by the known difference") {
  holds("DIFF-staff");
}
TEST_CASE("an open caseload is Poisson, whatever the durations") {
  holds("MGinf-steady");
}
TEST_CASE("a caseload cut off after a year still tells how long nine in ten last") {
  holds("CENS-MGinf");
  holds("CENS-MGinf-seen-out");
}
TEST_CASE("meetings at fixed intervals take who fits on the agenda") {
  holds("MEET-0.5-14-10");
  holds("MEET-1-7-8");
}
TEST_CASE("competing clocks, reviews and a meeting make up a case") {
  holds("SMP-casework");
}
TEST_CASE("the earlier of an exponential and a deadline wins as often as it should") {
  holds("CR-exp-D");
}
TEST_CASE("reviews come as often as their cadence says") {
  holds("CADENCE-exp");
}

TEST_CASE("the mean of completed durations only appears nowhere") {
  const KnownAnswer naive{"CENS-MGinf",
                          "CENS-MGinf.toml",
                          1000,
                          {{"naive_mean_completed_ratio", "duration", of("status.open", "duration")}}};
  const Comparison comparison = compare(naive, run(naive.scenario, naive.fast)).front();
  CHECK(comparison.z() > 10);
  CHECK(comparison.found < *exact_value("CENS-MGinf", "true_mean_duration"));
}

TEST_CASE("every exact measure is compared, or README.md says why not") {
  std::set<std::pair<std::string, std::string>> spoken_of;
  for (const KnownAnswer& known : known_answers()) {
    for (const Answer& answer : known.answers) spoken_of.emplace(known.id, answer.measure);
  }
  std::ifstream readme(SAGSFLOW_ROOT "/tests/theory/README.md");
  for (std::string line; std::getline(readme, line);) {
    if (!line.starts_with("| ")) continue;
    const std::size_t id_end = line.find(" | "), end = line.find(" | ", id_end + 3);
    if (end == std::string::npos) continue;
    const std::pair left_out{line.substr(2, id_end - 2), line.substr(id_end + 3, end - id_end - 3)};
    if (!exact_value(left_out.first, left_out.second)) continue;  // the table's heading
    INFO(left_out.first << " " << left_out.second << " is compared and said to be left out");
    CHECK(spoken_of.insert(left_out).second);
  }
  for (const auto& measure : exact_measures()) {
    INFO(measure.first << " " << measure.second);
    CHECK(spoken_of.contains(measure));
  }
}

}  // namespace sagsflow::theory
