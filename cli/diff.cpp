#include <fmt/format.h>

#include <memory>

#include "cli/arm_named.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "models/process/changes.h"
#include "output/amendment_text.h"

namespace sagsflow {
namespace {

int diff(const Settings& settings, const std::vector<std::string>& names) {
  const auto model = load(settings);
  if (!model) return model.error();
  std::vector<std::size_t> arms;
  for (const std::string& name : names) {
    const auto arm = arm_named(*model, name);
    if (!arm) return arm.error();
    arms.push_back(*arm);
  }
  if (arms.empty()) {
    for (std::size_t arm = 1; arm < model->arms.size(); ++arm) arms.push_back(arm);
  }
  const std::size_t law = names.size() == 2 ? arms.front() : 0;
  if (names.size() == 2) arms.erase(arms.begin());
  bool first = true;
  for (const std::size_t arm : arms) {
    if (!first) fmt::print("\n{}\n\n", std::string(40, '*'));
    first = false;
    fmt::print("{}", amendment_text(amendment_between(*model, law, arm), settings.language, text_width()));
  }
  if (arms.empty()) {
    constexpr Phrase alone{"{} har kun én arm: der er intet at sammenligne.\n",
                           "{} has one arm only: there is nothing to compare.\n"};
    fmt::print(fmt::runtime(alone.in(settings.language)), settings.scenario);
  }
  return kDone;
}

}  // namespace

void add_diff(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand("diff", "say what the trials change in the law, as an amendment reads");
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  auto names = std::make_shared<std::vector<std::string>>();
  command
      ->add_option("arms", *names,
                   "one arm: against the first of the scenario; two: the second against the first; none: every arm "
                   "against the first")
      ->expected(0, 2)
      ->type_name("ARM");
  add_common_options(*command, settings);
  command->footer("Example:\n  sagsflow diff scenarios/rehabiliteringsteam.toml forsoeg");
  command->callback([&settings, &code, names] { code = diff(settings, *names); });
}

}  // namespace sagsflow
