#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/launch/file_source.h"
#include "cli/settings.h"
#include "models/language/diagnostics.h"
#include "models/language/node.h"

namespace sagsflow {
namespace {

enum class Kind { scenario, trial, law, place, other };

/// One line of the list: a file with its title.
struct Entry {
  Kind kind;
  std::string path, title;
};

/// What the kinds are called, in the order of the list.
constexpr std::array<std::pair<Kind, Phrase>, 5> kHeadings{{{Kind::scenario, {"Scenarier", "Scenarios"}},
                                                            {Kind::trial, {"Forsøg", "Trials"}},
                                                            {Kind::law, {"Lov", "Law"}},
                                                            {Kind::place, {"Steder", "Places"}},
                                                            {Kind::other, {"Andet", "Other"}}}};

std::string title_in(const Node* title, Language language) {
  if (title == nullptr) return {};
  if (title->is(Node::Kind::string)) return title->text;
  const Node* wanted = title->find(language == Language::danish ? "da" : "en");
  if (wanted == nullptr) wanted = title->find(language == Language::danish ? "en" : "da");
  return wanted == nullptr ? std::string() : wanted->text;
}

/// Of a piece that scenarios use: by the folder that it is in.
Kind kind_of_piece(const std::filesystem::path& path) {
  for (const auto& part : path.parent_path()) {
    if (part == "law") return Kind::law;
    if (part == "places") return Kind::place;
  }
  return Kind::other;
}

/// What the file says it is; nothing for a piece without a title, or one that cannot be read.
std::optional<Entry> entry_of(const std::filesystem::path& path, Language language) {
  auto source = FileSource::of_scenario(path);
  if (!source) return std::nullopt;
  auto text = source->text_of(source->entry());
  if (!text) return std::nullopt;
  Diagnostics diagnostics;
  const std::optional<Node> node = parse_toml(diagnostics.add_file(path.string(), std::move(*text)), diagnostics);
  if (!node) return std::nullopt;
  if (const Node* trial = node->find("trial")) {
    return Entry{Kind::trial, path.string(), title_in(trial->find("title"), language)};
  }
  const Node* title = node->find("title");
  if (node->find("run") != nullptr) return Entry{Kind::scenario, path.string(), title_in(title, language)};
  if (title == nullptr) return std::nullopt;
  return Entry{kind_of_piece(path), path.string(), title_in(title, language)};
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
  std::vector<Entry> entries;
  for (const auto& file : files) {
    if (auto entry = entry_of(file, settings.language)) entries.push_back(std::move(*entry));
  }
  for (const auto& [kind, heading] : kHeadings) {
    if (std::ranges::none_of(entries, [&](const Entry& entry) { return entry.kind == kind; })) continue;
    fmt::print("{}\n", heading.in(settings.language));
    for (const Entry& entry : entries) {
      if (entry.kind == kind) fmt::print("  {:<52} {}\n", entry.path, entry.title);
    }
  }
  return kDone;
}

}  // namespace

void add_list(CLI::App& program, Settings& settings, int& code) {
  CLI::App* command =
      program.add_subcommand("list", "list the scenarios, trials, laws and places below a folder, a line each");
  command->add_option("folder", settings.scenario, "where to look; default: scenarios");
  add_common_options(*command, settings);
  command->footer("Example:\n  sagsflow list scenarios --lang en");
  command->callback([&] {
    if (settings.scenario.empty()) settings.scenario = "scenarios";
    code = list(settings);
  });
}

}  // namespace sagsflow
