#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "law_run.h"

namespace sagsflow {
namespace {

std::string text_of(const std::string& file) {
  std::ifstream in(SAGSFLOW_ROOT "/scenarios/" + file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The scenarios that stand directly in scenarios/.
std::vector<std::string> comparisons() {
  return scenario_files(".");
}

const std::string kDesks =
    "use = [\"law/kilder.toml\", \"law/modtagelse.toml\", \"places/fredensborg-skranker.toml\"]\n"
    "[run]\nstart = 2013-01-01\nwarm_up = \"10 days\"\nlength = \"200 days\"\nreplications = 1\n"
    "[pool.borgerservice]\nabsence = 0.0\n[status.henvendelse.exit.gaar]\nafter = \"never\"\n";

}  // namespace

TEST_CASE("every comparison reads and checks without a word") {
  for (const std::string& name : comparisons()) {
    INFO(name);
    CHECK(complaints(text_of(name + ".toml")) == "");
  }
}

TEST_CASE("every trial is an arm of some comparison") {
  std::string all;
  for (const std::string& name : comparisons()) all += text_of(name + ".toml");
  for (const std::string folder : {"trials", "trials/kommuner"}) {
    for (const std::string& name : scenario_files(folder)) {
      INFO(name);
      CHECK(all.find(fmt::format("\"{}/{}.toml\"", folder, name)) != std::string::npos);
    }
  }
}

TEST_CASE("every trial from 2017 on lies over the simple and the accumulated clocks, those of the core over the core") {
  const auto over = [](const std::string& law, const std::string& trial) {
    return complaints(
        fmt::format("use = [\"law/{}.toml\"{}, \"trials/grundlag/behandling.toml\"{}]\n", law,
                    law == "lov-2019" ? ", \"places/nordjylland-8.toml\"" : ", \"places/thisted.toml\"",
                    law == "lov-2019" ? "" : ", \"trials/grundlag/uddannelsespaalaeg.toml\"") +
        "[run]\nstart = 2018-01-01\nwarm_up = \"1 year\"\nlength = \"1 year\"\ncalendar = \"kontortid\"\n" +
        fmt::format("[[arm]]\nname = \"a\"\ntrials = [\"trials/{}.toml\"]\n", trial));
  };
  for (const std::string& trial : scenario_files("trials")) {
    INFO(trial);
    const std::string text = text_of("trials/" + trial + ".toml");
    const bool before = text.find("law/lov-2013.toml") != std::string::npos || text.starts_with("# T24") ||
                        text.starts_with("# T32") || trial.starts_with("one-reception");
    if (before) continue;
    CHECK(over("lov-2019-flere", trial) == "");
    CHECK(over("lov-2019-hele", trial) == "");
  }
  for (const std::string trial : {"graduate-entrepreneur", "rehab-team-exemption-jaf", "ressourceforloeb-extension",
                                  "plan-update-relief", "la265-exemption-jaf", "rehab-team-quorum"}) {
    INFO(trial);
    CHECK(over("lov-2019", trial) == "");
  }
}

TEST_CASE("every behaviour and every use of freed hours lies over the law without a word") {
  const std::string run =
      "[run]\nstart = 2018-01-01\nwarm_up = \"1 year\"\nlength = \"1 year\"\ncalendar = \"kontortid\"\n";
  for (const std::string& name : scenario_files("behaviour")) {
    INFO(name);
    const bool arm = text_of("behaviour/" + name + ".toml").find("[trial]") != std::string::npos;
    const std::string used = arm ? "" : fmt::format(", \"behaviour/{}.toml\"", name);
    const std::string arms = arm ? fmt::format("[[arm]]\nname = \"a\"\ntrials = [\"behaviour/{}.toml\"]\n", name) : "";
    CHECK(complaints(fmt::format("use = [\"law/lov-2019-flere.toml\", \"places/thisted.toml\", "
                                 "\"trials/grundlag/behandling.toml\"{}]\n",
                                 used) +
                     run + arms) == "");
  }
}

TEST_CASE("T29 one reception with all staff halves the wait on jobcenter errands and shortens the others") {
  // The jobcenter's desk alone is an M/M/1 queue: 0.35 of 78,000 errands a year, 12 minutes each.
  const LawRun law(kDesks + "[pool.jobcenter_skranke]\nabsence = 0.0\n", 1);
  const LawRun joint(kDesks + "[[arm]]\nname = \"a\"\ntrials = [\"trials/one-reception-same-staff.toml\"]\n", 1);
  const double rho = 0.35 * 78000 / (365.25 * 24) / 5;
  const std::string job = "procedure.modtagelse.step.jobcenter_skranke";
  const std::string other = "procedure.modtagelse.step.borgerservice";
  CHECK(law.mean(job, "wait") * 24 == Approx(rho / (1 - rho) / 5).epsilon(0.12));
  CHECK(joint.mean(job, "wait") < law.mean(job, "wait") / 2);
  CHECK(joint.mean(other, "wait") < law.mean(other, "wait"));
}

}  // namespace sagsflow
