#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "output/language.h"

namespace sagsflow {

/// What the command line says, for any command.
struct Settings {
  Language language = Language::danish;
  bool quiet = false;
  unsigned threads = 0;  ///< 0: one for each processor
  std::string scenario;
  std::string output;                      ///< a results folder, or empty
  bool citizens = false;                   ///< write citizens.csv too
  std::optional<int> replications;         ///< instead of the scenario's
  std::string folder, from, title, place;  ///< of `init`
  std::string shell;                       ///< that `completion` writes for
  std::optional<std::uint64_t> seed;
  std::vector<std::string> command_line;
};

/// The commands, each in a file of its own; `code` gets what the program returns.
void add_check(CLI::App& program, Settings& settings, int& code);
void add_run(CLI::App& program, Settings& settings, int& code);
void add_compare(CLI::App& program, Settings& settings, int& code);
void add_validate(CLI::App& program, Settings& settings, int& code);
void add_calibrate(CLI::App& program, Settings& settings, int& code);
void add_list(CLI::App& program, Settings& settings, int& code);
void add_show(CLI::App& program, Settings& settings, int& code);
void add_diff(CLI::App& program, Settings& settings, int& code);
void add_graph(CLI::App& program, Settings& settings, int& code);
void add_explain(CLI::App& program, Settings& settings, int& code);
void add_init(CLI::App& program, Settings& settings, int& code);
void add_schema(CLI::App& program, Settings& settings, int& code);
void add_completion(CLI::App& program, Settings& settings, int& code);

/// The options of every command, and those of commands that run the model.
void add_common_options(CLI::App& command, Settings& settings);
void add_run_options(CLI::App& command, Settings& settings);
/// `-o`; gives it, for options that need it.
CLI::Option* add_output_option(CLI::App& command, Settings& settings);
/// `-o` and `--citizens`, which needs it.
void add_results_options(CLI::App& command, Settings& settings);

}  // namespace sagsflow
