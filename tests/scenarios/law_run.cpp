#include "law_run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "cli/launch/file_source.h"
#include "models/caseload/study.h"
#include "models/process/model.h"

namespace sagsflow {
namespace {

const std::string kOwn = "test.toml";

/// The files of scenarios/ and, among them, one that the test has written.
class WithOwn : public Source {
 public:
  WithOwn(FileSource files, std::string text) : files_(std::move(files)), text_(std::move(text)) {}
  std::expected<std::string, std::string> text_of(const std::string& path) override {
    if (path == kOwn) return text_;
    return files_.text_of(path);
  }

 private:
  FileSource files_;
  std::string text_;
};

WithOwn source_of(const std::string& text) {
  auto files = FileSource::of_scenario(SAGSFLOW_ROOT "/scenarios/rehabiliteringsteam.toml");
  REQUIRE(files);
  return {std::move(*files), text};
}

const std::vector<std::string> kPools{"sagsbehandler_ledig",
                                      "sagsbehandler_syg",
                                      "sagsbehandler_rehab",
                                      "sagsbehandler_kh",
                                      "sagsbehandler_integration",
                                      "virksomhedskonsulent",
                                      "mentor",
                                      "ydelse",
                                      "klinisk_funktion"};

Model model_of(const std::string& text) {
  WithOwn source = source_of(text);
  Diagnostics diagnostics;
  auto model = read_model(kOwn, source, diagnostics);
  INFO(diagnostics.render());
  REQUIRE(model);
  return std::move(*model);
}

Results results_of(const std::string& text) {
  SerialExecutor executor;
  auto results = run_study(model_of(text), kOwn, executor);
  INFO((results ? std::string() : results.error().reason));
  REQUIRE(results);
  return std::move(*results);
}

}  // namespace

std::string complaints(const std::string& text) {
  WithOwn source = source_of(text);
  Diagnostics diagnostics;
  read_model(kOwn, source, diagnostics);
  return diagnostics.messages().empty() ? std::string() : diagnostics.render();
}

std::vector<std::string> duties_never_held(const std::string& text) {
  const Model model = model_of(text);
  const Definitions& rules = model.arms.front().versions.front().definitions;
  const auto holds = [](const ProcedureDefinition& procedure, const std::string& duty) {
    return std::ranges::any_of(procedure.steps, [&](const StepDefinition& step) {
      return std::ranges::find(step.holds, duty) != step.holds.end();
    });
  };
  std::vector<std::string> never;
  for (const StatusDefinition& status : rules.statuses) {
    for (const DutyDefinition& duty : status.duties) {
      const auto held_by = [&](const ProcedureDefinition& procedure) { return holds(procedure, duty.name); };
      if (!std::ranges::any_of(rules.procedures, held_by)) continue;
      for_each_value(duty.procedure, [&](const Sourced<std::string>& name) {
        const auto own = std::ranges::find(rules.procedures, name.value, &ProcedureDefinition::name);
        if (!held_by(*own)) never.push_back(status.name + "." + duty.name);
      });
    }
  }
  return never;
}

std::map<std::string, double> arrivals_a_year(const std::string& text) {
  std::map<std::string, double> arrivals;
  const Model model = model_of(text);
  for (const ArrivalDefinition& arrival : model.arms.front().versions.front().definitions.arrivals) {
    REQUIRE(arrival.rate);
    const Rate rate = arrival.rate->value;
    arrivals[arrival.name] = rate.count * static_cast<double>(kYear.count()) / static_cast<double>(rate.per.count());
  }
  return arrivals;
}

std::vector<std::string> scenario_files(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(SAGSFLOW_ROOT "/scenarios/" + folder)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string LawCase::text() const {
  std::string text = fmt::format("use = [\"law/{}.toml\"", law);
  for (const std::string& file : also) text += fmt::format(", \"{}\"", file);
  text += fmt::format(
      "]\n[run]\nstart = 2018-01-01\nwarm_up = \"8 years\"\nlength = \"{}\"\nreplications = 1\n"
      "calendar = \"kontortid\"\n",
      length);
  text += fmt::format("[arrival.ny]\nstatus = \"{}\"\nevery = \"8 years\"\nbatch = {}\nset = {{ {} }}\n", status,
                      citizens, set);
  text += "[attribute.kommune]\nvalues = { Her = 1.0 }\n[meeting.rehabiliteringsteam]\nsessions = \"240 per year\"\n";
  for (const std::string& pool : kPools) text += fmt::format("[pool.{}]\nstaff = \"unlimited\"\n", pool);
  return text + rules;
}

LawRun::LawRun(const LawCase& law_case) : LawRun(law_case.text(), law_case.citizens) {}

LawRun::LawRun(const std::string& text, int citizens) : citizens_(citizens), results_(results_of(text)) {}

double LawRun::of(const std::string& object, const std::string& measure, Statistic statistic) const {
  const auto found = find_measure(results_, object, measure, {});
  INFO(object << " " << measure);
  REQUIRE(found);
  return level_of(results_, 0, *found, statistic).value;
}

std::string stays(const std::string& status, const std::vector<std::string>& exits) {
  std::string rules;
  for (const std::string& exit : exits) rules += fmt::format("[status.{}.exit.{}]\nafter = \"never\"\n", status, exit);
  return rules;
}

std::string spared(const std::string& status, const std::vector<std::string>& duties) {
  std::string rules;
  for (const std::string& duty : duties) {
    rules += fmt::format("[status.{}.duty.{}]\nfirst = \"never\"\n", status, duty);
  }
  return rules;
}

}  // namespace sagsflow
