#include "output/load_table.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "output/text_width.h"

namespace sagsflow {
namespace {

LoadedObject object(std::string path, std::string da, std::string en, std::string value = {}) {
  return {std::move(path), std::move(da), std::move(en), std::move(value)};
}

/// Two municipalities' caseworkers, one above what there is, and a meeting near its limit.
Expected year_of(double hours) {
  Expected expected;
  PoolLoad pool;
  pool.object = object("pool.s", "Sagsbehandlere", "Caseworkers", "Læsø");
  pool.hours_there = 1000;
  pool.hours_needed = hours;
  pool.cases = 2 * hours;
  expected.pools.push_back(pool);
  pool.object.value = "Morsø";
  pool.hours_needed = 600;
  expected.pools.push_back(pool);
  pool.object = object("pool.u", "Udvalg", "Board");
  pool.hours_there = kNoLimit;
  expected.pools.push_back(pool);
  MeetingLoad meeting;
  meeting.object = object("meeting.m", "Rehabiliteringsteam", "Rehabilitation team");
  meeting.cases = 97;
  meeting.places = 100;
  expected.meetings.push_back(meeting);
  for (int i = 1; i <= 6; ++i) {
    const std::string number = std::to_string(i);
    StatusFlow status;
    status.object = object("status." + number, "Ydelse " + number, "Benefit " + number);
    status.entries = 1000;
    status.days = i * 10;
    status.stock = i * 100;
    expected.statuses.push_back(status);
  }
  StepFlow step;
  step.procedure = object("procedure.p", "Sagsgang", "Procedure");
  step.object = object("procedure.p.step.t", "Trin", "Step");
  step.entries = 1234;
  expected.steps.push_back(step);
  return expected;
}

ArmLoad arm(std::string name, double hours) {
  ArmLoad arm;
  arm.name = arm.label_da = arm.label_en = std::move(name);
  arm.window = arm.long_run = year_of(hours);
  return arm;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// With one blank for several, lines and their indentation too.
std::string squeezed(const std::string& text) {
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;) result += (result.empty() ? "" : " ") + word;
  return result;
}

TEST_CASE("the load table says what is needed against what there is, and by how much a queue grows") {
  Load load;
  load.arms.push_back(arm("lov", 1250));
  const std::string text = squeezed(load_text(load, false, Language::danish, 80));
  CHECK(has(text,
            "Udvalg ubegrænset 600 Sagsbehandlere Læsø 1.000 1.250 1,25 ! køen vokser, sager om året 500 "
            "Morsø 1.000 600 0,60 Møder: sager"));
  CHECK(has(text, "Rehabiliteringsteam 100 97 0,97 ~"));
  CHECK(has(text, "! over 1: køen vokser uden ende. ~ over 0,95: tæt på grænsen."));
}

TEST_CASE("the five largest statuses are shown, with everything all of them and the steps") {
  Load load;
  load.arms.push_back(arm("law", 500));
  const std::string five = load_text(load, false, Language::english, 80);
  CHECK(has(five, "Citizens in the five largest statuses"));
  CHECK(five.find("Benefit 6") < five.find("Benefit 2"));
  CHECK_FALSE(has(five, "Benefit 1"));
  CHECK_FALSE(has(five, "Cases a year through each step"));
  const std::string all = load_text(load, true, Language::english, 80);
  CHECK(has(all, "Benefit 1"));
  CHECK(has(all, "Procedure\n  Step "));
  CHECK(has(all, "1,234"));
}

TEST_CASE("a footnote stands only where what it says applies") {
  Load load;
  load.arms.push_back(arm("lov", 500));
  CHECK_FALSE(has(load_text(load, false, Language::danish, 80), "Tilnærmet"));
  load.arms.back().approximations = {Approximation::flags, Approximation::averaged};
  load.arms.back().averaged = {"risiko", "alder"};
  const std::string text = load_text(load, false, Language::danish, 80);
  CHECK(has(text, "Tilnærmet:\n- Flag"));
  CHECK(has(text, "gennemsnittet over risiko, alder."));
  CHECK_FALSE(has(text, "opgiver"));
}

TEST_CASE("where the arms do not fit beside each other, the later ones show what differs") {
  Load load;
  load.arms.push_back(arm("lov", 500));
  load.arms.push_back(arm("forsoeg", 900));
  load.arms.push_back(arm("andet", 500));
  CHECK(has(squeezed(load_text(load, false, Language::danish, 120)), "Der er lov forsoeg andet"));
  const std::string text = load_text(load, false, Language::danish, 60);
  const auto second = text.find("forsoeg: kun det, der er anderledes end i lov");
  REQUIRE(second != std::string::npos);
  CHECK(has(text.substr(second), "900 0,90"));
  CHECK_FALSE(has(text.substr(second), "Morsø"));
  CHECK(has(text, "andet: som lov\n"));
}

TEST_CASE("no line of the load table is wider than the terminal") {
  Load load;
  load.arms.push_back(arm("lov", 1250));
  load.arms.push_back(arm("forsoeg", 900));
  for (ArmLoad& one : load.arms) one.approximations = {Approximation::mean_times, Approximation::filling};
  for (const Language language : {Language::danish, Language::english}) {
    for (std::size_t width = 60; width <= 140; width += 10) {
      std::istringstream lines(load_text(load, true, language, width));
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(columns_of(line) <= width);
      }
    }
  }
}

TEST_CASE("there is one warning for each pool and meeting above 1: the worst part and arm, the window first") {
  Load load;
  load.arms.push_back(arm("lov", 1100));
  load.arms.push_back(arm("forsoeg", 1250));
  load.arms[0].long_run.meetings[0].cases = 150;
  CHECK(load_warnings(load, Language::danish) ==
        std::vector<std::string>{
            "advarsel: Sagsbehandlere: belastning 1,25 (Læsø, forsoeg, i vinduet): køen vokser uden ende, 500 sager om "
            "året",
            "advarsel: Rehabiliteringsteam: belastning 1,50 (lov, på langt sigt): køen vokser uden ende, 50 sager om "
            "året"});
  load.arms = {arm("law", 1000)};
  CHECK(load_warnings(load, Language::english).empty());
}

}  // namespace
}  // namespace sagsflow
