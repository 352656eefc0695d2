#include "models/process/changes.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "models/process/rule_paths.h"
#include "read_scenario.h"

namespace sagsflow {
namespace {

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The scenario that has every key of the language.
Model complete_model() {
  const std::filesystem::path root = std::filesystem::path(SAGSFLOW_ROOT) / "tests/models/process/complete";
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(root).string()] = text_of_file(entry.path());
  }
  MemorySource source(std::move(files));
  Diagnostics diagnostics;
  auto model = read_model("scenarios/complete.toml", source, diagnostics);
  INFO(diagnostics.render());
  REQUIRE(model);
  return std::move(*model);
}

/// The table that the path's last key stands in.
Node& table_of(Node& document, const std::string& path) {
  Node* table = &document;
  auto parts = parts_of_path(path);
  parts.pop_back();
  for (const std::string& part : parts) table = table->find_own(part);
  return *table;
}

std::string last_of(const std::string& path) {
  return parts_of_path(path).back();
}

Model with_trial(const std::string& rules) {
  const ReadScenario read("[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [\"trial.toml\"]\n",
                          {{"trial.toml", "[trial]\nid = \"proeve\"\n" + rules}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  return *read.model;
}

std::vector<Change> changes_of(const Model& model) {
  const Amendment amendment = amendment_between(model, 0, 1);
  REQUIRE(amendment.parts.size() == 1);
  CHECK(amendment.parts[0].from.empty());
  return amendment.parts[0].changes;
}

}  // namespace

TEST_CASE("another value at any key of the language is one change there") {
  const Model model = complete_model();
  const ArmDefinition& arm = model.arms[0];
  const WrittenRules law(model, arm, arm.versions[0]);
  std::size_t tried = 0;
  for (const WrittenValue& value : law.values_at("")) {
    if (value.path == "title" || value.path == "note" || value.path.starts_with("run.precision.")) continue;
    Version other = arm.versions[0];
    Node& node = *table_of(other.document, value.path).find_own(last_of(value.path));
    const std::string key = node.key;
    const Place place = node.place;
    node = {};
    node.kind = Node::Kind::string;
    node.text = "something else";
    node.key = key;
    node.place = place;
    const auto changes = changes_between(law, WrittenRules(model, arm, other));
    INFO(value.path);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].path == value.path);
    CHECK(changes[0].kind == Change::Kind::altered);
    CHECK(changes[0].concern != Change::Concern::provenance);
    REQUIRE(changes[0].before.size() == 1);
    CHECK(changes[0].before[0].text == value.text);
    CHECK(changes[0].after[0].text == "something else");
    ++tried;
  }
  CHECK(tried > 150);
}

TEST_CASE("a key of the language that is not there is one change there") {
  const Model model = complete_model();
  const ArmDefinition& arm = model.arms[0];
  const WrittenRules law(model, arm, arm.versions[0]);
  for (const WrittenValue& value : law.values_at("")) {
    if (value.path == "title" || value.path == "note" || value.path.starts_with("run.precision.")) continue;
    Version other = arm.versions[0];
    Node& table = table_of(other.document, value.path);
    std::erase_if(table.children.own(), [&](const Node& child) { return child.key == last_of(value.path); });
    // An empty table is another value of the key above.
    if (table.children.empty()) continue;
    const WrittenRules without(model, arm, other);
    INFO(value.path);
    const auto gone = changes_between(law, without);
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].path == value.path);
    CHECK(gone[0].kind == Change::Kind::removed);
    const auto back = changes_between(without, law);
    REQUIRE(back.size() == 1);
    CHECK(back[0].path == value.path);
    CHECK(back[0].kind == Change::Kind::inserted);
  }
}

TEST_CASE("rules do not differ from themselves") {
  const Model model = complete_model();
  CHECK(amendment_between(model, 1, 1).parts.empty());
  CHECK(differing_rules(model, 0, 0).empty());
}

TEST_CASE("a change has the law's value, the trial's, and the place and the trial that say so") {
  const auto changes =
      changes_of(with_trial("[status.syg.exit.rask]\n"
                            "after = { value = \"20 weeks\", source = \"brev\", quote = \"hurtigere\" }\n"
                            "[source.brev]\ntitle = \"Et brev\"\n"));
  REQUIRE(changes.size() == 2);
  const Change& change = changes[0];
  CHECK(change.path == "status.syg.exit.rask.after");
  CHECK(change.object.path == "status.syg.exit.rask");
  CHECK(change.parent.path == "status.syg");
  CHECK(change.kind == Change::Kind::altered);
  CHECK(change.concern == Change::Concern::rule);
  CHECK(change.before.at(0).text == "26 weeks");
  CHECK(change.after.at(0).text == "20 weeks");
  CHECK(change.after.at(0).quote == "hurtigere");
  CHECK(change.after.at(0).source_title == "Et brev");
  CHECK(change.trial == "proeve");
  CHECK(change.file == "trial.toml");
  CHECK(change.line == 4);
  CHECK(changes[1].path == "source.brev");
  CHECK(changes[1].concern == Change::Concern::wording);
}

TEST_CASE("a value of which only the evidence differs is the same rule") {
  const Model model = with_trial(
      "[status.syg.exit.rask]\nafter = { value = \"26 weeks\", low = \"20 weeks\" }\n"
      "label = \"Rask igen\"\n");
  const auto changes = changes_of(model);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].concern == Change::Concern::provenance);
  CHECK(changes[1].path == "status.syg.exit.rask.label");
  CHECK(changes[1].concern == Change::Concern::wording);
  CHECK(differing_rules(model, 0, 1).empty());
}

TEST_CASE("new things are changes of their own, with all their values") {
  const Model model = with_trial(
      "[procedure.nyt]\nstart = \"et\"\n[procedure.nyt.step.et]\nwait = \"2 days\"\nnext = \"to\"\n"
      "[procedure.nyt.step.to]\nfee = \"5 DKK\"\n[procedure.samtaler.step.samtale]\nstart = \"nyt\"\n");
  const auto changes = changes_of(model);
  std::vector<std::string> paths;
  for (const Change& change : changes) paths.push_back(change.path);
  CHECK(paths == std::vector<std::string>{"procedure.samtaler.step.samtale.start", "procedure.nyt",
                                          "procedure.nyt.step.et", "procedure.nyt.step.to"});
  CHECK(changes[1].is_whole_object());
  REQUIRE(changes[2].after.size() == 2);
  CHECK(changes[2].after[0].text == "2 days");
  CHECK(changes[2].after[1].names.path == "procedure.nyt.step.to");
  CHECK(differing_rules(model, 0, 1) == std::vector<std::string>{"procedure.nyt", "procedure.nyt.step.et",
                                                                 "procedure.nyt.step.to",
                                                                 "procedure.samtaler.step.samtale"});
}

TEST_CASE("what a trial removes is said where it says remove") {
  const auto changes = changes_of(with_trial("remove = [\"status.syg.duty.opfoelgning\"]\n"));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Change::Kind::removed);
  CHECK(changes[0].path == "status.syg.duty.opfoelgning");
  CHECK(changes[0].before.size() == 2);
  CHECK(changes[0].file == "trial.toml");
  CHECK(changes[0].line == 3);
  CHECK(changes[0].trial == "proeve");
}

TEST_CASE("a step that waits instead of working loses the one and gets the other") {
  const Model model = with_trial("[procedure.samtaler.step.samtale]\nwait = \"1 day\"\n");
  const auto changes = changes_of(model);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].path == "procedure.samtaler.step.samtale.work");
  CHECK(changes[0].kind == Change::Kind::removed);
  CHECK(changes[0].trial == "proeve");
  CHECK(changes[1].path == "procedure.samtaler.step.samtale.wait");
  CHECK(differing_rules(model, 0, 1) == std::vector<std::string>{"procedure.samtaler.step.samtale"});
}

TEST_CASE("a name in place of shares is one change of the whole value") {
  const Model model = with_trial("[status.syg.exit.rask]\nto = { job = 0.7, syg = \"rest\" }\n");
  const auto changes = changes_of(model);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].path == "status.syg.exit.rask.to");
  CHECK(changes[0].before.size() == 1);
  REQUIRE(changes[0].after.size() == 2);
  CHECK(changes[0].after[0].path == "status.syg.exit.rask.to.job");
  CHECK(changes[0].after[0].target.path == "status.job");
}

TEST_CASE("a trial with a date and a condition has a part of its own, without what holds before it") {
  const Model model = complete_model();
  const Amendment amendment = amendment_between(model, 0, 1);
  REQUIRE(amendment.parts.size() == 2);
  CHECK(amendment.parts[0].from.empty());
  std::vector<std::string> first;
  for (const Change& change : amendment.parts[0].changes) first.push_back(change.path);
  CHECK(std::count(first.begin(), first.end(), "status.jobafklaring.exit.aldrig") == 1);
  CHECK(std::count(first.begin(), first.end(), "status.sygedagpenge.duty.opfoelgning.times") == 1);
  const AmendmentPart& later = amendment.parts[1];
  CHECK(later.from == "2018-07-01");
  REQUIRE(later.conditions.size() == 1);
  CHECK(later.conditions[0].first.path == "attribute.kommune");
  CHECK(later.conditions[0].second == std::vector<std::string>{"Aalborg", "Rebild"});
  REQUIRE_FALSE(later.changes.empty());
  for (const Change& change : later.changes) {
    CHECK(change.object.path == "procedure.jaf_visitation.step.speciallaege");
    CHECK(change.trial == "dated");
  }
  CHECK(amendment.trials.size() == 2);
}

}  // namespace sagsflow
