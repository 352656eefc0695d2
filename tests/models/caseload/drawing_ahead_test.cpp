#include <catch2/catch.hpp>
#include <map>
#include <tuple>

#include "models/caseload/compile.h"
#include "models/caseload/witness.h"
#include "models/caseload/worlds.h"
#include "scenario.h"

namespace sagsflow {
namespace {

using Piece = std::tuple<std::uint32_t, std::uint32_t, int>;  // a citizen of the cohort, a step, which visit

/// How long each piece of work took.
class WorkingTimes final : public Witness {
 public:
  void came(const Citizen&, const CitizenId&, const std::uint8_t*) override {}
  void noted(const Citizen& citizen, const Note& note) override {
    const std::pair who{citizen.cohort, note.number};
    if (note.what == Note::What::wait_ended) begun_[who] = note.at;
    if (note.what == Note::What::work_ended) all[{who.first, who.second, visits_[who]++}] = note.at - begun_[who];
  }

  std::map<Piece, Span> all;

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, Time> begun_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> visits_;
};

std::map<Piece, Span> working_times(const std::string& staff) {
  const CompiledModel model = *compile(model_of(window_without_warm_up("400 days") + job() + R"(
[attribute.slags]
values = { kort = 0.4, lang = 0.3, fast = "rest" }
[arrival.nye]
status = "syg"
rate = "20 per day"
[status.syg]
on_enter = "sag"
[status.syg.exit.rask]
to = "job"
after = { exponential = "60 days" }
[procedure.sag]
start = "samtale"
[procedure.sag.step.samtale]
work = { pool = "p", time = { by = "slags", kort = { exponential = "1 h" }, lang = { exponential = "2 h" }, fast = "1 h" } }
patience = { exponential = "30 days" }
gives_up = "plan"
next = { samtale = 0.3, plan = "rest" }
[procedure.sag.step.plan]
work = { pool = "p", time = { exponential = "10 min" } }
[pool.p]
calendar = "always"
staff = )" + staff));
  WorkingTimes times;
  Worlds world(model, model.arms[0], 0);
  world.show(times);
  REQUIRE(world.run());
  return times.all;
}

}  // namespace

TEST_CASE("a piece of work takes as long behind a long line as where nobody waits") {
  const auto alone = working_times("\"unlimited\""), crowded = working_times("1");
  int compared = 0, other = 0;
  for (const auto& [piece, length] : crowded) {
    const auto found = alone.find(piece);
    if (found == alone.end()) continue;
    ++compared;
    other += found->second != length;
  }
  CHECK(compared > 5000);
  CHECK(other == 0);
}

}  // namespace sagsflow
