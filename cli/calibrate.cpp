#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "cli/arm_named.h"
#include "cli/exit_code.h"
#include "cli/launch/file_source.h"
#include "cli/launch/tbb_executor.h"
#include "cli/session.h"
#include "models/caseload/describe.h"
#include "models/caseload/study.h"
#include "models/process/calibration.h"
#include "models/results/evaluate.h"
#include "output/number_format.h"

namespace sagsflow {
namespace {

constexpr int kMostRuns = 24;
constexpr double kFineness = 1e-3;  ///< of the range searched

struct Wanted {
  std::string path, target, arm;
  std::optional<double> low, high;
};

/// The scenario's files with one number changed.
class ChangedSource final : public Source {
 public:
  ChangedSource(Source& source, const WrittenNumber& place, double number)
      : source_(source), place_(place), number_(number) {}

  std::expected<std::string, std::string> text_of(const std::string& path) override {
    auto text = source_.text_of(path);
    if (text && path == place_.file) return with_number(*text, place_, number_);
    return text;
  }

 private:
  Source& source_;
  const WrittenNumber& place_;
  double number_;
};

/// Runs the scenario with other numbers in one place, with the same luck each time, and says what the target's measure
/// then is. Only the arms that the target is of are run.
class Trials {
 public:
  Trials(const Settings& settings, FileSource& source, WrittenNumber place, TargetInfo target)
      : settings_(settings),
        source_(source),
        place_(std::move(place)),
        target_(std::move(target)),
        executor_(settings.threads) {}

  /// What the model gives less what the document says. NaN, with `problem`, when there is nothing to compare.
  double miss(double number) {
    if (!problem_.empty()) return kUndefined;
    const double used = place_.whole ? std::round(number) : number;
    ChangedSource changed(source_, place_, used);
    Diagnostics diagnostics;
    auto model = read_model(source_.entry(), changed, diagnostics);
    if (!model) return failed(fmt::format("{} is refused:\n{}", used, diagnostics.render()));
    apply(settings_, model->run);
    std::erase_if(model->arms, [&](const ArmDefinition& arm) { return !is_of_target(*model, arm); });
    const auto results = run_study(*model, settings_.scenario, executor_);
    if (!results) return failed(results.error().reason);
    const TargetOutcome outcome = evaluate(*results, target_);
    if (outcome.verdict == TargetOutcome::Verdict::not_measured) return failed("the run gives no value for the target");
    const double missed = outcome.value.value - target_.value;
    fmt::print("  {:<14} {}\n", fmt::format("{:.6g}", used), with_interval(outcome.value, settings_.language));
    std::fflush(stdout);
    if (!best_ || std::abs(missed) < std::abs(best_->second)) best_.emplace(used, missed);
    return missed;
  }

  const std::string& problem() const { return problem_; }
  const std::optional<std::pair<double, double>>& best() const { return best_; }

 private:
  bool is_of_target(const Model& model, const ArmDefinition& arm) const {
    if (target_.arms.empty()) return &arm == &model.arms.front();
    return std::ranges::count(target_.arms, arm.name) > 0;
  }
  double failed(std::string why) {
    problem_ = std::move(why);
    return kUndefined;
  }

  const Settings& settings_;
  FileSource& source_;
  WrittenNumber place_;
  TargetInfo target_;
  TbbExecutor executor_;
  std::string problem_;
  std::optional<std::pair<double, double>> best_;
};

/// In the arm that is named; else in the first where it says that it is calibrated, else in the first that has it.
std::optional<WrittenNumber> place_of(const Model& model, const Wanted& wanted) {
  std::optional<WrittenNumber> first;
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    if (!wanted.arm.empty() && model.arms[arm].name != wanted.arm) continue;
    auto place = number_at(model, arm, wanted.path);
    if (place && place->calibrated) return place;
    if (!first) first = std::move(place);
  }
  return first;
}

int refuse(const std::string& why) {
  fmt::print(stderr, "sagsflow: {}\n", why);
  return kBadCommandLine;
}

int conclude(const Trials& trials, const WrittenNumber& place, const TargetInfo& target, bool between,
             Language language) {
  if (!trials.problem().empty()) {
    fmt::print(stderr, "sagsflow: {}\n", trials.problem());
    return kRunFailed;
  }
  constexpr Phrase found{"{}:{} har {}; nærmest {} kommer {:.6g}.\n", "{}:{} has {}; closest to {} comes {:.6g}.\n"};
  fmt::print(fmt::runtime(found.in(language)), place.file, place.line, place.text, target.value, trials.best()->first);
  if (between) return kDone;
  constexpr Phrase outside{"Intet tal mellem de to giver målets.\n", "No number between the two gives the target's.\n"};
  fmt::print("{}", outside.in(language));
  return kRunFailed;
}

/// Root of the miss between the two by Alefeld, Potra and Shi (1995), Algorithm 748: the ends must miss on either side.
int search(Trials& trials, const WrittenNumber& place, const TargetInfo& target, double low, double high,
           Language language) {
  const double at_low = trials.miss(low), at_high = trials.miss(high);
  const bool between = at_low * at_high <= 0;
  if (trials.problem().empty() && between && at_low != 0 && at_high != 0) {
    const double fine = place.whole ? 0.5 : kFineness * (high - low);
    std::uintmax_t runs = kMostRuns;
    boost::math::tools::toms748_solve([&](double number) { return trials.miss(number); }, low, high, at_low, at_high,
                                      [&](double a, double b) { return b - a <= fine || !trials.problem().empty(); },
                                      runs);
  }
  return conclude(trials, place, target, between, language);
}

int calibrate(const Settings& settings, const Wanted& wanted) {
  const auto model = load(settings);
  if (!model) return model.error();
  const Results described = describe(*model, settings.scenario);
  const auto target = std::ranges::find(described.targets, wanted.target, &TargetInfo::name);
  if (target == described.targets.end())
    return refuse(fmt::format("no target \"{}\" in {}", wanted.target, settings.scenario));
  if (!std::isfinite(target->value)) return refuse(fmt::format("target \"{}\" has no value to come to", wanted.target));
  if (!wanted.arm.empty()) {
    if (const auto arm = arm_named(*model, wanted.arm); !arm) return arm.error();
  }
  const auto place = place_of(*model, wanted);
  if (!place) return refuse(fmt::format("no number stands at \"{}\"", wanted.path));
  const auto low = wanted.low ? wanted.low : place->low;
  const auto high = wanted.high ? wanted.high : place->high;
  if (!low || !high) return refuse(fmt::format("\"{}\" has no low and high; give --low and --high", wanted.path));
  if (!(*low < *high)) return refuse("--low is not below --high");
  auto source = FileSource::of_scenario(settings.scenario);
  if (!source) return refuse(source.error());
  Trials trials(settings, *source, *place, *target);
  constexpr Phrase head{"{} ({}:{}) efter {}:\n", "{} ({}:{}) for {}:\n"};
  fmt::print(fmt::runtime(head.in(settings.language)), wanted.path, place->file, place->line, wanted.target);
  return search(trials, *place, *target, *low, *high, settings.language);
}

}  // namespace

void add_calibrate(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand(
      "calibrate",
      "find the number at which a target's value comes out, between low and high, with the same luck in every run");
  auto wanted = std::make_shared<Wanted>();
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  command->add_option("path", wanted->path, "the value whose number is sought")->required()->type_name("PATH");
  command->add_option("--target", wanted->target, "the scenario's target, one with a value")
      ->required()
      ->type_name("NAME");
  command->add_option("--low", wanted->low, "from this number, in the value's unit, instead of its low")
      ->type_name("X");
  command->add_option("--high", wanted->high, "to this number instead of its high")->type_name("X");
  command
      ->add_option("--arm", wanted->arm,
                   "the value as this arm has it; else as the first where it is calibrated, or that has one")
      ->type_name("NAME");
  add_common_options(*command, settings);
  add_run_options(*command, settings);
  command->footer(
      "Example:\n  sagsflow calibrate scenarios/sanktion-2013.toml "
      "procedure.sanktion.step.afgoerelse.work.time --target V25_jobcenter");
  command->callback([&settings, &code, wanted] { code = calibrate(settings, *wanted); });
}

}  // namespace sagsflow
