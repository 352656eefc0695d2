#include "scenario.h"

#include <bit>
#include <catch2/catch.hpp>

#include "models/caseload/study.h"
#include "models/process/model.h"

namespace sagsflow {

namespace {

std::string run_table(const std::string& length, const std::string& run_out, int replications,
                      const std::string& warm_up) {
  return "[run]\nstart = 2018-01-01\nlength = \"" + length + "\"\nrun_out = \"" + run_out + "\"\nwarm_up = \"" +
         warm_up + "\"\nreplications = " + std::to_string(replications) + "\n";
}

}  // namespace

std::string window(const std::string& length, const std::string& run_out, int replications) {
  return run_table(length, run_out, replications, "24000 h");
}

std::string window_without_warm_up(const std::string& length, const std::string& run_out, int replications) {
  return run_table(length, run_out, replications, "0 h");
}

std::string citizen(const std::string& name, int hours, const std::string& status) {
  return "[arrival." + name + "]\nstatus = \"" + status + "\"\nevery = \"" + std::to_string(24000 + hours) + " h\"\n";
}

std::string job() {
  return "[status.job]\nfinal = true\n";
}

std::string pool(const std::string& name, const std::string& more) {
  return "[pool." + name + "]\nstaff = 1\ncalendar = \"always\"\n" + more + "\n";
}

std::string office_hours() {
  return R"(
[calendar.dag]
hours = { mon = "08:00-16:00", tue = "08:00-16:00", wed = "08:00-16:00", thu = "08:00-16:00", fri = "08:00-16:00" }
)";
}

std::string two_arms() {
  return "[[arm]]\nname = \"lov\"\n[[arm]]\nname = \"forsoeg\"\ntrials = [\"trial.toml\"]\n";
}

Files trial(const std::string& rules) {
  return {{"trial.toml", "[trial]\nid = \"forsoeg\"\n" + rules}};
}

Model model_of(const std::string& text, Files files) {
  files["scenario.toml"] = text;
  MemorySource source(std::move(files));
  Diagnostics diagnostics;
  auto model = read_model("scenario.toml", source, diagnostics);
  INFO(diagnostics.render());
  REQUIRE(model);
  return std::move(*model);
}

Run::Run(const std::string& text, Files files) {
  SerialExecutor executor;
  auto run = run_study(model_of(text, std::move(files)), "scenario.toml", executor);
  INFO((run ? std::string() : run.error().reason));
  REQUIRE(run);
  results = std::move(*run);
}

double Run::of(const std::string& object, const std::string& measure, Statistic statistic, std::size_t arm,
               const std::string& group) const {
  const auto found = find_measure(results, object, measure, group);
  INFO(object << " " << measure << " " << group);
  REQUIRE(found);
  return level_of(results, arm, *found, statistic).value;
}

const Summary& Run::summary(const std::string& object, const std::string& measure, std::size_t arm,
                            std::size_t replication) const {
  const auto found = find_measure(results, object, measure);
  INFO(object << " " << measure);
  REQUIRE(found);
  return results.observations[arm].replications[replication].measures[*found];
}

bool same(const Summary& one, const Summary& other) {
  const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
  const auto equal = [&](double Summary::* field) { return bits(one.*field) == bits(other.*field); };
  return equal(&Summary::count) && equal(&Summary::sum) && equal(&Summary::mean) && equal(&Summary::sd) &&
         equal(&Summary::p50) && equal(&Summary::p90) && equal(&Summary::p95) && equal(&Summary::p99) &&
         equal(&Summary::max) && equal(&Summary::open) && equal(&Summary::horizon) && equal(&Summary::share_zero) &&
         equal(&Summary::at_start) && equal(&Summary::at_end);
}

bool same(const Results& one, const Results& other) {
  if (one.observations.size() != other.observations.size()) return false;
  for (std::size_t arm = 0; arm < one.observations.size(); ++arm) {
    const auto& ones = one.observations[arm].replications;
    const auto& others = other.observations[arm].replications;
    if (ones.size() != others.size()) return false;
    for (std::size_t replication = 0; replication < ones.size(); ++replication) {
      if (ones[replication].events != others[replication].events) return false;
      for (std::size_t i = 0; i < one.catalogue.size(); ++i) {
        if (!same(ones[replication].measures[i], others[replication].measures[i])) return false;
      }
    }
    for (std::size_t i = 0; i < one.catalogue.size(); ++i) {
      const double first = one.observations[arm].pooled[i].p90, second = other.observations[arm].pooled[i].p90;
      if (std::bit_cast<std::uint64_t>(first) != std::bit_cast<std::uint64_t>(second)) return false;
    }
  }
  return true;
}

}  // namespace sagsflow
