#include <fmt/format.h>

#include "cli/exit_code.h"
#include "cli/session.h"
#include "output/comparison.h"

namespace sagsflow {
namespace {

int compare(const Settings& settings) {
  auto session = run_scenario(settings);
  if (!session) return session.error();
  fmt::print("{}", comparison_text(session->results, settings.language, text_width()));
  return write_results(*session, settings);
}

}  // namespace

void add_compare(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command =
      program.add_subcommand("compare", "run a scenario and compare its trials with the law, the first arm");
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  add_common_options(*command, settings);
  add_run_options(*command, settings);
  add_results_options(*command, settings);
  command->footer("Example:\n  sagsflow compare scenarios/rehabiliteringsteam.toml -o results/rehabiliteringsteam");
  command->callback([&] { code = compare(settings); });
}

}  // namespace sagsflow
