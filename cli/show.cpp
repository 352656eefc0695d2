#include <fmt/format.h>

#include <memory>

#include "cli/arm_named.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "models/process/rules_account.h"
#include "output/rules_text.h"

namespace sagsflow {
namespace {

struct Wanted {
  std::string path;  ///< empty: the whole
  std::string arm;   ///< empty: the first
  bool assumed = false;
};

/// The arms that have what the first has not.
std::vector<std::string> arms_with(const Model& model, const std::string& path) {
  std::vector<std::string> names;
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    if (!rules_account(model, arm, path).values.empty()) names.push_back(model.arms[arm].name);
  }
  return names;
}

int refuse_path(const Model& model, std::size_t arm, const std::string& path) {
  fmt::print(stderr, "sagsflow: nothing stands at \"{}\" in arm \"{}\"", path, model.arms[arm].name);
  const std::vector<std::string> arms = arms_with(model, path);
  const std::string nearest = nearest_path(model, arm, path);
  if (!arms.empty()) {
    fmt::print(stderr, "; it does with --arm {}\n", arms.front());
  } else if (!nearest.empty()) {
    fmt::print(stderr, "; did you mean \"{}\"?\n", nearest);
  } else {
    fmt::print(stderr, "; without a path the things that there are, are listed\n");
  }
  return kBadCommandLine;
}

int show(const Settings& settings, const Wanted& wanted) {
  const auto model = load(settings);
  if (!model) return model.error();
  const auto arm = wanted.arm.empty() ? std::expected<std::size_t, int>(0) : arm_named(*model, wanted.arm);
  if (!arm) return arm.error();
  const RulesAccount account = rules_account(*model, *arm, wanted.path);
  if (account.values.empty()) return refuse_path(*model, *arm, wanted.path);
  const auto text = wanted.assumed ? assumed_text : wanted.path.empty() ? overview_text : rules_text;
  fmt::print("{}", text(account, settings.language, text_width()));
  if (!wanted.path.empty() || wanted.assumed) return kDone;
  constexpr Phrase more{
      "\nEt sted nærmere: sagsflow show {0} STI (fx procedure.NAVN); alt antaget: sagsflow show {0} "
      "--assumed\n",
      "\nOne of them closer: sagsflow show {0} PATH (procedure.NAME, say); all that is assumed: "
      "sagsflow show {0} --assumed\n"};
  fmt::print(fmt::runtime(more.in(settings.language)), settings.scenario);
  return kDone;
}

}  // namespace

void add_show(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command =
      program.add_subcommand("show", "show a value with its source, where it is set and what the trials make of it");
  auto wanted = std::make_shared<Wanted>();
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  command
      ->add_option("path", wanted->path,
                   "a value, or a thing with all its values; * stands for any name; none: an overview")
      ->type_name("PATH");
  command->add_option("--arm", wanted->arm, "of this arm instead of the first")->type_name("NAME");
  command->add_flag("--assumed", wanted->assumed, "only what is assumed, with its range");
  add_common_options(*command, settings);
  command->footer(
      "Examples:\n"
      "  sagsflow show scenarios/rehabiliteringsteam.toml procedure.jaf_visitation.step.foerste_jaf\n"
      "  sagsflow show scenarios/rehabiliteringsteam.toml 'procedure.*.step.*.deadline'\n"
      "  sagsflow show scenarios/rehabiliteringsteam.toml --assumed --lang en");
  command->callback([&settings, &code, wanted] { code = show(settings, *wanted); });
}

}  // namespace sagsflow
