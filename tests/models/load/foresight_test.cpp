#include "models/load/foresight.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "expecting.h"

namespace sagsflow {
namespace {

/// Half of those who come are young. `a` asks nobody; `b` asks for the age; nothing leads from `c` to `b`.
const std::string kOneAsks = year() + arrivals("a", 1000) + ude() + R"(
[attribute.alder]
values = { ung = 0.5, gammel = 0.5 }
[status.a.exit.til_b]
to = { b = 0.5, c = 0.5 }
after = { exponential = "10 days" }
[status.b.exit.ud]
to = "ude"
after = { by = "alder", ung = "10 days", gammel = "30 days" }
[status.c.exit.ud]
to = "ude"
after = "40 days"
)";

struct Ahead {
  explicit Ahead(const std::string& text) {
    const FirstArm rules(text);
    const auto slots = slots_ahead(rules.arm, rules.sets, slots_of_stays(rules.sets));
    for (const std::string& status : rules.names.statuses()) count[status] = slots[rules.names.status(status)].size();
  }
  std::map<std::string, std::size_t> count;  ///< by status: how many traits still matter
};

TEST_CASE("what nobody ahead asks for does not matter, what a later status asks for does") {
  const Ahead ahead(kOneAsks);
  CHECK(ahead.count.at("a") == 1);
  CHECK(ahead.count.at("b") == 1);
  CHECK(ahead.count.at("c") == 0);
  CHECK(ahead.count.at("ude") == 0);
}

TEST_CASE("those who are counted as one come to the same numbers") {
  const Expecting expecting(kOneAsks);
  CHECK(expecting.status("b").entries == Approx(500));
  CHECK(expecting.status("b").days == Approx(20));
  CHECK(expecting.status("c").entries == Approx(500));
  CHECK(expecting.status("ude").entries == Approx(1000));
}

TEST_CASE("a trait that an exit sets does not matter before it, one that a change of status sets neither") {
  const Ahead ahead(year() + arrivals("a", 1000) + ude() + open_pool("p", 5) + R"(
[attribute.alder]
values = { ung = 0.5, gammel = 0.5 }
[status.a.exit.til_b]
to = "b"
after = "10 days"
set = { alder = "ung" }
[status.b]
on_enter = "sag"
[status.b.exit.ud]
to = "ude"
after = { by = "alder", ung = "10 days", gammel = "30 days" }
[status.c]
on_enter = "anden"
[status.c.exit.ud]
to = "ude"
after = "40 days"
[procedure.sag]
start = "s"
[procedure.sag.step.s]
wait = "1 day"
become = "c"
[procedure.anden]
start = "s"
[procedure.anden.step.s]
wait = "1 day"
set = { alder = "gammel" }
become = "b"
)");
  CHECK(ahead.count.at("a") == 0);
  CHECK(ahead.count.at("b") == 1);
  CHECK(ahead.count.at("c") == 0);
}

TEST_CASE("an attribute that a pool is divided by matters everywhere") {
  const Ahead ahead(year() + ude() + R"(
[attribute.by]
values = { x = 0.5, y = 0.5 }
[attribute.sted]
values = { by = "by", x = { n = 0.9, s = 0.1 }, y = { n = 0.2, s = 0.8 } }
[pool.p]
staff = { by = "sted", n = 1, s = 2 }
per = "sted"
calendar = "always"
[arrival.nye]
status = "a"
rate = "100 per year"
[status.a]
on_enter = "sag"
[status.a.exit.ud]
to = "ude"
after = "10 days"
[procedure.sag]
start = "s"
[procedure.sag.step.s]
work = { pool = "p", time = "1 hour" }
)");
  CHECK(ahead.count.at("a") == 1);
  CHECK(ahead.count.at("ude") == 1);
}

TEST_CASE("equal stays have exactly that mean, in the long run and in the window") {
  const Expecting expecting(year() + arrivals("a", 997) + ude() + R"(
[attribute.alder]
values = { ung = 0.3, midt = 0.6, gammel = 0.1 }
[status.a.exit.til_b]
to = "b"
after = { exponential = "10 days" }
[status.b.exit.ud]
to = { by = "alder", ung = { ude = 0.5, c = 0.5 }, else = "ude" }
after = "56 months"
[status.c.exit.ud]
to = "ude"
after = { by = "alder", ung = "10 days", else = "30 days" }
)");
  const auto& window = expecting.load.arms.front().window.statuses;
  const auto& long_run = expecting.load.arms.front().long_run.statuses;
  const auto b = std::ranges::find(long_run, "status.b", [](const StatusFlow& flow) { return flow.object.path; });
  REQUIRE(b != long_run.end());
  CHECK(window[static_cast<std::size_t>(b - long_run.begin())].days == b->days);
}

}  // namespace
}  // namespace sagsflow
