#include <fmt/format.h>

#include "cli/session.h"
#include "output/levels.h"

namespace sagsflow {
namespace {

int run(const Settings& settings) {
  auto session = run_scenario(settings);
  if (!session) return session.error();
  fmt::print("{}", levels_text(session->results, settings.language, text_width()));
  return write_results(*session, settings);
}

}  // namespace

void add_run(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand("run", "run a scenario and print the level of everything in each arm");
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  add_common_options(*command, settings);
  add_run_options(*command, settings);
  add_results_options(*command, settings);
  command->footer("Example:\n  sagsflow run scenarios/rehabiliteringsteam.toml --replications 5 -o results/five");
  command->callback([&] { code = run(settings); });
}

}  // namespace sagsflow
