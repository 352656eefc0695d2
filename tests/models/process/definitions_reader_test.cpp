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

const std::string kOtherWork = R"(
[trial]
id = "X"
[procedure.samtaler.step.samtale]
work = { pool = "sagsbehandler", time = "45 min" }
)";

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
