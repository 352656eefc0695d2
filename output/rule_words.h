#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/description/written_value.h"
#include "output/language.h"

namespace sagsflow {

/// What a thing of the rules is called: "trin" of "procedure.jaf.step.plan".
struct ThingWords {
  Phrase name;      ///< "trin"
  Phrase inserted;  ///< "Som nyt trin indsættes"
};
ThingWords words_of_thing(std::string_view path);

/// »…« or “…”
std::string quoted(std::string_view text, Language language);

/// "trin »Visitation«"
std::string thing_text(const Named& thing, Language language);

/// What stands before a value of a thing: "arbejdstiden", "videre til »bevilling«"; the keys themselves where they have
/// no words. `keys` are those below the thing.
std::string key_text(std::string_view object, const std::vector<std::string>& keys, Language language);

/// How many of the first keys those words stand for, at least one.
std::size_t words_cover(std::string_view object, const std::vector<std::string>& keys);

/// The keys of a value's path below another path.
std::vector<std::string> keys_below(std::string_view path, std::string_view above);

/// Its label.
const std::string& in(const Named& name, Language language);

}  // namespace sagsflow
