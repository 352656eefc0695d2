#include "models/process/definitions_reader.h"

#include <catch2/catch.hpp>

#include "read_scenario.h"

using namespace sagsflow;

namespace {

const std::string kTwoTrials = R"(
[[arm]]
name = "law"
[[arm]]
name = "first"
trials = ["first.toml"]
[[arm]]
name = "second"
trials = ["second.toml"]
)";

const std::string kWork = R"(
[procedure.samtaler.step.samtale]
work = { pool = "sagsbehandler", time = "45 min" }
)";
const std::string kOtherWork = "[trial]\nid = \"X\"" + kWork;

const Definitions& rules(const Model& model, std::size_t arm) {
  return model.arms[arm].versions.front().definitions;
}

}  // namespace

TEST_CASE("arms share the definitions that their trials leave alone, and only those") {
  const ReadScenario read(kTwoTrials, {{"first.toml", kOtherWork}, {"second.toml", "[trial]\nid = \"Y\"\n"}});
  REQUIRE(read.model);
  const Definitions &law = rules(*read.model, 0), &first = rules(*read.model, 1), &second = rules(*read.model, 2);
  CHECK(&law.statuses.front() == &first.statuses.front());
  CHECK(&law.procedures.front() != &first.procedures.front());
  CHECK(&law.procedures.front() == &second.procedures.front());
  CHECK(law.procedures.front().steps.front().work.time.value.origin.text == "30 min");
  CHECK(first.procedures.front().steps.front().work.time.value.origin.text == "45 min");
}

TEST_CASE("every arm has all its values, also those of definitions that it shares") {
  const ReadScenario read(kTwoTrials, {{"first.toml", kOtherWork}, {"second.toml", "[trial]\nid = \"Y\"\n"}});
  REQUIRE(read.model);
  const auto law = rules(*read.model, 0).values_by_path(), first = rules(*read.model, 1).values_by_path();
  REQUIRE(law.size() == first.size());
  std::vector<std::string> differing;
  for (std::size_t i = 0; i < law.size(); ++i) {
    CHECK(law[i]->path == first[i]->path);
    if (law[i]->origin.text != first[i]->origin.text) differing.push_back(law[i]->path);
  }
  CHECK(differing == std::vector<std::string>{"procedure.samtaler.step.samtale.work.time"});
}

TEST_CASE("what a shared definition uses is missed in each arm whose trial takes it away") {
  const std::string remove = "[trial]\nid = \"X\"\nremove = [\"pool.sagsbehandler\"]\n";
  const ReadScenario read(kTwoTrials, {{"first.toml", remove}, {"second.toml", remove}});
  CHECK_FALSE(read.model);
  std::vector<std::string> texts;
  for (const Message& message : read.diagnostics.messages()) texts.push_back(message.text);
  CHECK(texts == std::vector<std::string>{"unknown pool \"sagsbehandler\" (in arm \"first\")",
                                          "unknown pool \"sagsbehandler\" (in arm \"second\")"});
}

TEST_CASE("what is wrong in a definition is told again for each arm that has it from a trial's own file") {
  const std::string wrong = "[trial]\nid = \"X\"\n[status.ny]\nfinal = 3\n";
  const ReadScenario read(kTwoTrials, {{"first.toml", wrong}, {"second.toml", wrong}});
  CHECK_FALSE(read.model);
  std::vector<std::uint32_t> files;
  for (const Message& message : read.diagnostics.messages()) {
    if (message.severity == Message::Severity::error) files.push_back(message.place.file);
  }
  CHECK(files == std::vector<std::uint32_t>{2, 3});
}

namespace {

const std::string kTwoSteps = R"(
[pool.kontor]
staff = "unlimited"
[procedure.samtaler.step.samtale]
next = "svar"
[procedure.samtaler.step.svar]
work = { pool = "kontor", time = "10 min" }
set = { varslet = true }
[status.syg.exit.sen]
to = "job"
after = "52 weeks"
when = { varslet = true }
)";

std::vector<std::string> errors_of(const ReadScenario& read) {
  std::vector<std::string> texts;
  for (const Message& message : read.diagnostics.messages()) {
    if (message.severity == Message::Severity::error) texts.push_back(message.text);
  }
  return texts;
}

}  // namespace

TEST_CASE("of a procedure and a status that a trial touches, arms share the steps, exits and duties that it does not") {
  const std::string touches = kOtherWork + "[status.syg.exit.rask]\nafter = \"20 weeks\"\n";
  const ReadScenario read(kTwoSteps + kTwoTrials, {{"first.toml", touches}, {"second.toml", "[trial]\nid = \"Y\"\n"}});
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  const Definitions &law = rules(*read.model, 0), &first = rules(*read.model, 1);
  const auto &steps = law.procedures[0].steps, &own_steps = first.procedures[0].steps;
  CHECK(&steps[0] != &own_steps[0]);
  CHECK(&steps[1] == &own_steps[1]);
  const StatusDefinition &status = law.statuses[1], &own_status = first.statuses[1];
  CHECK(&status.exits[0] != &own_status.exits[0]);
  CHECK(&status.exits[1] == &own_status.exits[1]);
  CHECK(&status.duties[0] == &own_status.duties[0]);
  CHECK(law.values_by_path().size() == first.values_by_path().size());
}

TEST_CASE("a step that a trial takes away is missed by the steps it leaves alone, in its arm only") {
  const std::string remove = "[trial]\nid = \"X\"\nremove = [\"procedure.samtaler.step.svar\"]\n";
  const ReadScenario read(kTwoSteps + kTwoTrials, {{"first.toml", "[trial]\nid = \"Y\"\n"}, {"second.toml", remove}});
  CHECK_FALSE(read.model);
  CHECK(errors_of(read) ==
        std::vector<std::string>{
            "unknown step \"svar\" in procedure \"samtaler\" (in arm \"second\")",
            "\"varslet\" is read but is no attribute, no flag, and nothing sets it (in arm \"second\")"});
}

TEST_CASE("what a shared step uses is missed where the trial that takes it away touches another step beside") {
  const std::string remove = "[trial]\nid = \"X\"\nremove = [\"pool.kontor\"]" + kWork;
  const ReadScenario read(kTwoSteps + kTwoTrials, {{"first.toml", "[trial]\nid = \"Y\"\n"}, {"second.toml", remove}});
  CHECK_FALSE(read.model);
  CHECK(errors_of(read) == std::vector<std::string>{"unknown pool \"kontor\" (in arm \"second\")"});
}

TEST_CASE("a mistake in a source is told once and counts in every arm: the structure of none is examined") {
  const std::string wrong = "[source.s]\ntitel = \"x\"\n";
  const std::string orphan = "[trial]\nid = \"X\"\n[procedure.samtaler.step.svar]\nwait = \"1 week\"\n";
  const std::map<std::string, std::string> trials{{"first.toml", "[trial]\nid = \"Y\"\n"}, {"second.toml", orphan}};
  const std::string unreached = "step \"svar\" cannot be reached from \"samtale\"";
  CHECK(errors_of(ReadScenario(kTwoTrials, trials)) == std::vector<std::string>{unreached});
  CHECK(errors_of(ReadScenario(wrong + kTwoTrials, trials)) == std::vector<std::string>{"unknown key \"titel\""});
}
