#include "output/evidence_document.h"

#include <catch2/catch.hpp>

#include "example_results.h"

using namespace sagsflow;

namespace {

EvidenceDocument example_document() {
  ScenarioEvidence evidence = evidence_of(ExampleResults().results);
  evidence.scenario = "scenarios/en.toml";
  evidence.targets[0].quote = "i gennemsnit | 2 måneder";
  evidence.targets[0].note_en = "chosen\nfor it";
  evidence.targets[3].falsification = true;
  WrittenValue value;
  value.path = "pool.kf.staff";
  value.text = "6";
  value.low = "5";
  value.high = "8";
  value.file = "law/kf.toml";
  value.calibrated = "en.toml attest";
  return {{{evidence, "abc"}}, {{"L15", "Aftalen", "Aftalen"}}, {value}};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// What stands under the heading, to the next.
std::string under(const std::string& page, const std::string& heading) {
  const std::size_t begin = page.find("\n## " + heading + "\n");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("\n## ", begin + 1) - begin);
}

}  // namespace

TEST_CASE("the page of the evidence has a row for each target, its bars and line breaks kept out of the table") {
  const std::string page = evidence_document(example_document());
  const std::string part = under(page, "Scenario by scenario");
  CHECK(has(part, "`sagsflow validate scenarios/en.toml`: 4 replications. Files: `abc`"));
  CHECK(has(part,
            "| hard | `L15` »i gennemsnit \\| 2 måneder« | 60 ± 5 | 60.0 (57.0–63.0) | inside | chosen for it |\n"));
  CHECK(has(part, "| at most 90 | 96 (89–103) | **OUTSIDE** | The source counts only"));
}

TEST_CASE("the page sums up by kind and lists what is outside, the checks and the calibrations by themselves") {
  const std::string page = evidence_document(example_document());
  CHECK(has(under(page, "In sum"),
            "| hard | 2 | 2 | 0 |\n| mechanical | 0 | 0 | 0 |\n| soft | 1 | 0 | 1 |\n| falsification | 1 | 1 | 0 |\n"));
  const std::string outside = under(page, "What is outside, and why");
  CHECK(has(outside, "Nine in ten have LÆ265 within"));
  CHECK_FALSE(has(outside, "Wait for the team"));
  CHECK(has(under(page, "Falsification checks"), "Wait for the team"));
  CHECK(has(under(page, "Calibrations"),
            "| `pool.kf.staff` (law/kf.toml) | 6 | 5 to 8 | `en.toml` attest | `sagsflow calibrate scenarios/en.toml "
            "pool.kf.staff --target attest` |\n"));
  CHECK(has(under(page, "Sources"), "| `L15` | Aftalen |\n"));
}

TEST_CASE("what could not be run stands on the page with its targets and why") {
  EvidenceDocument document = example_document();
  document.scenarios[0].evidence.outcomes.clear();
  document.scenarios[0].evidence.failure = "too many events";
  const std::string page = evidence_document(document);
  CHECK(has(page, "**Could not be run:** too many events"));
  CHECK(has(under(page, "In sum"), "| hard | 2 | 0 | 2 |"));
}
