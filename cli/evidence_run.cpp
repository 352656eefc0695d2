#include "cli/evidence_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "cli/exit_code.h"
#include "cli/launch/file_bytes.h"
#include "cli/launch/file_source.h"
#include "cli/launch/sha256.h"
#include "cli/launch/tbb_executor.h"
#include "cli/session.h"
#include "models/caseload/describe.h"
#include "models/caseload/study.h"
#include "models/process/calibration.h"

namespace sagsflow {
namespace {

/// A scenario that was read, or not.
struct Read {
  std::string file;
  std::expected<Model, int> model;
};

/// Whether the file has a `[target.X]`; one that cannot be read may have, so that it is read and refused.
bool may_have_targets(const std::filesystem::path& path) {
  auto text = file_bytes(path, FileSource::kMaxBytes);
  if (!text) return true;
  Diagnostics diagnostics;
  const std::optional<Node> node = parse_toml(diagnostics.add_file(path.string(), std::move(*text)), diagnostics);
  return !node || node->find("target") != nullptr;
}

std::vector<Read> read_all(const EvidenceWish& wish, Settings settings) {
  std::vector<Read> all;
  for (const std::string& scenario : wish.scenarios) {
    settings.scenario = scenario;
    all.push_back({scenario, load(settings)});
  }
  return all;
}

/// What was not run has its targets all the same.
ScenarioEvidence nothing_of(const Model& model, const std::string& scenario, std::string failure) {
  const Results described = describe(model, scenario);
  return {scenario,
          described.run.title_da,
          described.run.title_en,
          static_cast<std::size_t>(model.run.replications),
          described.targets,
          {},
          std::move(failure)};
}

ScenarioEvidence run(const Model& model, const std::string& scenario, Executor& executor, Progress& progress) {
  auto results = run_study(model, scenario, executor, [&](std::size_t, std::size_t) { progress.done(); });
  if (!results) return nothing_of(model, scenario, std::move(results.error().reason));
  return evidence_of(*results);
}

/// Sources and calibrated values of several scenarios, each once and in order.
class Mentioned {
 public:
  void add(const Model& model) {
    for (const TargetDefinition& target : model.targets) {
      const auto found = model.sources.find(target.origin.provenance().source);
      if (found != model.sources.end()) sources_[found->first] = found->second.title;
    }
    for (WrittenValue& value : calibrated_values(model)) {
      calibrated_.emplace(std::pair(value.file, value.path), std::move(value));
    }
  }

  void move_into(EvidenceDocument& document) {
    for (auto& [id, title] : sources_) document.sources.push_back({id, title, title});
    for (auto& [place, value] : calibrated_) document.calibrated.push_back(std::move(value));
  }

 private:
  std::map<std::string, std::string> sources_;
  std::map<std::pair<std::string, std::string>, WrittenValue> calibrated_;
};

}  // namespace

std::vector<std::string> bundled_scenarios(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".toml" && may_have_targets(entry.path())) files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

std::string fingerprint_of(const Model& model) {
  std::map<std::string, std::string> sums;
  for (const FileRead& file : model.files) sums[file.path] = sha256_hex(file.text);
  std::string lines;
  for (const auto& [path, sum] : sums) lines += fmt::format("{}  {}\n", sum, path);
  return sha256_hex(lines);
}

EvidenceRun run_evidence(const EvidenceWish& wish, const Settings& settings) {
  EvidenceRun result;
  std::vector<Read> all = read_all(wish, settings);
  TbbExecutor executor(settings.threads);
  Progress progress(standard_error_is_watched() && !settings.quiet && wish.run, progress_words(settings.language));
  for (const Read& read : all) {
    if (read.model) progress.expect(static_cast<std::size_t>(read.model->run.replications));
  }
  Mentioned mentioned;
  for (Read& read : all) {
    if (!read.model) {
      result.code = std::max(result.code, read.model.error());
      continue;
    }
    ScenarioEvidence evidence =
        wish.run ? run(*read.model, read.file, executor, progress) : nothing_of(*read.model, read.file, {});
    if (!evidence.failure.empty()) {
      fmt::print(stderr, "sagsflow: {}: {}\n", read.file, evidence.failure);
      result.code = std::max<int>(result.code, kRunFailed);
    }
    result.document.scenarios.push_back({std::move(evidence), fingerprint_of(*read.model)});
    mentioned.add(*read.model);
    read.model = std::unexpected(kDone);  // no longer needed, and large
  }
  progress.finish();
  mentioned.move_into(result.document);
  return result;
}

}  // namespace sagsflow
