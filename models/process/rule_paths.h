#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sagsflow {

// Paths of the rules: "procedure.jaf.step.visitation.next.plan" is a value of the step "procedure.jaf.step.visitation".

std::vector<std::string> parts_of_path(std::string_view path);

/// Whether named things stand directly below: "pool", "procedure.jaf.step".
bool is_collection_path(std::string_view path);

/// The thing that a value belongs to: a step, an exit, a duty, else what is named by the first two parts; "run" and
/// "refund" stand by themselves. Empty above any thing.
std::string object_of_path(std::string_view path);

/// Where what a value names is found.
struct Reference {
  std::string collection;  ///< "procedure.jaf.step", "pool"; "duty": of some status; empty: the value names nothing
  bool by_key = false;     ///< a table of shares or numbers by name: the last part of the path is the name
};

/// What the value at this path refers to; `is_number`: it is a number or "rest".
Reference reference_at(std::string_view path, bool is_number);

}  // namespace sagsflow
