#include <algorithm>

#include <catch2/catch.hpp>

#include "read_scenario.h"

namespace sagsflow {
namespace {

std::string trial(const std::string& id, const std::string& rules) {
  return "[trial]\nid = \"" + id + "\"\n" + rules;
}

Time date(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days(std::chrono::year(year) / int(month) / int(day));
}

/// The mean time of the exit in the rules that a citizen meets.
Span exit_time(const ArmDefinition& arm, Time now, const std::string& municipality) {
  const Version* in_force = nullptr;
  for (const Version& version : arm.versions) {
    bool holds = !version.from || *version.from <= now;
    for (const Clause& clause : version.when) {
      holds = holds && std::count(clause.values.begin(), clause.values.end(), municipality) > 0;
    }
    if (holds) in_force = &version;
  }
  REQUIRE(in_force);
  return in_force->definitions.statuses[1].exits[0].after.value.value.law.mean;
}

}  // namespace

TEST_CASE("without arms there is one, with the law") {
  const ReadScenario read("");
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  REQUIRE(read.model->arms.size() == 1);
  CHECK(read.model->arms[0].name == "baseline");
  CHECK(read.model->arms[0].versions.size() == 1);
}

TEST_CASE("the last version whose date has come and whose condition holds has all trials in force") {
  const std::string weeks_when = "[status.syg.exit.rask]\nafter = ";
  const ReadScenario read(
      "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\nlast_wins = true\ntrials = [\n"
      "{ file = \"later.toml\", from = 2018-06-01 },\n"
      "{ file = \"local.toml\", from = 2018-03-01, when = { kommune = \"Aalborg\" } } ]\n",
      {{"later.toml",
        trial("later", weeks_when + "\"20 weeks\"\n[procedure.samtaler.step.samtale]\nfee = \"100 DKK\"\n")},
       {"local.toml", trial("local", weeks_when + "\"10 weeks\"\n")}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  const ArmDefinition& arm = read.model->arms[1];
  CHECK(exit_time(arm, date(2018, 1, 1), "Aalborg") == 26 * kWeek);
  CHECK(exit_time(arm, date(2018, 4, 1), "Aalborg") == 10 * kWeek);
  CHECK(exit_time(arm, date(2018, 4, 1), "Rebild") == 26 * kWeek);
  CHECK(exit_time(arm, date(2018, 7, 1), "Rebild") == 20 * kWeek);
  CHECK(exit_time(arm, date(2018, 7, 1), "Aalborg") == 10 * kWeek);
  CHECK(arm.versions.back().definitions.procedures[0].steps[0].fee.has_value());
}

TEST_CASE("trials for citizens who cannot be the same are never in force together") {
  const ReadScenario read(
      "[[arm]]\nname = \"forsoeg\"\ntrials = [\n"
      "{ file = \"a.toml\", when = { kommune = \"Aalborg\" } }, { file = \"b.toml\", when = { kommune = \"Rebild\" } } "
      "]\n",
      {{"a.toml", trial("a", "[status.syg.exit.rask]\nafter = \"1 week\"\n")},
       {"b.toml", trial("b", "[status.syg.exit.rask]\nafter = \"2 weeks\"\n")}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  CHECK(read.model->arms[0].versions.size() == 3);
}

TEST_CASE("of three trials the two that share no citizen are in no set together, each with the third is") {
  const auto exit = [](const std::string& id, const std::string& weeks) {
    return trial(id, "[status.syg.exit." + id + "]\nto = \"job\"\nafter = \"" + weeks + " weeks\"\n");
  };
  const ReadScenario read(
      "[[arm]]\nname = \"forsoeg\"\ntrials = [\n"
      "{ file = \"a.toml\", when = { kommune = \"Aalborg\" } },\n"
      "{ file = \"b.toml\", when = { kommune = [\"Aalborg\", \"Rebild\"] } },\n"
      "{ file = \"c.toml\", when = { kommune = \"Rebild\" } } ]\n",
      {{"a.toml", exit("a", "1")}, {"b.toml", exit("b", "2")}, {"c.toml", exit("c", "3")}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  std::vector<std::size_t> exits;
  for (const Version& version : read.model->arms[0].versions) {
    exits.push_back(version.definitions.statuses[1].exits.size());
  }
  CHECK(exits == std::vector<std::size_t>{1, 2, 2, 3, 2, 3});
}

TEST_CASE("a value keeps the place of the file that set it") {
  const ReadScenario read("[[arm]]\nname = \"forsoeg\"\ntrials = [\"a.toml\"]\n",
                          {{"a.toml", trial("a", "[status.syg.exit.rask]\nafter = \"1 week\"\n")}});
  REQUIRE(read.model);
  const Definitions& rules = read.model->arms[0].versions[0].definitions;
  const Place place = rules.statuses[1].exits[0].after.value.origin.place;
  CHECK(read.model->files[place.file].path == "a.toml");
  CHECK(place.line == 4);
  CHECK(read.model->files[rules.statuses[1].exits[0].to.place.file].path == "law.toml");
}

}  // namespace sagsflow
