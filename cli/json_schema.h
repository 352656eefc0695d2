#pragma once

#include <string>

namespace sagsflow {

/// The language of scenario files as a JSON Schema (2020-12), for editors: every table and key with its description in
/// Danish and English, what it takes and what it is where absent. Pieces of scenarios and trials fit it too, so no key
/// is required.
std::string language_schema();

}  // namespace sagsflow
