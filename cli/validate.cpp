#include <fmt/format.h>

#include "cli/exit_code.h"
#include "cli/session.h"
#include "output/evidence.h"

namespace sagsflow {
namespace {

int validate(const Settings& settings) {
  auto session = run_scenario(settings);
  if (!session) return session.error();
  const Evidence evidence = evidence_of(session->results, settings.language, text_width());
  fmt::print("{}", evidence.text);
  if (const int code = write_results(*session, settings); code != kDone) return code;
  return evidence.binding_missed ? kTargetMissed : kDone;
}

}  // namespace

void add_validate(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command =
      program.add_subcommand("validate", "run a scenario and hold it against its targets; 4 when a hard one is missed");
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  add_common_options(*command, settings);
  add_run_options(*command, settings);
  add_output_option(*command, settings);
  command->footer("Example:\n  sagsflow validate scenarios/rehabiliteringsteam.toml");
  command->callback([&] { code = validate(settings); });
}

}  // namespace sagsflow
