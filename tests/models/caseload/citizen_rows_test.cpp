#include "models/results/citizen_rows.h"

#include <catch2/catch.hpp>

#include "models/caseload/life.h"
#include "models/caseload/study.h"
#include "models/process/model.h"
#include "scenario.h"

namespace sagsflow {
namespace {

/// An office where the trial shortens a wait for one group: some citizens are reached directly, some by the queue.
Model office() {
  const std::string text = window("200 days", "20 days", 3) + two_arms() + office_hours() + job() + R"(
[report]
by = ["slags"]
[attribute.slags]
values = { a = 0.5, b = "rest" }
[attribute.andet]
values = { x = 0.5, y = "rest" }
[arrival.nye]
status = "syg"
rate = "365 per year"
batch = 2
[pool.p]
staff = 1
calendar = "dag"
[status.syg]
on_enter = ["sag"]
[status.syg.exit.rask]
to = "job"
after = { exponential = "30 days" }
[procedure.sag]
start = { by = "slags", a = "attest", b = "arbejde" }
[procedure.sag.step.attest]
wait = { exponential = "20 days" }
next = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "p", time = "2.6 h" }
)";
  return model_of(text, trial("[procedure.sag.step.attest]\nwait = { exponential = \"10 days\" }\n"));
}

struct Study {
  Results results;
  CitizenNames names;
  std::vector<CitizenRows> rows;
};

Study study_of(const Model& model, Executor& executor) {
  Study study;
  auto results =
      run_study(model, "scenario.toml", executor, {}, [&](const CitizenNames& names, const CitizenRows& rows) {
        study.names = names;
        study.rows.push_back(rows);
      });
  REQUIRE(results);
  study.results = std::move(*results);
  return study;
}

/// The last first.
class BackwardExecutor final : public Executor {
 public:
  void for_each(std::size_t count, const std::function<void(std::size_t)>& task) override {
    while (count > 0) task(--count);
  }
};

/// The sums of one replication's rows, as the study sums them while it runs.
CitizenChanges summed(const CitizenRows& rows) {
  CitizenChanges sum;
  for (const CitizenRow& row : rows.citizens) {
    const bool shorter = row.change == CitizenClass::shorter, longer = row.change == CitizenClass::longer;
    sum.shorter += shorter;
    sum.longer += longer;
    sum.same += row.change == CitizenClass::same;
    sum.undecided += row.change == CitizenClass::undecided;
    sum.unpaired += row.change == CitizenClass::unpaired;
    if (shorter) sum.shorter_days += row.difference_days;
    if (longer) sum.longer_days += row.difference_days;
    if (row.change == CitizenClass::undecided) continue;
    if (row.course == Course::direct) {
      sum.direct += 1;
      sum.direct_shorter += shorter;
      sum.direct_days += row.difference_days;
    }
    if (row.course == Course::knock_on) {
      sum.knock_on += 1;
      sum.knock_on_longer += longer;
      sum.knock_on_days += row.difference_days;
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("the citizens' rows sum to the citizen changes of the results") {
  SerialExecutor executor;
  const Study study = study_of(office(), executor);
  REQUIRE(study.rows.size() == 6);
  for (std::size_t i = 0; i < study.rows.size(); ++i) {
    const CitizenRows& rows = study.rows[i];
    CHECK(rows.replication == i / 2);
    CHECK(rows.arm == i % 2);
    REQUIRE_FALSE(rows.citizens.empty());
    CHECK(rows.values.size() == rows.citizens.size());  // [report] names one attribute of the two
    if (rows.arm == 0) continue;
    const CitizenChanges sum = summed(rows);
    const CitizenChanges& changes = study.results.observations[1].changes[rows.replication];
    CHECK(sum.shorter == changes.shorter);
    CHECK(sum.same == changes.same);
    CHECK(sum.longer == changes.longer);
    CHECK(sum.undecided == changes.undecided);
    CHECK(sum.unpaired == changes.unpaired);
    CHECK(sum.shorter_days == Approx(changes.shorter_days));
    CHECK(sum.longer_days == Approx(changes.longer_days));
    CHECK(sum.direct == changes.direct);
    CHECK(sum.direct_shorter == changes.direct_shorter);
    CHECK(sum.direct_days == Approx(changes.direct_days));
    CHECK(sum.knock_on == changes.knock_on);
    CHECK(sum.knock_on_longer == changes.knock_on_longer);
    CHECK(sum.knock_on_days == Approx(changes.knock_on_days));
    CHECK(changes.direct > 0);
    CHECK(changes.knock_on > 0);
  }
}

TEST_CASE("the citizens' rows do not depend on the order in which replications are run") {
  SerialExecutor forward;
  BackwardExecutor backward;
  const Study one = study_of(office(), forward), other = study_of(office(), backward);
  REQUIRE(one.rows.size() == other.rows.size());
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    CHECK(one.rows[i].replication == other.rows[i].replication);
    REQUIRE(one.rows[i].citizens.size() == other.rows[i].citizens.size());
    for (std::size_t k = 0; k < one.rows[i].citizens.size(); ++k) {
      CHECK(one.rows[i].citizens[k].number == other.rows[i].citizens[k].number);
      CHECK(one.rows[i].citizens[k].waiting_days == other.rows[i].citizens[k].waiting_days);
    }
  }
}

TEST_CASE("a row says the same as the citizen's life: its waits, its course, its last status, its attributes") {
  const Model model = office();
  SerialExecutor executor;
  const Study study = study_of(model, executor);
  const CitizenRows& law = study.rows[2];  // replication 2
  const CitizenRows& other = study.rows[3];
  for (std::size_t i = 0; i < law.citizens.size(); i += law.citizens.size() / 8) {
    const CitizenRow& row = other.citizens[i];
    INFO("citizen " << row.number << ":" << row.index);
    const auto lives = lives_of(model, {"arrival.nye", row.number, row.index}, {1, {0, 1}});
    REQUIRE(lives);
    CHECK(in_days(waits_of(lives->lives[0]).total) == Approx(law.citizens[i].waiting_days));
    CHECK(in_days(waits_of(lives->lives[1]).total) == Approx(row.waiting_days));
    CHECK(waits_of(lives->lives[1]).open == row.open);
    CHECK(lives->course == row.course);
    CHECK(lives->lives[1].status == "status." + study.names.statuses[row.status]);
    const std::string& value = study.names.attributes[0].values[other.values[i]];
    CHECK(std::ranges::count(lives->lives[1].on_arrival, value) == 1);
    CHECK(lives->in_cohort);
  }
}

TEST_CASE("citizens of an arrival whose rate differs are told as unpaired") {
  SerialExecutor executor;
  const Model model = model_of(
      window("20 days", "1 day") + two_arms() + job() + "[arrival.nye]\nstatus = \"job\"\nrate = \"365 per year\"\n",
      trial("[arrival.nye]\nrate = \"730 per year\"\n"));
  const Study study = study_of(model, executor);
  REQUIRE(study.rows.size() == 2);
  REQUIRE_FALSE(study.rows[1].citizens.empty());
  for (const CitizenRow& row : study.rows[0].citizens) CHECK(row.change == CitizenClass::baseline);
  for (const CitizenRow& row : study.rows[1].citizens) CHECK(row.change == CitizenClass::unpaired);
}

}  // namespace sagsflow
