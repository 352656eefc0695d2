#pragma once

#include <cstddef>
#include <string>

#include "models/description/rules_account.h"
#include "output/language.h"

namespace sagsflow {

/// Each value with its unit, where it comes from, where it stands and what other arms have instead; a table with a line
/// each when there are many.
std::string rules_text(const RulesAccount& account, Language language, std::size_t width);

/// The things of the rules, a line each, with how many of their values have a source and how many are assumed.
std::string overview_text(const RulesAccount& account, Language language, std::size_t width);

/// Every assumed value with its range and note.
std::string assumed_text(const RulesAccount& account, Language language, std::size_t width);

}  // namespace sagsflow
