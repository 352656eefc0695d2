#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sagsflow {

/// Terminal columns of UTF-8 text: one a code point, none for a combining accent.
std::size_t columns_of(std::string_view text);

/// The text itself, or its beginning and "…" in `columns` columns at most.
std::string cut_to(std::string_view text, std::size_t columns);

/// The words of a text in lines of `columns` columns at most; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// The same as text, each line ended.
std::string lines_of(std::string_view text, std::size_t columns);

}  // namespace sagsflow
