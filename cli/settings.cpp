#include "cli/settings.h"

namespace sagsflow {

void add_common_options(CLI::App& command, Settings& settings) {
  command
      .add_option_function<std::string>(
          "--lang", [&settings](const std::string& code) { settings.language = *language_named(code); },
          "language of what is printed: da or en")
      ->check(CLI::IsMember({"da", "en"}))
      ->type_name("da|en");
  command.add_flag("--quiet,-q", settings.quiet, "no progress and no warnings");
}

void add_run_options(CLI::App& command, Settings& settings) {
  command.add_option("--threads", settings.threads, "how many threads; results do not depend on it")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  command.add_option("--replications", settings.replications, "instead of the scenario's own number")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  command.add_option("--seed", settings.seed, "instead of the scenario's own seed")->type_name("N");
}

CLI::Option* add_output_option(CLI::App& command, Settings& settings) {
  return command.add_option("-o,--output", settings.output, "write the results into this folder, whole or not at all")
      ->type_name("DIR");
}

void add_results_options(CLI::App& command, Settings& settings) {
  command
      .add_flag("--citizens", settings.citizens,
                "write citizens.csv too, a row for each citizen of the window in each arm and replication")
      ->needs(add_output_option(command, settings));
}

}  // namespace sagsflow
