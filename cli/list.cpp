#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/exit_code.h"
#include "cli/launch/file_source.h"
#include "cli/settings.h"
#include "models/language/diagnostics.h"
#include "models/language/node.h"

namespace sagsflow {
namespace {

/// One line of the list: a scenario or a trial with its title.
struct Entry {
  std::string kind;  ///< "scenario" or "trial"
  std::string path, title;
};

std::string title_in(const Node* title, Language language) {
  if (title == nullptr) return {};
  if (title->is(Node::Kind::string)) return title->text;
  const Node* wanted = title->find(language == Language::danish ? "da" : "en");
  if (wanted == nullptr) wanted = title->find(language == Language::danish ? "en" : "da");
  return wanted == nullptr ? std::string() : wanted->text;
}

/// What the file says it is; nothing for a piece that is only used by others, or one that cannot be read.
std::optional<Entry> entry_of(const std::filesystem::path& path, Language language) {
  auto source = FileSource::of_scenario(path);
  if (!source) return std::nullopt;
  auto text = source->text_of(source->entry());
  if (!text) return std::nullopt;
  Diagnostics diagnostics;
  const std::optional<Node> node = parse_toml(diagnostics.add_file(path.string(), std::move(*text)), diagnostics);
  if (!node) return std::nullopt;
  if (const Node* trial = node->find("trial")) {
    return Entry{"trial", path.string(), title_in(trial->find("title"), language)};
  }
  if (node->find("run") == nullptr) return std::nullopt;
  return Entry{"scenario", path.string(), title_in(node->find("title"), language)};
}

int list(const Settings& settings) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (auto at = std::filesystem::recursive_directory_iterator(settings.scenario, error);
       !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file() && at->path().extension() == ".toml") files.push_back(at->path());
  }
  if (error) {
    fmt::print(stderr, "sagsflow: {}: {}\n", settings.scenario, error.message());
    return kRunFailed;
  }
  std::ranges::sort(files);
  const bool danish = settings.language == Language::danish;
  for (const std::string kind : {"scenario", "trial"}) {
    fmt::print("{}\n", kind == "trial" ? (danish ? "Forsøg" : "Trials") : (danish ? "Scenarier" : "Scenarios"));
    for (const auto& file : files) {
      const auto entry = entry_of(file, settings.language);
      if (entry && entry->kind == kind) fmt::print("  {:<52} {}\n", entry->path, entry->title);
    }
  }
  return kDone;
}

}  // namespace

void add_list(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command = program.add_subcommand("list", "list the scenarios and trials below a folder, a line each");
  command->add_option("folder", settings.scenario, "where to look; default: scenarios");
  add_common_options(*command, settings);
  command->footer("Example:\n  sagsflow list scenarios --lang en");
  command->callback([&] {
    if (settings.scenario.empty()) settings.scenario = "scenarios";
    code = list(settings);
  });
}

}  // namespace sagsflow
