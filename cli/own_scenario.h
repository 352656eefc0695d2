#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "output/language.h"

namespace sagsflow {

/// What somebody wants a scenario of their own to be.
struct OwnScenario {
  std::filesystem::path from;  ///< the scenario whose law and place it takes
  std::string title;
  std::string place;  ///< another file of the folder "places", without ".toml"; empty: the scenario's own
  Language language = Language::danish;
};

/// The names of the files in the folder "places" beside the scenario, in order.
std::vector<std::string> places_beside(const std::filesystem::path& scenario);

/// The files of the folder: "scenarie.toml", a trial, and all that they use, by path. They have been read and checked.
/// Error: a sentence for people.
std::expected<std::map<std::string, std::string>, std::string> own_scenario(const OwnScenario& wanted);

}  // namespace sagsflow
