#include "cli/session.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "cli/launch/file_source.h"
#include "cli/launch/memory.h"
#include "cli/launch/tbb_executor.h"
#include "models/caseload/study.h"
#include "models/process/model.h"
#include "output/citizens_csv.h"

namespace sagsflow {
namespace {

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// Writes each replication's citizens when they are there, for all of them are more than there may be memory for.
class CitizensFile {
 public:
  CitizensFile(ResultFolder& folder, std::string scenario) : folder_(folder), key_{std::move(scenario), {}} {}

  void add(const CitizenNames& names, const CitizenRows& rows) {
    if (!begun_) put(citizens_csv_header(names));
    begun_ = true;
    put(citizens_csv_rows(names, rows, key_));
  }
  const std::optional<std::string>& problem() const { return problem_; }

 private:
  void put(const std::string& text) {
    if (problem_) return;
    if (auto written = folder_.append("citizens.csv", text); !written) problem_ = std::move(written.error());
  }

  ResultFolder& folder_;
  CsvKey key_;
  bool begun_ = false;
  std::optional<std::string> problem_;
};

}  // namespace

void apply(const Settings& settings, RunDefinition& run) {
  if (settings.replications) run.replications = *settings.replications;
  if (settings.seed) run.seed = *settings.seed;
}

ProgressWords progress_words(Language language) {
  if (language == Language::english) return {};
  return {"gentagelser", "tilbage"};
}

std::expected<Model, int> load(const Settings& settings) {
  auto source = FileSource::of_scenario(settings.scenario);
  if (!source) {
    fmt::print(stderr, "sagsflow: {}\n", source.error());
    return std::unexpected(kBadScenario);
  }
  Diagnostics diagnostics;
  std::optional<Model> model = read_model(source->entry(), *source, diagnostics);
  const bool shown = diagnostics.has_errors() || !settings.quiet;
  if (shown) fmt::print(stderr, "{}", diagnostics.render());
  if (!model) return std::unexpected(kBadScenario);
  apply(settings, model->run);
  return std::move(*model);
}

std::expected<Session, int> run_scenario(const Settings& settings) {
  Session session;
  auto model = load(settings);
  if (!model) return std::unexpected(model.error());
  session.model = std::move(*model);
  give_back_free_memory();
  if (!settings.output.empty()) {
    auto folder = ResultFolder::begin(settings.output);
    if (!folder) {
      fmt::print(stderr, "sagsflow: {}\n", folder.error());
      return std::unexpected(kRunFailed);
    }
    session.folder.emplace(std::move(*folder));
  }
  TbbExecutor executor(settings.threads);
  session.threads = executor.threads();
  Progress progress(standard_error_is_watched() && !settings.quiet, progress_words(settings.language));
  progress.expect(static_cast<std::size_t>(session.model.run.replications));
  session.started = now();
  std::optional<CitizensFile> file;
  if (settings.citizens && session.folder) file.emplace(*session.folder, settings.scenario);
  CitizenSink citizens;
  if (file) citizens = [&](const CitizenNames& names, const CitizenRows& rows) { file->add(names, rows); };
  auto results = run_study(
      session.model, settings.scenario, executor, [&](std::size_t, std::size_t) { progress.done(); }, citizens);
  session.finished = now();
  progress.finish();
  if (!results) {
    fmt::print(stderr, "sagsflow: {}\n", results.error().reason);
    return std::unexpected(results.error().is_refusal ? kBadScenario : kRunFailed);
  }
  if (file && file->problem()) {
    fmt::print(stderr, "sagsflow: {}\n", *file->problem());
    return std::unexpected(kRunFailed);
  }
  session.results = std::move(*results);
  return session;
}

std::size_t text_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<std::size_t>(size.ws_col, 40, 160);
}

}  // namespace sagsflow
