#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "cli/exit_code.h"
#include "cli/launch/replace_folder.h"
#include "cli/own_scenario.h"
#include "cli/settings.h"
#include "output/language.h"

namespace sagsflow {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsualScenario = "rehabiliteringsteam.toml";

/// Where the project's scenarios are: here, or beside the program as it is built or installed.
std::vector<fs::path> scenario_folders() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  return {"scenarios", program / "../share/sagsflow/scenarios", program / "../../scenarios"};
}

/// A scenario by its path, or by its name in one of those folders; empty: there is none.
fs::path found_scenario(const std::string& named) {
  std::error_code error;
  if (!named.empty() && fs::is_regular_file(named, error)) return named;
  const std::string name = named.empty() ? std::string(kUsualScenario) : named;
  for (const fs::path& folder : scenario_folders()) {
    for (const std::string& file : {name, name + ".toml"}) {
      if (fs::is_regular_file(folder / file, error)) return (folder / file).lexically_normal();
    }
  }
  return {};
}

/// The answer on standard input, or what is offered.
std::string asked(const std::string& question, const std::string& offered) {
  fmt::print("{} [{}]: ", question, offered);
  std::fflush(stdout);
  std::string answer;
  std::getline(std::cin, answer);
  return answer.empty() ? offered : answer;
}

void ask(OwnScenario& wanted, std::string& folder, const Settings& settings) {
  const Language language = wanted.language;
  if (settings.title.empty()) {
    wanted.title = asked(std::string(Phrase{"Titel", "Title"}.in(language)), wanted.title);
  }
  if (settings.place.empty()) {
    const auto places = places_beside(wanted.from);
    std::string all;
    for (const std::string& place : places) all += " " + place;
    fmt::print("{}{}\n", Phrase{"Steder:", "Places:"}.in(language), all);
    const std::string own(Phrase{"scenariets eget", "the scenario's own"}.in(language));
    const std::string place = asked(std::string(Phrase{"Sted", "Place"}.in(language)), own);
    wanted.place = place == own ? "" : place;
  }
  if (settings.folder.empty()) folder = asked(std::string(Phrase{"Mappe", "Folder"}.in(language)), folder);
}

/// All the files in a new folder, or none. Error: a sentence for people.
std::expected<void, std::string> write_folder(const fs::path& folder, const std::map<std::string, std::string>& files) {
  std::error_code error;
  const fs::path target = fs::absolute(folder, error).lexically_normal();
  if (fs::exists(fs::symlink_status(target, error)) &&
      (!fs::is_directory(target, error) || !fs::is_empty(target, error))) {
    return std::unexpected(fmt::format("\"{}\" is already there; nothing is written over", folder.string()));
  }
  fs::create_directories(target.parent_path(), error);
  const auto draft = new_folder_beside(target, "draft");
  if (!draft) return std::unexpected(write_failure(folder.string(), draft.error()));
  bool written = true;
  for (const auto& [path, text] : files) {
    fs::create_directories((*draft / path).parent_path(), error);
    std::ofstream file(*draft / path, std::ios::binary);
    file << text;
    file.close();
    written = written && file.good();
  }
  if (written) fs::rename(*draft, target, error);
  if (written && !error) return {};
  fs::remove_all(*draft, error);
  return std::unexpected(fmt::format("cannot write the files of \"{}\"", folder.string()));
}

int init(const Settings& settings) {
  const auto refuse = [](const std::string& why, int code) {
    fmt::print(stderr, "sagsflow: {}\n", why);
    return code;
  };
  const Language language = settings.language;
  OwnScenario wanted{found_scenario(settings.from), settings.title, settings.place, language};
  if (wanted.from.empty()) {
    const std::string name = settings.from.empty() ? std::string(kUsualScenario) : settings.from;
    return refuse(fmt::format("no scenario \"{}\" here or beside the program; see sagsflow list", name), kBadScenario);
  }
  if (wanted.title.empty()) wanted.title = Phrase{"Mit scenarie", "My scenario"}.in(language);
  std::string folder = settings.folder.empty() ? "mit-scenarie" : settings.folder;
  const bool asking = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 && !settings.quiet;
  if (asking) ask(wanted, folder, settings);
  const auto files = own_scenario(wanted);
  if (!files) return refuse(files.error(), kBadScenario);
  if (const auto written = write_folder(folder, *files); !written) return refuse(written.error(), kRunFailed);
  constexpr Phrase done{"{0}: {1} filer. Begynd med {0}/scenarie.toml:\n  sagsflow compare {0}/scenarie.toml\n",
                        "{0}: {1} files. Begin with {0}/scenarie.toml:\n  sagsflow compare {0}/scenarie.toml\n"};
  fmt::print(fmt::runtime(done.in(language)), folder, files->size());
  return kDone;
}

}  // namespace

void add_init(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand(
      "init", "write a folder with a scenario of one's own: the law, a place and a trial; asks on a terminal");
  command->add_option("folder", settings.folder, "a new folder; default: mit-scenarie");
  command->add_option("--from", settings.from, "the scenario whose law and place it takes")->type_name("SCENARIO");
  command->add_option("--title", settings.title, "what it is called")->type_name("TEXT");
  command->add_option("--place", settings.place, "a file of the folder places, without .toml")->type_name("PLACE");
  add_common_options(*command, settings);
  command->footer("Example:\n  sagsflow init mit-scenarie --title \"Vores kommune\" --place aalborg");
  command->callback([&] { code = init(settings); });
}

}  // namespace sagsflow
