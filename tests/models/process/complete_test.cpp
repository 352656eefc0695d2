#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "models/process/model.h"

namespace sagsflow {
namespace {

std::string text_of_file(const std::string& name) {
  std::ifstream file(std::string(SAGSFLOW_ROOT) + "/tests/models/process/complete/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The scenario that has every key of the language.
Model complete_model() {
  std::map<std::string, std::string> files;
  for (const char* name : {"scenarios/complete.toml", "law/rules.toml", "places/place.toml", "trials/exemption.toml",
                           "trials/dated.toml"}) {
    files[name] = text_of_file(name);
  }
  MemorySource source(std::move(files));
  Diagnostics diagnostics;
  auto model = read_model("scenarios/complete.toml", source, diagnostics);
  INFO(diagnostics.render());
  REQUIRE(model);
  CHECK(diagnostics.messages().empty());
  return *model;
}

template <class Things>
const auto& named(const Things& things, const std::string& name) {
  for (const auto& thing : things) {
    if (thing.name == name) return thing;
  }
  throw std::out_of_range(name);
}

}  // namespace

TEST_CASE("every key of the language is read: run, evidence and files") {
  const Model model = complete_model();
  CHECK(model.title.en == "Law and trial");
  CHECK(model.note.da == "Free text.");
  CHECK(model.run.start == std::chrono::sys_days(std::chrono::year(2018) / 1 / 1));
  CHECK(model.run.warm_up == 4 * kYear);
  CHECK(model.run.ages.size() == 4);
  CHECK(model.run.precision == std::vector<std::pair<std::string, double>>{{"total.staff_hours", 0.01}});
  REQUIRE(model.targets.size() == 2);
  CHECK(model.targets[0].value->value == 0.80);
  CHECK(model.targets[0].kind == TargetDefinition::Kind::hard);
  CHECK(model.targets[1].sign == '-');
  CHECK(model.targets[1].label.en == "Hours");
  CHECK(model.sources.at("facts").date == "2019-02-01");
  CHECK(model.sources.contains("mail-2019"));
  CHECK(model.files.size() == 5);
}

TEST_CASE("every key of the language is read: citizens and statuses") {
  const Model model = complete_model();
  const Definitions& law = model.arms[0].versions[0].definitions;
  CHECK(named(law.traits, "risiko").values[1].share == Approx(0.4));
  CHECK(named(law.traits, "venter").kind == TraitDefinition::Kind::flag);
  CHECK(named(law.traits, "tilbagefald").kind == TraitDefinition::Kind::boolean);
  CHECK(named(law.traits, "tilbagefald").values[0].target == "false");
  CHECK(named(law.traits, "diagnose").values.size() == 2);
  CHECK(named(law.traits, "diagnose").drawn.by == "kommune");
  CHECK(named(law.arrivals, "nye_sygemeldte").season[6] == 0.6);
  CHECK(named(law.arrivals, "tilflyttere").geometric_batch_mean == 4);
  CHECK(law.stocks[0].at_step == "paa_dagsorden");
  const StatusDefinition& sick = named(law.statuses, "sygedagpenge");
  CHECK(sick.benefit->value.value.dkk == 4355);
  CHECK(sick.on_enter[0].value.value == "visitation");
  CHECK(named(sick.exits, "raskmeldt").speed[0].trait == "venter");
  CHECK(named(sick.exits, "raskmeldt").set[0].value == "true");
  CHECK(named(sick.exits, "varighed").after.value.value.within == 9 * kMonth);
  const DutyDefinition& duty = sick.duties[0];
  CHECK(duty.every->cases.size() == 2);
  CHECK(duty.ahead.value.value.span == kWeek);
  CHECK(duty.times->value.value == 6);
  CHECK(duty.series_continue->value.value.span == 26 * kWeek);
  CHECK(duty.when.size() == 2);
  CHECK_FALSE(duty.counted_from_due);
  const DutyDefinition& other = named(law.statuses, "jobafklaring").duties[0];
  CHECK(other.counted_from_due);
  CHECK(other.deadline.value.value.working_days == 10);
  CHECK(other.until->value.value.span == 52 * kWeek);
  CHECK_FALSE(other.series_continue.has_value());
}

TEST_CASE("every key of the language is read: procedures") {
  const Model model = complete_model();
  const Definitions& law = model.arms[0].versions[0].definitions;
  CHECK(named(law.procedures, "visitation").keep);
  CHECK(named(law.procedures, "visitation").steps[0].kind == StepKind::wait_until);
  const ProcedureDefinition& jaf = named(law.procedures, "jaf_visitation");
  CHECK(jaf.start.value.value == "visitation");
  CHECK(named(jaf.steps, "visitation").next.cases[0].second.value.value[0].share == 0.8);
  CHECK(named(jaf.steps, "visitation").work.priority->value.value == 2);
  const StepDefinition& attest = named(jaf.steps, "laegeattest");
  CHECK(attest.kind == StepKind::wait);
  CHECK(attest.cause == "document");
  CHECK(attest.fee->value.value.dkk == 1725);
  CHECK(attest.flag == "venter");
  CHECK(attest.deadline->value.value.span == 30 * kDay);
  CHECK(named(jaf.steps, "klinisk_funktion").gives_up->value.value[0].target == "speciallaege");
  CHECK(named(jaf.steps, "paa_dagsorden").kind == StepKind::meeting);
  const StepDefinition& plan = named(jaf.steps, "plan");
  CHECK(plan.holds == std::vector<std::string>{"opfoelgning"});
  CHECK(plan.start[0].value.value == "indsats");
  CHECK(plan.again->times.value.value == 2);
  CHECK(named(jaf.steps, "udplaceret").become->value.value[0].target == "i_job");
  CHECK(named(jaf.steps, "udplaceret").next.value.value[0].target == "end");
}

TEST_CASE("every key of the language is read: capacity and money") {
  const Model model = complete_model();
  const Definitions& law = model.arms[0].versions[0].definitions;
  const CalendarDefinition& office = law.calendars[0];
  CHECK(office.hours[3] == std::pair<Span, Span>(8 * kHour, 17 * kHour));
  CHECK(office.hours[5].first == office.hours[5].second);
  CHECK(office.danish_holidays);
  CHECK(office.closed_days == std::vector<Time>{std::chrono::sys_days(std::chrono::year(2018) / 12 / 24)});
  CHECK(office.season[6] == 0.4);
  const PoolDefinition& pool = named(law.pools, "sagsbehandler");
  CHECK(pool.per == "kommune");
  CHECK(pool.staff.by == "kommune");
  CHECK(pool.staff.cases.size() == 3);
  CHECK(pool.order == QueueOrder::priority);
  CHECK(pool.cost->value.dkk == 330);
  CHECK(named(law.pools, "klinisk_funktion").outside);
  CHECK(named(law.pools, "klinisk_funktion").staff.value.value == 8);  // the place's file over the law's
  CHECK(named(law.pools, "mentor").unlimited);
  const MeetingDefinition& meeting = law.meetings[0];
  CHECK(meeting.every.value.value.span == 7 * kDay);
  CHECK(meeting.agenda->value.value == 6);
  CHECK(meeting.per_case.at("team_sundhed").value == 105 * kMinute);
  CHECK(meeting.always == std::vector<std::string>{"klinisk_funktion"});
  CHECK(law.refund.after.size() == 4);
  CHECK(law.refund.within == 3 * kYear);
}

TEST_CASE("an arm's trials change its rules, from their date and for whom they hold") {
  const Model model = complete_model();
  REQUIRE(model.arms.size() == 2);
  const ArmDefinition& arm = model.arms[1];
  CHECK(arm.trials[0].relaxes.size() == 2);
  CHECK(arm.trials[0].period == std::vector<std::string>{"2018-01-01", "2023-12-31"});
  REQUIRE(arm.versions.size() == 2);
  const Definitions& first = arm.versions[0].definitions;
  CHECK(named(named(first.procedures, "jaf_visitation").steps, "visitation")
            .next.value.value[0]
            .origin.provenance()
            .source == "mail-2019");
  CHECK(named(first.statuses, "jobafklaring").exits.size() == 1);
  CHECK_FALSE(named(first.statuses, "sygedagpenge").duties[0].times.has_value());
  CHECK(named(named(first.procedures, "jaf_visitation").steps, "speciallaege").kind == StepKind::wait);
  CHECK(arm.versions[1].from == std::chrono::sys_days(std::chrono::year(2018) / 7 / 1));
  CHECK(arm.versions[1].when[0].values.size() == 2);
  const Definitions& second = arm.versions[1].definitions;
  CHECK(named(named(second.procedures, "jaf_visitation").steps, "speciallaege").kind == StepKind::work);
}

}  // namespace sagsflow
