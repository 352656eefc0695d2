#include "output/manifest.h"

#include <catch2/catch.hpp>

using namespace sagsflow;

TEST_CASE("the manifest says what made the results, in a fixed order") {
  Manifest manifest;
  manifest.version = "0.1.0";
  manifest.commit = "4c110a5";
  manifest.scenario = "scenarios/eksempel.toml";
  manifest.inputs = {{"scenarios/lov/frist \"30\".toml", "ab12"}};
  manifest.seed = 18446744073709551615U;
  manifest.command_line = {"sagsflow", "compare", "scenarios/eksempel.toml"};
  manifest.threads = 2;
  const std::chrono::sys_days day{std::chrono::year(2026) / 3 / 9};
  manifest.started = day + std::chrono::hours(7) + std::chrono::minutes(5) + std::chrono::seconds(3);
  manifest.finished = day + std::chrono::hours(7) + std::chrono::minutes(6);
  manifest.machine = {"værksted", "Linux 6.1", "x86_64", 8};
  manifest.counts = {4, 20, 123456789012};
  CHECK(manifest_json(manifest) == R"({
  "program": "sagsflow",
  "version": "0.1.0",
  "commit": "4c110a5",
  "scenario": "scenarios/eksempel.toml",
  "inputs": [
    {
      "path": "scenarios/lov/frist \"30\".toml",
      "sha256": "ab12"
    }
  ],
  "seed": 18446744073709551615,
  "command_line": [
    "sagsflow",
    "compare",
    "scenarios/eksempel.toml"
  ],
  "threads": 2,
  "started": "2026-03-09T07:05:03Z",
  "finished": "2026-03-09T07:06:00Z",
  "machine": {
    "host": "værksted",
    "system": "Linux 6.1",
    "architecture": "x86_64",
    "processors": 8
  },
  "counts": {
    "arms": 4,
    "replications": 20,
    "events": 123456789012
  }
}
)");
}

TEST_CASE("the manifest says which precision was asked for and found") {
  Manifest manifest;
  CHECK(manifest_json(manifest).find("precision") == std::string::npos);
  manifest.precision = {{"total.staff_hours", 0.25, 0.125, true}};
  CHECK(manifest_json(manifest).find(R"("precision": [
    {
      "measure": "total.staff_hours",
      "goal": 0.25,
      "found": 0.125,
      "reached": true
    }
  ])") != std::string::npos);
}

TEST_CASE("a path that is not UTF-8 does not spoil the manifest") {
  Manifest manifest;
  manifest.scenario = "l\xE6ge.toml";
  CHECK(manifest_json(manifest).find("\"scenario\": \"l\xEF\xBF\xBDge.toml\"") != std::string::npos);
}
