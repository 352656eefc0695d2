#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/exit_code.h"
#include "cli/session.h"
#include "models/caseload/study.h"
#include "models/load/load_of.h"
#include "output/load_table.h"

namespace sagsflow {
namespace {

/// The load of every arm of a region takes longer than all the rest; that of more arms than these is for who asks.
constexpr std::size_t kMostArms = 8;

int check(const Settings& settings, bool everything) {
  const auto model = load(settings);
  if (!model) return model.error();
  if (const auto refused = refusal_of_study(*model)) {
    fmt::print(stderr, "sagsflow: {}\n", *refused);
    return kBadScenario;
  }
  const Definitions& law = model->arms.front().versions.front().definitions;
  std::size_t assumed = 0, sourced = 0;
  law.each_value([&](const LocatedValue& value) {
    assumed += value.origin.provenance().assumed;
    sourced += !value.origin.provenance().source.empty();
  });
  constexpr Phrase summary{
      "{}: i orden. {} filer, {} arme, {} statusser, {} sagsgange, {} puljer, {} møder; {} tal med kilde, {} "
      "antaget.\n",
      "{}: in order. {} files, {} arms, {} statuses, {} procedures, {} pools, {} meetings; {} numbers with a source, "
      "{} assumed.\n"};
  fmt::print(fmt::runtime(summary.in(settings.language)), settings.scenario, model->files.size(), model->arms.size(),
             law.statuses.size(), law.procedures.size(), law.pools.size(), law.meetings.size(), sourced, assumed);
  const bool all_arms = everything || model->arms.size() <= kMostArms;
  const Load expected = all_arms ? load_of(*model) : load_of(*model, kMostProfiles, 1);
  fmt::print("\n{}", load_text(expected, everything, settings.language, text_width()));
  if (!all_arms) {
    constexpr Phrase only{"Kun den første arm: der er over {}. --all regner alle ud.\n",
                          "Only the first arm: there are more than {}. --all works all out.\n"};
    fmt::print(fmt::runtime(only.in(settings.language)), kMostArms);
  }
  if (settings.quiet) return kDone;
  for (const std::string& line : load_warnings(expected, settings.language)) fmt::print(stderr, "{}\n", line);
  return kDone;
}

}  // namespace

void add_check(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand(
      "check", "read a scenario, name every error in it, and say what load to expect before any run");
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  add_common_options(*command, settings);
  const auto everything = std::make_shared<bool>(false);
  command->add_flag("--all", *everything, "every status, the cases through every step, and every arm");
  command->footer("Example:\n  sagsflow check scenarios/rehabiliteringsteam.toml");
  command->callback([&settings, &code, everything] { code = check(settings, *everything); });
}

}  // namespace sagsflow
