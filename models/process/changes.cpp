#include "models/process/changes.h"

#include <algorithm>
#include <array>

#include "models/process/rule_paths.h"

namespace sagsflow {
namespace {

std::string joined(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

/// What only the scenario itself says, alike in every arm.
bool is_of_scenario(const std::string& path) {
  static constexpr std::array<std::string_view, 4> kKeys{"title", "note", "arm", "use"};
  return std::ranges::count(kKeys, path) > 0;
}

class Comparison {
 public:
  Comparison(const WrittenRules& before, const WrittenRules& after) : before_(before), after_(after) {}

  std::vector<Change> changes() {
    compare_tables(before_.document(), after_.document(), "");
    return std::move(changes_);
  }

 private:
  void compare_tables(const Node& before, const Node& after, const std::string& path) {
    if (before.children.are_those_of(after.children)) return;
    for (const Node& child : before.children) {
      const std::string below = joined(path, child.key);
      if (is_of_scenario(below)) continue;
      const Node* twin = after.find(child.key);
      if (twin) {
        compare(child, *twin, below);
      } else {
        add_whole(child, below, Change::Kind::removed, after);
      }
    }
    for (const Node& child : after.children) {
      const std::string below = joined(path, child.key);
      if (!before.find(child.key) && !is_of_scenario(below)) {
        add_whole(child, below, Change::Kind::inserted, after);
      }
    }
  }

  void compare(const Node& before, const Node& after, const std::string& path) {
    if (before.kind == after.kind && before.children.are_those_of(after.children)) return;
    if (!before_.is_value(before, path) && !after_.is_value(after, path)) return compare_tables(before, after, path);
    if (before.same_value(after)) return;
    Change change = change_at(path, Change::Kind::altered);
    change.before = before_.values_of(before, path);
    change.after = after_.values_of(after, path);
    const bool same = without_provenance(before).same_value(without_provenance(after));
    if (same && change.concern == Change::Concern::rule) change.concern = Change::Concern::provenance;
    place(change, after.place);
    changes_.push_back(std::move(change));
  }

  /// Something that one side only has; of a collection, each of its things.
  void add_whole(const Node& node, const std::string& path, Change::Kind kind, const Node& parent_after) {
    if (is_collection_path(path)) {
      for (const Node& child : node.children) add_whole(child, joined(path, child.key), kind, parent_after);
      return;
    }
    Change change = change_at(path, kind);
    const WrittenRules& side = kind == Change::Kind::removed ? before_ : after_;
    std::vector<WrittenValue>& values = kind == Change::Kind::removed ? change.before : change.after;
    const bool is_object = change.is_whole_object();
    const auto add_values = [&](const Node& value, const std::string& below) {
      if (!is_collection_path(below)) std::ranges::move(side.values_of(value, below), std::back_inserter(values));
    };
    if (!is_object) add_values(node, path);
    for (const Node& child : node.children) {
      if (is_object) add_values(child, joined(path, child.key));
    }
    if (kind == Change::Kind::inserted) place(change, node.place);
    if (kind == Change::Kind::removed) place(change, place_of_removal(path, parent_after));
    changes_.push_back(std::move(change));
    if (!is_object) return;
    for (const Node& child : node.children) {
      const std::string below = joined(path, child.key);
      if (is_collection_path(below)) add_whole(child, below, kind, parent_after);
    }
  }

  Change change_at(const std::string& path, Change::Kind kind) const {
    Change change;
    change.kind = kind;
    change.path = path;
    const std::string object = object_of_path(path);
    change.object = named(object);
    const auto parts = parts_of_path(object);
    if (parts.size() > 2) change.parent = named(parts[0] + "." + parts[1]);
    const auto keys = parts_of_path(path.substr(std::min(path.size(), object.size() + 1)));
    const bool words = !keys.empty() && (keys[0] == "label" || keys[0] == "law" || keys[0] == "note");
    if (words || object.starts_with("source.") || object.starts_with("target.")) {
      change.concern = Change::Concern::wording;
    }
    return change;
  }

  Named named(const std::string& object) const {
    return before_.find(object) ? before_.named(object) : after_.named(object);
  }

  void place(Change& change, Place place) const {
    change.file = after_.file_of(place);
    change.line = place.line;
    if (const TrialDefinition* trial = after_.trial_of(place)) change.trial = trial->id;
  }

  /// Where a trial says `remove`, else what it wrote in the place of what is gone.
  Place place_of_removal(const std::string& path, const Node& parent_after) const {
    for (const TrialDefinition& trial : after_.arm().trials) {
      for (const auto& [removed, place] : trial.removes) {
        if (path == removed || path.starts_with(removed + ".")) return place;
      }
    }
    for (const Node& child : parent_after.children) {
      if (after_.trial_of(child.place)) return child.place;
    }
    return parent_after.place;
  }

  const WrittenRules& before_;
  const WrittenRules& after_;
  std::vector<Change> changes_;
};

/// Things together, each where its first change stands.
void gather_by_object(std::vector<Change>& changes) {
  std::vector<std::string> order;
  for (const Change& change : changes) {
    if (std::ranges::count(order, change.object.path) == 0) order.push_back(change.object.path);
  }
  std::ranges::stable_sort(changes, {},
                           [&](const Change& change) { return std::ranges::find(order, change.object.path); });
}

}  // namespace

std::vector<Change> changes_between(const WrittenRules& before, const WrittenRules& after) {
  std::vector<Change> changes = Comparison(before, after).changes();
  gather_by_object(changes);
  return changes;
}

}  // namespace sagsflow
