#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/description/written_value.h"
#include "output/language.h"

namespace sagsflow {

/// The value in words: a label for a name, a percentage for a share, else as written, in quotation marks.
std::string value_text(const WrittenValue& value, Language language);

/// Several values below one path, in one line: "»Plan« 80 %, »Lægeattest« resten".
std::string values_text(const std::vector<WrittenValue>& values, std::string_view above, Language language);

/// "70–90 %, antaget", or empty.
std::string certainty_text(const WrittenValue& value, Language language);

/// "mail-2019: »…«" and the note, or nothing.
std::vector<std::string> evidence_lines(const WrittenValue& value, Language language);

}  // namespace sagsflow
