#include "models/process/combinations.h"

#include <catch2/catch.hpp>

#include "read_scenario.h"

namespace sagsflow {
namespace {

/// The small law's two municipalities lie in three others' country; a region goes by the municipality.
Definitions country(const std::string& more = {}) {
  const ReadScenario read(
      "[attribute.kommune]\nvalues = { Aalborg = 0.5, Rebild = 0.2, Vejle = 0.3, Ingen = 0.0 }\n"
      "[attribute.region]\n"
      "values = { by = \"kommune\", Vejle = { syd = 1.0 }, else = { nord = 1.0 } }\n"
      "[attribute.kontor]\n"
      "values = { by = \"kommune\", Vejle = { a = 0.5, b = 0.5 }, else = { c = 1.0 } }\n" +
      more);
  INFO(read.diagnostics.render());
  REQUIRE(read.model);
  return read.model->arms.front().versions.front().definitions;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("attributes have together what their shares let them have, each combination with its share") {
  const auto found = combinations_of(country(), {"region", "kontor"});
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  CHECK((*found)[0].values == Values{"nord", "c"});
  CHECK((*found)[0].share == Approx(0.7));
  CHECK((*found)[1].values == Values{"syd", "a"});
  CHECK((*found)[1].share == Approx(0.15));
  CHECK((*found)[2].values == Values{"syd", "b"});
  CHECK((*found)[2].share == Approx(0.15));
}

TEST_CASE("attributes that do not go by each other have all combinations") {
  const auto found = combinations_of(country(), {"risiko", "region"});
  REQUIRE(found);
  CHECK(found->size() == 4);
}

TEST_CASE("a region comes with the municipality, and nothing with a municipality that nobody lives in") {
  CHECK(implied_values(country(), "kommune", "region") == Values{"nord", "nord", "syd", ""});
  CHECK(implied_values(country(), "kommune", "kommune") == Values{"Aalborg", "Rebild", "Vejle", "Ingen"});
}

TEST_CASE("a value that may come with several implies none") {
  CHECK_FALSE(implied_values(country(), "region", "kommune"));
  CHECK_FALSE(implied_values(country(), "kommune", "kontor"));
  CHECK_FALSE(implied_values(country(), "kommune", "ukendt"));
  CHECK(implied_value(country(), "kommune", "Vejle", "region") == "syd");
  CHECK_FALSE(implied_value(country(), "kommune", "Ingen", "region"));  // nobody lives there
  CHECK_FALSE(implied_value(country(), "kommune", "Odense", "region"));
}

TEST_CASE("what is set on the way is not known by its shares") {
  const std::string exit =
      "[status.syg.exit.flyttet]\nto = \"job\"\nafter = \"90 weeks\"\nset = { kommune = \"Vejle\" }\n";
  CHECK_FALSE(combinations_of(country(exit), {"kommune", "region"}));
  CHECK(implied_values(country(exit), "kommune", "kommune"));
  const std::string step = "[procedure.samtaler.step.samtale]\nset = { region = \"syd\" }\n";
  CHECK_FALSE(implied_values(country(step), "kommune", "region"));
  CHECK(combinations_of(country(step), {"kommune"}));
}

TEST_CASE("ten thousand combinations are too many to go through") {
  std::string many;
  Values names;
  for (int i = 0; i < 14; ++i) {  // 2^14 = 16,384
    names.push_back("valg_" + std::to_string(i));
    many += "[attribute." + names.back() + "]\nvalues = { ja = 0.5, nej = 0.5 }\n";
  }
  CHECK_FALSE(combinations_of(country(many), names));
  names.pop_back();
  CHECK(combinations_of(country(many), names));
}

}  // namespace sagsflow
