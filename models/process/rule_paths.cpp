#include "models/process/rule_paths.h"

#include <algorithm>
#include <array>

namespace sagsflow {
namespace {

constexpr std::array<std::string_view, 9> kCollections{"attribute", "arrival", "stock",   "status", "procedure",
                                                       "calendar",  "pool",    "meeting", "source"};
constexpr std::string_view kTargets = "target";

bool is_inner_collection(std::string_view outer, std::string_view inner) {
  return outer == "procedure" ? inner == "step" : outer == "status" && (inner == "exit" || inner == "duty");
}

bool is_outer_collection(std::string_view name) {
  return name == kTargets || std::ranges::count(kCollections, name) > 0;
}

/// What a key of a thing refers to, and for `work` and the like the key below it.
struct KeyReference {
  std::string_view thing, key, below;
  std::string_view collection;  ///< "step": of the same procedure
};
constexpr std::array kReferences{KeyReference{"step", "next", "", "step"},
                                 KeyReference{"step", "gives_up", "", "step"},
                                 KeyReference{"step", "again", "step", "step"},
                                 KeyReference{"step", "become", "", "status"},
                                 KeyReference{"step", "start", "", "procedure"},
                                 KeyReference{"step", "work", "pool", "pool"},
                                 KeyReference{"step", "work", "also", "pool"},
                                 KeyReference{"step", "meeting", "", "meeting"},
                                 KeyReference{"step", "holds", "", "duty"},
                                 KeyReference{"procedure", "start", "", "step"},
                                 KeyReference{"exit", "to", "", "status"},
                                 KeyReference{"duty", "procedure", "", "procedure"},
                                 KeyReference{"status", "on_enter", "", "procedure"},
                                 KeyReference{"arrival", "status", "", "status"},
                                 KeyReference{"stock", "status", "", "status"},
                                 KeyReference{"stock", "at", "procedure", "procedure"},
                                 KeyReference{"pool", "calendar", "", "calendar"},
                                 KeyReference{"pool", "per", "", "attribute"},
                                 KeyReference{"meeting", "per", "", "attribute"},
                                 KeyReference{"meeting", "per_case", "", "pool"},
                                 KeyReference{"meeting", "per_session", "", "pool"},
                                 KeyReference{"meeting", "absence", "", "pool"},
                                 KeyReference{"meeting", "quorum", "always", "pool"},
                                 KeyReference{"run", "calendar", "", "calendar"}};

}  // namespace

std::vector<std::string> parts_of_path(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    parts.emplace_back(path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  }
  return parts;
}

bool is_collection_path(std::string_view path) {
  const auto parts = parts_of_path(path);
  if (parts.size() == 1) return is_outer_collection(parts[0]);
  return parts.size() == 3 && is_inner_collection(parts[0], parts[2]);
}

std::string object_of_path(std::string_view path) {
  const auto parts = parts_of_path(path);
  if (parts.empty()) return {};
  if (!is_outer_collection(parts[0])) return parts[0];
  if (parts.size() < 2) return {};
  const std::string outer = parts[0] + "." + parts[1];
  if (parts.size() < 4 || !is_inner_collection(parts[0], parts[2])) return outer;
  return outer + "." + parts[2] + "." + parts[3];
}

Reference reference_at(std::string_view path, bool is_number) {
  const std::string object = object_of_path(path);
  if (object.size() >= path.size()) return {};
  const auto of = parts_of_path(object);
  const auto keys = parts_of_path(path.substr(object.size() + 1));
  if (keys.back() == "by") return {"attribute", false};
  const std::string& thing = of.size() > 1 ? of[of.size() - 2] : of[0];
  for (const KeyReference& reference : kReferences) {
    const bool same_key = reference.thing == thing && reference.key == keys[0];
    if (!same_key || (!reference.below.empty() && (keys.size() < 2 || keys[1] != reference.below))) continue;
    const std::size_t leading = reference.below.empty() ? 1 : 2;
    if (is_number && keys.size() <= leading) return {};
    std::string collection(reference.collection);
    if (collection == "step") collection = of[0] + "." + of[1] + ".step";
    return {std::move(collection), is_number};
  }
  return {};
}

}  // namespace sagsflow
