#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "example_results.h"
#include "output/answer.h"
#include "output/comparison.h"
#include "output/evidence.h"
#include "output/labels.h"
#include "output/levels.h"
#include "output/text_width.h"

using namespace sagsflow;

namespace {

constexpr Language da = Language::danish;
constexpr Language en = Language::english;

std::string expected(const std::string& name) {
  std::ifstream file(SAGSFLOW_ROOT "/tests/output/expected/" + name);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::size_t widest(const std::string& text) {
  std::size_t columns = 0;
  for (const std::string& line : lines_of(text)) columns = std::max(columns, columns_of(line));
  return columns;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t times_in(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

/// The example with a fourth arm, alike the third.
Results four_arms() {
  Results results = ExampleResults().results;
  results.arms.push_back({"begge", "Begge: uden om teamet og speciallæge", "Both: past the team and specialist", {}});
  results.observations.push_back(results.observations[2]);
  return results;
}

/// The example with one trial arm.
Results one_trial() {
  Results results = ExampleResults().results;
  results.arms.resize(2);
  results.observations.resize(2);
  return results;
}

}  // namespace

TEST_CASE("the comparison of the example is, to the letter, what it was") {
  const Results results = ExampleResults().results;
  CHECK(comparison_text(results, da, 112) == expected("comparison_da.txt"));
  CHECK(comparison_text(results, en, 112) == expected("comparison_en.txt"));
  CHECK(levels_text(results, da, 112) == expected("levels_da.txt"));
}

TEST_CASE("the first five lines answer for every arm") {
  const std::vector<std::string> lines = lines_of(comparison_text(ExampleResults().results, da, 112));
  CHECK(has(lines[0], "4 gentagelser, 95 %"));
  CHECK(has(lines[1], "+50 ± 11 (10 %)"));  // half of 100 hours in two years
  CHECK(has(lines[2], "Klinisk Funktion 45,0 → 20,0"));
  CHECK(has(lines[3], "60 / 25 / 10 %"));
  CHECK(has(lines[4], "−5,00 ± 0,26"));  // half of 10 million DKK in two years
  CHECK(lines[5].empty());
}

TEST_CASE("one trial arm is answered in sentences") {
  const Results results = one_trial();
  const std::vector<std::string> danish = lines_of(answer_text(results, da, 112));
  REQUIRE(danish.size() == 5);
  CHECK(danish[0] == "Forsøg mod Lov (4 gentagelser, 95\u00a0%-intervaller)");
  CHECK(danish[1] == "  Timer     50 (39–61) medarbejdertimer frigøres om året; det er 10 %");
  CHECK(danish[3] == "  Borgere   60 % venter kortere, 25 % det samme, 10 % længere, 5 % uafgjort");
  CHECK(has(answer_text(results, en, 112), "50 (39–61) staff hours freed a year; that is 10%"));
}

TEST_CASE("more hours are not called freed, and an unclear change is called unclear") {
  Results results = one_trial();
  std::swap(results.observations[0], results.observations[1]);
  CHECK(has(answer_text(results, da, 112), "50 (39–61) flere medarbejdertimer om året; det er 11 %"));
  results.observations[0] = ExampleResults().results.observations[0];
  results.observations[1] = ExampleResults().results.observations[2];
  CHECK(has(answer_text(results, da, 112), "uafklaret: 0 (−7 til 8) medarbejdertimer om året"));
}

TEST_CASE("a clear change of a wait goes before a larger one that is not clear") {
  Results results = one_trial();
  const auto team = find_measure(results, "meeting.team", "wait");
  REQUIRE(team);
  const double sums[] = {0, 60000, 0, 30000};  // far apart, so that the mean says little
  for (std::size_t r = 0; r < 4; ++r) results.observations[1].replications[r].measures[*team].sum = sums[r];
  const ArmAnswer answer = answer_of(results, 1, da);
  REQUIRE(answer.wait);
  CHECK(answer.wait->place == "Lægeattest LÆ265");
  CHECK(answer.wait->change.value == Approx(-5));
}

TEST_CASE("four arms fit side by side on a common terminal, with the short mark explained") {
  for (const std::size_t width : {100U, 112U, 120U}) {
    const std::string text = comparison_text(four_arms(), da, width);
    CHECK(widest(text) <= width);
    CHECK(times_in(text, "Ventetider, dage") == 1);
    CHECK((has(text, "? = uafklaret") || !has(text, " ?\n")));
    CHECK(lines_of(text)[5].empty());
    CHECK(has(text, "Begge: uden om teamet og speciallæge"));
  }
}

TEST_CASE("on a narrow terminal the arms come after each other") {
  const std::string text = comparison_text(four_arms(), da, 72);
  CHECK(widest(text) <= 72);
  CHECK(times_in(text, "Ventetider, dage") == 3);
}

TEST_CASE("what the catalogue has not is not shown") {
  Results results = ExampleResults().results;
  results.catalogue.clear();
  for (ArmObservations& arm : results.observations) {
    arm.pooled.clear();
    arm.changes.clear();
    for (ReplicationObservations& replication : arm.replications) replication.measures.clear();
  }
  const std::string text = comparison_text(results, da, 112);
  CHECK_FALSE(has(text, "Ventetider"));
  CHECK_FALSE(has(text, "Samlet ventetid"));
}

TEST_CASE("a column has the whole label, what is before its colon, or the name") {
  Results results = four_arms();
  CHECK(column_name_of(results, 1, da) == "Forsøg");
  CHECK(column_name_of(results, 3, da) == "Begge");
  results.arms[1].label_da = "Begge: men på en anden måde";
  CHECK(column_name_of(results, 3, da) == "begge");
  CHECK(column_names_text(results, da) ==
        "forsoeg: Begge: men på en anden måde\nbegge: Begge: uden om teamet og speciallæge\n");
}

TEST_CASE("the evidence shows each target, and why one is missed") {
  const Results results = ExampleResults().results;
  const Evidence evidence = evidence_of(results, da, 112);
  CHECK(evidence.text == expected("evidence_da.txt"));
  CHECK(evidence.met == 3);
  CHECK_FALSE(evidence.binding_missed);  // the one that is missed is soft
  CHECK(widest(evidence.text) <= 112);
}

TEST_CASE("a hard target that is missed binds") {
  Results results = ExampleResults().results;
  results.targets[1].kind = "hard";
  results.targets[1].note_da.clear();
  results.targets[1].note_en.clear();
  const Evidence evidence = evidence_of(results, en, 112);
  CHECK(evidence.binding_missed);
  CHECK(has(evidence.text, "the scenario's notes do not explain it"));
}
