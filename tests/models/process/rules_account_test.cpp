#include "models/process/rules_account.h"

#include <catch2/catch.hpp>

#include "read_scenario.h"

namespace sagsflow {
namespace {

Model law_and_trial() {
  const ReadScenario read("[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [\"trial.toml\"]\n",
                          {{"trial.toml",
                            "[trial]\nid = \"proeve\"\n[status.syg.exit.rask]\n"
                            "after = { value = \"20 weeks\", low = \"10 weeks\", assumed = true, note = \"gæt\" }\n"
                            "[procedure.samtaler.step.samtale]\nnext = \"brev\"\n"
                            "[procedure.samtaler.step.brev]\nwait = { exponential = \"2 days\" }\n"}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  return *read.model;
}

std::vector<std::string> paths_of(const RulesAccount& account) {
  std::vector<std::string> paths;
  for (const ValueAccount& shown : account.values) paths.push_back(shown.value.path);
  return paths;
}

}  // namespace

TEST_CASE("a path is met by itself and what is below, a star by any letters of one part") {
  CHECK(path_matches("pool.sagsbehandler.staff", "pool"));
  CHECK(path_matches("pool.sagsbehandler.staff", "pool.*.staff"));
  CHECK(path_matches("pool.sagsbehandler.staff", "pool.sags*ler"));
  CHECK(path_matches("pool.sagsbehandler.staff", "*"));
  CHECK_FALSE(path_matches("pool.sagsbehandler.staff", "pool.*.cost"));
  CHECK_FALSE(path_matches("pool.sagsbehandler", "pool.sagsbehandler.staff"));
  CHECK_FALSE(path_matches("pool.sagsbehandler.staff", "poo"));
  CHECK_FALSE(path_matches("pool.sagsbehandler.staff", "p*l.staff"));
}

TEST_CASE("a value has its place, and what the trial made of it") {
  const Model model = law_and_trial();
  const RulesAccount account = rules_account(model, 0, "status.syg.exit.rask.after");
  REQUIRE(account.values.size() == 1);
  const ValueAccount& shown = account.values[0];
  CHECK(shown.value.text == "26 weeks");
  CHECK(shown.value.kind == ValueKind::duration);
  CHECK(shown.value.file == "law.toml");
  CHECK(shown.value.trial.empty());
  REQUIRE(shown.elsewhere.size() == 1);
  CHECK(shown.elsewhere[0].arm.path == "forsoeg");
  CHECK(shown.elsewhere[0].values.at(0).text == "20 weeks");
  CHECK(shown.elsewhere[0].values.at(0).trial == "proeve");
}

TEST_CASE("of a trial's arm, a value has the trial that set it and what the law has instead") {
  const Model model = law_and_trial();
  const RulesAccount account = rules_account(model, 1, "status.syg.exit.rask.after");
  REQUIRE(account.values.size() == 1);
  const WrittenValue& value = account.values[0].value;
  CHECK(value.text == "20 weeks");
  CHECK(value.low == "10 weeks");
  CHECK(value.assumed);
  CHECK(value.note == "gæt");
  CHECK(value.file == "trial.toml");
  CHECK(value.line == 4);
  CHECK(value.trial == "proeve");
  CHECK(account.values[0].elsewhere.at(0).values.at(0).text == "26 weeks");
}

TEST_CASE("words, names and lists are values as well as numbers") {
  const Model model = law_and_trial();
  const RulesAccount account = rules_account(model, 0, "procedure.samtaler");
  CHECK(paths_of(account) == std::vector<std::string>{"procedure.samtaler.start",
                                                      "procedure.samtaler.step.samtale.work.pool",
                                                      "procedure.samtaler.step.samtale.work.time"});
  CHECK(account.values[1].value.kind == ValueKind::name);
  CHECK(account.values[1].value.names.path == "pool.sagsbehandler");
  const RulesAccount all = rules_account(model, 0, "");
  CHECK(paths_of(all).size() > paths_of(account).size());
}

TEST_CASE("what a trial adds is not in the law's account") {
  const Model model = law_and_trial();
  CHECK(rules_account(model, 0, "procedure.samtaler.step.brev").values.empty());
  const RulesAccount account = rules_account(model, 1, "procedure.samtaler.step.brev");
  REQUIRE(account.values.size() == 1);
  CHECK(account.values[0].value.text == "exponential 2 days");
  REQUIRE(account.values[0].elsewhere.size() == 1);
  CHECK(account.values[0].elsewhere[0].values.empty());
}

TEST_CASE("a path with a slip of the pen has a nearest one") {
  const Model model = law_and_trial();
  CHECK(nearest_path(model, 0, "proceduer.samtaler.step.samtle") == "procedure.samtaler.step.samtale");
  CHECK(nearest_path(model, 0, "samtale") == "procedure.samtaler.step.samtale");
}

}  // namespace sagsflow
