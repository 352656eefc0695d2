#include "models/caseload/life.h"

#include <catch2/catch.hpp>

#include "models/process/model.h"
#include "scenario.h"
#include "sim/engine/time.h"

namespace sagsflow {
namespace {

using What = LifeEvent::What;

/// Citizens "en" and "to" come on Monday 1 January 2018 at 00:00, need a certificate for two days, then an hour of the
/// one worker, who is there 08:00-16:00; both are well after ten days.
std::string two_citizens() {
  return window("20 days") + two_arms() + office_hours() + citizen("en") + citizen("to") + job() + R"(
[pool.p]
staff = 1
calendar = "dag"
[status.syg]
on_enter = ["sag"]
[status.syg.exit.rask]
to = "job"
after = "10 days"
law = "Lov § 10"
[procedure.sag]
start = "attest"
law = "Lov kap. 2"
[procedure.sag.step.attest]
wait = "2 days"
cause = "document"
law = "Lov § 7"
next = "arbejde"
[procedure.sag.step.arbejde]
work = { pool = "p", time = "1 h" }
set = { plan_lagt = true }
)";
}

constexpr LifePlace kBothArms{0, {0, 1}};

Lives lives_in(const Model& model, const CitizenName& citizen, const LifePlace& place = kBothArms) {
  auto lives = lives_of(model, citizen, place);
  INFO((lives ? std::string() : lives.error()));
  REQUIRE(lives);
  return std::move(*lives);
}

/// Hours after the window opens.
Time hour(int hours) {
  using namespace std::chrono;
  return sys_days(2018y / 1 / 1) + std::chrono::hours(hours);
}

struct Expected {
  int hours;
  What what;
  std::string object, rule, law;
  std::vector<std::pair<std::string, Span>> causes;
};

void check_events(const std::vector<LifeEvent>& events, const std::vector<Expected>& expected) {
  REQUIRE(events.size() == expected.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    INFO("event " << i << ": " << events[i].object);
    CHECK(events[i].at == hour(expected[i].hours));
    CHECK(events[i].what == expected[i].what);
    CHECK(events[i].object == expected[i].object);
    CHECK(events[i].rule == expected[i].rule);
    CHECK(events[i].law == expected[i].law);
    CHECK(events[i].causes == expected[i].causes);
    Span sum{};
    for (const auto& [cause, length] : events[i].causes) sum += length;
    CHECK(events[i].waited == sum);
  }
}

const std::string kAttest = "procedure.sag.step.attest", kWork = "procedure.sag.step.arbejde";

}  // namespace

TEST_CASE("a life tells every event, its rule, the law it cites, and what each wait was for") {
  const Model model = model_of(two_citizens(), trial("[procedure.sag.step.attest]\nwait = \"1 day\"\n"));
  const Lives lives = lives_in(model, {"arrival.to", 1, 1});
  // The certificate is there after 48 hours, on Wednesday at 00:00; the worker comes at 08:00 and takes "en" first.
  check_events(lives.lives[0].events,
               {{0, What::came, "arrival.to", "arrival.to", "", {}},
                {0, What::entered_status, "status.syg", "arrival.to", "", {}},
                {0, What::entered_step, kAttest, "status.syg", "", {}},
                {48, What::wait_ended, kAttest, kAttest, "Lov § 7", {{"document", 2 * kDay}}},
                {48, What::entered_step, kWork, kAttest, "Lov § 7", {}},
                {57, What::wait_ended, kWork, "", "", {{"busy", kHour}, {"closed", 8 * kHour}}},
                {58, What::work_ended, kWork, kWork, "Lov kap. 2", {}},
                {58, What::attribute_set, "attribute.plan_lagt", kWork, "Lov kap. 2", {}},
                {58, What::completed, "procedure.sag", kWork, "Lov kap. 2", {}},
                {240, What::entered_status, "status.job", "status.syg.exit.rask", "Lov § 10", {}}});
  CHECK(lives.lives[1].events[3].at == hour(24));
  CHECK(lives.lives[1].events[3].trial == "forsoeg");
  CHECK(lives.lives[0].events[3].trial.empty());
  CHECK(lives.in_cohort);
  CHECK(lives.lives[0].left);
  CHECK(lives.lives[0].until == hour(240));
  CHECK(lives.lives[0].status == "status.job");
}

TEST_CASE("two lives part where a rule differs, directly, and it says which trial has changed it") {
  const Model model = model_of(two_citizens(), trial("[procedure.sag.step.attest]\nwait = \"1 day\"\n"));
  const Lives lives = lives_in(model, {"arrival.to", 1, 1});
  CHECK(lives.course == Course::direct);
  CHECK(lives.rule == kAttest);
  CHECK(lives.trial == "forsoeg");
  CHECK(lives.lives[0].alike == 3);
  const LifeWaits law = waits_of(lives.lives[0]), other = waits_of(lives.lives[1]);
  CHECK(law.total == 57 * kHour);
  CHECK(other.total == 33 * kHour);
  CHECK(law.causes ==
        std::vector<std::pair<std::string, Span>>{{"document", 48 * kHour}, {"busy", kHour}, {"closed", 8 * kHour}});
}

TEST_CASE("two lives part through the queues alone where only the staff differs") {
  const Model model = model_of(two_citizens(), trial("[pool.p]\nstaff = 2\n"));
  const Lives lives = lives_in(model, {"arrival.to", 1, 1});
  CHECK(lives.course == Course::knock_on);
  CHECK(lives.rule.empty());
  CHECK(lives.lives[0].alike == 5);
  CHECK(waits_of(lives.lives[1]).total == 56 * kHour);
  const Lives first_in_line = lives_in(model, {"arrival.en", 1, 1});
  CHECK(first_in_line.course == Course::same);
  CHECK(first_in_line.lives[0].alike == first_in_line.lives[0].events.size());
}

TEST_CASE("a wait that is open when the run ends is told with what has passed of it") {
  const Model model = model_of(window("3 days") + citizen() + job() + R"(
[status.syg]
on_enter = ["sag"]
[procedure.sag]
start = "attest"
[procedure.sag.step.attest]
wait = "30 days"
)");
  const Lives lives = lives_in(model, {"arrival.en", 1, 1}, {0, {0, 0}});
  const LifeEvent& last = lives.lives[0].events.back();
  CHECK(last.what == What::still_waiting);
  CHECK(last.waited == 3 * kDay);
  CHECK(waits_of(lives.lives[0]).open);
  CHECK_FALSE(lives.lives[0].left);
}

TEST_CASE("what lapses when the status changes is told, with the procedure") {
  const Model model = model_of(two_citizens(), trial("[status.syg.exit.rask]\nafter = \"1 day\"\n"));
  const Lives lives = lives_in(model, {"arrival.en", 1, 1});
  const std::vector<LifeEvent>& events = lives.lives[1].events;
  REQUIRE(events.size() == 6);
  CHECK(events[3].what == What::withdrawn);
  CHECK(events[3].waited == kDay);
  CHECK(events[4].what == What::cancelled);
  CHECK(events[5].what == What::entered_status);
  CHECK(lives.rule == "status.syg.exit.rask");
}

TEST_CASE("a duty is told with when it was due and until when it was in time") {
  const Model model = model_of(window("20 days") + citizen() + job() + pool("p") + R"(
[status.syg.duty.opfoelgning]
procedure = "samtale"
first = "5 days"
deadline = "1 day"
ahead = "2 days"
law = "Lov kap. 6"
[procedure.samtale]
start = "arbejde"
[procedure.samtale.step.arbejde]
work = { pool = "p", time = "1 h" }
)");
  const Lives lives = lives_in(model, {"arrival.en", 1, 1}, {0, {0, 0}});
  const std::vector<LifeEvent>& events = lives.lives[0].events;
  const auto begun = std::ranges::find(events, What::duty_due, &LifeEvent::what);
  const auto held = std::ranges::find(events, What::duty_held, &LifeEvent::what);
  REQUIRE(begun != events.end());
  REQUIRE(held != events.end());
  CHECK(begun->at == hour(3 * 24));  // two days ahead
  CHECK(held->at == hour(3 * 24 + 1));
  for (const auto& event : {*begun, *held}) {
    CHECK(event.due_deadline == std::pair(hour(5 * 24), hour(6 * 24)));
    CHECK(event.law == "Lov kap. 6");
  }
}

TEST_CASE("a citizen of a stock is told from before the clock begins") {
  const Model model = model_of(window_without_warm_up("20 days") + job() + R"(
[stock.gamle]
status = "syg"
count = 2
elapsed = "10 days"
at = { procedure = "sag", step = "attest", waited = "4 days" }
[status.syg]
[procedure.sag]
start = "attest"
[procedure.sag.step.attest]
wait = "9 days"
become = "job"
)");
  const Lives lives = lives_in(model, {"stock.gamle", 2, 1}, {0, {0, 0}});
  check_events(
      lives.lives[0].events,
      {{-240, What::came, "stock.gamle", "stock.gamle", "", {}},
       {-240, What::entered_status, "status.syg", "stock.gamle", "", {}},
       {-96, What::entered_step, "procedure.sag.step.attest", "stock.gamle", "", {}},
       {120, What::wait_ended, "procedure.sag.step.attest", "procedure.sag.step.attest", "", {{"document", 9 * kDay}}},
       {120, What::completed, "procedure.sag", "procedure.sag.step.attest", "", {}},
       {120, What::entered_status, "status.job", "procedure.sag.step.attest", "", {}}});
  CHECK_FALSE(lives.in_cohort);
  CHECK(citizen_sources(model) == std::vector<std::string>{"stock.gamle"});
}

TEST_CASE("a number that never comes gives no events, and which the last is") {
  const Model model = model_of(window("20 days") + job() + R"(
[arrival.en]
status = "job"
every = "6000 h"
batch = 3
)");
  const Lives gone = lives_in(model, {"arrival.en", 99, 1}, {0, {0, 0}});
  CHECK_FALSE(gone.lives[0].is_there());
  CHECK(gone.last_number == 4);  // 24000 h of warm-up, and the next comes after the 20 days
  CHECK(gone.last_index == 0);
  const Lives fourth = lives_in(model, {"arrival.en", 2, 4}, {0, {0, 0}});
  CHECK_FALSE(fourth.lives[0].is_there());
  CHECK(fourth.last_index == 3);
  CHECK(lives_in(model, {"arrival.en", 2, 3}, {0, {0, 0}}).lives[0].is_there());
}

TEST_CASE("whoever waits longest, and whose waiting changes most, are found in the window") {
  const Model model = model_of(two_citizens(), trial("[pool.p]\nstaff = 2\n"));
  for (const Interest interest : {Interest::longest_wait, Interest::biggest_change}) {
    const auto found = interesting_citizen(model, interest, kBothArms);
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->source == "arrival.to");
    CHECK((*found)->number == 1);
  }
}

}  // namespace sagsflow
