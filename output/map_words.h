#pragma once

#include <string>

#include "models/description/process_map.h"
#include "output/language.h"

namespace sagsflow {

/// A written quantity in few words: "60 dage i snit" of "lognormal 60 days, sd 30 days".
std::string time_words(const std::string& written, Language language);

/// The ways of an edge, "70 %" or "foerste: 70 %", with line breaks; empty where it is always taken.
std::string ways_words(const MapEdge& edge, Language language);

/// "Rehabiliteringsteam: lov og forsøg – Forsøg mod Lov"
std::string map_title(const ProcessMap& map, Language language);

}  // namespace sagsflow
