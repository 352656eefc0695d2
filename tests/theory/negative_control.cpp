#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "comparing.h"

namespace sagsflow::theory {
namespace {

/// A constant of a scenario that is one per cent off, and a measure that must then be out of bounds.
struct Mistake {
  std::string scenario;
  Edit edit;
  std::string measure;
};

Comparison after(const Mistake& mistake, int replications) {
  const std::vector<KnownAnswer> all = known_answers();
  KnownAnswer known = *std::ranges::find(all, mistake.scenario, &KnownAnswer::scenario);
  std::erase_if(known.answers, [&](const Answer& answer) { return answer.measure != mistake.measure; });
  return compare(known, run(mistake.scenario, replications, &mistake.edit)).at(0);
}

void is_seen(const Mistake& mistake, int replications) {
  const Comparison comparison = after(mistake, replications);
  const std::string line = comparison.line(mistake.edit.to);
  fmt::print("{}\n", line);
  INFO(line);
  CHECK(std::abs(comparison.error / comparison.exact) <= 0.0015);
  CHECK_FALSE(comparison.holds());
}

}  // namespace

TEST_CASE("a constant that is one per cent off is seen") {
  is_seen({"CR-exp-D.toml", {"\"20 days\"", "\"20.2 days\""}, "E_min"}, 20);
  is_seen({"MGinf-steady.toml", {"\"90 h\"", "\"90.9 h\""}, "L"}, 20);
}

TEST_CASE("one per cent of any constant is seen", "[.verify]") {
  is_seen({"MM1-0.8.toml", {"\"1 h\"", "\"1.01 h\""}, "util"}, 0);
  is_seen({"MU1-0.8.toml", {"\"0.8 per h\"", "\"0.808 per h\""}, "P_wait"}, 0);
  is_seen({"MD1-0.8.toml", {"\"1 h\"", "\"1.01 h\""}, "W"}, 300);
  is_seen({"ErlA-1.toml", {"\"10 per h\"", "\"10.1 per h\""}, "P_abandon"}, 0);
  is_seen({"CAL-8on16off.toml", {"\"1 per h\"", "\"1.01 per h\""}, "L"}, 0);
  is_seen({"MEET-0.5-14-10.toml", {"\"0.5 per day\"", "\"0.505 per day\""}, "E_waiting_before_meeting"}, 0);
  is_seen({"SMP-casework.toml", {"\"5 days\"", "\"5.05 days\""}, "E_time_S1"}, 0);
  is_seen({"CR-exp-D.toml", {"\"28 days\"", "\"28.28 days\""}, "P_deadline"}, 0);
  is_seen({"CADENCE-exp.toml", {"\"91 days\"", "\"91.91 days\""}, "reviews_per_case"}, 0);
  is_seen({"CENS-MGinf-seen-out.toml", {"\"90 days\"", "\"90.9 days\""}, "true_mean_duration"}, 0);
}

}  // namespace sagsflow::theory
