#include <catch2/catch.hpp>

#include "case_file.h"
#include "models/process/model.h"

namespace sagsflow {
namespace {

const std::string kFolder = std::string(SAGSFLOW_ROOT) + "/tests/errors";

std::string messages_of(const ErrorCase& error_case) {
  std::map<std::string, std::string> files = error_case.files;
  files["base.toml"] = text_of_file(kFolder + "/base.toml");
  MemorySource source(std::move(files));
  Diagnostics diagnostics;
  const auto model = read_model("scenario.toml", source, diagnostics);
  CHECK(model.has_value() == !diagnostics.has_errors());
  return diagnostics.render();
}

}  // namespace

TEST_CASE("the scenario that the cases break has no mistake of its own") {
  CHECK(messages_of(parse_case("none", "-- scenario.toml\nuse = [\"base.toml\"]\n")) == "");
}

TEST_CASE("each mistake is said to the character") {
  const auto cases = read_cases(kFolder + "/cases");
  REQUIRE(cases.size() >= 40);
  for (const ErrorCase& error_case : cases) {
    INFO(error_case.name);
    CHECK(error_case.messages != "");
    CHECK(messages_of(error_case) == error_case.messages);
  }
}

// For the author of a new case: test_errors "[.show]" prints what is said now.
TEST_CASE("the messages of every case, to be read", "[.show]") {
  for (const ErrorCase& error_case : read_cases(kFolder + "/cases")) {
    WARN(error_case.name << "\n" << messages_of(error_case));
  }
}

}  // namespace sagsflow
