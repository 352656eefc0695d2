#include "models/language/values.h"

#include <catch2/catch.hpp>

#include "models/language/choice_reader.h"
#include "parsed.h"

namespace sagsflow {
namespace {

/// One value `v = …`, read.
template <class Read>
struct ReadValue {
  Diagnostics diagnostics;
  Reading reading{diagnostics, {}, {}, {}};
  Node root;
  std::decay_t<decltype(std::declval<Read>()(root, "", reading))> value;

  ReadValue(const std::string& text, Read read)
      : root(parsed("v = " + text + "\n", diagnostics)), value(read(*root.find("v"), "thing.v", reading)) {}
  std::string error() const { return diagnostics.has_errors() ? diagnostics.messages().front().text : ""; }
};

}  // namespace

TEST_CASE("the long form says where a value comes from") {
  const ReadValue read(
      "{ value = \"60 days\", low = \"8 weeks\", high = \"3 months\", source = \"s\", quote = \"q\", note = \"n\", "
      "assumed = true }",
      read_span);
  CHECK(read.error() == "");
  CHECK(read.value.value == 60 * kDay);
  CHECK(read.value.origin.text == "60 days");
  CHECK(read.value.origin.provenance().low == "8 weeks");
  CHECK(read.value.origin.provenance().high == "3 months");
  CHECK(read.value.origin.provenance().source == "s");
  CHECK(read.value.origin.provenance().quote == "q");
  CHECK(read.value.origin.provenance().note == "n");
  CHECK(read.value.origin.provenance().assumed);
  REQUIRE(read.reading.values.size() == 1);
  CHECK(read.reading.values[0].path == "thing.v");
  REQUIRE(read.reading.names.size() == 1);
  CHECK(read.reading.names[0].kind == "source");
}

TEST_CASE("a share keeps what the others leave") {
  const ReadValue read("{ a = { value = 0.25, source = \"s\" }, b = \"rest\", c = 0.5 }",
                       SharesReader{NameReader{"step"}});
  CHECK(read.error() == "");
  REQUIRE(read.value.value.size() == 3);
  CHECK(read.value.value[0].origin.provenance().source == "s");
  CHECK(read.value.value[1].target == "b");
  CHECK(read.value.value[1].share == 0.25);
}

TEST_CASE("shares may miss one by a billionth") {
  CHECK(ReadValue("{ a = 0.3333333333, b = 0.6666666667 }", SharesReader{NameReader{"step"}}).error() == "");
  CHECK(ReadValue("{ a = 0.333333, b = 0.666666 }", SharesReader{NameReader{"step"}}).error() ==
        "shares out of \"thing.v\" sum to 0.999999, expected 1");
}

TEST_CASE("a distribution is named by the key that has its mean") {
  using Shape = DurationLaw::Shape;
  const auto law = [](const std::string& text) {
    const ReadValue read(text, read_duration_law);
    INFO(text);
    CHECK(read.error() == "");
    return read.value.value;
  };
  CHECK(law("\"26 weeks\"").shape == Shape::fixed);
  CHECK(law("\"never\"").shape == Shape::never);
  CHECK(law("{ exponential = \"26 weeks\" }").mean == 182 * kDay);
  const DurationLaw lognormal = law("{ value = { lognormal = \"60 days\", sd = \"30 days\" }, source = \"s\" }");
  CHECK(lognormal.shape == Shape::lognormal);
  CHECK(lognormal.sd == 30 * kDay);
  CHECK(law("{ gamma = { value = \"60 days\", low = \"50 days\" }, sd = { value = \"30 days\" } }").mean == 60 * kDay);
  CHECK(law("{ erlang = \"10 days\", k = 3 }").stages == 3);
  CHECK(law("{ weibull = \"20 weeks\", shape = 1.5 }").shape_parameter == 1.5);
  CHECK(law("{ uniform = [\"2 weeks\", \"6 weeks\"] }").points == std::vector<Span>{14 * kDay, 42 * kDay});
  CHECK(law("{ triangular = [\"1 day\", \"2 days\", \"9 days\"] }").points.size() == 3);
  CHECK(law("{ empirical = [\"1 day\", \"3 days\"], weights = [2, 1] }").weights == std::vector<double>{2, 1});
  const DurationLaw mixture =
      law("{ mixture = [{ share = 0.25, of = { exponential = \"1 week\" } }, { share = \"rest\", of = \"never\" }] }");
  REQUIRE(mixture.parts.size() == 2);
  CHECK(mixture.weights == std::vector<double>{0.25, 0.75});
  CHECK(mixture.parts[1].shape == Shape::never);
}

TEST_CASE("bounds lie around the mean of a distribution") {
  const std::string law = "value = { exponential = \"10 days\" }";
  CHECK(ReadValue("{ " + law + ", low = \"9 days\", high = \"11 days\" }", read_duration_law).error() == "");
  CHECK(ReadValue("{ " + law + ", low = \"11 days\" }", read_duration_law).error() ==
        "low is 11 days, expected at most the value");
  CHECK(ReadValue("{ " + law + ", high = \"9 days\" }", read_duration_law).error() ==
        "high is 9 days, expected at least the value");
}

TEST_CASE("a clock may be accumulated") {
  const ReadValue read("{ accumulated = { exponential = \"22 weeks\" }, within = \"9 months\", of = [\"a\", \"b\"] }",
                       read_clock);
  CHECK(read.error() == "");
  CHECK(read.value.value.accumulated);
  CHECK(read.value.value.law.mean == 154 * kDay);
  CHECK(read.value.value.within == 9 * kMonth);
  CHECK(read.value.value.of == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a choice nests and keeps the order of its cases") {
  const ReadValue read(
      "{ by = \"a\", y = \"1 day\", x = { by = \"b\", true = \"2 days\", false = \"3 days\" }, else = \"4 days\" }",
      choice_of(read_span));
  CHECK(read.error() == "");
  REQUIRE(read.value.cases.size() == 2);
  CHECK(read.value.cases[0].first == "y");
  CHECK(read.value.cases[1].second.by == "b");
  CHECK(read.value.cases[1].second.cases[1].second.value.value == 3 * kDay);
  CHECK(read.value.otherwise->value.value == 4 * kDay);
  std::vector<Span> all;
  for_each_value(read.value, [&](const Sourced<Span>& span) { all.push_back(span.value); });
  CHECK(all == std::vector<Span>{kDay, 2 * kDay, 3 * kDay, 4 * kDay});
  REQUIRE(read.reading.traits.size() == 2);
  CHECK(read.reading.traits[0].trait == "b");
  CHECK(read.reading.traits[0].all_cases);
  CHECK_FALSE(read.reading.traits[1].all_cases);
  CHECK(read.reading.values[2].path == "thing.v.x.true");
}

TEST_CASE("a condition's list means any of its values") {
  const ReadValue read("{ a = \"x\", b = [\"y\", \"z\"], c = true }", read_condition);
  CHECK(read.error() == "");
  REQUIRE(read.value.size() == 3);
  CHECK(read.value[0].values == std::vector<std::string>{"x"});
  CHECK(read.value[1].values == std::vector<std::string>{"y", "z"});
  CHECK(read.value[2].values == std::vector<std::string>{"true"});
  CHECK(ReadValue("{ a = [] }", read_condition).error() == "an empty list never holds, expected at least one value");
  CHECK(ReadValue("{}", read_condition).error() == "an empty condition, expected { attribute = value }");
}

}  // namespace sagsflow
