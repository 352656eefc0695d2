#include <catch2/catch.hpp>
#include <map>

#include "models/caseload/compile.h"
#include "models/caseload/trails.h"
#include "models/caseload/witness.h"
#include "models/caseload/worlds.h"
#include "scenario.h"

namespace sagsflow {
namespace {

using Who = std::pair<std::uint32_t, std::uint32_t>;  // an arrival and a citizen of its cohort

/// All that happens to each citizen of the cohort, as it happens.
class Records final : public Witness {
 public:
  void came(const Citizen&, const CitizenId&, const std::uint8_t*) override {}
  void noted(const Citizen& citizen, const Note& note) override {
    using enum Note::What;
    const bool beside =
        note.what == withdrawn || note.what == cancelled || note.what == work_ended || note.what == still_waiting;
    if (citizen.cohort != kNobody && !beside) all[{citizen.arrival, citizen.cohort}].push_back(note);
  }
  void trait_set(const Citizen& citizen, std::uint16_t trait, std::uint8_t value, Because because, Time now) override {
    noted(citizen, {now, Note::What::trait_set, trait * 256U + value, because});
  }

  std::map<Who, std::vector<Note>> all;
};

/// Whether the catalogue's name for the rule is among those that differ.
bool differs(const CompiledModel& model, std::size_t arm, Because because) {
  const RuleChanges& changes = model.changes[arm];
  const std::map<Because::Kind, const std::vector<bool>*> lists{
      {Because::Kind::arrival, &changes.arrivals}, {Because::Kind::stock, &changes.stocks},
      {Because::Kind::status, &changes.statuses},  {Because::Kind::exit, &changes.exits},
      {Because::Kind::duty, &changes.duties},      {Because::Kind::step, &changes.steps}};
  return because.kind != Because::Kind::queue && lists.at(because.kind)->at(because.number);
}

/// By the definition: both records whole, side by side.
Course course_of(const CompiledModel& model, std::size_t arm, const std::vector<Note>& one,
                 const std::vector<Note>& other) {
  const auto same = [](const Note& a, const Note& b) {
    return a.at == b.at && a.what == b.what && a.number == b.number;
  };
  const auto [first, second] = std::ranges::mismatch(one, other, same);
  if (first == one.end() && second == other.end()) return Course::same;
  const bool by_rule = (first != one.end() && differs(model, arm, first->because)) ||
                       (second != other.end() && differs(model, arm, second->because));
  return by_rule ? Course::direct : Course::knock_on;
}

struct Counts {
  int same = 0, direct = 0, knock_on = 0, wrong = 0;
  void add(Course course) { ++(course == Course::same ? same : course == Course::direct ? direct : knock_on); }
};

/// The courses of the cohort in the last of the arms: the law, and one for each trial.
Counts counts_of(const std::string& law, const std::vector<std::string>& trials) {
  std::string arms = "[[arm]]\nname = \"lov\"\n";
  Files files;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const std::string name = "forsoeg-" + std::to_string(i);
    arms += "[[arm]]\nname = \"" + name + "\"\ntrials = [\"" + name + ".toml\"]\n";
    files[name + ".toml"] = "[trial]\nid = \"" + name + "\"\n" + trials[i];
  }
  const CompiledModel model = *compile(model_of(law + arms, files));
  Trails trails(model);
  Records baseline;
  Counts counts;
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    Records records;
    Worlds world(model, model.arms[arm], 0);
    world.follow(trails);
    world.show(records);
    trails.begin_arm(arm);
    REQUIRE(world.run());
    trails.end_arm();
    if (arm == 0) std::swap(baseline, records);
    for (const auto& [who, record] : records.all) {
      if (!baseline.all.contains(who)) continue;
      const Course course = trails.course(who.first, who.second);
      counts.add(course);
      counts.wrong += course != course_of(model, arm, baseline.all[who], record);
    }
  }
  return counts;
}

/// Statuses that lead to each other and back, procedures beside each other, some that outlast a status, flags that
/// slow an exit, a line, a meeting.
std::string place() {
  return window_without_warm_up("400 days", "30 days") + job() + pool("p") + R"(
[attribute.koen]
values = { k = 0.5, m = "rest" }
[arrival.nye]
status = "syg"
rate = "1 per day"
[arrival.andre]
status = { by = "koen", k = "syg", m = "afklaring" }
rate = "200 per year"
[status.syg]
on_enter = ["sag", "papir"]
[status.syg.exit.rask]
to = { job = 0.4, afklaring = 0.4, syg = "rest" }
after = { exponential = "25 days" }
speed = { venter = 0.5 }
[status.syg.duty.opf]
procedure = "opf"
first = "5 days"
every = "7 days"
[status.afklaring]
on_enter = ["sag"]
[status.afklaring.exit.ud]
to = { job = 0.5, syg = "rest" }
after = { exponential = "20 days" }
[status.afklaring.duty.opf]
procedure = "opf"
first = "6 days"
every = "6 days"
[procedure.opf]
start = "s"
[procedure.opf.step.s]
work = { pool = "p", time = "3 h" }
[procedure.sag]
start = "visit"
[procedure.sag.step.visit]
work = { pool = "p", time = { exponential = "6 h" } }
patience = { exponential = "20 days" }
gives_up = "vent"
next = { vent = 0.4, moede = 0.4, end = "rest" }
[procedure.sag.step.vent]
wait = { exponential = "4 days" }
flag = "venter"
start = "brev"
next = { moede = 0.5, visit = "rest" }
[procedure.sag.step.moede]
meeting = "team"
next = { skift = 0.3, end = "rest" }
[procedure.sag.step.skift]
become = { by = "koen", k = "afklaring", m = "syg" }
[procedure.brev]
start = "skriv"
[procedure.brev.step.skriv]
wait = "1 day"
set = { skrevet = true }
[procedure.papir]
start = "a"
keep = true
[procedure.papir.step.a]
wait = { exponential = "15 days" }
next = "b"
[procedure.papir.step.b]
work = { pool = "p", time = "1 h" }
[meeting.team]
every = "3 days"
agenda = 4
)";
}

const std::vector<std::string>& trials() {
  static const std::vector<std::string> all{
      "[procedure.sag.step.vent]\nwait = { exponential = \"6 days\" }\n",
      "[procedure.sag.step.vent]\nstart = [\"brev\", \"papir\"]\n",
      "[procedure.sag.step.visit]\nnext = { vent = 0.5, moede = 0.3, end = \"rest\" }\n",
      "[procedure.sag.step.skift]\nbecome = \"afklaring\"\nstart = \"brev\"\n",
      "[procedure.brev.step.skriv]\nwait = \"2 days\"\n",
      "[procedure.papir]\nkeep = false\n[procedure.papir.step.a]\nwait = { exponential = \"10 days\" }\n",
      "[procedure.brev]\nkeep = true\n[procedure.brev.step.skriv]\nwait = \"4 days\"\n",
      "[procedure.papir.step.b]\nwork = { pool = \"p\", time = \"2 h\" }\n",
      "[procedure.opf.step.s]\nnext = \"t\"\n[procedure.opf.step.t]\nwait = \"1 day\"\n",
      "remove = [\"status.syg.duty.opf\"]\n",
      "[status.afklaring.duty.ny]\nprocedure = \"brev\"\nfirst = \"4 days\"\n",
      "[status.afklaring]\non_enter = [\"sag\", \"papir\"]\n",
      "[status.afklaring.exit.ud]\nafter = { exponential = \"30 days\" }\n",
      "[status.syg.exit.rask]\nset = { skrevet = true }\n",
      "[arrival.andre]\nstatus = \"afklaring\"\n",
      "[attribute.koen]\nvalues = { k = 0.6, m = \"rest\" }\n",
      "[pool.p]\nstaff = 2\n",
  };
  return all;
}

}  // namespace

TEST_CASE("every citizen's course is that of its whole records side by side, whatever one trial changes") {
  for (const std::string& trial : trials()) {
    const Counts counts = counts_of(place(), {trial});
    CAPTURE(trial, counts.same, counts.direct, counts.knock_on);
    CHECK(counts.same > 20);
    CHECK(counts.direct + counts.knock_on > 20);
    CHECK(counts.wrong == 0);
  }
}

TEST_CASE("every citizen's course is that of its whole records side by side, with an arm for each trial") {
  const Counts counts = counts_of(place(), trials());
  CHECK(counts.direct > 500);
  CHECK(counts.knock_on > 500);
  CHECK(counts.wrong == 0);
}

}  // namespace sagsflow
