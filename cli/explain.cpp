#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "cli/arm_named.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "models/caseload/describe.h"
#include "models/caseload/life.h"
#include "output/life_text.h"

namespace sagsflow {
namespace {

struct Wanted {
  std::string citizen;
  std::vector<std::string> arms;
  std::size_t replication = 1;
  bool longest_wait = false, biggest_change = false;
};

std::string name_of_source(const std::string& path) {
  return path.substr(path.find('.') + 1);
}

/// "nye:17" as people write it.
std::string written(const CitizenName& citizen) {
  const std::string index = citizen.index > 1 ? fmt::format(":{}", citizen.index) : std::string();
  return fmt::format("{}:{}{}", name_of_source(citizen.source), citizen.number, index);
}

template <class Number>
std::optional<Number> count_in(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

/// The path of an arrival, else of a stock, with this name or path.
std::string source_named(const std::string& name, const std::vector<std::string>& sources) {
  for (const std::string& path : sources) {
    if (path == name || name_of_source(path) == name) return path;
  }
  return {};
}

/// ARRIVAL:NUMBER or ARRIVAL:NUMBER:INDEX; a name may have colons of its own.
std::expected<CitizenName, int> citizen_named(const std::string& text, const std::vector<std::string>& sources) {
  std::string name = text;
  std::vector<std::string> counts;  // the last first
  while (counts.size() < 2) {
    const std::size_t colon = name.rfind(':');
    if (colon == std::string::npos || !count_in<std::uint64_t>(std::string_view(name).substr(colon + 1))) break;
    counts.push_back(name.substr(colon + 1));
    name.resize(colon);
    const std::string source = source_named(name, sources);
    if (source.empty()) continue;
    const auto index = counts.size() == 2 ? count_in<std::uint32_t>(counts.front()) : 1;
    if (index) return CitizenName{source, *count_in<std::uint64_t>(counts.back()), *index};
  }
  if (counts.empty()) {
    fmt::print(stderr, "sagsflow: \"{}\" names no citizen, expected ARRIVAL:NUMBER or ARRIVAL:NUMBER:INDEX\n", text);
    return std::unexpected(kBadCommandLine);
  }
  std::vector<std::string> names;
  for (const std::string& path : sources) names.push_back(name_of_source(path));
  return std::unexpected(refuse_unknown("arrival or stock", name, names));
}

std::expected<LifePlace, int> place_of(const Model& model, const Wanted& wanted) {
  LifePlace place{wanted.replication - 1, {0, std::min<std::size_t>(1, model.arms.size() - 1)}};
  for (std::size_t i = 0; i < wanted.arms.size(); ++i) {
    const auto arm = arm_named(model, wanted.arms[i]);
    if (!arm) return std::unexpected(arm.error());
    place.arms[wanted.arms.size() == 1 ? 1 : i] = *arm;
  }
  return place;
}

int failed(const std::string& reason) {
  fmt::print(stderr, "sagsflow: {}\n", reason);
  return kRunFailed;
}

int refuse_citizen(const Lives& lives) {
  CitizenName last = lives.citizen;
  fmt::print(stderr, "sagsflow: {} never comes in replication {}", written(lives.citizen), lives.replication + 1);
  if (lives.last_index > 0) {
    last.index = lives.last_index;
    fmt::print(stderr, "; with that number came {}, the last is \"{}\"\n", lives.last_index, written(last));
  } else if (lives.last_number > 0) {
    last.number = lives.last_number;
    last.index = 1;
    fmt::print(stderr, "; the last is \"{}\"\n", written(last));
  } else {
    fmt::print(stderr, "; nobody does from {}\n", name_of_source(last.source));
  }
  return kBadCommandLine;
}

std::expected<CitizenName, int> chosen(const Model& model, const Wanted& wanted, const LifePlace& place) {
  if (!wanted.longest_wait && !wanted.biggest_change) return citizen_named(wanted.citizen, citizen_sources(model));
  const Interest interest = wanted.longest_wait ? Interest::longest_wait : Interest::biggest_change;
  const auto found = interesting_citizen(model, interest, place);
  if (!found) return std::unexpected(failed(found.error()));
  if (!*found) return std::unexpected(failed("no citizen of the window can be compared between these arms"));
  return **found;
}

int explain(const Settings& settings, const Wanted& wanted) {
  const auto model = load(settings);
  if (!model) return model.error();
  const auto place = place_of(*model, wanted);
  if (!place) return place.error();
  const auto citizen = chosen(*model, wanted, *place);
  if (!citizen) return citizen.error();
  const auto lives = lives_of(*model, *citizen, *place);
  if (!lives) return failed(lives.error());
  if (!lives->lives[0].is_there() && !lives->lives[1].is_there()) return refuse_citizen(*lives);
  fmt::print("{}", life_text(describe(*model, settings.scenario), *lives, settings.language, text_width()));
  if (!wanted.citizen.empty()) return kDone;
  fmt::print("\nsagsflow explain {} {}\n", settings.scenario, written(*citizen));
  return kDone;
}

}  // namespace

void add_explain(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand(
      "explain", "tell one citizen's life under two arms, event by event: what it waited for, and by which rule");
  auto wanted = std::make_shared<Wanted>();
  command->add_option("scenario", settings.scenario, "a scenario file")->required();
  auto* citizen = command
                      ->add_option("citizen", wanted->citizen,
                                   "an arrival or a stock and the number in it, as in citizens.csv; of those who came "
                                   "together also which of them")
                      ->type_name("ARRIVAL:NUMBER[:INDEX]");
  auto* longest = command->add_flag("--longest-wait", wanted->longest_wait,
                                    "whoever waits longest in all in the first of the two arms");
  auto* biggest = command->add_flag("--biggest-change", wanted->biggest_change,
                                    "whoever's total waiting differs most between the arms");
  longest->excludes(citizen)->excludes(biggest);
  biggest->excludes(citizen);
  command->add_option("--arm", wanted->arms, "one: instead of the second arm; two: these; default: the first two")
      ->expected(1)
      ->take_all()
      ->type_name("NAME");
  command->add_option("--replication", wanted->replication, "which one, from 1; default: 1")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  command->add_option("--seed", settings.seed, "instead of the scenario's own seed")->type_name("N");
  add_common_options(*command, settings);
  command->footer(
      "Examples:\n"
      "  sagsflow explain scenarios/rehabiliteringsteam.toml --biggest-change\n"
      "  sagsflow explain scenarios/rehabiliteringsteam.toml nye_sygemeldte:4711 --arm lov --arm kf --replication 3");
  command->callback([&settings, &code, wanted] {
    if (wanted->citizen.empty() && !wanted->longest_wait && !wanted->biggest_change) {
      throw CLI::RequiredError("a citizen, --longest-wait or --biggest-change");
    }
    if (wanted->arms.size() > 2) throw CLI::ValidationError("--arm", "two arms at most");
    code = explain(settings, *wanted);
  });
}

}  // namespace sagsflow
