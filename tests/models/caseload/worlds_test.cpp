#include "models/caseload/worlds.h"

#include <catch2/catch.hpp>
#include <set>

#include "models/caseload/compile.h"
#include "models/caseload/identities.h"
#include "models/caseload/measures.h"
#include "models/caseload/pairing.h"
#include "models/caseload/roll.h"
#include "reformed.h"

namespace sagsflow {
namespace {

/// Two regions with a unit each, and two municipalities in each with staff and a team of their own: whatever citizens
/// can meet at, wait for, and be counted by. The trial begins within the window, and only for some.
std::string country() {
  return "[run]\nstart = 2018-01-15\nlength = \"120 days\"\nrun_out = \"20 days\"\nwarm_up = \"60 days\"\n"
         "calendar = \"dag\"\n[report]\nby = [\"kommune\", \"risiko\"]\nperiods = \"month\"\n" +
         job() + office_hours() + R"(
[attribute.region]
values = { nord = 0.4, syd = "rest" }
[attribute.kommune]
values = { by = "region", nord = { Aalborg = 0.7, Rebild = 0.3 }, syd = { Vejle = 0.5, Odense = 0.5, Ingen = 0.0 } }
[attribute.risiko]
values = { lav = 0.6, hoej = "rest" }
[arrival.nye]
status = "syg"
rate = "9 per day"
batch = 2
[arrival.faste]
status = "syg"
every = "7 hours"
[stock.gamle]
status = "syg"
count = 200
elapsed = { exponential = "20 days" }
at = { procedure = "sag", step = "moede", waited = { exponential = "3 days" } }
[status.syg]
benefit = "1000 DKK per week"
on_enter = ["sag"]
[status.syg.exit.rask]
to = { job = 0.8, syg = "rest" }
after = { exponential = "20 days" }
speed = { venter = 0.5 }
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = "4 days"
every = "6 days"
deadline = "1 day"
[procedure.samtale]
start = "samtale"
[procedure.samtale.step.samtale]
work = { pool = "p", time = { exponential = "1 h" } }
next = "vagt"
[procedure.sag]
start = "samtale"
[procedure.sag.step.samtale]
work = { pool = "p", time = { exponential = "2 h" }, also = ["mentor"] }
patience = { exponential = "30 days" }
gives_up = "attest"
next = { moede = 0.7, attest = "rest" }
[procedure.sag.step.attest]
work = { pool = "unit", time = { exponential = "3 h" } }
fee = "500 DKK"
next = "moede"
[procedure.sag.step.moede]
meeting = "team"
flag = "venter"
deadline = "10 days"
next = { job = 0.3, end = "rest" }
[procedure.sag.step.job]
become = "job"
[pool.p]
calendar = "dag"
per = "kommune"
staff = 9
absence = 0.1
usable = 0.7
cost = "300 DKK per hour"
[pool.mentor]
calendar = "dag"
per = "kommune"
staff = 4
[pool.unit]
calendar = "dag"
per = "region"
outside = true
staff = 4
[pool.leder]
staff = "unlimited"
calendar = "dag"
[pool.vagt]
calendar = "always"
per = "region"
staff = 8
[procedure.samtale.step.vagt]
work = { pool = "vagt", time = { exponential = "3 h" } }
[meeting.team]
every = "3 days"
agenda = 14
per = "kommune"
per_case = { unit = "20 min", leder = "10 min" }
per_session = { leder = "1 h", unit = "30 min" }
absence = { unit = 0.1 }
)";
}

std::string trial_rules() {
  return "[procedure.sag.step.samtale]\nnext = { moede = 0.4, attest = \"rest\" }\n"
         "[status.syg.duty.opfoelgning]\nevery = \"12 days\"\n";
}

/// The trial, and absence that begins in one region after the other.
std::string trial_arms() {
  return arms(from("2018-02-20", "trial.toml", "when = { risiko = \"hoej\" }") + ", " +
              from("2018-02-01", "nord.toml", "when = { region = \"nord\" }") + ", " +
              from("2018-03-01", "syd.toml", "when = { region = \"syd\" }"));
}

Files trial_files() {
  Files files = trial(trial_rules());
  for (const std::string region : {"nord", "syd"}) {
    files[region + ".toml"] = "[trial]\nid = \"" + region + "\"\n[pool.vagt]\nabsence = 0.4\n";
  }
  return files;
}

CompiledModel in_one() {
  return *compile(model_of(country() + trial_arms(), trial_files()));
}

CompiledModel in_several() {
  const Model model = model_of(country() + trial_arms(), trial_files());
  CompiledModel compiled = *compile(model);
  run_as(map_worlds(model, compiled.catalogue), compiled);
  return compiled;
}

WorldMap map_of(const std::string& text, Files files = {}) {
  const Model model = model_of(text, std::move(files));
  return map_worlds(model, make_catalogue(model));
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// Within what sums of doubles lose when they are added up in another order.
bool equal(double one, double other) {
  if (std::isnan(one) || std::isnan(other)) return std::isnan(one) && std::isnan(other);
  return one == Approx(other).epsilon(1e-9).margin(1e-9);
}

/// In how many ways the two differ, with the first of them said.
struct Differences {
  int count = 0;
  std::string first;
  void hold(const Measure& measure, const char* statistic, double one, double other) {
    if (equal(one, other)) return;
    if (count++ > 0) return;
    first = measure.info.object + " " + measure.info.measure + " " + measure.info.group + " " + measure.info.period +
            " " + statistic + ": " + std::to_string(one) + " against " + std::to_string(other);
  }
};

}  // namespace

TEST_CASE("regions that share no staff are worlds of their own, their municipalities in them") {
  const CompiledModel compiled = in_several();
  const WorldMap& map = compiled.worlds;
  REQUIRE(map.count == 2);
  CHECK(map.shares[0] == Approx(0.6));  // the larger first
  CHECK(map.shares[1] == Approx(0.4));
  const Catalogue& names = compiled.catalogue;
  CHECK(names.traits[map.told_by].name == "region");  // which has fewer values
  CHECK(map.of_value[names.trait_value(map.told_by, "syd")] == 0);
  CHECK(map.of_value[names.trait_value(map.told_by, "nord")] == 1);
  CHECK(map.divides[names.trait("region")]);
  CHECK(map.divides[names.trait("kommune")]);
  CHECK_FALSE(map.divides[names.trait("risiko")]);
  const std::uint32_t leder = names.pools[names.pool("leder")].parts.first;
  CHECK(map.has_pool(0, leder));
  CHECK(map.has_pool(1, leder));
  const Catalogue::Shared& p = names.pools[names.pool("p")];
  for (const auto& [kommune, world] : {std::pair("Vejle", 0U), {"Odense", 0U}, {"Aalborg", 1U}, {"Rebild", 1U}}) {
    const std::uint32_t part = p.parts.first + names.trait_value(names.trait("kommune"), kommune);
    CHECK(map.has_pool(world, part));
    CHECK_FALSE(map.has_pool(1 - world, part));
  }
  const std::uint32_t nord =
      names.pools[names.pool("unit")].parts.first + names.trait_value(names.trait("region"), "nord");
  CHECK_FALSE(map.has_pool(0, nord));
  CHECK(map.has_pool(1, nord));
}

TEST_CASE("whoever can meet at a queue is of one world") {
  CHECK(map_of(country()).count == 2);
  CHECK(map_of(replaced(country(), "per = \"region\"", "")).count == 1);
  CHECK(map_of(replaced(country(), "every = \"3 days\"\nagenda = 14\nper = \"kommune\"", "every = \"3 days\"")).count ==
        1);
  CHECK(map_of(replaced(country(), "deadline = \"10 days\"", "deadline = \"10 days\"\nset = { kommune = \"Vejle\" }"))
            .count == 1);
  CHECK(map_of(replaced(country(), "nord = { Aalborg = 0.7, Rebild = 0.3 }",
                        "nord = { Aalborg = 0.7, Rebild = 0.2, Vejle = 0.1 }"))
            .count == 1);
  // Also where only a trial has them meet, or move.
  const std::string arms = country() + two_arms();
  CHECK(map_of(arms, trial(trial_rules())).count == 2);
  CHECK(map_of(arms, trial("[pool.ny]\nstaff = 1\ncalendar = \"always\"\n"
                           "[procedure.sag.step.attest]\nwork = { pool = \"ny\", time = \"1 h\" }\n"))
            .count == 1);
  CHECK(map_of(arms, trial("[procedure.sag.step.attest]\nset = { kommune = \"Vejle\" }\n")).count == 1);
  // Without the regions' unit each municipality is by itself.
  const std::string guards = replaced(country(), "per = \"region\"\nstaff = 8", "per = \"kommune\"\nstaff = 8");
  CHECK(map_of(replaced(guards, "per = \"region\"\noutside = true\nstaff = 4", "staff = \"unlimited\"")).count == 4);
}

TEST_CASE("worlds one after another give what they give together, but how their sum spreads is sampled") {
  const CompiledModel together = in_one(), apart = in_several();
  REQUIRE(together.worlds.count == 1);
  REQUIRE(apart.worlds.count == 2);
  for (std::size_t arm = 0; arm < 2; ++arm) {
    Worlds one(together, together.arms[arm], 3), two(apart, apart.arms[arm], 3);
    REQUIRE(one.run());
    REQUIRE(two.run());
    CHECK(broken_identity(apart, two.ledger()).empty());
    CHECK(one.ledger().arrived == two.ledger().arrived);
    CHECK(one.ledger().present == two.ledger().present);
    const std::vector<Measure> measures = measures_of(together), same = measures_of(apart);
    Differences differences;
    double widest = 0.0;
    int sampled = 0;
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const Measure& measure = measures[i];
      const Summary a = measure.summary(one.books()), b = same[i].summary(two.books());
      differences.hold(measure, "count", a.count, b.count);
      differences.hold(measure, "sum", a.sum, b.sum);
      differences.hold(measure, "mean", a.mean, b.mean);
      differences.hold(measure, "p50", a.p50, b.p50);
      differences.hold(measure, "p90", a.p90, b.p90);
      differences.hold(measure, "p99", a.p99, b.p99);
      differences.hold(measure, "open", a.open, b.open);
      differences.hold(measure, "horizon", a.horizon, b.horizon);
      differences.hold(measure, "at_start", a.at_start, b.at_start);
      differences.hold(measure, "at_end", a.at_end, b.at_end);
      const bool is_stock = measure.info.measure == "stock" || measure.info.measure == "citizens";
      if (!is_stock || measure.info.group.starts_with("kommune=")) {
        differences.hold(measure, "sd", a.sd, b.sd);
        differences.hold(measure, "max", a.max, b.max);
      } else if (a.max > 0) {
        ++sampled;
        widest = std::max(widest, std::abs(b.sd / a.sd - 1));
        CHECK(b.max <= a.max);
        CHECK(b.max >= a.max - 2);
      }
    }
    INFO(differences.first);
    CHECK(differences.count == 0);
    CHECK(sampled > 5);
    CHECK(widest < 0.05);
    REQUIRE(one.weekly().size() == two.weekly().size());
    for (std::size_t series = 0; series < one.weekly().size(); ++series) {
      for (std::size_t week = 0; week < one.weekly()[series].size(); ++week) {
        CHECK(equal(one.weekly()[series][week], two.weekly()[series][week]));
      }
    }
  }
}

TEST_CASE("every citizen of the cohort comes to the same in either, and differs alike between the arms") {
  const CompiledModel together = in_one(), apart = in_several();
  Trails one_trails(together), two_trails(apart);
  std::set<Trails::Course> courses;
  for (std::size_t arm = 0; arm < 2; ++arm) {
    Worlds one(together, together.arms[arm], 0), two(apart, apart.arms[arm], 0);
    Roll one_roll(together), two_roll(apart);
    one_trails.begin_arm(arm);
    two_trails.begin_arm(arm);
    one.follow(one_trails);
    two.follow(two_trails);
    one.show(one_roll);
    two.show(two_roll);
    REQUIRE(one.run());
    REQUIRE(two.run());
    one_trails.end_arm();
    two_trails.end_arm();
    CHECK(one.ledger().outcomes == two.ledger().outcomes);
    for (std::uint32_t arrival = 0; arrival < together.catalogue.arrivals.size(); ++arrival) {
      REQUIRE(one_roll.of(arrival).size() > 100);
      CHECK(one_roll.values_of(arrival) == two_roll.values_of(arrival));
      CHECK(std::ranges::equal(one_roll.of(arrival), two_roll.of(arrival), [](const auto& a, const auto& b) {
        return a.number == b.number && a.index == b.index && a.status == b.status;
      }));
      for (std::uint32_t citizen = 0; arm == 1 && citizen < one_roll.of(arrival).size(); ++citizen) {
        const Trails::Course course = one_trails.course(arrival, citizen);
        courses.insert(course);
        CHECK(course == two_trails.course(arrival, citizen));
      }
    }
  }
  CHECK(courses.size() == 3);
}

TEST_CASE("few citizens are one world, many are several") {
  const std::string few = country();
  CHECK(compile(model_of(few))->worlds.count == 1);
  // 600 a day twice over for 200 days.
  CHECK(compile(model_of(replaced(few, "rate = \"9 per day\"", "rate = \"600 per day\"")))->worlds.count == 2);
}

TEST_CASE("the limit of events is of all worlds of a run together") {
  const CompiledModel apart = in_several();
  Worlds all(apart, apart.arms[0], 0);
  const auto events = all.run();
  REQUIRE(events);
  const std::uint64_t most = *events * 4 / 5;  // more than in either
  Worlds many(apart, apart.arms[0], 0, {.events = most});
  CHECK(many.run().error() == "more than " + std::to_string(most) + " events in one replication (limit)");
}

}  // namespace sagsflow
