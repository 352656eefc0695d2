#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_code.h"
#include "cli/session.h"

namespace sagsflow {
namespace {

int check(const Settings& settings) {
  const auto model = load(settings);
  if (!model) return model.error();
  const Definitions& law = model->arms.front().versions.front().definitions;
  const auto assumed =
      std::ranges::count_if(law.values, [](const LocatedValue& value) { return value.origin.assumed; });
  const auto sourced =
      std::ranges::count_if(law.values, [](const LocatedValue& value) { return !value.origin.source.empty(); });
  constexpr Phrase summary{
      "{}: i orden. {} filer, {} arme, {} statusser, {} sagsgange, {} puljer, {} møder; {} tal med kilde, {} "
      "antaget.\n",
      "{}: in order. {} files, {} arms, {} statuses, {} procedures, {} pools, {} meetings; {} numbers with a source, "
      "{} assumed.\n"};
  fmt::print(fmt::runtime(summary.in(settings.language)), settings.scenario, model->files.size(), model->arms.size(),
             law.statuses.size(), law.procedures.size(), law.pools.size(), law.meetings.size(), sourced, assumed);
  return kDone;
}

}  // namespace

void add_check(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand("check", "read a scenario and name every error in it");
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  add_common_options(*command, settings);
  command->footer("Example:\n  sagsflow check scenarios/rehabiliteringsteam.toml");
  command->callback([&] { code = check(settings); });
}

}  // namespace sagsflow
