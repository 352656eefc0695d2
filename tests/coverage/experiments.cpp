#include "experiments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "cli/launch/file_source.h"
#include "cli/launch/tbb_executor.h"
#include "models/caseload/study.h"
#include "models/process/model.h"
#include "sim/stat/intervals.h"

namespace sagsflow::coverage {
namespace {

Model model_of(const std::string& scenario) {
  auto files = FileSource::of_scenario(SAGSFLOW_ROOT "/tests/coverage/" + scenario);
  if (!files) throw std::runtime_error(files.error());
  Diagnostics diagnostics;
  std::optional<Model> model = read_model(files->entry(), *files, diagnostics);
  if (!model) throw std::runtime_error(diagnostics.render());
  return std::move(*model);
}

Results run(Model& model, const std::string& scenario, std::uint64_t seed, std::size_t replications) {
  model.run.seed = seed;
  model.run.replications = static_cast<int>(replications);
  SerialExecutor serial;
  auto results = run_study(model, scenario, serial);
  if (!results) throw std::runtime_error(results.error().reason);
  return std::move(*results);
}

/// Experiments that one task runs with one model.
constexpr std::size_t kChunk = 20;

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

}  // namespace

const Case& case_named(const std::vector<Case>& cases, const std::string& name) {
  const auto found = std::ranges::find(cases, name, &Case::name);
  if (found == cases.end()) throw std::runtime_error("no case " + name);
  return *found;
}

Results study(const std::string& scenario, std::uint64_t seed, std::size_t replications) {
  Model model = model_of(scenario);
  return run(model, scenario, seed, replications);
}

std::vector<Row> covered(const Case& known, std::size_t n, std::size_t experiments) {
  const Model model = model_of(known.scenario);
  std::vector<std::vector<char>> held(experiments, std::vector<char>(known.questions.size(), 0));
  TbbExecutor executor;
  executor.for_each((experiments + kChunk - 1) / kChunk, [&](std::size_t chunk) {
    Model mine = model;
    for (std::size_t e = chunk * kChunk; e < std::min(experiments, (chunk + 1) * kChunk); ++e) {
      const Results results = run(mine, known.scenario, 1'000'000 * n + e, n);
      for (std::size_t q = 0; q < known.questions.size(); ++q) held[e][q] = known.questions[q].holds(results) ? 1 : 0;
    }
  });
  std::vector<Row> rows;
  for (std::size_t q = 0; q < known.questions.size(); ++q) {
    const Question& question = known.questions[q];
    Row row{known.name, question.measure, question.interval, n, question.nominal, experiments, 0};
    for (const auto& experiment : held) row.covered += experiment[q] != 0 ? 1 : 0;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string csv_heading() {
  return "case,measure,interval,n,nominal,experiments,covered\n";
}

std::string csv_line(const Row& row) {
  return fmt::format("{},{},{},{},{:.4f},{},{}\n", row.name, row.measure, row.interval, row.n, row.nominal,
                     row.experiments, row.covered);
}

std::vector<Row> rows_in(const std::string& csv) {
  std::vector<Row> rows;
  std::istringstream stream(csv);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() != 7) throw std::runtime_error("not a row of coverage: " + line);
    rows.push_back({fields[0], fields[1], fields[2], std::stoul(fields[3]), std::stod(fields[4]), std::stoul(fields[5]),
                    std::stoul(fields[6])});
  }
  return rows;
}

std::string table_of(const std::vector<Row>& rows) {
  std::string text = "| case | measure | interval | n | nominal % | covered % | 95 % interval of that |\n";
  text += "|---|---|---|---:|---:|---:|---|\n";
  for (const Row& row : rows) {
    const Interval interval = wilson_interval(row.covered, row.experiments);
    text +=
        fmt::format("| {} | {} | {} | {} | {:.1f} | {:.1f} | {:.1f}–{:.1f} |\n", row.name, row.measure, row.interval,
                    row.n, 100 * row.nominal, 100 * row.share(), 100 * interval.low, 100 * interval.high);
  }
  return text;
}

}  // namespace sagsflow::coverage
