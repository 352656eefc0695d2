#include <catch2/catch.hpp>
#include <cmath>

#include "models/caseload/study.h"
#include "models/process/model.h"
#include "scenario.h"

namespace sagsflow {
namespace {

/// Chance everywhere and no queues: what one citizen does cannot touch another.
std::string random_law(const std::string& start = {}) {
  return start + window("300 days", "100 days", 2) + job() + R"(
[attribute.risiko]
values = { lav = 0.6, hoej = "rest" }
[arrival.nye]
status = "syg"
rate = "900 per year"
batch = { geometric = 1.5 }
[status.syg]
on_enter = ["sag"]
[status.syg.exit.rask]
to = { job = 0.7, syg = "rest" }
after = { lognormal = "60 days", sd = "40 days" }
speed = { venter = 0.5 }
[status.syg.duty.samtale]
procedure = "samtale"
first = { uniform = ["3 weeks", "5 weeks"] }
every = { exponential = "4 weeks" }
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = { by = "risiko", lav = { exponential = "10 days" }, hoej = { gamma = "30 days", sd = "10 days" } }
flag = "venter"
next = { arbejde = 0.5, vent = 0.2, end = "rest" }
[procedure.sag.step.arbejde]
work = { pool = "p", time = { lognormal = "1 h", sd = "1 h" } }
[procedure.samtale]
start = "s"
[procedure.samtale.step.s]
work = { pool = "p", time = { exponential = "30 min" } }
[pool.p]
staff = "unlimited"
)";
}

/// What the law says of its own citizens, whom the trial does not touch.
void check_same(const Run& run, const std::vector<std::pair<std::string, std::string>>& measures) {
  for (const auto& [object, measure] : measures) {
    for (std::size_t replication = 0; replication < 2; ++replication) {
      INFO(object << " " << measure);
      CHECK(same(run.summary(object, measure, 0, replication), run.summary(object, measure, 1, replication)));
    }
  }
}

const std::vector<std::pair<std::string, std::string>> kLaw = {{"arrival.nye", "count"},
                                                               {"status.syg", "stock"},
                                                               {"status.syg", "duration"},
                                                               {"status.syg.exit.rask", "count"},
                                                               {"status.syg.duty.samtale", "held"},
                                                               {"status.syg.duty.samtale", "first"},
                                                               {"procedure.sag.step.vent", "wait"},
                                                               {"procedure.sag.step.vent", "next.end.share"},
                                                               {"procedure.sag.step.arbejde", "hours"},
                                                               {"procedure.samtale.step.s", "hours"}};

}  // namespace

TEST_CASE("arms with equal rules give equal results to the bit, and every citizen waits the same") {
  const Run run(random_law(two_arms()), trial("[procedure.sag.step.vent]\nflag = \"venter\""));
  for (std::size_t i = 0; i < run.results.catalogue.size(); ++i) {
    for (std::size_t replication = 0; replication < 2; ++replication) {
      INFO(run.results.catalogue[i].object << " " << run.results.catalogue[i].measure);
      CHECK(same(run.results.observations[0].replications[replication].measures[i],
                 run.results.observations[1].replications[replication].measures[i]));
    }
  }
  const CitizenChanges& changes = run.results.observations[1].changes[0];
  CHECK(changes.same > 500);
  CHECK(changes.shorter + changes.longer + changes.unpaired == 0);
}

TEST_CASE("a step that is added moves no other draw") {
  // One in the middle without length, and one with a length at the end.
  const Run run(random_law(two_arms()), trial(R"(
[procedure.sag]
start = "foer"
[procedure.sag.step.foer]
work = { pool = "p", time = "0 min" }
next = "vent"
[procedure.samtale.step.s]
next = "efter"
[procedure.samtale.step.efter]
wait = { exponential = "5 days" }
)"));
  check_same(run, {{"arrival.nye", "count"},
                   {"status.syg", "stock"},
                   {"status.syg.exit.rask", "count"},
                   {"procedure.sag.step.vent", "wait"},
                   {"procedure.sag.step.vent", "next.end.share"},
                   {"procedure.sag.step.arbejde", "hours"}});
  CHECK(run.count("procedure.samtale.step.efter", "entries", 1) > 1000);
  CHECK(run.count("procedure.sag.step.foer", "entries", 1) > 200);
}

TEST_CASE("a duty, a pool or an arrival that is added moves no other draw") {
  const Run run(random_law(two_arms()), trial(R"(
[arrival.andre]
status = "ledig"
rate = "500 per year"
[status.ledig.exit.ud]
to = "job"
after = { exponential = "90 days" }
[status.syg.duty.a_ny]
procedure = "ny"
first = { exponential = "20 days" }
every = { exponential = "20 days" }
[procedure.ny]
start = "s"
[procedure.ny.step.s]
wait = { exponential = "1 day" }
[pool.a_ny]
staff = 3
calendar = "always"
absence = 0.2
)"));
  check_same(run, kLaw);
  CHECK(run.count("status.syg.duty.a_ny", "held", 1) > 500);
  CHECK(run.count("arrival.andre", "count", 1) > 200);
  CHECK(run.results.observations[1].changes[0].unpaired == run.summary("arrival.andre", "count", 1).count);
}

TEST_CASE("changing one share of a branch moves nobody between the others") {
  // a goes from 0.2 to 0.6, b and c keep their proportion: as many leave b and c as come to a. Waits: a 0, b 100 and
  // c 200 days, so that a move from b to c or back would count as a citizen who waits longer, or once too often
  // shorter.
  const std::string law = two_arms() + window("300 days", "300 days") + R"(
[arrival.nye]
status = "syg"
every = "1 h"
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "valg"
[procedure.sag.step.valg]
next = { a = 0.2, b = 0.4, c = "rest" }
[procedure.sag.step.a]
wait = "0 days"
[procedure.sag.step.b]
wait = "100 days"
[procedure.sag.step.c]
wait = "200 days"
)";
  const Run run(law, trial("[procedure.sag.step.valg]\nnext = { a = 0.6, b = 0.2, c = \"rest\" }"));
  const CitizenChanges& changes = run.results.observations[1].changes[0];
  const auto entries = [&](const std::string& step, std::size_t arm) {
    return run.count("procedure.sag.step." + step, "entries", arm);
  };
  CHECK(entries("a", 1) - entries("a", 0) > 2000);
  CHECK(changes.shorter == entries("a", 1) - entries("a", 0));
  CHECK(changes.longer == 0);
  CHECK(changes.same + changes.shorter == 300 * 24);
}

TEST_CASE("citizens of an arrival whose rate differs are not paired, and only in the arm where it does") {
  const auto law = [](const std::string& coming) {
    return "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"lige\"\n[[arm]]\nname = \"flere\"\ntrials = [\"trial.toml\"]\n" +
           window("100 days") + "[arrival.nye]\nstatus = \"syg\"\n" + coming +
           "\n[arrival.andre]\nstatus = \"syg\"\nevery = \"1 day\"\n[status.syg]\n";
  };
  const Run rate(law("rate = \"900 per year\""), trial("[arrival.nye]\nrate = \"1800 per year\""));
  const auto& arms = rate.results.observations;
  CHECK(arms[1].changes[0].unpaired == 0);
  CHECK(arms[2].changes[0].unpaired == rate.count("arrival.nye", "count", 2));
  CHECK(arms[2].changes[0].same == 100);
  const Run every(law("every = \"2 days\""), trial("[arrival.nye]\nevery = \"1 day\""));
  CHECK(every.results.observations[1].changes[0].unpaired == 0);
  CHECK(every.results.observations[2].changes[0].unpaired == 100);
}

TEST_CASE("seeds and replications differ, equal seeds do not") {
  const Run one("title = \"a\"\n" + random_law());
  const Run again("title = \"b\"\n" + random_law());
  CHECK(same(one.results, again.results));
  CHECK(one.summary("status.syg", "stock", 0, 0).mean != one.summary("status.syg", "stock", 0, 1).mean);
  std::string other = random_law();
  other.replace(other.find("[run]\n"), 6, "[run]\nseed = 7\n");
  CHECK(Run(other).mean("status.syg", "stock") != one.mean("status.syg", "stock"));
}

TEST_CASE("the people of a batch differ, and so do a citizen's spells, procedures and visits") {
  const std::string varies = "{ uniform = [\"1 day\", \"20 days\"] }";
  const Run run(window("400 days") + citizen("par", 0, "a") + "batch = 2\n" + citizen("en", 0, "b") + R"(
[status.a]
on_enter = ["sag"]
[procedure.sag]
start = "vent"
[procedure.sag.step.vent]
wait = )" + varies +
                R"(
[status.b]
on_enter = ["to_gange"]
[status.b.exit.igen]
to = "b"
after = )" + varies +
                R"(
[procedure.to_gange]
start = "vent"
keep = true
[procedure.to_gange.step.vent]
wait = )" + varies +
                R"(
again = { step = "vent", times = 1 }
)");
  CHECK(run.count("arrival.par", "count") == 2);
  CHECK(run.of("procedure.sag.step.vent", "wait", Statistic::sd) > 0.0);
  CHECK(run.count("status.b", "exits") > 20);
  CHECK(run.of("status.b", "duration", Statistic::sd) > 2.0);
  // One procedure of two visits is longer than one visit; if the visits were alike all lead times were even.
  CHECK(run.of("procedure.to_gange.step.vent", "wait", Statistic::sd) > 2.0);
  CHECK(run.mean("procedure.to_gange", "lead_time") ==
        Approx(2 * run.mean("procedure.to_gange.step.vent", "wait")).epsilon(0.2));
}

namespace {

/// Tasks in reverse order, as a machine with many cores may finish them.
struct ReverseExecutor final : Executor {
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override {
    for (std::size_t i = count; i > 0; --i) task(i - 1);
  }
};

}  // namespace

TEST_CASE("the order in which replications are run does not matter") {
  std::string law = random_law();
  law.replace(law.find("replications = 2"), 16, "replications = 11");
  law.replace(law.find("900 per year"), 12, "90 per year");
  const Model model = model_of(law);
  SerialExecutor serial;
  ReverseExecutor reverse;
  const auto one = run_study(model, "a.toml", serial), other = run_study(model, "a.toml", reverse);
  REQUIRE((one && other));
  CHECK(one->observations[0].replications.size() == 11);
  CHECK(same(*one, *other));
}

TEST_CASE("an arm's results are the same among two arms and among many, which are taken fewer replications at a time") {
  std::string law = random_law(two_arms());
  law.replace(law.find("replications = 2"), 16, "replications = 5");
  law.replace(law.find("900 per year"), 12, "90 per year");
  std::string many;
  for (char name = 'a'; name < 'k'; ++name) many += std::string("[[arm]]\nname = \"") + name + "\"\n";
  const Files files = trial("[procedure.sag.step.vent]\nwait = \"40 days\"");
  Run few(law, files), all(law + many, files);
  REQUIRE(all.results.observations.size() == 12);
  REQUIRE(all.results.observations[11].replications.size() == 5);
  CHECK(few.results.observations[1].pooled.size() == few.results.catalogue.size());
  all.results.observations.resize(2);
  CHECK(same(few.results, all.results));
}

}  // namespace sagsflow
