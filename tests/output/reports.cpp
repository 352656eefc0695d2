#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "example_results.h"
#include "output/answer.h"
#include "output/comparison.h"
#include "output/evidence.h"
#include "output/labels.h"
#include "output/levels.h"
#include "output/number_format.h"
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
  CHECK(has(lines[0], "Mod Lov"));
  CHECK(has(lines[1], "50 ± 15 færre (10 %)"));  // half of 100 hours in two years; t(0.9875; 3) = 4.177 for two trials
  CHECK(has(lines[2], "Rehabiliteringsteam 41,2 → 17,1"));
  CHECK(has(lines[2], "Hos Klinisk Funktion (KF-sag) 45,0 → 20,0"));
  CHECK(has(lines[3], "60 % kortere, 10 % længere"));
  CHECK(has(lines[4], "−5,00 ± 0,34 mio. kr./år"));  // half of 10 million DKK in two years
  CHECK(lines[5].empty());
  CHECK(has(lines[6], "4 gentagelser"));
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
  CHECK(answer.wait->place == "Lægeattest LÆ265 (JAF-visitation)");
  CHECK(answer.wait->change.estimate.value == Approx(-5));
}

TEST_CASE("the wait in the answer is the one that moves most days for all who wait, not the largest change") {
  Results results = one_trial();
  const auto wait = find_measure(results, "procedure.kf.step.hos_kf", "wait");
  REQUIRE(wait);
  for (ReplicationObservations& replication : results.observations[1].replications) {
    replication.measures[*wait].count = 2;  // 40 days longer, but for two citizens
    replication.measures[*wait].sum = 170;
  }
  for (ReplicationObservations& replication : results.observations[0].replications) {
    replication.measures[*wait].count = 2;
    replication.measures[*wait].sum = 90;
  }
  const ArmAnswer answer = answer_of(results, 1, da);
  REQUIRE(answer.wait);
  CHECK(answer.wait->place == "Rehabiliteringsteam");
}

TEST_CASE("a wait that citizens give up is not in the answer: it goes on elsewhere") {
  ExampleResults example;
  example.add("procedure.kf.step.hos_kf", "gave_up", MeasureKind::count, Unit::count,
              ExampleResults::ByArm<double>{{{0, 0, 0, 0}, {0, 0, 0, 0}, {90, 90, 80, 100}}});
  const ArmAnswer answer = answer_of(example.results, 2, da);
  REQUIRE(answer.wait);
  CHECK(answer.wait->place == "Rehabiliteringsteam");
  CHECK_FALSE(is_clear(answer.wait->change.estimate));
  CHECK(has(comparison_text(example.results, da, 120), "opgiver at vente, om året"));
}

TEST_CASE("it is said where sharing chance between the arms gained nothing") {
  CHECK_FALSE(has(answer_text(one_trial(), da, 112), "Advarsel"));
  Results results = one_trial();
  const auto hours = find_measure(results, "total", "staff_hours");
  REQUIRE(hours);
  const double against[] = {900, 820, 990, 890};  // high where the law is low
  for (std::size_t r = 0; r < 4; ++r) results.observations[1].replications[r].measures[*hours].sum = against[r];
  const std::string text = answer_text(results, da, 112);
  CHECK(has(text, "Advarsel: at armene deler held, gør ikke intervallet smallere for timer (Forsøg);"));
}

TEST_CASE("where the law has nothing, the trial's own level stands in parentheses") {
  Results results = one_trial();
  const auto wait = find_measure(results, "procedure.kf.step.hos_kf", "wait");
  REQUIRE(wait);
  for (ReplicationObservations& replication : results.observations[0].replications) replication.measures[*wait] = {};
  const std::string text = comparison_text(results, da, 112);
  CHECK(has(text, "(45,0 ± 1,3)"));
  CHECK(has(text, "(I parentes: "));
}

TEST_CASE("pools that are alike in every arm stand in one row") {
  ExampleResults example;
  for (const std::string name : {"a", "b", "c"}) {
    ObjectInfo pool;
    pool.path = "pool.team_" + name;
    pool.kind = "pool";
    pool.label_da = "Teamet: " + name;
    example.results.objects.push_back(pool);
    example.add(pool.path, "hours", MeasureKind::total, Unit::hours,
                ExampleResults::ByArm<double>{{{400, 410, 390, 400}, {300, 310, 290, 300}, {400, 410, 390, 400}}});
  }
  const std::string text = comparison_text(example.results, da, 112);
  CHECK(has(text, "Teamet (hver af 3)"));
  CHECK_FALSE(has(text, "Teamet: a"));
}

TEST_CASE("four arms fit side by side on a common terminal, with the short mark explained") {
  for (const std::size_t width : {100U, 112U, 120U}) {
    const std::string text = comparison_text(four_arms(), da, width);
    CHECK(widest(text) <= width);
    CHECK(times_in(text, "Ventetider, dage") == 1);
    CHECK((has(text, "?\u00a0= uafklaret") || !has(text, " ?\n")));
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

TEST_CASE("the evidence shows each target with its source, and why one is outside") {
  const ScenarioEvidence evidence = evidence_of(ExampleResults().results);
  const std::string text = evidence_text({evidence}, da, 112);
  CHECK(text == expected("evidence_da.txt"));
  CHECK(widest(text) <= 112);
  CHECK(sum_of({evidence}).met == 3);
  CHECK(sum_of({evidence}).binding_missed == 0);  // the one that is missed is soft
}

TEST_CASE("a hard target that is missed binds") {
  Results results = ExampleResults().results;
  results.targets[1].kind = "hard";
  results.targets[1].note_da.clear();
  results.targets[1].note_en.clear();
  const ScenarioEvidence evidence = evidence_of(results);
  CHECK(sum_of({evidence}).binding_missed == 1);
  CHECK(has(evidence_text({evidence}, en, 112), "the scenario's notes do not explain it"));
}

TEST_CASE("the evidence of several scenarios is one table, with those that could not be run in it") {
  ScenarioEvidence one = evidence_of(ExampleResults().results);
  one.scenario = "scenarios/en.toml";
  one.title_da = "Et scenarie";
  ScenarioEvidence other = one;
  other.scenario = "scenarios/to.toml";
  other.outcomes.clear();
  other.failure = "for mange hændelser";
  const std::string text = evidence_text({one, other}, da, 80);
  CHECK(has(text, "\nEt scenarie (scenarios/en.toml)\n"));
  CHECK(has(text, "\nEt scenarie (scenarios/to.toml)\n"));
  CHECK(has(text, "for mange hændelser\n"));
  CHECK(has(text, "3 af 8 mål er inden for"));
  CHECK(has(text, "Scenarier, der ikke kunne køres: 1."));
  CHECK(text.find("I kilden") == text.rfind("I kilden"));
  CHECK(widest(text) <= 80);
  CHECK(has(evidence_text({one}, da, 60),
            "\n  Ni ud af ti får LÆ265 inden\n"));  // no room beside the row: a line of its own
  CHECK(sum_of({one, other}).binding_missed == 3);  // hard, hard and mechanical, not measured
}
