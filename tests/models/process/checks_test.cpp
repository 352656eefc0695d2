#include <catch2/catch.hpp>

#include "read_scenario.h"

namespace sagsflow {
namespace {

/// The text of the first message, or nothing.
std::string first_message(const std::string& scenario) {
  const ReadScenario read(scenario);
  const auto messages = read.diagnostics.messages();
  return messages.empty() ? "" : messages.front().text;
}

const char* const kSamtale = "[procedure.samtaler.step.samtale]\n";

}  // namespace

TEST_CASE("a loop of branches that chance must leave is allowed") {
  CHECK(first_message(std::string(kSamtale) +
                      "next = \"a\"\n[procedure.samtaler.step.a]\nnext = { a = 0.5, end = \"rest\" }\n") == "");
}

TEST_CASE("a loop of branches that a set leads out of is allowed") {
  CHECK(first_message(std::string(kSamtale) + "next = \"a\"\n[procedure.samtaler.step.a]\nset = { proevet = true }\n"
                                              "next = { by = \"proevet\", true = \"end\", false = \"a\" }\n") == "");
}

TEST_CASE("an attribute may be certain for some: its value is a name of its own") {
  CHECK(first_message(
            "[attribute.alder]\nvalues = { by = \"risiko\", lav = \"ung\", hoej = { ung = 0.2, gammel = \"rest\" } }\n"
            "[status.syg.exit.rask]\nafter = { by = \"alder\", ung = \"20 weeks\", gammel = \"26 weeks\" }\n") == "");
}

TEST_CASE("a loop with a wait in it takes time") {
  CHECK(first_message(std::string(kSamtale) + "next = \"a\"\n[procedure.samtaler.step.a]\nwait = \"1 min\"\n"
                                              "next = { by = \"risiko\", lav = \"a\", hoej = \"end\" }\n") == "");
}

TEST_CASE("a loop that one kind of citizen never leaves is refused") {
  CHECK(first_message(std::string(kSamtale) + "next = \"a\"\n[procedure.samtaler.step.a]\n"
                                              "next = { by = \"risiko\", lav = \"a\", hoej = \"end\" }\n") ==
        "a loop that takes no time and need never be left: a -> a");
}

TEST_CASE("a step with share 0 is not reached") {
  CHECK(first_message(std::string(kSamtale) +
                      "next = { a = 0.0, end = 1.0 }\n[procedure.samtaler.step.a]\nwait = \"1 day\"\n") ==
        "step \"a\" cannot be reached from \"samtale\"");
}

TEST_CASE("giving up and going back reach steps too") {
  CHECK(first_message(std::string(kSamtale) +
                      "patience = \"1 week\"\ngives_up = \"b\"\nnext = \"a\"\n"
                      "[procedure.samtaler.step.a]\nwait = \"1 day\"\nagain = { step = \"c\", times = 2 }\n"
                      "[procedure.samtaler.step.b]\nwait = \"1 day\"\n[procedure.samtaler.step.c]\nwait = \"1 "
                      "day\"\nnext = \"a\"\n") == "");
}

TEST_CASE("days of work are allowed in a pool that never closes") {
  CHECK(first_message(std::string(kSamtale) +
                      "work = { pool = \"sagsbehandler\", time = { uniform = [\"1 day\", \"2 days\"] } }\n") == "");
}

TEST_CASE("a kept procedure goes on after a change of status") {
  const std::string rules =
      std::string(kSamtale) + "become = \"job\"\nnext = \"a\"\n[procedure.samtaler.step.a]\nwait = \"1 day\"\n";
  CHECK(first_message(rules) != "");
  CHECK(first_message(rules + "[procedure.samtaler]\nkeep = true\n") == "");
}

TEST_CASE("sessions a year are shared evenly") {
  const ReadScenario read("[meeting.team]\nsessions = \"48 per year\"\nper_case = { sagsbehandler = \"1 h\" }\n" +
                          std::string(kSamtale) + "meeting = \"team\"\n");
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  CHECK(read.model->arms[0].versions[0].definitions.meetings[0].every.value.value.span == kYear / 48);
}

}  // namespace sagsflow
