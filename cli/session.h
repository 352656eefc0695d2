#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>

#include "cli/launch/progress.h"
#include "cli/launch/result_folder.h"
#include "cli/settings.h"
#include "models/process/model.h"
#include "models/results/results.h"

namespace sagsflow {

/// What the command line says instead of the scenario: replications and seed.
void apply(const Settings& settings, RunDefinition& run);

/// What the progress line says.
ProgressWords progress_words(Language language);

/// The scenario named on the command line, read and checked; its errors and warnings go to standard error. The
/// command line's replications and seed are in it. Error: the exit code.
std::expected<Model, int> load(const Settings& settings);

/// A scenario that was run, with what the manifest wants to know.
struct Session {
  Model model;
  Results results;
  std::optional<ResultFolder> folder;  ///< of `-o`, not yet written
  std::chrono::sys_seconds started, finished;
  unsigned threads = 0;
};

/// Loads and runs, with a progress line on a terminal. A results folder that cannot be written is refused first.
std::expected<Session, int> run_scenario(const Settings& settings);

/// The result folder with its tables and manifest, whole or not at all; does nothing without `-o`. Gives the exit
/// code.
int write_results(Session& session, const Settings& settings);

/// Columns to print in: the terminal's, or 100 in a pipe.
std::size_t text_width();

}  // namespace sagsflow
