#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "cli/evidence_run.h"
#include "cli/exit_code.h"
#include "cli/launch/replace_file.h"
#include "cli/session.h"
#include "output/evidence.h"

namespace sagsflow {
namespace {

struct Wanted {
  std::vector<std::string> scenarios;  ///< none: the bundled ones
  std::string markdown;                ///< a file, or empty
  bool without_running = false;
};

/// One scenario with its results folder.
int validate_into_folder(Settings settings) {
  auto session = run_scenario(settings);
  if (!session) return session.error();
  const std::vector<ScenarioEvidence> evidence{evidence_of(session->results)};
  fmt::print("{}", evidence_text(evidence, settings.language, text_width()));
  if (const int code = write_results(*session, settings); code != kDone) return code;
  return sum_of(evidence).binding_missed > 0 ? kTargetMissed : kDone;
}

int validate(Settings settings, const Wanted& wanted) {
  std::vector<std::string> scenarios = wanted.scenarios;
  if (!settings.output.empty()) {
    if (scenarios.size() != 1 || !wanted.markdown.empty()) {
      fmt::print(stderr, "sagsflow: --output takes one scenario and no --markdown\n");
      return kBadCommandLine;
    }
    settings.scenario = scenarios.front();
    return validate_into_folder(settings);
  }
  if (scenarios.empty()) scenarios = bundled_scenarios("scenarios");
  if (scenarios.empty()) {
    fmt::print(stderr, "sagsflow: no scenario in the folder \"scenarios\"; name one\n");
    return kBadScenario;
  }
  EvidenceRun run = run_evidence({scenarios, !wanted.without_running}, settings);
  std::vector<ScenarioEvidence> evidence;
  for (const DocumentedScenario& scenario : run.document.scenarios) evidence.push_back(scenario.evidence);
  if (evidence.empty()) return run.code == kDone ? kBadScenario : run.code;
  fmt::print("{}", evidence_text(evidence, settings.language, text_width()));
  if (!wanted.markdown.empty()) {
    if (const auto problem = replace_file(wanted.markdown, evidence_document(run.document))) {
      fmt::print(stderr, "sagsflow: {}\n", *problem);
      return kRunFailed;
    }
  }
  if (run.code != kDone || wanted.without_running) return run.code;
  return sum_of(evidence).binding_missed > 0 ? kTargetMissed : kDone;
}

}  // namespace

void add_validate(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand(
      "validate", "run scenarios and hold them against their targets, in one table; 4 when a binding one is missed");
  auto wanted = std::make_shared<Wanted>();
  command->add_option("scenario", wanted->scenarios,
                      "scenario files; none: every one of the folder scenarios with targets");
  command->add_option("--markdown", wanted->markdown, "write the evidence as a page in Markdown too")
      ->type_name("FILE");
  command->add_flag("--without-running", wanted->without_running, "only what the documents say; nothing is run");
  add_common_options(*command, settings);
  add_run_options(*command, settings);
  add_output_option(*command, settings);
  command->footer(
      "Examples:\n  sagsflow validate scenarios/rehabiliteringsteam.toml\n"
      "  sagsflow validate --markdown docs/evidence.md");
  command->callback([&settings, &code, wanted] { code = validate(settings, *wanted); });
}

}  // namespace sagsflow
