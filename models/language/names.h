#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sagsflow {

/// Edits (insert, delete, change, swap of neighbours) between two words, in bytes: the restricted distance of
/// Damerau (1964) and Levenshtein (1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate a person who wrote `word` most likely meant, or empty if none is near. Equal distances: the first.
std::string nearest_name(std::string_view word, const std::vector<std::string>& candidates);

/// What is wrong with a free name ("has a dot, …"), or empty.
std::string problem_of_name(std::string_view name);

/// by else end rest value share when until true false never
bool is_reserved(std::string_view word);

}  // namespace sagsflow
