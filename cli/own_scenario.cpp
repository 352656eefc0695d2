#include "cli/own_scenario.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/launch/file_source.h"
#include "models/language/choice_reader.h"
#include "models/language/names.h"
#include "models/process/model.h"

namespace sagsflow {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScenario = "scenarie.toml";
constexpr std::string_view kTrial = "trials/mit-forsoeg.toml";

/// In a basic string of TOML.
std::string in_quotes(std::string_view text) {
  std::string written = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') written += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      written += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      written += c;
    }
  }
  return written + "\"";
}

/// Files that are made here, before those of the scenario that they build on; remembers what was read.
class LayeredSource final : public Source {
 public:
  LayeredSource(std::map<std::string, std::string> own, FileSource& below) : own_(std::move(own)), below_(below) {}

  std::expected<std::string, std::string> text_of(const std::string& path) override {
    if (const auto found = own_.find(path); found != own_.end()) return found->second;
    return below_.text_of(path);
  }

 private:
  std::map<std::string, std::string> own_;
  FileSource& below_;
};

/// What the scenario says about itself, as a tree.
std::optional<Node> tree_of(FileSource& source) {
  auto text = source.text_of(source.entry());
  if (!text) return std::nullopt;
  Diagnostics diagnostics;
  return parse_toml(diagnostics.add_file(source.entry(), std::move(*text)), diagnostics);
}

/// The files that the scenario uses, with the place wanted in the place of its own.
std::vector<std::string> used_files(const Node& scenario, const OwnScenario& wanted) {
  std::vector<std::string> files;
  const Node* use = scenario.find("use");
  if (use == nullptr) return files;
  bool placed = wanted.place.empty();
  for (const Node& file : use->children) {
    const bool is_place = file.text.starts_with("places/");
    if (is_place && !wanted.place.empty() && placed) continue;
    files.push_back(is_place && !wanted.place.empty() ? "places/" + wanted.place + ".toml" : file.text);
    placed = placed || is_place;
  }
  if (!placed) files.push_back("places/" + wanted.place + ".toml");
  return files;
}

/// `[run]` of the scenario, with few replications: the first look should be quick.
std::string run_like(const Node& scenario, Language language) {
  constexpr Phrase few{"# til et første kig; 20 eller flere til et svar",
                       "# for a first look; 20 or more for an answer"};
  std::string text = "[run]\n";
  const Node* run = scenario.find("run");
  for (const std::string_view key : {"start", "warm_up", "length", "run_out", "seed", "calendar"}) {
    const Node* node = run->find(key);
    if (node == nullptr || node->is(Node::Kind::table) || node->is(Node::Kind::array)) continue;
    const std::string value = node->is(Node::Kind::string) ? in_quotes(node->text) : node->written();
    text += fmt::format("{:<12} = {}\n", key, value);
  }
  return text + fmt::format("{:<12} = 4  {}\n", "replications", few.in(language));
}

constexpr std::string_view kArms = R"([[arm]]
name  = "lov"
label = {{ da = "Lov", en = "Law" }}

[[arm]]
name   = "forsoeg"
label  = {{ da = "Mit forsøg", en = "My trial" }}
trials = ["{}"]
)";

std::string scenario_text(const Node& scenario, const OwnScenario& wanted) {
  constexpr Phrase text{R"(# Et eget scenarie: hvad det bygger på, hvor længe der regnes, og hvad der sammenlignes.
#   sagsflow check scenarie.toml      læser det og nævner alle fejl
#   sagsflow compare scenarie.toml    regner det og sammenligner forsøget med loven
title = {}

# Loven og stedet; filerne lægges over hinanden i rækkefølge. Ret dem, eller læg en fil til, der ændrer enkelte tal.
use = [{}]

{}
# Den første arm er det, de andre sammenlignes med.
)",
                        R"(# A scenario of one's own: what it builds on, how long is simulated, and what is compared.
#   sagsflow check scenarie.toml      reads it and names every error
#   sagsflow compare scenarie.toml    runs it and compares the trial with the law
title = {}

# The law and the place; the files are laid over each other in order. Change them, or add a file that changes some numbers.
use = [{}]

{}
# The first arm is what the others are compared with.
)"};
  std::string files;
  for (const std::string& file : used_files(scenario, wanted)) files += (files.empty() ? "" : ", ") + in_quotes(file);
  return fmt::format(fmt::runtime(text.in(wanted.language)), in_quotes(wanted.title), files,
                     run_like(scenario, wanted.language)) +
         fmt::format(fmt::runtime(kArms), kTrial);
}

/// A change that the law can bear: its first duty with a plain cadence, half as often.
std::string example_of(const Definitions& law, Language language) {
  for (const StatusDefinition& status : law.statuses) {
    for (const DutyDefinition& duty : status.duties) {
      if (!duty.every || !duty.every->is_value()) continue;
      const Clock& clock = duty.every->value.value;
      const bool plain = !clock.accumulated && clock.law.shape == DurationLaw::Shape::fixed;
      if (!plain || clock.law.mean % kDay != Span{}) continue;
      constexpr Phrase half{"Eksemplet: denne pligt halvt så tit. I loven: every = {}",
                            "The example: this duty half as often. In the law: every = {}"};
      return fmt::format("# {}\n[status.{}.duty.{}]\nevery = \"{} days\"\n",
                         fmt::format(fmt::runtime(half.in(language)), in_quotes(duty.every->value.origin.text)),
                         in_quotes(status.name), in_quotes(duty.name), 2 * (clock.law.mean / kDay));
    }
  }
  return {};
}

std::string trial_text(const std::string& example, Language language) {
  constexpr Phrase text{R"(# Et forsøg skriver kun det, der bliver anderledes; alt andet er som i loven.
[trial]
id    = "mit-forsoeg"
title = {{ da = "Mit forsøg", en = "My trial" }}
# relaxes = ["§ …"]                       # de regler, der fraviges
# remove  = ["status.X.duty.Y"]           # det, der falder helt bort

{})",
                        R"(# A trial writes only what becomes different; everything else is as in the law.
[trial]
id    = "mit-forsoeg"
title = {{ da = "Mit forsøg", en = "My trial" }}
# relaxes = ["§ …"]                       # the rules that are relaxed
# remove  = ["status.X.duty.Y"]           # what falls away altogether

{})"};
  return fmt::format(fmt::runtime(text.in(language)), example);
}

/// The model of these files over the scenario's, or what is wrong with them.
std::expected<Model, std::string> read_over(std::map<std::string, std::string> own, FileSource& below) {
  LayeredSource source(std::move(own), below);
  Diagnostics diagnostics;
  auto model = read_model(std::string(kScenario), source, diagnostics);
  if (!model) return std::unexpected("these files do not fit together:\n" + diagnostics.render(3));
  return std::move(*model);
}

}  // namespace

std::vector<std::string> places_beside(const fs::path& scenario) {
  std::vector<std::string> places;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(scenario.parent_path() / "places", error)) {
    if (entry.is_regular_file() && entry.path().extension() == ".toml") places.push_back(entry.path().stem().string());
  }
  std::ranges::sort(places);
  return places;
}

std::expected<std::map<std::string, std::string>, std::string> own_scenario(const OwnScenario& wanted) {
  auto below = FileSource::of_scenario(wanted.from);
  const auto scenario = below ? tree_of(*below) : std::nullopt;
  if (!scenario || scenario->find("run") == nullptr || !scenario->find("run")->is(Node::Kind::table)) {
    return std::unexpected(fmt::format("\"{}\" is no scenario that can be read", wanted.from.string()));
  }
  if (below->entry().find('/') != std::string::npos) {
    return std::unexpected(
        fmt::format("\"{}\" does not stand at the top of its folder \"scenarios\"", wanted.from.string()));
  }
  const std::vector<std::string> places = places_beside(wanted.from);
  if (!wanted.place.empty() && std::ranges::count(places, wanted.place) == 0) {
    const std::string nearest = nearest_name(wanted.place, places);
    return std::unexpected(fmt::format("there is no place \"{}\"{}", wanted.place,
                                       nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest)));
  }
  std::map<std::string, std::string> files{{std::string(kScenario), scenario_text(*scenario, wanted)},
                                           {std::string(kTrial), trial_text("", wanted.language)}};
  auto law = read_over(files, *below);
  if (!law) return std::unexpected(std::move(law.error()));
  const Definitions& rules = law->arms.front().versions.front().definitions;
  files[std::string(kTrial)] = trial_text(example_of(rules, wanted.language), wanted.language);
  auto model = read_over(files, *below);
  if (!model) return std::unexpected(std::move(model.error()));
  for (const FileRead& file : model->files) files.try_emplace(file.path, file.text);
  return files;
}

}  // namespace sagsflow
