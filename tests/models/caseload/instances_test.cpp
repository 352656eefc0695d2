#include "models/caseload/instances.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <vector>

namespace sagsflow {

TEST_CASE("each procedure under way counts its own visits, from nothing, whoever had its place before") {
  constexpr std::uint32_t kCounters = 3;
  Instances instances(kCounters);
  std::vector<std::vector<int>> expected;  // by place; what no one has is empty
  std::mt19937 engine(7);
  for (int i = 0; i < 20000; ++i) {
    const auto place = static_cast<std::uint32_t>(engine() % 200);
    if (place >= expected.size() || expected[place].empty()) {
      const std::uint32_t added = instances.add();
      instances.clear_counters(added);
      if (added >= expected.size()) expected.resize(added + 1);
      REQUIRE(expected[added].empty());
      expected[added].assign(kCounters, 0);
    } else if (engine() % 4 == 0) {
      instances.give_back(place);
      expected[place].clear();
    } else if (place % 3 != 0) {  // the others never come to a loop
      const auto counter = static_cast<std::uint32_t>(engine() % kCounters);
      REQUIRE(instances.counters(place)[counter] == expected[place][counter]);
      instances.counters(place)[counter] = static_cast<std::uint16_t>(++expected[place][counter]);
    }
  }
  for (std::uint32_t place = 0; place < expected.size(); ++place) {
    CAPTURE(place);
    for (std::uint32_t counter = 0; counter < expected[place].size(); ++counter) {
      CHECK(instances.counters(place)[counter] == expected[place][counter]);
    }
  }
}

}  // namespace sagsflow
